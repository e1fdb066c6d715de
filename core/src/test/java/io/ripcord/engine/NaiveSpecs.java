package io.ripcord.engine;

import io.ripcord.event.StaleAction;
import io.ripcord.event.TriggerSource;
import io.ripcord.money.E8;
import io.ripcord.rule.RuleKind;
import io.ripcord.rule.RuleSpec;
import io.ripcord.testing.naive.NaiveBlock;
import io.ripcord.testing.naive.NaivePolicy;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** The oracle's policies as the numbers of events, in the order of the kinds' codes. */
final class NaiveSpecs {
  private NaiveSpecs() {}

  /** Every rule and setting of a policy; {@code nameIds} knows the names of symbols. */
  static List<RuleSpec> of(NaivePolicy policy, ToIntFunction<String> nameIds) {
    List<RuleSpec> rules = new ArrayList<>();
    if (policy.stopLoss() != null) {
      rules.add(stopLoss(policy.stopLoss()));
    }
    if (policy.takeProfit() != null) {
      rules.add(takeProfit(policy.takeProfit(), nameIds));
    }
    if (policy.trailing() != null) {
      rules.add(trailing(policy.trailing()));
    }
    policy.blocks().forEach(block -> rules.add(spec(block)));
    rules.sort(Comparator.comparingInt(rule -> rule.kind().code()));
    return rules;
  }

  private static RuleSpec stopLoss(NaivePolicy.StopLoss block) {
    if (block instanceof NaivePolicy.StopLoss.AtAtr stop) {
      return new RuleSpec(
          RuleKind.ATR_STOP,
          stop.period(),
          Scales.e6(stop.multiplier()),
          stop.bar().toNanos(),
          Scales.e6(stop.minPercent()),
          Scales.e6(stop.fallbackPercent()));
    }
    long priceE8 = E8.NULL;
    long percentE6 = E8.NULL;
    long ticks = E8.NULL;
    if (block instanceof NaivePolicy.StopLoss.AtPrice stop) {
      priceE8 = Scales.e8(stop.price());
    } else if (block instanceof NaivePolicy.StopLoss.AtPercent stop) {
      percentE6 = Scales.e6(stop.percent());
    } else {
      ticks = ((NaivePolicy.StopLoss.AtTicks) block).ticks();
    }
    return new RuleSpec(RuleKind.STOP_LOSS, priceE8, percentE6, ticks);
  }

  private static RuleSpec takeProfit(NaivePolicy.TakeProfit block, ToIntFunction<String> nameIds) {
    if (block instanceof NaivePolicy.TakeProfit.Ladder ladder) {
      return ladder(ladder);
    }
    if (block instanceof NaivePolicy.TakeProfit.RiskReward target) {
      return riskReward(target, nameIds);
    }
    if (block instanceof NaivePolicy.TakeProfit.AtPrice target) {
      return new RuleSpec(RuleKind.TAKE_PROFIT, Scales.e8(target.price()), E8.NULL);
    }
    long percentE6 = Scales.e6(((NaivePolicy.TakeProfit.AtPercent) block).percent());
    return new RuleSpec(RuleKind.TAKE_PROFIT, E8.NULL, percentE6);
  }

  private static RuleSpec ladder(NaivePolicy.TakeProfit.Ladder ladder) {
    int rungs = ladder.rungs().size();
    long[] parameters = new long[2 * rungs];
    for (int i = 0; i < rungs; i++) {
      parameters[i] = ladder.rungs().get(i).after().toNanos();
      parameters[rungs + i] = Scales.e6(ladder.rungs().get(i).percent());
    }
    return new RuleSpec(RuleKind.TARGET_LADDER, parameters);
  }

  private static RuleSpec riskReward(
      NaivePolicy.TakeProfit.RiskReward block, ToIntFunction<String> nameIds) {
    List<Long> parameters =
        new ArrayList<>(
            List.of(
                strategy(block.strategy()),
                Scales.e6(block.base()),
                Scales.e6(block.min()),
                Scales.e6(block.max()),
                Scales.e6(block.volatilityFactor()),
                Scales.e6(block.trending()),
                Scales.e6(block.ranging()),
                Scales.e6(block.inVolatile()),
                block.bar().toNanos()));
    new TreeMap<>(block.baseOfSymbol())
        .forEach(
            (symbol, base) -> {
              parameters.add((long) nameIds.applyAsInt(symbol));
              parameters.add(Scales.e6(base));
            });
    return new RuleSpec(RuleKind.RISK_REWARD, array(parameters));
  }

  private static long strategy(NaivePolicy.Strategy strategy) {
    return switch (strategy) {
      case FIXED_RATIO -> 0;
      case VOLATILITY_ADJUSTED -> 1;
      case REGIME -> 2;
    };
  }

  private static RuleSpec trailing(NaivePolicy.Trailing block) {
    NaivePolicy.Tighten tighten = block.tighten();
    return new RuleSpec(
        RuleKind.TRAILING_STOP,
        Scales.e6(block.percent()),
        orZero(block.activateAt()),
        orZero(block.step()),
        tighten == null ? E8.NULL : Scales.e6(tighten.at()),
        tighten == null ? E8.NULL : Scales.e6(tighten.percent()));
  }

