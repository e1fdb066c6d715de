package io.ripcord.indicator;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The definitions of docs/indicators.md over a list of candles, slow and with numbers without
 * bounds; null while not warm.
 */
final class ExactIndicators {
  private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);
  private static final BigInteger HUNDRED_MILLION = BigInteger.valueOf(100_000_000);

  private final List<Candle> candles;
  private final BigInteger[] values;

  private ExactIndicators(List<Candle> candles) {
    this.candles = candles;
    values = new BigInteger[candles.size()];
  }

  static BigInteger[] of(IndicatorSpec spec, List<Candle> candles) {
    ExactIndicators exact = new ExactIndicators(candles);
    int n = spec.period();
    switch (spec.kind()) {
      case ATR -> exact.atr(n);
      case SUPERTREND -> exact.superTrend(n, spec.multiplierE6());
      case SMA -> exact.sma(n);
      case EMA -> exact.ema(n);
      case RATE_OF_CHANGE -> exact.rateOfChange(n);
      case VOLUME_RATIO -> exact.volumeRatio(n);
      case EFFICIENCY_RATIO -> exact.efficiencyRatio(n);
    }
    return exact.values;
  }

  private BigInteger close(int i) {
    return big(candles.get(i).close());
  }

  private static BigInteger big(long value) {
    return BigInteger.valueOf(value);
  }

  private static BigInteger halfEven(BigInteger a, BigInteger divisor) {
    return new BigDecimal(a)
        .divide(new BigDecimal(divisor), 0, RoundingMode.HALF_EVEN)
        .toBigInteger();
  }

  private BigInteger trueRange(int i) {
    BigInteger high = big(candles.get(i).high());
    BigInteger low = big(candles.get(i).low());
    BigInteger range = high.subtract(low);
    return i == 0
        ? range
        : range.max(high.subtract(close(i - 1)).abs()).max(low.subtract(close(i - 1)).abs());
  }

  private static BigInteger sum(IntStream indices, IntFunction<BigInteger> of) {
    return indices.mapToObj(of).reduce(BigInteger.ZERO, BigInteger::add);
  }

  private void atr(int n) {
    for (int i = n - 1; i < values.length; i++) {
      values[i] =
          i == n - 1
              ? halfEven(sum(IntStream.range(0, n), this::trueRange), big(n))
              : values[i - 1].add(halfEven(trueRange(i).subtract(values[i - 1]), big(n)));
    }
  }

  private void superTrend(int n, long multiplierE6) {
    BigInteger[] atr = of(new IndicatorSpec(IndicatorKind.ATR, 1_000_000_000L, n, 0), candles);
    BigInteger lower = null;
    BigInteger upper = null;
    boolean up = false;
    for (int i = n - 1; i < values.length; i++) {
      BigInteger twice = big(candles.get(i).high()).add(big(candles.get(i).low()));
      BigInteger middle = twice.shiftRight(1);
      BigInteger distance = halfEven(atr[i].multiply(big(multiplierE6)), MILLION);
      BigInteger basicLower = middle.subtract(distance);
      BigInteger basicUpper = middle.add(distance);
      if (lower == null) {
        up = close(i).compareTo(middle) > 0;
        lower = basicLower;
        upper = basicUpper;
      } else {
        boolean keepsLower = close(i - 1).compareTo(lower) >= 0;
        boolean keepsUpper = close(i - 1).compareTo(upper) <= 0;
        lower = keepsLower ? lower.max(basicLower) : basicLower;
        upper = keepsUpper ? upper.min(basicUpper) : basicUpper;
        if (up && close(i).compareTo(lower) < 0) {
          up = false;
        } else if (!up && close(i).compareTo(upper) > 0) {
          up = true;
        }
      }
      values[i] = up ? lower : upper;
    }
  }

  private void sma(int n) {
    for (int i = n - 1; i < values.length; i++) {
      values[i] = halfEven(sum(IntStream.rangeClosed(i - n + 1, i), this::close), big(n));
    }
  }

  private void ema(int n) {
    for (int i = n - 1; i < values.length; i++) {
      values[i] =
          i == n - 1
              ? halfEven(sum(IntStream.range(0, n), this::close), big(n))
              : values[i - 1].add(
                  halfEven(close(i).subtract(values[i - 1]).shiftLeft(1), big(n + 1)));
    }
  }

  private void rateOfChange(int n) {
    BigInteger limit = big(RateOfChange.MAX_VALUE_E6);
    for (int i = n; i < values.length; i++) {
      BigInteger change = close(i).subtract(close(i - n));
      values[i] = halfEven(change.multiply(HUNDRED_MILLION), close(i - n)).min(limit);
    }
  }

  private void volumeRatio(int n) {
    for (int i = n - 1; i < values.length; i++) {
      BigInteger total =
          sum(IntStream.rangeClosed(i - n + 1, i), k -> big(candles.get(k).volume()));
      BigInteger scaled = big(candles.get(i).volume()).multiply(MILLION).multiply(big(n));
      values[i] = total.signum() == 0 ? BigInteger.ZERO : halfEven(scaled, total);
    }
  }

  private void efficiencyRatio(int n) {
    for (int i = n; i < values.length; i++) {
      BigInteger way =
          sum(IntStream.rangeClosed(i - n + 1, i), k -> close(k).subtract(close(k - 1)).abs());
      BigInteger far = close(i).subtract(close(i - n)).abs();
      values[i] = way.signum() == 0 ? BigInteger.ZERO : halfEven(far.multiply(MILLION), way);
    }
  }
}
