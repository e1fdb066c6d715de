package io.ripcord.benchmark.rig;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The windows of one variant at one rate in a few numbers.
 *
 * @param name of the variant
 * @param all of all windows
 * @param calm of the windows in which neither core lost more than {@link #CALM_SHARE} of the time
 * @param near of the windows in which the cores were near each other
 * @param far of those in which they were far
 * @param p50Ratio to the hop of the same round, median over rounds; 0 for none
 * @param p90Ratio likewise
 * @param calmP50Ratio over the rounds in which both windows were calm
 * @param calmP90Ratio likewise
 * @param bestP50 that one window in ten does not pass
 * @param feedLostShare of time in stalls of the pacing loop, mean over windows
 * @param engineLostShare of time in stalls of the idle loop of the consuming thread, likewise
 */
public record VariantSummary(
    String name,
    Quantiles all,
    Quantiles calm,
    Quantiles near,
    Quantiles far,
    double p50Ratio,
    double p90Ratio,
    double calmP50Ratio,
    double calmP90Ratio,
    long bestP50,
    double feedLostShare,
    double engineLostShare) {
  /** Share of lost time up to which a window counts as free of stalls. */
  public static final double CALM_SHARE = 0.002;

  private static final String HOP = "hop";

  static VariantSummary of(String name, RateResult result) {
    List<WindowResult> windows = result.windowsOf(name);
    List<WindowResult> hops = result.windowsOf(HOP);
    return new VariantSummary(
        name,
        Quantiles.of(windows),
        Quantiles.of(filtered(windows, VariantSummary::isCalm)),
        Quantiles.of(filtered(windows, window -> window.distance() == Distance.NEAR)),
        Quantiles.of(filtered(windows, window -> window.distance() == Distance.FAR)),
        ratio(windows, hops, Quantiles.P50, window -> true),
        ratio(windows, hops, Quantiles.P90, window -> true),
        ratio(windows, hops, Quantiles.P50, VariantSummary::isCalm),
        ratio(windows, hops, Quantiles.P90, VariantSummary::isCalm),
        Math.round(Medians.bestDecile(Quantiles.values(windows, Quantiles.P50))),
        windows.stream().mapToDouble(WindowResult::feedLostShare).average().orElse(0),
        windows.stream().mapToDouble(WindowResult::engineLostShare).average().orElse(0));
  }

  static List<VariantSummary> all(RateResult result) {
    return result.variants().stream().map(name -> of(name, result)).toList();
  }

  private static boolean isCalm(WindowResult window) {
    return window.feedLostShare() <= CALM_SHARE && window.engineLostShare() <= CALM_SHARE;
  }

  private static List<WindowResult> filtered(
      List<WindowResult> windows, Predicate<WindowResult> filter) {
    return windows.stream().filter(filter).toList();
  }

  /** Only windows of one round are divided by each other. */
  private static double ratio(
      List<WindowResult> windows,
      List<WindowResult> hops,
      double percentile,
      Predicate<WindowResult> filter) {
    List<Double> ratios = new ArrayList<>();
    for (WindowResult window : filtered(windows, filter)) {
      for (WindowResult hop : filtered(hops, filter)) {
        if (hop.round() == window.round()) {
          double own = window.latencies().getValueAtPercentile(percentile);
          ratios.add(own / hop.latencies().getValueAtPercentile(percentile));
        }
      }
    }
    return Medians.median(ratios.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
