package io.ripcord.console;

import io.ripcord.event.Texts;
import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import io.ripcord.rule.MaCrossRule;
import io.ripcord.rule.RiskRewardRule;
import io.ripcord.rule.RuleKind;
import io.ripcord.rule.RuleSpec;
import io.ripcord.rule.RuleState;
import io.ripcord.rule.RuleStatus;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Rules, their parameters and how they stand, in words. Stateless. */
final class RuleWords {
  private RuleWords() {}

  /** Such as {@code trailing-stop}. */
  static String name(RuleKind kind) {
    return words(kind).replace(' ', '-');
  }

  /** The name of a constant as words of a sentence. */
  static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Such as {@code trailing-stop (percent 1, activateAt 2)}; parameters of zero are left out. */
  static String rule(RuleSpec spec) {
    String inner =
        parameters(spec).entrySet().stream()
            .filter(entry -> !entry.getValue().equals("0"))
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
    return name(spec.kind()) + (inner.isEmpty() ? "" : " (" + inner + ")");
  }

  /** The parameters that there are, as text by name, without the units of the names. */
  static Map<String, String> parameters(RuleSpec spec) {
    Map<String, String> byName = new LinkedHashMap<>();
    for (int i = 0; i < spec.count(); i++) {
      long value = spec.parameter(i);
      if (value == E8.NULL) {
        continue;
      }
      String name = spec.parameterName(i);
      if (name.endsWith("E8")) {
        byName.put(stem(name, 2), E8.format(value));
      } else if (name.endsWith("E6")) {
        byName.put(stem(name, 2), Percent.format(value));
      } else if (name.endsWith("Ns")) {
        byName.put(stem(name, 2), Texts.duration(value));
      } else {
        byName.put(name, number(spec.kind(), i, value));
      }
    }
    return byName;
  }

  private static String stem(String name, int unit) {
    return name.substring(0, name.length() - unit);
  }

  private static String number(RuleKind kind, int index, long value) {
    if (kind == RuleKind.MA_CROSS && index == 2) {
      return value == MaCrossRule.EXPONENTIAL ? "ema" : "sma";
    }
    if (kind == RuleKind.RISK_REWARD && index == 0) {
      return value == RiskRewardRule.FIXED_RATIO
          ? "fixed-ratio"
          : value == RiskRewardRule.REGIME ? "regime" : "volatility-adjusted";
    }
    return Long.toString(value);
  }

  /** Such as {@code not warm, 7 of 14 bars, fallback 98 in force}. */
  static String state(RuleStatus status) {
    StringBuilder out = new StringBuilder(words(status.state()));
    if (status.waitsForE8() != E8.NULL) {
      out.append(status.state() == RuleState.ACTIVE ? ", tightens at " : ", waits for ");
      E8.append(out, status.waitsForE8());
    }
    if (status.dueNs() != E8.NULL) {
      out.append(status.state() == RuleState.WAITING_FOR_TIME ? ", due " : ", next due ");
      out.append(Texts.time(status.dueNs()));
    }
    if (status.state() == RuleState.NOT_WARM) {
      out.append(", ").append(status.bars()).append(" of ").append(status.barsNeeded());
      out.append(" bars");
    }
    if (status.levelE8() != E8.NULL) {
      out.append(status.state() == RuleState.NOT_WARM ? ", fallback " : ", level ");
      E8.append(out, status.levelE8());
    }
    return out.toString();
  }
}
