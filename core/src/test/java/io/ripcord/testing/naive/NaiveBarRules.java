package io.ripcord.testing.naive;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Set;

/** What the rules do at registration with the bars before it, and at the close of a bar. */
final class NaiveBarRules {

  private static final BigDecimal TWO = new BigDecimal("2");
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal VOLATILE_FROM = new BigDecimal("1.5");
  private static final BigDecimal TRENDING_FROM = new BigDecimal("0.4");
  private static final int FAST = 14;
  private static final int SLOW = 100;
  private static final int WAY = 20;

  private NaiveBarRules() {}

  /** What a bar moved: only that is checked against the last price. */
  record Moves(boolean stop, boolean target) {}

  /** Sets the fixed stop, the risk/reward target and the target of a ladder that begins at once. */
  static void arm(NaiveHolding holding) {
    if (holding.policy.stopLoss() instanceof NaivePolicy.StopLoss.AtAtr rule) {
      holding.stop = atrStop(holding, rule);
      holding.isAtrStopSettled = holding.stop != null;
      if (holding.stop == null) {
        holding.stop =
            NaiveLevels.lostPercent(holding.isLong, holding.entry, rule.fallbackPercent());
      }
    } else {
      holding.stop = NaiveLevels.fixedStop(holding.position, holding.instrument);
    }
    holding.firstStop = holding.stop;
    if (holding.policy.takeProfit() instanceof NaivePolicy.TakeProfit.RiskReward rule
        && holding.firstStop != null) {
      Factors factors = factors(holding, rule);
      holding.target = target(holding, rule, factors == null ? Factors.NONE : factors);
      holding.isTargetSettled =
          factors != null || rule.strategy() == NaivePolicy.Strategy.FIXED_RATIO;
    }
    if (!holding.rungs.isEmpty() && holding.rungs.get(0).after().isZero()) {
      holding.target = NaiveLevels.percentTarget(holding.position, holding.rungs.get(0).percent());
      holding.rungsInForce = 1;
    }
  }

  /** Bars of these periods have closed. */
  static Moves onBars(NaiveHolding holding, Set<Long> periods) {
    boolean isStop = false;
    boolean isTarget = false;
    NaiveBlock.Volatility volatility = holding.block(NaiveBlock.Volatility.class);
    if (volatility != null && periods.contains(volatility.bar().toNanos())) {
      BigDecimal before = holding.divisor;
      isStop |= adapt(holding, volatility);
      if (holding.divisor.compareTo(before) != 0) {
        isStop |= NaiveTrailing.trail(holding);
      }
    }
    NaiveBlock.TrailingAtr trailing = holding.block(NaiveBlock.TrailingAtr.class);
    if (trailing != null && periods.contains(trailing.bar().toNanos())) {
      isStop |= NaiveTrailing.followAtr(holding);
    }
    NaiveBlock.SuperTrend trend = holding.block(NaiveBlock.SuperTrend.class);
    if (trend != null && periods.contains(trend.bar().toNanos())) {
      NaiveIndicators.Trend now = holding.market.trend(trend);
      if (now != null && now.isUp() == holding.isLong) {
        isStop |= holding.tighten(now.value(), true);
      }
    }
    NaiveBlock.MaCross cross = holding.block(NaiveBlock.MaCross.class);
    if (cross != null && periods.contains(cross.bar().toNanos())) {
      holding.isCrossWaiting |= hasCrossed(holding, cross);
    }
    if (holding.policy.stopLoss() instanceof NaivePolicy.StopLoss.AtAtr rule
        && periods.contains(rule.bar().toNanos())
        && !holding.isAtrStopSettled) {
      BigDecimal stop = atrStop(holding, rule);
      if (stop != null) {
        holding.isAtrStopSettled = true;
        if (holding.tighten(stop, false)) {
          holding.firstStop = stop;
          isStop = true;
        }
      }
    }
    if (holding.policy.takeProfit() instanceof NaivePolicy.TakeProfit.RiskReward rule
        && periods.contains(rule.bar().toNanos())
        && holding.firstStop != null
        && !holding.isTargetSettled) {
      Factors factors = factors(holding, rule);
      if (factors != null) {
        holding.isTargetSettled = true;
        BigDecimal before = holding.target;
        holding.target = target(holding, rule, factors);
        isTarget = holding.target.compareTo(before) != 0;
      }
    }
    return new Moves(isStop, isTarget);
  }

