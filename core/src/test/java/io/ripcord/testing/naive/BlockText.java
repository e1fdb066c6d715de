package io.ripcord.testing.naive;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The blocks of a policy beyond the basic ones, the way users write them. */
final class BlockText {

  private BlockText() {}

  /** {@code trailing} rules other than percent, each as an entry of the list. */
  static List<String> trailing(NaivePolicy policy) {
    List<String> rules = new ArrayList<>();
    for (NaiveBlock block : policy.blocks()) {
      if (block instanceof NaiveBlock.TrailingTicks rule) {
        rules.add(
            keys(
                "ticks", rule.ticks(),
                "activate-at", rule.activateAt(),
                "step", rule.step(),
                "tighten",
                    rule.tightenAt() == null
                        ? null
                        : keys("at", rule.tightenAt(), "ticks", rule.tightenTicks())));
      } else if (block instanceof NaiveBlock.TrailingAtr rule) {
        rules.add(
            keys(
                "atr",
                    keys(
                        "period",
                        rule.period(),
                        "multiplier",
                        rule.multiplier(),
                        "bar",
                        rule.bar()),
                "activate-at", rule.activateAt(),
                "step", rule.step(),
                "tighten",
                    rule.tightenAt() == null
                        ? null
                        : keys("at", rule.tightenAt(), "multiplier", rule.tightenMultiplier())));
      } else if (block instanceof NaiveBlock.SuperTrend rule) {
        rules.add(
            keys(
                "supertrend",
                keys("period", rule.period(), "multiplier", rule.multiplier(), "bar", rule.bar())));
      } else if (block instanceof NaiveBlock.MaCross rule) {
        rules.add(
            keys(
                "ma-cross",
                keys(
                    "fast", rule.fast(),
                    "slow", rule.slow(),
                    "type", rule.isExponential() ? "ema" : "sma",
                    "bar", rule.bar())));
      }
    }
    return rules;
  }

  /** Every other block as {@code key: value}. */
  static List<String> others(NaivePolicy policy) {
    List<String> blocks = new ArrayList<>();
    List<Object> time = new ArrayList<>();
    for (NaiveBlock block : policy.blocks()) {
      if (block instanceof NaiveBlock.MaxAge rule) {
        time.addAll(List.of("max-age", rule.age()));
      } else if (block instanceof NaiveBlock.SquareOff) {
        time.addAll(List.of("square-off", "\"see the position\""));
      } else if (block instanceof NaiveBlock.TimeTighten rule) {
        time.addAll(
            List.of(
                "tighten",
                rule.steps().stream()
                    .map(step -> keys("after", step.after(), "stop-percent", step.stopPercent()))
                    .toList()));
      } else {
        String text = other(block);
        if (text != null) {
          blocks.add(text);
        }
      }
    }
    if (!time.isEmpty()) {
      blocks.add("time: " + keys(time.toArray()));
    }
    return blocks;
  }

  private static String other(NaiveBlock block) {
    if (block instanceof NaiveBlock.BreakEven rule) {
      return "break-even: "
          + keys("at", rule.at(), "lock", rule.lock() == null ? "fees" : rule.lock());
    }
    if (block instanceof NaiveBlock.Partial rule) {
      return "partial: "
          + rule.rungs().stream()
              .map(rung -> keys("at", rung.at(), "min-age", rung.minAge(), "close", rung.close()))
              .toList();
    }
    if (block instanceof NaiveBlock.ScaleIn rule) {
      return "scale-in: "
          + keys(
              "at", rule.at(),
              "add", rule.add(),
              "momentum", keys("bars", rule.momentumBars(), "percent", rule.momentum()),
              "volume-ratio", rule.volumeRatio(),
              "max-adds", rule.maxAdds(),
              "bar", rule.bar());
    }
    if (block instanceof NaiveBlock.Volatility rule) {
      return "volatility: "
          + keys(
              "fast", rule.fast(),
              "slow", rule.slow(),
              "tighten-above", rule.tightenAbove(),
              "widen-below", rule.widenBelow(),
              "bar", rule.bar());
    }
    if (block instanceof NaiveBlock.HardStop rule) {
      return "hard-stop: " + keys("percent", rule.percent());
    }
    if (block instanceof NaiveBlock.Trigger rule) {
      return "trigger: " + word(rule.source());
    }
    if (block instanceof NaiveBlock.Evaluation rule) {
      return "evaluate: " + keys("every", rule.every(), "gap-percent", rule.gapPercent());
    }
    if (block instanceof NaiveBlock.BookThrough rule) {
      return "book-through: " + keys("confirm-ms", rule.confirm().toMillis());
    }
    if (block instanceof NaiveBlock.Staleness rule) {
      return "stale-after: " + text(rule.after()) + ", on-stale: " + word(rule.action());
    }
    return null;
  }

  /** {@code stop-loss: {atr}}. */
  static String atr(NaivePolicy.StopLoss.AtAtr rule) {
    return "atr: "
        + keys(
            "period", rule.period(),
            "multiplier", rule.multiplier(),
            "bar", rule.bar(),
            "min-percent", rule.minPercent(),
            "fallback-percent", rule.fallbackPercent());
  }

  /** {@code take-profit: {risk-reward}}. */
  static String riskReward(NaivePolicy.TakeProfit.RiskReward rule) {
    List<Object> symbols = new ArrayList<>();
    for (Map.Entry<String, BigDecimal> each : new TreeMap<>(rule.baseOfSymbol()).entrySet()) {
      symbols.addAll(List.of(each.getKey(), each.getValue()));
    }
    return "risk-reward: "
        + keys(
            "strategy", word(rule.strategy()),
            "base", rule.base(),
            "min", rule.min(),
            "max", rule.max(),
            "volatility-factor", rule.volatilityFactor(),
            "trending", rule.trending(),
            "ranging", rule.ranging(),
            "volatile", rule.inVolatile(),
            "bar", rule.bar(),
            "symbols", keys(symbols.toArray()));
  }

  /** Keys and values by turns; what is absent is left out. */
  private static String keys(Object... keysAndValues) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      if (keysAndValues[i + 1] != null) {
        pairs.add(keysAndValues[i] + ": " + text(keysAndValues[i + 1]));
      }
    }
    return "{" + String.join(", ", pairs) + "}";
  }

  private static String text(Object value) {
    if (value instanceof BigDecimal number) {
      return number.stripTrailingZeros().toPlainString();
    }
    return value instanceof Duration duration ? duration.toSeconds() + "s" : value.toString();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
