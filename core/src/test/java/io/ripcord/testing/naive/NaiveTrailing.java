package io.ripcord.testing.naive;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The stops that follow the watermark, by percent, ticks and average true range, and break-even.
 * Each wants a stop; the tightest wins because a stop only tightens.
 */
final class NaiveTrailing {

  private NaiveTrailing() {}

  /** What a price moves that the watermark has seen, in the order of the rules. */
  static void follow(NaiveHolding holding, BigDecimal price) {
    trail(holding);
    breakEven(holding, price);
  }

  /** Whether a stop that follows the watermark moved. */
  static boolean trail(NaiveHolding holding) {
    boolean isMoved = false;
    NaivePolicy.Trailing percent = holding.policy.trailing();
    if (percent != null) {
      boolean isTight = percent.tighten() != null && best(holding, percent.tighten().at());
      BigDecimal distance = isTight ? percent.tighten().percent() : percent.percent();
      BigDecimal candidate =
          NaiveLevels.lostPercent(holding.isLong, holding.watermark, divided(holding, distance, 6));
      isMoved |= move(holding, percent.activateAt(), percent.step(), candidate);
    }
    NaiveBlock.TrailingTicks ticks = holding.block(NaiveBlock.TrailingTicks.class);
    if (ticks != null) {
      boolean isTight = ticks.tightenAt() != null && best(holding, ticks.tightenAt());
      BigDecimal count = BigDecimal.valueOf(isTight ? ticks.tightenTicks() : ticks.ticks());
      BigDecimal distance =
          divided(holding, count, 0).multiply(holding.instrument.priceIncrement());
      BigDecimal candidate = NaiveLevels.lost(holding.isLong, holding.watermark, distance);
      isMoved |= move(holding, ticks.activateAt(), ticks.step(), candidate);
    }
    isMoved |= followAtr(holding);
    return isMoved;
  }

  /** On a price and on a bar; tells whether the stop moved. */
  static boolean followAtr(NaiveHolding holding) {
    NaiveBlock.TrailingAtr rule = holding.block(NaiveBlock.TrailingAtr.class);
    if (rule == null) {
      return false;
    }
    BigDecimal atr = holding.market.atr(rule.bar(), rule.period());
    if (atr == null) {
      return false;
    }
    boolean isTight = rule.tightenAt() != null && best(holding, rule.tightenAt());
    BigDecimal multiplier = isTight ? rule.tightenMultiplier() : rule.multiplier();
    BigDecimal distance = NaiveIndicators.atrTimes(atr, divided(holding, multiplier, 6));
    BigDecimal candidate = NaiveLevels.lost(holding.isLong, holding.watermark, distance);
    return move(holding, rule.activateAt(), rule.step(), candidate);
  }

  private static void breakEven(NaiveHolding holding, BigDecimal price) {
    NaiveBlock.BreakEven rule = holding.block(NaiveBlock.BreakEven.class);
    if (rule == null || !holding.profitReaches(price, rule.at())) {
      return;
    }
    BigDecimal fee = holding.instrument.feePercent();
    holding.tighten(
        rule.lock() == null
            ? NaiveLevels.lockedFees(holding.isLong, holding.entry, fee)
            : NaiveLevels.lockedPercent(holding.isLong, holding.entry, rule.lock()),
        true);
  }

  private static boolean move(
      NaiveHolding holding, BigDecimal activateAt, BigDecimal step, BigDecimal candidate) {
    if (activateAt != null && !best(holding, activateAt)) {
      return false;
    }
    if (holding.stop != null && step != null) {
      BigDecimal improvement = NaiveLevels.improvement(holding.isLong, candidate, holding.stop);
      if (!NaiveLevels.isAtLeastPercentOf(holding.entry, improvement, step)) {
        return false;
      }
    }
    return holding.tighten(candidate, true);
  }

  private static boolean best(NaiveHolding holding, BigDecimal percent) {
    return holding.profitReaches(holding.watermark, percent);
  }

  private static BigDecimal divided(NaiveHolding holding, BigDecimal distance, int scale) {
    return distance.divide(holding.divisor, scale, RoundingMode.FLOOR);
  }
}
