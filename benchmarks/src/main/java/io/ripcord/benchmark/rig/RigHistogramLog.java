package io.ripcord.benchmark.rig;

import java.io.PrintStream;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * Every window's histogram in the log format of HdrHistogram, tagged {@code variant@rate}. Its time
 * axis is one second a round, not the clock's: windows of one round belong together.
 */
final class RigHistogramLog {
  private static final long SECOND_MS = 1_000;

  private RigHistogramLog() {}

  static void write(PrintStream out, RigResult result) {
    HistogramLogWriter log = new HistogramLogWriter(out);
    log.outputComment("[latencies in ns from the intended time; one interval is one window]");
    log.outputLogFormatVersion();
    log.outputLegend();
    for (RateResult rate : result.rates()) {
      for (WindowResult window : rate.windows()) {
        Histogram latencies = window.latencies().copy();
        latencies.setTag(window.variant() + "@" + rate.rate());
        latencies.setStartTimeStamp(window.round() * SECOND_MS);
        latencies.setEndTimeStamp((window.round() + 1) * SECOND_MS);
        log.outputIntervalHistogram(latencies);
      }
    }
  }
}
