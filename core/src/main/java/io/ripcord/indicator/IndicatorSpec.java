package io.ripcord.indicator;

/**
 * What an indicator is to be. Immutable; equal ones of one instrument share one indicator.
 *
 * @param kind which
 * @param barNs length of a bar: {@link #MIN_BAR_NS} to {@link #MAX_BAR_NS}, dividing a day
 * @param period how many bars, 1 to {@link #MAX_PERIOD}
 * @param multiplierE6 of a SuperTrend, above 0 up to {@link #MAX_MULTIPLIER_E6}; else 0
 */
public record IndicatorSpec(IndicatorKind kind, long barNs, int period, long multiplierE6) {
  /** Shortest bar: a second. */
  public static final long MIN_BAR_NS = 1_000_000_000L;

  /** Longest bar: a day. */
  public static final long MAX_BAR_NS = 86_400L * MIN_BAR_NS;

  /** Most bars that an indicator looks back. */
  public static final int MAX_PERIOD = 1000;

  /** Largest multiple of an average true range, 50: with the largest prices it still fits. */
  public static final long MAX_MULTIPLIER_E6 = 50_000_000L;

  /** Refuses what is out of bounds with {@link IllegalArgumentException}. */
  public IndicatorSpec {
    if (kind == null) {
      throw new IllegalArgumentException("indicator without kind");
    }
    if (barNs < MIN_BAR_NS || barNs > MAX_BAR_NS || MAX_BAR_NS % barNs != 0) {
      throw new IllegalArgumentException(
          "barNs=" + barNs + ", expected a second to a day that divides a day");
    }
    checkPeriod(period);
    if (kind == IndicatorKind.SUPERTREND) {
      checkMultiplier(multiplierE6);
    } else if (multiplierE6 != 0) {
      throw new IllegalArgumentException("multiplierE6=" + multiplierE6 + ", expected 0: " + kind);
    }
  }

  /** One without a multiplier. */
  public static IndicatorSpec of(IndicatorKind kind, long barNs, int period) {
    return new IndicatorSpec(kind, barNs, period, 0);
  }

  static int checkPeriod(int period) {
    if (period < 1 || period > MAX_PERIOD) {
      throw new IllegalArgumentException("period=" + period + ", expected 1 to " + MAX_PERIOD);
    }
    return period;
  }

  static long checkMultiplier(long multiplierE6) {
    if (multiplierE6 < 1 || multiplierE6 > MAX_MULTIPLIER_E6) {
      throw new IllegalArgumentException(
          "multiplierE6=" + multiplierE6 + ", expected 1 to " + MAX_MULTIPLIER_E6);
    }
    return multiplierE6;
  }
}
