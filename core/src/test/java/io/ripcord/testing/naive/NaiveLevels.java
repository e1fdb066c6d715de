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

  /** The fixed stop that needs no indicator, or {@code null} if the policy has none. */
  static BigDecimal fixedStop(NaivePosition position, NaiveInstrument instrument) {
    NaivePolicy.StopLoss rule = position.policy().stopLoss();
    if (rule instanceof NaivePolicy.StopLoss.AtPrice stop) {
      return stop.price();
    }
    if (rule instanceof NaivePolicy.StopLoss.AtPercent stop) {
      return lostPercent(position.isLong(), position.entryPrice(), stop.percent());
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

  /** The price at which the position as registered has gained this percent of its entry. */
  static BigDecimal percentTarget(NaivePosition position, BigDecimal percent) {
    return gainedPercent(position.isLong(), position.entryPrice(), percent);
  }

  /** The price at which a position has gained this percent of this entry price. */
  static BigDecimal gainedPercent(boolean isLong, BigDecimal entry, BigDecimal percent) {
    return isLong ? roundUp(plusPercent(entry, percent)) : roundDown(minusPercent(entry, percent));
  }

  /** This percent of a price on the losing side of it, as a stop. */
  static BigDecimal lostPercent(boolean isLong, BigDecimal price, BigDecimal percent) {
    return isLong ? roundDown(minusPercent(price, percent)) : roundUp(plusPercent(price, percent));
  }

  /** This far on the losing side of a price, as a stop. */
  static BigDecimal lost(boolean isLong, BigDecimal price, BigDecimal distance) {
    return isLong ? roundDown(price.subtract(distance)) : roundUp(price.add(distance));
  }

  /** This far on the winning side of a price, as a target. */
  static BigDecimal gained(boolean isLong, BigDecimal price, BigDecimal distance) {
    return isLong ? roundUp(price.add(distance)) : roundDown(price.subtract(distance));
  }

  /** A stop that leaves this percent of entry as a profit. */
  static BigDecimal lockedPercent(boolean isLong, BigDecimal entry, BigDecimal percent) {
    return isLong ? roundDown(plusPercent(entry, percent)) : roundUp(minusPercent(entry, percent));
  }

  /** The price at which an exit pays the fees of both sides, never less. */
  static BigDecimal lockedFees(boolean isLong, BigDecimal entry, BigDecimal feePercent) {
    BigDecimal fee = feePercent.movePointLeft(2);
    BigDecimal more = BigDecimal.ONE.add(fee);
    BigDecimal less = BigDecimal.ONE.subtract(fee);
    return isLong
        ? entry.multiply(more).divide(less, SCALE, RoundingMode.CEILING)
        : entry.multiply(less).divide(more, SCALE, RoundingMode.FLOOR);
  }

  /** A stop at this distance divided by this divisor from entry, on the losing side. */
  static BigDecimal lostPart(
      boolean isLong, BigDecimal entry, BigDecimal distance, BigDecimal divisor) {
    BigDecimal signed = isLong ? distance.negate() : distance;
    return entry
        .multiply(divisor)
        .add(signed)
        .divide(divisor, SCALE, isLong ? RoundingMode.FLOOR : RoundingMode.CEILING);
  }

  static boolean stopTouched(boolean isLong, BigDecimal stop, BigDecimal price) {
    if (stop == null || price == null) {
      return false;
    }
    return isLong ? price.compareTo(stop) <= 0 : price.compareTo(stop) >= 0;
  }

  static boolean targetTouched(boolean isLong, BigDecimal target, BigDecimal price) {
    if (target == null || price == null) {
      return false;
    }
    return isLong ? price.compareTo(target) >= 0 : price.compareTo(target) <= 0;
  }

  static BigDecimal better(boolean isLong, BigDecimal one, BigDecimal other) {
    return isLong ? one.max(other) : one.min(other);
  }

  static BigDecimal worse(boolean isLong, BigDecimal one, BigDecimal other) {
    return better(!isLong, one, other);
  }

  /** How much tighter the candidate is than the stop; negative if it is looser. */
  static BigDecimal improvement(boolean isLong, BigDecimal candidate, BigDecimal stop) {
    return isLong ? candidate.subtract(stop) : stop.subtract(candidate);
  }

  /** True if this price is at least this percent of entry better than the entry price. */
  static boolean profitReaches(
      boolean isLong, BigDecimal entry, BigDecimal price, BigDecimal percent) {
    BigDecimal gain = isLong ? price.subtract(entry) : entry.subtract(price);
    return isAtLeastPercentOf(entry, gain, percent);
  }

  /** Exact comparison of a price difference with a percent of the entry price. */
  static boolean isAtLeastPercentOf(BigDecimal entry, BigDecimal difference, BigDecimal percent) {
    return difference.multiply(HUNDRED).compareTo(entry.multiply(percent)) >= 0;
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