  private static RuleSpec spec(NaiveBlock block) {
    RuleKind kind = RuleKind.of(block.code());
    if (block instanceof NaiveBlock.TrailingTicks rule) {
      return new RuleSpec(
          kind,
          rule.ticks(),
          orZero(rule.activateAt()),
          orZero(rule.step()),
          Scales.e6(rule.tightenAt()),
          rule.tightenTicks() == null ? E8.NULL : rule.tightenTicks());
    }
    if (block instanceof NaiveBlock.TrailingAtr rule) {
      return new RuleSpec(
          kind,
          rule.period(),
          Scales.e6(rule.multiplier()),
          rule.bar().toNanos(),
          orZero(rule.activateAt()),
          orZero(rule.step()),
          Scales.e6(rule.tightenAt()),
          Scales.e6(rule.tightenMultiplier()));
    }
    if (block instanceof NaiveBlock.SuperTrend rule) {
      return new RuleSpec(kind, rule.period(), Scales.e6(rule.multiplier()), rule.bar().toNanos());
    }
    if (block instanceof NaiveBlock.MaCross rule) {
      int type = rule.isExponential() ? 1 : 0;
      return new RuleSpec(kind, rule.fast(), rule.slow(), type, rule.bar().toNanos());
    }
    if (block instanceof NaiveBlock.BreakEven rule) {
      return new RuleSpec(kind, Scales.e6(rule.at()), Scales.e6(rule.lock()));
    }
    if (block instanceof NaiveBlock.Volatility rule) {
      return new RuleSpec(
          kind,
          rule.fast(),
          rule.slow(),
          Scales.e6(rule.tightenAbove()),
          Scales.e6(rule.widenBelow()),
          rule.bar().toNanos());
    }
    if (block instanceof NaiveBlock.HardStop rule) {
      return new RuleSpec(kind, Scales.e6(rule.percent()));
    }
    return isManagement(block) ? management(kind, block) : timeOrSetting(kind, block);
  }

  private static boolean isManagement(NaiveBlock block) {
    return block instanceof NaiveBlock.Partial || block instanceof NaiveBlock.ScaleIn;
  }

  private static RuleSpec management(RuleKind kind, NaiveBlock block) {
    if (block instanceof NaiveBlock.ScaleIn rule) {
      return new RuleSpec(
          kind,
          Scales.e6(rule.at()),
          Scales.e6(rule.add()),
          rule.momentumBars(),
          Scales.e6(rule.momentum()),
          Scales.e6(rule.volumeRatio()),
          rule.maxAdds(),
          rule.bar().toNanos());
    }
    List<Long> parameters = new ArrayList<>();
    for (NaiveBlock.Booking rung : ((NaiveBlock.Partial) block).rungs()) {
      parameters.add(Scales.e6(rung.at()));
      parameters.add(rung.minAge().toNanos());
      parameters.add(Scales.e6(rung.close()));
    }
    return new RuleSpec(kind, array(parameters));
  }

  private static RuleSpec timeOrSetting(RuleKind kind, NaiveBlock block) {
    if (block instanceof NaiveBlock.MaxAge rule) {
      return new RuleSpec(kind, rule.age().toNanos());
    }
    if (block instanceof NaiveBlock.TimeTighten rule) {
      List<Long> parameters = new ArrayList<>();
      for (NaiveBlock.TighterStop step : rule.steps()) {
        parameters.add(step.after().toNanos());
        parameters.add(Scales.e6(step.stopPercent()));
      }
      return new RuleSpec(kind, array(parameters));
    }
    if (block instanceof NaiveBlock.SquareOff) {
      // The engine reads the absolute time of the registration; these only say that there is one.
      return new RuleSpec(kind, Duration.ofHours(15).toNanos(), E8.NULL, 1);
    }
    if (block instanceof NaiveBlock.Trigger rule) {
      return new RuleSpec(kind, TriggerSource.valueOf(rule.source().name()).code());
    }
    if (block instanceof NaiveBlock.Evaluation rule) {
      return new RuleSpec(
          kind,
          rule.every() == null ? E8.NULL : rule.every().toNanos(),
          Scales.e6(rule.gapPercent()));
    }
    if (block instanceof NaiveBlock.BookThrough rule) {
      return new RuleSpec(kind, rule.confirm().toNanos());
    }
    NaiveBlock.Staleness rule = (NaiveBlock.Staleness) block;
    return new RuleSpec(
        kind, rule.after().toNanos(), StaleAction.valueOf(rule.action().name()).code());
  }

  /** A percent whose absence means the same as 0. */
  private static long orZero(BigDecimal percent) {
    return percent == null ? 0 : Scales.e6(percent);
  }

  private static long[] array(List<Long> parameters) {
    return parameters.stream().mapToLong(Long::longValue).toArray();
  }
}
