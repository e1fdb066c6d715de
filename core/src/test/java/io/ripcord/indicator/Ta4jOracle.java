package io.ripcord.indicator;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBar;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.indicators.AbstractIndicator;
import org.ta4j.core.indicators.EMAIndicator;
import org.ta4j.core.indicators.KAMAIndicator;
import org.ta4j.core.indicators.MMAIndicator;
import org.ta4j.core.indicators.ROCIndicator;
import org.ta4j.core.indicators.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.helpers.TRIndicator;
import org.ta4j.core.indicators.helpers.VolumeIndicator;
import org.ta4j.core.indicators.supertrend.SuperTrendIndicator;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.num.Num;

/**
 * The indicators of ta4j over candles, in units of 1e-8 held in a double, which is exact for the
 * prices of these tests.
 *
 * <p>Seeding. ta4j starts its exponential averages with the first value, we start with the mean of
 * the first {@code period}: so its own recursion is given, as first value, its own simple average,
 * and then has to agree from our first value on, bar by bar. Its SuperTrend brings its own average
 * true range and bands that start at zero: that is left as it is and compared once both have
 * forgotten how they began. It has no efficiency ratio of its own, but uses one in Kaufman's
 * adaptive average: it is solved for.
 */
final class Ta4jOracle {
  private static final ZonedDateTime START = Instant.EPOCH.atZone(ZoneOffset.UTC);

  /** Bars after which nothing is left of a beginning: 0.9 to this power is 1e-13. */
  static final int FORGOTTEN = 300;

  private final BarSeries series;
  private final ClosePriceIndicator close;

  /** What is compared, from which bar on, and how far apart the two may be, in our unit. */
  record Comparison(
      IndicatorSpec spec,
      org.ta4j.core.Indicator<Num> theirs,
      int firstBar,
      int indexShift,
      double unit,
      double tolerance) {
    double theirs(int bar) {
      return theirs.getValue(bar - indexShift).doubleValue() * unit;
    }
  }

  Ta4jOracle(List<Candle> candles) {
    series = new BaseBarSeriesBuilder().withNumTypeOf(DoubleNum.class).build();
    ZonedDateTime end = START;
    for (Candle candle : candles) {
      end = end.plusSeconds(1);
      Num last = units(candle.close());
      series.addBar(
          new BaseBar(
              Duration.ofSeconds(1),
              end,
              last,
              units(candle.high()),
              units(candle.low()),
              last,
              units(candle.volume()),
              last));
    }
    close = new ClosePriceIndicator(series);
  }

  private static Num units(long value) {
    return DoubleNum.valueOf(value);
  }

  List<Comparison> comparisons() {
    return List.of(
        atr(14),
        atr(100),
        sma(9),
        sma(21),
        ema(9),
        ema(21),
        rateOfChange(5),
        volumeRatio(20),
        efficiencyRatio(20));
  }

  private static IndicatorSpec spec(IndicatorKind kind, int period) {
    return IndicatorSpec.of(kind, IndicatorSpec.MIN_BAR_NS, period);
  }

  // A rounding of half a unit per step that shrinks by (1 - 1/n) each bar adds up to n/2.
  private Comparison atr(int period) {
    org.ta4j.core.Indicator<Num> average =
        new MMAIndicator(new FromMean(new TRIndicator(series), period), period);
    return new Comparison(
        spec(IndicatorKind.ATR, period), average, period - 1, period - 1, 1, period / 2.0);
  }

  private Comparison ema(int period) {
    org.ta4j.core.Indicator<Num> average = new EMAIndicator(new FromMean(close, period), period);
    return new Comparison(
        spec(IndicatorKind.EMA, period), average, period - 1, period - 1, 1, (period + 1) / 4.0);
  }

  /** Theirs, to be compared from {@link #FORGOTTEN} on. */
  SuperTrendIndicator superTrend(int period, int multiplier) {
    return new SuperTrendIndicator(series, period, (double) multiplier);
  }

  /** Whether a close is so near to a band that rounding may decide on which side of it. */
  static boolean isTie(SuperTrendIndicator superTrend, int bar, long close, double tolerance) {
    return isNear(superTrend.getSuperTrendLowerBandIndicator().getValue(bar), close, tolerance)
        || isNear(superTrend.getSuperTrendUpperBandIndicator().getValue(bar), close, tolerance);
  }

  private static boolean isNear(Num band, long close, double tolerance) {
    return Math.abs(band.doubleValue() - close) <= tolerance;
  }

  private Comparison sma(int period) {
    return new Comparison(
        spec(IndicatorKind.SMA, period), new SMAIndicator(close, period), period - 1, 0, 1, 0.51);
  }

  private Comparison rateOfChange(int period) {
    return new Comparison(
        spec(IndicatorKind.RATE_OF_CHANGE, period),
        new ROCIndicator(close, period),
        period,
        0,
        1e6,
        0.51);
  }

  private Comparison volumeRatio(int period) {
    VolumeIndicator volume = new VolumeIndicator(series);
    SMAIndicator mean = new SMAIndicator(volume, period);
    return new Comparison(
        spec(IndicatorKind.VOLUME_RATIO, period),
        new Computed(series, i -> volume.getValue(i).dividedBy(mean.getValue(i))),
        period - 1,
        0,
        1e6,
        0.51);
  }

  // kama = before + (ratio * (fast - slow) + slow)^2 * (close - before), solved for the ratio.
  private Comparison efficiencyRatio(int period) {
    KAMAIndicator kama = new KAMAIndicator(close, period, 2, 30);
    double fast = 2 / 3.0;
    double slow = 2 / 31.0;
    return new Comparison(
        spec(IndicatorKind.EFFICIENCY_RATIO, period),
        new Computed(
            series,
            i -> {
              double before = kama.getValue(i - 1).doubleValue();
              double step = kama.getValue(i).doubleValue() - before;
              double distance = close.getValue(i).doubleValue() - before;
              // Too near to be divided by.
              boolean isClear = Math.abs(distance) > before * 1e-6;
              double share = isClear ? Math.sqrt(step / distance) : Double.NaN;
              return DoubleNum.valueOf((share - slow) / (fast - slow));
            }),
        period,
        0,
        1e6,
        0.51);
  }

  /** Its first value is the simple average of the first values of another, then come the others. */
  private static final class FromMean extends AbstractIndicator<Num> {
    private final org.ta4j.core.Indicator<Num> values;
    private final SMAIndicator mean;
    private final int period;

    FromMean(org.ta4j.core.Indicator<Num> values, int period) {
      super(values.getBarSeries());
      this.values = values;
      this.period = period;
      mean = new SMAIndicator(values, period);
    }

    @Override
    public Num getValue(int index) {
      return (index == 0 ? mean : values).getValue(index + period - 1);
    }

    @Override
    public int getUnstableBars() {
      return 0;
    }
  }

  @FunctionalInterface
  private interface Formula {
    Num at(int index);
  }

  private static final class Computed extends AbstractIndicator<Num> {
    private final Formula formula;

    Computed(BarSeries series, Formula formula) {
      super(series);
      this.formula = formula;
    }

    @Override
    public Num getValue(int index) {
      return formula.at(index);
    }

    @Override
    public int getUnstableBars() {
      return 0;
    }
  }
}
