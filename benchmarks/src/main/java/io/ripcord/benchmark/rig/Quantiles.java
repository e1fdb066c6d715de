package io.ripcord.benchmark.rig;

import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Percentiles of a variant, each the median over windows of that percentile of a window; in
 * nanoseconds, all zero without windows.
 *
 * @param windows how many there were
 * @param p50 median
 * @param p90 90th percentile
 * @param p99 99th: of the machine, not of the code, wherever the control has it too
 * @param p999 99.9th, likewise
 */
public record Quantiles(int windows, long p50, long p90, long p99, long p999) {
  static final double P50 = 50;
  static final double P90 = 90;
  static final double P99 = 99;
  static final double P999 = 99.9;

  static Quantiles of(List<WindowResult> windows) {
    return new Quantiles(
        windows.size(),
        medianOf(windows, P50),
        medianOf(windows, P90),
        medianOf(windows, P99),
        medianOf(windows, P999));
  }

  private static long medianOf(List<WindowResult> windows, double percentile) {
    return Math.round(Medians.median(values(windows, percentile)));
  }

  static double[] values(List<WindowResult> windows, double percentile) {
    return windows.stream()
        .mapToDouble(window -> valueAt(window.latencies(), percentile))
        .toArray();
  }

  private static long valueAt(Histogram latencies, double percentile) {
    return latencies.getValueAtPercentile(percentile);
  }
}
