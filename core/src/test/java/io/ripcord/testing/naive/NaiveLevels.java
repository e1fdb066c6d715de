package io.ripcord.testing.naive;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The arithmetic of levels, one formula per method, long and short written out. Products are exact;
 * only a level is rounded, to 8 decimals: down if the price comes to it from above (long stop,
 * short target), up if from below.
 */
final class NaiveLevels {

  private static final int SCALE = 8;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private NaiveLevels() {}

  /** The stop set at registration, or {@code null} if the policy has none. */
  static BigDecimal fixedStop(NaivePosition position, NaiveInstrument instrument) {
    NaivePolicy.StopLoss rule = position.policy().stopLoss();
    if (rule instanceof NaivePolicy.StopLoss.AtPrice stop) {
      return stop.price();
    }
    if (rule instanceof NaivePolicy.StopLoss.AtPercent stop) {
      return onLosingSide(position, position.entryPrice(), stop.percent());
    }
    if (rule instanceof NaivePolicy.StopLoss.AtTicks stop) {
      BigDecimal distance = instrument.priceIncrement().multiply(BigDecimal.valueOf(stop.ticks()));
      return position.isLong()
          ? position.entryPrice().subtract(distance)
          : position.entryPrice().add(distance);
    }
    return null;
  }

  /** The target set at registration, or {@code null} if there is none or it is a ladder. */
  static BigDecimal fixedTarget(NaivePosition position) {
    NaivePolicy.TakeProfit rule = position.policy().takeProfit();
    if (rule instanceof NaivePolicy.TakeProfit.AtPrice target) {
      return target.price();
    }
    if (rule instanceof NaivePolicy.TakeProfit.AtPercent target) {
      return percentTarget(position, target.percent());
    }
    return null;
  }

  /** The price at which the position has gained this percent of its entry price. */
  static BigDecimal percentTarget(NaivePosition position, BigDecimal percent) {
    return position.isLong()
        ? roundUp(plusPercent(position.entryPrice(), percent))
        : roundDown(minusPercent(position.entryPrice(), percent));
  }

  /** Where a trailing rule with this distance wants the stop. */
  static BigDecimal trailingStop(
      NaivePosition position, BigDecimal watermark, BigDecimal distancePercent) {
    return onLosingSide(position, watermark, distancePercent);
  }

  private static BigDecimal onLosingSide(
      NaivePosition position, BigDecimal price, BigDecimal percent) {
    return position.isLong()
        ? roundDown(minusPercent(price, percent))
        : roundUp(plusPercent(price, percent));
  }

  static boolean stopTouched(NaivePosition position, BigDecimal stop, BigDecimal price) {
    if (stop == null) {
      return false;
    }
    return position.isLong() ? price.compareTo(stop) <= 0 : price.compareTo(stop) >= 0;
  }

  static boolean targetTouched(NaivePosition position, BigDecimal target, BigDecimal price) {
    if (target == null) {
      return false;
    }
    return position.isLong() ? price.compareTo(target) >= 0 : price.compareTo(target) <= 0;
  }

  static BigDecimal better(NaivePosition position, BigDecimal one, BigDecimal other) {
    return position.isLong() ? one.max(other) : one.min(other);
  }

  /** How much tighter the candidate is than the stop; negative if it is looser. */
  static BigDecimal improvement(NaivePosition position, BigDecimal candidate, BigDecimal stop) {
    return position.isLong() ? candidate.subtract(stop) : stop.subtract(candidate);
  }

  /** True if this price is at least this percent of entry better than the entry price. */
  static boolean profitReaches(NaivePosition position, BigDecimal price, BigDecimal percent) {
    BigDecimal gain =
        position.isLong()
            ? price.subtract(position.entryPrice())
            : position.entryPrice().subtract(price);
    return isAtLeastPercentOfEntry(position, gain, percent);
  }

  /** Exact comparison of a price difference with a percent of the entry price. */
  static boolean isAtLeastPercentOfEntry(
      NaivePosition position, BigDecimal difference, BigDecimal percent) {
    BigDecimal left = difference.multiply(HUNDRED);
    BigDecimal right = position.entryPrice().multiply(percent);
    return left.compareTo(right) >= 0;
  }

  private static BigDecimal plusPercent(BigDecimal price, BigDecimal percent) {
    return price.add(price.multiply(percent).movePointLeft(2));
  }

  private static BigDecimal minusPercent(BigDecimal price, BigDecimal percent) {
    return price.subtract(price.multiply(percent).movePointLeft(2));
  }

  private static BigDecimal roundDown(BigDecimal level) {
    return level.setScale(SCALE, RoundingMode.FLOOR);
  }

  private static BigDecimal roundUp(BigDecimal level) {
    return level.setScale(SCALE, RoundingMode.CEILING);
  }
}