  private static boolean hasCrossed(NaiveHolding holding, NaiveBlock.MaCross rule) {
    BigDecimal fast = holding.market.average(rule, rule.fast(), 0);
    BigDecimal slow = holding.market.average(rule, rule.slow(), 0);
    BigDecimal fastBefore = holding.market.average(rule, rule.fast(), 1);
    BigDecimal slowBefore = holding.market.average(rule, rule.slow(), 1);
    if (fast == null || slow == null || fastBefore == null || slowBefore == null) {
      return false;
    }
    int before = fastBefore.compareTo(slowBefore);
    int now = fast.compareTo(slow);
    return holding.isLong ? before >= 0 && now < 0 : before <= 0 && now > 0;
  }

  /** The level of the average true range, or {@code null} while that is not warm. */
  private static BigDecimal atrStop(NaiveHolding holding, NaivePolicy.StopLoss.AtAtr rule) {
    BigDecimal atr = holding.market.atr(rule.bar(), rule.period());
    if (atr == null) {
      return null;
    }
    BigDecimal wanted = NaiveIndicators.atrTimes(atr, rule.multiplier());
    BigDecimal least = holding.entry.multiply(rule.minPercent()).movePointLeft(2);
    return NaiveLevels.lost(holding.isLong, holding.entry, wanted.max(least));
  }

  /** What the base ratio is multiplied with. */
  private record Factors(BigDecimal regime, BigDecimal volatility) {
    static final Factors NONE = new Factors(BigDecimal.ONE, BigDecimal.ONE);
  }

  /** {@code null} while an indicator is not warm. */
  private static Factors factors(NaiveHolding holding, NaivePolicy.TakeProfit.RiskReward rule) {
    if (rule.strategy() == NaivePolicy.Strategy.FIXED_RATIO) {
      return Factors.NONE;
    }
    BigDecimal ratio = ratio(holding.market, rule.bar(), FAST, SLOW);
    if (ratio == null) {
      return null;
    }
    BigDecimal volatility =
        BigDecimal.ONE.add(
            rounded(ratio.subtract(BigDecimal.ONE).multiply(rule.volatilityFactor())));
    if (rule.strategy() == NaivePolicy.Strategy.VOLATILITY_ADJUSTED) {
      return new Factors(BigDecimal.ONE, volatility);
    }
    BigDecimal efficiency = holding.market.efficiency(rule.bar(), WAY);
    if (efficiency == null) {
      return null;
    }
    if (ratio.compareTo(VOLATILE_FROM) >= 0) {
      return new Factors(rule.inVolatile(), volatility);
    }
    boolean isTrending = efficiency.compareTo(TRENDING_FROM) >= 0;
    return new Factors(isTrending ? rule.trending() : rule.ranging(), volatility);
  }

  private static BigDecimal target(
      NaiveHolding holding, NaivePolicy.TakeProfit.RiskReward rule, Factors factors) {
    BigDecimal base = rule.baseOfSymbol().getOrDefault(holding.position.symbol(), rule.base());
    BigDecimal ratio = rounded(rounded(base.multiply(factors.regime)).multiply(factors.volatility));
    BigDecimal clamped = ratio.max(rule.min()).min(rule.max());
    BigDecimal risk = holding.position.entryPrice().subtract(holding.firstStop).abs();
    return NaiveLevels.gained(holding.isLong, holding.entry, risk.multiply(clamped));
  }

  private static boolean adapt(NaiveHolding holding, NaiveBlock.Volatility rule) {
    BigDecimal ratio = ratio(holding.market, rule.bar(), rule.fast(), rule.slow());
    if (ratio == null) {
      return false;
    }
    if (ratio.compareTo(rule.tightenAbove()) > 0) {
      holding.divisor = ratio.min(TWO);
    } else if (rule.widenBelow() != null && ratio.compareTo(rule.widenBelow()) < 0) {
      holding.divisor = ratio.max(HALF);
    } else {
      holding.divisor = BigDecimal.ONE;
    }
    if (holding.divisor.compareTo(BigDecimal.ONE) <= 0 || holding.firstStop == null) {
      return false;
    }
    BigDecimal distance = holding.entry.subtract(holding.firstStop).abs();
    return holding.tighten(
        NaiveLevels.lostPart(holding.isLong, holding.entry, distance, holding.divisor), true);
  }

  /** Present over usual range; {@code null} while not warm or if nothing ever moved. */
  private static BigDecimal ratio(NaiveMarket market, Duration bar, int fast, int slow) {
    BigDecimal present = market.atr(bar, fast);
    BigDecimal usual = market.atr(bar, slow);
    return present == null || usual == null || usual.signum() == 0
        ? null
        : NaiveIndicators.factor(present, usual);
  }

  private static BigDecimal rounded(BigDecimal factor) {
    return factor.setScale(6, RoundingMode.HALF_EVEN);
  }
}
