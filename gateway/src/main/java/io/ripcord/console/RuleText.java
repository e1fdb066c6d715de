package io.ripcord.console;

import io.ripcord.event.Texts;
import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import io.ripcord.rule.MaCrossRule;
import io.ripcord.rule.RiskRewardRule;
import io.ripcord.rule.RuleKind;
import io.ripcord.rule.RuleSpec;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Rules as text, with the keys that a policy has for them. Immutable; one thread. */
final class RuleText {
  private final Map<Long, String> names;

  /** Interned names by their numbers, as far as rules refer to them. */
  RuleText(Map<Long, String> names) {
    this.names = names;
  }

  /**
   * Such as {@code trailing-stop (percent 1, activate-at 2)} or {@code target-ladder (0s: 10 %, 4h:
   * any price)}; parameters of zero are left out.
   */
  String rule(RuleSpec spec) {
    String inner =
        switch (spec.kind()) {
          case TARGET_LADDER -> ladder(spec);
          case PARTIAL -> rungs(spec);
          case TIME_TIGHTEN -> ages(spec);
          case SQUARE_OFF -> squareOff(spec);
          case MAX_AGE -> Texts.duration(spec.parameter(0));
          case BREAK_EVEN -> keys(spec) + (spec.parameter(1) == E8.NULL ? ", lock fees" : "");
          default -> keys(spec);
        };
    return RuleWords.name(spec.kind()) + (inner.isEmpty() ? "" : " (" + inner + ")");
  }

  private String keys(RuleSpec spec) {
    return parameters(spec).entrySet().stream()
        .filter(entry -> !entry.getValue().equals("0"))
        .map(entry -> key(entry.getKey()) + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  /** As policies write it: {@code activate-at}. */
  private static String key(String name) {
    return name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }

  private static String percent(long percentE6) {
    return Percent.format(percentE6) + " %";
  }

  private static String ladder(RuleSpec spec) {
    List<String> rungs = new ArrayList<>();
    int count = spec.count() / 2;
    for (int i = 0; i < count; i++) {
      long percentE6 = spec.parameter(count + i);
      String price = percentE6 == E8.NULL ? "any price" : percent(percentE6);
      rungs.add(Texts.duration(spec.parameter(i)) + ": " + price);
    }
    return String.join(", ", rungs);
  }

  private static String rungs(RuleSpec spec) {
    List<String> rungs = new ArrayList<>();
    for (int i = 0; i + 2 < spec.count(); i += 3) {
      long ageNs = spec.parameter(i + 1);
      String age = ageNs == 0 ? "" : " after " + Texts.duration(ageNs);
      rungs.add(percent(spec.parameter(i)) + age + ": close " + percent(spec.parameter(i + 2)));
    }
    return String.join(", ", rungs);
  }

  private static String ages(RuleSpec spec) {
    List<String> ages = new ArrayList<>();
    for (int i = 0; i + 1 < spec.count(); i += 2) {
      ages.add(Texts.duration(spec.parameter(i)) + ": " + percent(spec.parameter(i + 1)));
    }
    return String.join(", ", ages);
  }

  private String squareOff(RuleSpec spec) {
    return spec.parameter(0) == E8.NULL
        ? Texts.duration(spec.parameter(1)) + " before the close"
        : LocalTime.ofNanoOfDay(spec.parameter(0)) + " " + name(spec.parameter(2));
  }

  private String name(long id) {
    return names.getOrDefault(id, Long.toString(id));
  }

  /** The parameters that there are, as text by name, without the units of the names. */
  Map<String, String> parameters(RuleSpec spec) {
    Map<String, String> byName = new LinkedHashMap<>();
    for (int i = 0; i < spec.count(); i++) {
      long value = spec.parameter(i);
      if (value == E8.NULL) {
        continue;
      }
      String name = spec.parameterName(i);
      if (name.endsWith("E8")) {
        byName.put(stem(name), E8.format(value));
      } else if (name.endsWith("E6")) {
        byName.put(stem(name), Percent.format(value));
      } else if (name.endsWith("Ns")) {
        byName.put(stem(name), Texts.duration(value));
      } else if (name.endsWith("Id")) {
        byName.put(stem(name), name(value));
      } else {
        byName.put(name, number(spec.kind(), i, value));
      }
    }
    return byName;
  }

  private static String stem(String name) {
    return name.substring(0, name.length() - 2);
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
}
