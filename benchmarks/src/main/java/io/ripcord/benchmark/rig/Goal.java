package io.ripcord.benchmark.rig;

import java.util.List;
import java.util.Locale;

/**
 * One goal of the product and whether this run met it.
 *
 * @param text what is compared
 * @param measured ratio
 * @param limit that it should not pass
 */
public record Goal(String text, double measured, double limit) {
  private static final String JUDGED_VARIANT = "fused";
  private static final double P50_LIMIT = 2.5;
  private static final double P90_LIMIT = 3;

  /** What {@code --check} allows on top, so that a busy build machine does not cry wolf. */
  private static final double CHECK_MARGIN = 1.5;

  /** The goals, as far as this run can say something about them. */
  static List<Goal> judge(RigResult result) {
    return result.rates().stream()
        .filter(rate -> rate.rate() == RigSettings.JUDGED_RATE)
        .map(rate -> VariantSummary.of(JUDGED_VARIANT, rate))
        .flatMap(
            fused ->
                List.of(
                    new Goal("fused, journalled, p50 / hop p50", fused.p50Ratio(), P50_LIMIT),
                    new Goal("fused, journalled, p90 / hop p90", fused.p90Ratio(), P90_LIMIT))
                    .stream())
        .toList();
  }

  /** Whether it was met. */
  public boolean isMet() {
    return measured <= limit;
  }

  /** Whether it was missed by more than a noisy machine explains. */
  public boolean isFarMissed() {
    return measured > limit * CHECK_MARGIN;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: %s at %,d/s = %.2f, goal <= %.1f",
        isMet() ? "PASS" : "MISS",
        text,
        RigSettings.JUDGED_RATE,
        measured,
        limit);
  }
}
