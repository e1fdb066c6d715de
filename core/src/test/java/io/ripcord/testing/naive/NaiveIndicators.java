package io.ripcord.testing.naive;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Indicators by their definitions: each is computed anew from the whole list of bars, the oldest
 * first, and is {@code null} while the list is too short. Prices have 8 decimals, ratios and
 * percents 6, rounded half even wherever a definition divides or multiplies.
 */
final class NaiveIndicators {

  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final int VOLUME_BARS = 20;

  private NaiveIndicators() {}

  /** Wilder's average true range: seeded with the mean of the first n ranges. */
  static BigDecimal atr(List<NaiveBar> bars, int n) {
    return bars.isEmpty() ? null : atrOfEveryBar(bars, n).get(bars.size() - 1);
  }

  private static List<BigDecimal> atrOfEveryBar(List<NaiveBar> bars, int n) {
    List<BigDecimal> values = new ArrayList<>();
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal atr = null;
    for (int i = 0; i < bars.size(); i++) {
      BigDecimal range = trueRange(bars, i);
      sum = sum.add(range);
      if (i == n - 1) {
        atr = price(sum, BigDecimal.valueOf(n));
      } else if (i >= n) {
        atr = atr.add(price(range.subtract(atr), BigDecimal.valueOf(n)));
      }
      values.add(atr);
    }
    return values;
  }

  private static BigDecimal trueRange(List<NaiveBar> bars, int i) {
    NaiveBar bar = bars.get(i);
    BigDecimal range = bar.high().subtract(bar.low());
    if (i == 0) {
      return range;
    }
    BigDecimal before = bars.get(i - 1).close();
    return range.max(bar.high().subtract(before).abs()).max(bar.low().subtract(before).abs());
  }

  /** Mean of the last n closes. */
  static BigDecimal sma(List<NaiveBar> bars, int n) {
    if (bars.size() < n) {
      return null;
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (NaiveBar bar : bars.subList(bars.size() - n, bars.size())) {
      sum = sum.add(bar.close());
    }
    return price(sum, BigDecimal.valueOf(n));
  }

  /** Exponential mean of closes, seeded with the mean of the first n. */
  static BigDecimal ema(List<NaiveBar> bars, int n) {
    if (bars.size() < n) {
      return null;
    }
    BigDecimal ema = sma(bars.subList(0, n), n);
    for (NaiveBar bar : bars.subList(n, bars.size())) {
      BigDecimal twice = bar.close().subtract(ema).multiply(TWO);
      ema = ema.add(price(twice, BigDecimal.valueOf(n + 1L)));
    }
    return ema;
  }

  /** A SuperTrend line and the side of the market it is on. */
  record Trend(boolean isUp, BigDecimal value) {}

  /** SuperTrend: bands around the middle of the bar that only close in on the price. */
  static Trend superTrend(List<NaiveBar> bars, int period, BigDecimal multiplier) {
    if (bars.size() < period) {
      return null;
    }
    List<BigDecimal> atrs = atrOfEveryBar(bars, period);
    BigDecimal lower = null;
    BigDecimal upper = null;
    boolean isUp = false;
    for (int i = period - 1; i < bars.size(); i++) {
      NaiveBar bar = bars.get(i);
      BigDecimal middle = bar.high().add(bar.low()).divide(TWO, 8, RoundingMode.FLOOR);
      BigDecimal width = atrTimes(atrs.get(i), multiplier);
      BigDecimal basicLower = middle.subtract(width);
      BigDecimal basicUpper = middle.add(width);
      if (lower == null) {
        lower = basicLower;
        upper = basicUpper;
        isUp = bar.close().compareTo(middle) > 0;
        continue;
      }
      BigDecimal before = bars.get(i - 1).close();
      lower = before.compareTo(lower) >= 0 ? basicLower.max(lower) : basicLower;
      upper = before.compareTo(upper) <= 0 ? basicUpper.min(upper) : basicUpper;
      isUp = isUp ? bar.close().compareTo(lower) >= 0 : bar.close().compareTo(upper) > 0;
    }
    return new Trend(isUp, isUp ? lower : upper);
  }

  /** Change of the close over n bars, in percent. */
  static BigDecimal rateOfChange(List<NaiveBar> bars, int n) {
    if (bars.size() < n + 1) {
      return null;
    }
    BigDecimal before = bars.get(bars.size() - 1 - n).close();
    BigDecimal change = bars.get(bars.size() - 1).close().subtract(before);
    return factor(change.movePointRight(2), before);
  }

  /** Volume of the last bar relative to the mean of the last 20, itself included. */
  static BigDecimal volumeRatio(List<NaiveBar> bars) {
    if (bars.size() < VOLUME_BARS) {
      return null;
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (NaiveBar bar : bars.subList(bars.size() - VOLUME_BARS, bars.size())) {
      sum = sum.add(bar.volume());
    }
    BigDecimal last = bars.get(bars.size() - 1).volume();
    return sum.signum() == 0
        ? BigDecimal.ZERO
        : factor(last.multiply(BigDecimal.valueOf(VOLUME_BARS)), sum);
  }

  /** How much of the way that closes went in n bars led somewhere: 0 to 1. */
  static BigDecimal efficiency(List<NaiveBar> bars, int n) {
    if (bars.size() < n + 1) {
      return null;
    }
    BigDecimal way = BigDecimal.ZERO;
    int last = bars.size() - 1;
    for (int i = last - n + 1; i <= last; i++) {
      way = way.add(bars.get(i).close().subtract(bars.get(i - 1).close()).abs());
    }
    BigDecimal led = bars.get(last).close().subtract(bars.get(last - n).close()).abs();
    return way.signum() == 0 ? BigDecimal.ZERO : factor(led, way);
  }

  /** A multiple of the average true range as a distance. */
  static BigDecimal atrTimes(BigDecimal atr, BigDecimal multiplier) {
    return atr.multiply(multiplier).setScale(8, RoundingMode.HALF_EVEN);
  }

  /** A quotient with 6 decimals. */
  static BigDecimal factor(BigDecimal dividend, BigDecimal divisor) {
    return dividend.divide(divisor, 6, RoundingMode.HALF_EVEN);
  }

  private static BigDecimal price(BigDecimal dividend, BigDecimal divisor) {
    return dividend.divide(divisor, 8, RoundingMode.HALF_EVEN);
  }
}
