package io.ripcord.testing.naive;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a generated scenario may use: rules and settings by their codes, and some of the rest. */
public enum NaiveKind {
  /** Fixed stop by price, percent, ticks. */
  STOP_LOSS(1),
  /** Fixed target. */
  TAKE_PROFIT(2),
  /** Targets graded by age. */
  TARGET_LADDER(3),
  /** Stop a percent behind the watermark. */
  TRAILING_STOP(4),
  /** Stop increments behind the watermark. */
  TRAILING_TICKS(5),
  /** Stop a multiple of the true range behind the watermark. */
  TRAILING_ATR(6),
  /** Stop at the SuperTrend. */
  SUPERTREND(7),
  /** Exit on a cross of averages. */
  MA_CROSS(8),
  /** Fixed stop by true range. */
  ATR_STOP(9),
  /** Target by risk. */
  RISK_REWARD(10),
  /** Stop past entry. */
  BREAK_EVEN(11),
  /** Bookings. */
  PARTIAL(12),
  /** Additions. */
  SCALE_IN(13),
  /** Exit by age. */
  MAX_AGE(14),
  /** Tighter stops by age. */
  TIME_TIGHTEN(15),
  /** Exit by time. */
  SQUARE_OFF(16),
  /** Distances by volatility. */
  VOLATILITY(17),
  /** The last stop. */
  HARD_STOP(18),
  /** Trigger source. */
  TRIGGER(20),
  /** Economical mode and gap watch. */
  EVALUATION(21),
  /** Book beyond the stop. */
  BOOK_THROUGH(22),
  /** Silence. */
  STALENESS(23),
  /** Session phases; no rule. */
  SESSIONS(0),
  /** Indicators kept warm before there is a position; no rule. */
  WATCHES(0),
  /** Inverse contracts; no rule. */
  INVERSE(0),
  /** Positions that get another policy; no rule. */
  ADOPTIONS(0);

  private final int code;

  NaiveKind(int code) {
    this.code = code;
  }

  /** Number of the rule, 0 if it is none. */
  public int code() {
    return code;
  }

  /** The rules that the first generator draws. */
  public static Set<NaiveKind> basic() {
    return EnumSet.range(STOP_LOSS, TRAILING_STOP);
  }

  /** Everything. */
  public static Set<NaiveKind> all() {
    return Collections.unmodifiableSet(EnumSet.allOf(NaiveKind.class));
  }
}
