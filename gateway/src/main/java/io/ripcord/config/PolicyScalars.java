package io.ripcord.config;

import io.ripcord.money.E8;
import io.ripcord.money.Percent;

/** Kinds of scalars that several blocks of a policy share, with their ranges. */
final class PolicyScalars {
  static final ScalarType<Long> PRICE = Scalars.positiveDecimal();

  /** Distance of a stop. */
  static final ScalarType<Long> DISTANCE = Scalars.percentBelow(100 * Percent.ONE);

  /** Profit of a position. */
  static final ScalarType<Long> GAIN = Scalars.positivePercent();

  static final ScalarType<Long> GAIN_OR_NONE = Scalars.percentBetween(0, Percent.MAX_VALUE);
  static final ScalarType<Integer> TICKS = Scalars.whole(1, 1_000_000_000);

  /** Age of a position; the second is one that means something only after a while. */
  static final ScalarType<Long> AGE = Scalars.duration(0, 3_650 * Durations.DAY);

  static final ScalarType<Long> POSITIVE_AGE =
      Scalars.duration(Durations.SECOND, 3_650 * Durations.DAY);

  /** Length of the window of an indicator, in bars. */
  static final ScalarType<Integer> PERIOD = Scalars.whole(1, 500);

  /** A ratio, or a multiple of an indicator. */
  static final ScalarType<Long> FACTOR =
      Scalars.factorBetween(Percent.ONE / 100, 100 * Percent.ONE);

  /** Length of a bar: bars of a day must not drift from day to day. */
  static final ScalarType<Long> BAR =
      Scalars.durationThatDivides(Durations.SECOND, Durations.DAY, Durations.DAY);

  static final long MINUTE = 60 * Durations.SECOND;

  /** A protective percentage below this is rather a fraction taken for a percentage. */
  private static final long SUSPICIOUS_BELOW_E6 = Percent.ONE / 5;

  private PolicyScalars() {}

  /** The percentage of a stop, {@code absent} when there is none or it is refused. */
  static long protectivePercent(Block block, String key, long absent) {
    long percent = block.value(key, DISTANCE, absent);
    if (block.has(key) && percent != E8.NULL && percent < SUSPICIOUS_BELOW_E6) {
      block.warning(
          key,
          "found "
              + Percent.format(percent)
              + " percent, did you mean "
              + Percent.format(100 * percent)
              + "?");
    }
    return percent;
  }

  /** Says unless the fast one of two windows is the shorter. */
  static void checkFaster(Block block, int fast, int slow) {
    if (fast >= slow) {
      block.error(
          "found fast " + fast + " and slow " + slow + ", expected fast to be less than slow");
    }
  }
}
