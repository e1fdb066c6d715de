package io.ripcord.rule;

import io.ripcord.event.RuleLayout;
import java.util.Arrays;

/**
 * The kinds of rules, as events and the state tell them apart; a rule is its kind and its
 * parameters, see {@link RuleSpec}. Codes from 20 on are settings of a policy.
 */
public enum RuleKind {
  /** Fixed stop. */
  STOP_LOSS(1),
  /** Fixed target. */
  TAKE_PROFIT(2),
  /** Time-graded target. */
  TARGET_LADDER(3),
  /** Trailing stop by percent of the watermark. */
  TRAILING_STOP(4),
  /** Trailing stop by price increments. */
  TRAILING_TICKS(5),
  /** Trailing stop by a multiple of the average true range. */
  TRAILING_ATR(6),
  /** Stop on the SuperTrend line. */
  SUPERTREND(7),
  /** Exit when two moving averages cross. */
  MA_CROSS(8),
  /** First stop by a multiple of the average true range. */
  ATR_STOP(9),
  /** Target by a multiple of the first risk. */
  RISK_REWARD(10),
  /** Stop to the entry price once there is a profit. */
  BREAK_EVEN(11),
  /** Closes parts of the position at profits. */
  PARTIAL(12),
  /** Adds to a position in profit. */
  SCALE_IN(13),
  /** Exit at an age. */
  MAX_AGE(14),
  /** Stop that tightens with age. */
  TIME_TIGHTEN(15),
  /** Exit at a time of the day or before the close. */
  SQUARE_OFF(16),
  /** Distances that follow volatility. */
  VOLATILITY(17),
  /** Stop that nothing moves, checked first. */
  HARD_STOP(18),
  /** Setting: which price touches levels. */
  TRIGGER(20),
  /** Setting: how often prices are evaluated, and the gap watch. */
  EVALUATION(21),
  /** Setting: exit when the book is through the stop. */
  BOOK_THROUGH(22),
  /** Setting: what happens when market data stops. */
  STALENESS(23),
  /** Setting: how long the venue's own stop may act first. */
  DEFER(24);

  private static final int FIRST_SETTING = 20;

  private final int code;

  RuleKind(int code) {
    this.code = code;
  }

  /** Number in events and in the state. */
  public int code() {
    return code;
  }

  /** Whether it is a setting of the policy rather than a rule. */
  public boolean isSetting() {
    return code >= FIRST_SETTING;
  }

  /**
   * The rule with these parameters.
   *
   * @throws IllegalArgumentException when there is no such rule
   */
  ExitRule rule(long[] p) {
    return switch (this) {
      case STOP_LOSS -> new StopLossRule(p[0], p[1], p[2]);
      case TAKE_PROFIT -> new TakeProfitRule(p[0], p[1]);
      case TARGET_LADDER ->
          new TargetLadderRule(
              Arrays.copyOf(p, p.length / 2), Arrays.copyOfRange(p, p.length / 2, p.length));
      case TRAILING_STOP -> new TrailingStopRule(p[0], p[1], p[2], p[3], p[4]);
      case TRAILING_TICKS -> new TrailingTicksRule(p[0], p[1], p[2], p[3], p[4]);
      case TRAILING_ATR -> new TrailingAtrRule(p[0], p[1], p[2], p[3], p[4], p[5], p[6]);
      case SUPERTREND -> new SuperTrendRule(p[0], p[1], p[2]);
      case MA_CROSS -> new MaCrossRule(p[0], p[1], p[2], p[3]);
      case ATR_STOP -> new AtrStopRule(p[0], p[1], p[2], p[3], p[4]);
      case RISK_REWARD -> new RiskRewardRule(p);
      case BREAK_EVEN -> new BreakEvenRule(p[0], p[1]);
      case PARTIAL -> new PartialRule(p);
      case SCALE_IN -> new ScaleInRule(p[0], p[1], p[2], p[3], p[4], p[5], p[6]);
      case MAX_AGE -> new MaxAgeRule(p[0]);
      case TIME_TIGHTEN -> new TimeTightenRule(p);
      case SQUARE_OFF -> new SquareOffRule(p[0], p[1], p[2]);
      case VOLATILITY -> new VolatilityRule(p[0], p[1], p[2], p[3], p[4]);
      case HARD_STOP -> new HardStopRule(p[0]);
      case TRIGGER, EVALUATION, BOOK_THROUGH, STALENESS, DEFER ->
          throw new IllegalArgumentException("kind=" + this + " is a setting, not a rule");
    };
  }

  /**
   * What a parameter is called, with its unit: {@code "percentE6"}.
   *
   * @param index of the parameter, from 0
   * @param count of all parameters of the rule
   */
  public String parameterName(int index, int count) {
    return RuleLayout.of(code).parameterName(index, count);
  }

  /**
   * The kind with this number.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static RuleKind of(int code) {
    for (RuleKind kind : values()) {
      if (kind.code == code) {
        return kind;
      }
    }
    throw new IllegalArgumentException("code=" + code + " is no RuleKind");
  }
}
