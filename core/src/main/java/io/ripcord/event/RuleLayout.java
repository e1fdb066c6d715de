package io.ripcord.event;

import java.util.List;

/**
 * What the parameters of each kind of rule are called, in the order in which {@code RulePart}
 * carries them. A unit ends a name: {@code E8} prices, quantities and money, {@code E6} percent (1
 * % = 1,000,000) and factors (1.0 = 1,000,000), {@code Ns} durations, {@code Id} interned names; a
 * name without a unit is a count or one of the words in brackets. Immutable; for tools.
 */
@SuppressWarnings("ImmutableEnumChecker") // Unmodifiable lists of immutable records.
public enum RuleLayout {
  STOP_LOSS(1, "priceE8 percentE6 ticks"),
  TAKE_PROFIT(2, "priceE8 percentE6"),
  TARGET_LADDER(3, "", "afterNs percentE6"),
  TRAILING_STOP(4, "percentE6 activateAtE6 stepE6 tightenAtE6 tightenPercentE6"),
  TRAILING_TICKS(5, "ticks activateAtE6 stepE6 tightenAtE6 tightenTicks"),
  TRAILING_ATR(6, "period multiplierE6 barNs activateAtE6 stepE6 tightenAtE6 tightenMultiplierE6"),
  SUPERTREND(7, "period multiplierE6 barNs"),
  MA_CROSS(8, "fast slow type(SMA,EMA) barNs"),
  ATR_STOP(9, "period multiplierE6 barNs minPercentE6 fallbackPercentE6"),
  RISK_REWARD(
      10,
      "strategy(FIXED_RATIO,VOLATILITY_ADJUSTED,REGIME) baseE6 minE6 maxE6 volatilityFactorE6"
          + " trendingE6 rangingE6 volatileE6 barNs",
      "symbolId symbolBaseE6"),
  BREAK_EVEN(11, "atE6 lockE6"),
  PARTIAL(12, "", "atE6 minAgeNs closeE6"),
  SCALE_IN(13, "atE6 addE6 momentumBars momentumE6 volumeRatioE6 maxAdds barNs"),
  MAX_AGE(14, "maxAgeNs"),
  TIME_TIGHTEN(15, "", "afterNs stopPercentE6"),
  SQUARE_OFF(16, "timeOfDayNs beforeCloseNs zoneId"),
  VOLATILITY(17, "fast slow tightenAboveE6 widenBelowE6 barNs"),
  HARD_STOP(18, "percentE6"),
  TRIGGER(20, "triggerSource(,LAST,BID_ASK,MARK,DOUBLE_LAST)"),
  EVALUATION(21, "everyNs gapPercentE6"),
  BOOK_THROUGH(22, "confirmNs"),
  STALENESS(23, "afterNs action(,ALERT,EXIT,HOLD)"),
  DEFER(24, "deferNs withinE6");

  private final int code;
  private final List<ParameterName> first;
  private final List<ParameterName> repeated;

  RuleLayout(int code, String first) {
    this(code, first, "");
  }

  RuleLayout(int code, String first, String repeated) {
    this.code = code;
    this.first = ParameterName.list(first);
    this.repeated = ParameterName.list(repeated);
  }

  /** Number of the kind in the event schema. */
  public int code() {
    return code;
  }

  /** The layout of the kind with this number, {@code null} if there is none. */
  public static RuleLayout of(int code) {
    for (RuleLayout layout : values()) {
      if (layout.code == code) {
        return layout;
      }
    }
    return null;
  }

  /**
   * Name of a parameter with its unit, such as {@code "percentE6"}; repeated groups count theirs
   * from 1, such as {@code "after2Ns"}.
   *
   * @param index of the parameter, from 0
   * @param count of all parameters of the rule
   */
  public String parameterName(int index, int count) {
    ParameterName name = name(index, count);
    return name.text() + name.unit();
  }

  ParameterName name(int index, int count) {
    if (index < 0 || index >= count) {
      throw new IllegalArgumentException("index=" + index + ", expected 0 to " + (count - 1));
    }
    if (index < first.size()) {
      return first.get(index);
    }
    int later = index - first.size();
    if (repeated.isEmpty()) {
      return new ParameterName("p", "", List.of()).inRow(index + 1);
    }
    if (this == TARGET_LADDER) {
      // All times come first, then all percentages.
      int rows = (count + 1) / 2;
      return repeated.get(later / rows).inRow(later % rows + 1);
    }
    return repeated.get(later % repeated.size()).inRow(later / repeated.size() + 1);
  }
}
