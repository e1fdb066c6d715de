package io.ripcord.testing.naive;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Draws random policies over every rule block and key. */
final class PolicySketch {

  private static final List<String> PERCENTS =
      List.of("0.5", "1", "1", "1.5", "2", "2", "2.5", "3", "4", "5", "7.5", "10", "0.25");
  private static final List<String> UNEVEN_PERCENTS =
      List.of("0.333333", "1.234567", "0.999999", "2.000001", "0.000001", "3.141593");
  private static final List<String> RUNG_PERCENTS =
      List.of("10", "5", "4", "3", "2", "1.5", "1", "0.5", "0.333333", "0", "-0.5", "-1", "-2");
  private static final List<String> STEPS =
      List.of("0.05", "0.25", "0.5", "0.5", "1", "0.333333", "2");
  private static final List<String> WIDE_DISTANCES = List.of("20", "25", "50", "12.5");

  private final SplitMix64 random;

  PolicySketch(SplitMix64 random) {
    this.random = random;
  }

  /** A policy that lives long and whose stop often improves by exactly a step. */
  NaivePolicy drawLongTrailing(String name) {
    BigDecimal distance = new BigDecimal(random.pick(WIDE_DISTANCES));
    BigDecimal step = new BigDecimal(random.pick(List.of("0.25", "0.5", "0.5", "1", "1.5")));
    NaivePolicy.Tighten tighten =
        random.chance(30) ? new NaivePolicy.Tighten(percent(), new BigDecimal("10")) : null;
    return NaivePolicy.named(name)
        .withTrailing(new NaivePolicy.Trailing(distance, null, step, tighten));
  }

  /** A policy with at least one rule for a position with this entry. */
  NaivePolicy draw(String name, NaivePosition.Side side, long entryUnits, MarketSketch market) {
    while (true) {
      NaivePolicy policy = NaivePolicy.named(name);
      if (random.chance(75)) {
        policy = policy.withStopLoss(stopLoss(side, entryUnits, market));
      }
      if (random.chance(60)) {
        policy = policy.withTakeProfit(takeProfit(side, entryUnits, market));
      }
      if (random.chance(55)) {
        policy = policy.withTrailing(trailing());
      }
      if (random.chance(35)) {
        policy = policy.withSignalExit();
      }
      if (!policy.equals(NaivePolicy.named(name))) {
        return policy;
      }
    }
  }

  private NaivePolicy.StopLoss stopLoss(
      NaivePosition.Side side, long entryUnits, MarketSketch market) {
    int kind = random.below(10);
    long distance = distanceUnits(entryUnits, market);
    if (kind < 6) {
      return new NaivePolicy.StopLoss.AtPercent(percent());
    }
    if (kind < 8) {
      return new NaivePolicy.StopLoss.AtTicks(Math.toIntExact(distance));
    }
    long units = side == NaivePosition.Side.LONG ? entryUnits - distance : entryUnits + distance;
    return new NaivePolicy.StopLoss.AtPrice(market.price(units));
  }

  private NaivePolicy.TakeProfit takeProfit(
      NaivePosition.Side side, long entryUnits, MarketSketch market) {
    int kind = random.below(10);
    if (kind < 3) {
      return new NaivePolicy.TakeProfit.AtPercent(percent());
    }
    if (kind < 4) {
      long distance = distanceUnits(entryUnits, market);
      long units = side == NaivePosition.Side.LONG ? entryUnits + distance : entryUnits - distance;
      return new NaivePolicy.TakeProfit.AtPrice(market.price(units));
    }
    return ladder();
  }

  /** Up to about 6 % of a typical price, on the grid or one increment beside it. */
  private long distanceUnits(long entryUnits, MarketSketch market) {
    long wanted = market.gridUnits() * random.between(1, 12) + random.pick(List.of(-1, 0, 0, 1));
    return Math.max(1, Math.min(wanted, entryUnits / 2));
  }

  private NaivePolicy.TakeProfit ladder() {
    if (random.chance(6)) {
      // A target beyond the stop: one tick may touch both.
      return new NaivePolicy.TakeProfit.Ladder(
          List.of(
              new NaivePolicy.Rung(
                  Duration.ofSeconds(random.below(3)),
                  new BigDecimal(random.pick(List.of("-2", "-3", "-5"))))));
    }
    int count = random.between(1, 4);
    List<BigDecimal> percents = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      percents.add(new BigDecimal(random.pick(RUNG_PERCENTS)));
    }
    if (random.chance(85)) {
      percents.sort(Collections.reverseOrder());
    }
    List<NaivePolicy.Rung> rungs = new ArrayList<>();
    long afterSeconds = random.chance(60) ? 0 : random.between(1, 15);
    for (BigDecimal percent : percents) {
      rungs.add(new NaivePolicy.Rung(Duration.ofSeconds(afterSeconds), percent));
      afterSeconds += random.between(1, 20);
    }
    if (random.chance(50)) {
      rungs.add(NaivePolicy.Rung.any(Duration.ofSeconds(afterSeconds)));
    }
    boolean isAnyOnly = rungs.size() > 1 && afterSeconds > 0 && random.chance(10);
    return new NaivePolicy.TakeProfit.Ladder(
        isAnyOnly ? List.of(NaivePolicy.Rung.any(Duration.ofSeconds(afterSeconds))) : rungs);
  }

  private NaivePolicy.Trailing trailing() {
    BigDecimal distance =
        random.chance(20) ? new BigDecimal(random.pick(WIDE_DISTANCES)) : percent();
    BigDecimal activateAt = random.chance(50) ? percent() : null;
    BigDecimal step = random.chance(40) ? new BigDecimal(random.pick(STEPS)) : null;
    NaivePolicy.Tighten tighten = null;
    BigDecimal tight = percent();
    if (random.chance(45) && tight.compareTo(distance) < 0) {
      tighten = new NaivePolicy.Tighten(percent(), tight);
    }
    return new NaivePolicy.Trailing(distance, activateAt, step, tighten);
  }

  private BigDecimal percent() {
    return new BigDecimal(random.pick(random.chance(80) ? PERCENTS : UNEVEN_PERCENTS));
  }
}
