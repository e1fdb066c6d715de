package io.ripcord.indicator;

/** The kinds of indicators, and the unit of their values. Codes are part of snapshots. */
public enum IndicatorKind {
  /** {@link WilderAtr}: a distance in price, E8. */
  ATR(1),
  /** {@link SuperTrend}: a price, E8; the only kind with a multiplier. */
  SUPERTREND(2),
  /** {@link Sma}: a price, E8. */
  SMA(3),
  /** {@link Ema}: a price, E8. */
  EMA(4),
  /** {@link RateOfChange}: percent, E6. */
  RATE_OF_CHANGE(5),
  /** {@link VolumeRatio}: a factor, E6. */
  VOLUME_RATIO(6),
  /** {@link EfficiencyRatio}: a factor, E6. */
  EFFICIENCY_RATIO(7);

  private static final IndicatorKind[] BY_CODE = values();

  private final int code;

  IndicatorKind(int code) {
    this.code = code;
  }

  /** Number in snapshots. */
  public int code() {
    return code;
  }

  /**
   * The kind with this code.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static IndicatorKind of(int code) {
    if (code < 1 || code > BY_CODE.length) {
      throw new IllegalArgumentException("indicator kind=" + code);
    }
    return BY_CODE[code - 1];
  }

  Indicator create(IndicatorSpec spec) {
    return switch (this) {
      case ATR -> new WilderAtr(spec.period());
      case SUPERTREND -> new SuperTrend(spec.period(), spec.multiplierE6());
      case SMA -> new Sma(spec.period());
      case EMA -> new Ema(spec.period());
      case RATE_OF_CHANGE -> new RateOfChange(spec.period());
      case VOLUME_RATIO -> new VolumeRatio(spec.period());
      case EFFICIENCY_RATIO -> new EfficiencyRatio(spec.period());
    };
  }
}
