package io.ripcord.console;

import io.ripcord.event.SessionPhase;
import io.ripcord.event.Texts;
import io.ripcord.event.TradingState;
import io.ripcord.money.E6;
import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import io.ripcord.replay.AlertFact;
import io.ripcord.replay.ExplainedOrder;
import io.ripcord.replay.Explanation;
import io.ripcord.replay.InputFact;
import io.ripcord.replay.LevelChange;
import io.ripcord.replay.LevelKind;
import io.ripcord.replay.LevelSet;
import io.ripcord.replay.PolicyChange;
import io.ripcord.replay.Touch;
import io.ripcord.rule.PolicySettings;
import io.ripcord.rule.RuleStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An explanation as text: a sentence, then everything behind it. Stateless. */
public final class ExplanationText {

  private ExplanationText() {}

  /** Lines of text; the first is the sentence. */
  public static List<String> of(Explanation explanation) {
    List<String> out = new ArrayList<>();
    RuleText rules = new RuleText(explanation.names());
    out.add(ExplanationSentence.of(explanation));
    if (explanation.firing() != null) {
      section(out, "fired by", List.of(input(explanation.firing().input())));
    }
    section(out, "levels", levels(explanation));
    section(out, "settings", settings(explanation));
    section(
        out,
        "rules",
        explanation.rules().stream().map(rule -> rule(rule, explanation, rules)).toList());
    section(
        out,
        "touched without an exit",
        explanation.touches().stream().map(touch -> touch(touch, explanation.settings())).toList());
    section(out, "orders", explanation.orders().stream().map(ExplanationText::order).toList());
    section(out, "commands", explanation.commands().stream().map(ExplanationText::input).toList());
    section(out, "alerts", explanation.alerts().stream().map(ExplanationText::alert).toList());
    section(out, "policies", explanation.policies().stream().map(ExplanationText::policy).toList());
    section(
        out,
        "changes",
        explanation.changes().stream().map(change -> change(change, rules)).toList());
    return out;
  }

  private static void section(List<String> out, String title, List<String> lines) {
    if (!lines.isEmpty()) {
      out.add("");
      out.add(title);
      lines.forEach(line -> out.add("  " + line));
    }
  }

  private static List<String> levels(Explanation explanation) {
    LevelSet levels = explanation.position().levels();
    List<String> out = new ArrayList<>();
    for (LevelKind kind : LevelKind.values()) {
      if (levels.of(kind) != E8.NULL) {
        out.add("%-10s %s".formatted(RuleWords.words(kind), E8.format(levels.of(kind))));
      }
    }
    if (levels.firstStopE8() != E8.NULL && levels.firstStopE8() != levels.stopE8()) {
      out.add("%-10s %s".formatted("first stop", E8.format(levels.firstStopE8())));
    }
    return out;
  }

  private static List<String> settings(Explanation explanation) {
    PolicySettings settings = explanation.settings();
    List<String> out = new ArrayList<>();
    out.add(
        "policy "
            + explanation.position().policy()
            + " version "
            + explanation.position().policyVersion()
            + ", trigger "
            + RuleWords.words(settings.trigger())
            + ", signal exit "
            + (explanation.signalExit() ? "on" : "off"));
    if (settings.everyNs() != E8.NULL) {
      out.add("evaluated every " + Texts.duration(settings.everyNs()));
    }
    if (settings.bookConfirmNs() != E8.NULL) {
      out.add("book through the stop for " + Texts.duration(settings.bookConfirmNs()));
    }
    if (settings.staleAfterNs() != E8.NULL) {
      String action = RuleWords.words(settings.onStale());
      out.add("stale after " + Texts.duration(settings.staleAfterNs()) + ": " + action);
    }
    // Every policy has it; it means something where a stop at the venue is known.
    boolean hasBracket =
        explanation.commands().stream().anyMatch(input -> input.kind().equals("BracketStatus"));
    if (hasBracket && settings.deferNs() != E8.NULL) {
      String within = Percent.format(settings.deferWithinE6());
      String time = Texts.duration(settings.deferNs());
      out.add("leaves its exit to the venue's stop for " + time + " within " + within + " %");
    }
    if (explanation.position().divisorE6() != E6.ONE) {
      String divisor = Percent.format(explanation.position().divisorE6());
      out.add("volatility divides trailing distances by " + divisor);
    }
    if (explanation.moment().tradingState() != TradingState.ACTIVE) {
      out.add("trading is " + explanation.moment().tradingState());
    }
    if (explanation.moment().phase() != SessionPhase.CONTINUOUS) {
      out.add("the market is in phase " + explanation.moment().phase());
    }
    return out;
  }

  private static String rule(RuleStatus status, Explanation explanation, RuleText rules) {
    long stopE8 = explanation.position().levels().stopE8();
    boolean stops =
        switch (status.kind()) {
          case STOP_LOSS, ATR_STOP, TRAILING_STOP, TRAILING_TICKS, TRAILING_ATR, SUPERTREND -> true;
          default -> false;
        };
    boolean another = stops && status.levelE8() != E8.NULL && status.levelE8() != stopE8;
    return rules.rule(status.spec())
        + ": "
        + RuleWords.state(status)
        + (another ? " (in force: " + level(stopE8) + ")" : "");
  }

  private static String touch(Touch touch, PolicySettings settings) {
    String last = touch.count() == 1 ? "" : ", last at " + RuleWords.time(touch.last().timeNs());
    return ExplanationSentence.touch(touch, settings) + last;
  }

  private static String order(ExplainedOrder order) {
    StringBuilder out = new StringBuilder(160);
    out.append(RuleWords.time(order.decidedNs())).append(" input ").append(order.causeSequence());
    out.append(' ').append(order.clOrdId()).append(' ').append(RuleWords.words(order.purpose()));
    out.append(" attempt ").append(order.attempt());
    E8.append(out.append(", quantity "), order.quantityE8()).append(", ");
    out.append(order.status());
    if (order.filledE8() > 0) {
      E8.append(out.append(", filled "), order.filledE8());
      E8.append(out.append(" at "), order.fillPriceE8());
    }
    return out.toString();
  }

  private static String alert(AlertFact alert) {
    return RuleWords.time(alert.timeNs())
        + " input "
        + alert.causeSequence()
        + " "
        + JsonRows.alertText(alert.kind(), alert.first(), alert.second());
  }

  private static String input(InputFact input) {
    String values = values(input.values());
    return RuleWords.time(input.timeNs())
        + " input "
        + input.sequence()
        + " "
        + input.kind()
        + (values.isEmpty() ? "" : " " + values);
  }

  private static String values(Map<String, String> values) {
    return values.entrySet().stream()
        .map(value -> value.getKey() + "=" + value.getValue())
        .collect(Collectors.joining(" "));
  }

  private static String policy(PolicyChange change) {
    return RuleWords.time(change.input().timeNs())
        + " input "
        + change.input().sequence()
        + " "
        + ExplanationSentence.change(change);
  }

  private static String change(LevelChange change, RuleText rules) {
    StringBuilder out = new StringBuilder(128);
    out.append(RuleWords.time(change.input().timeNs())).append(" input ");
    out.append(change.input().sequence()).append(' ').append(RuleWords.words(change.level()));
    out.append(' ').append(level(change.fromE8())).append(" -> ").append(level(change.toE8()));
    return out.append(" by ").append(mover(change, rules)).toString();
  }

  private static String mover(LevelChange change, RuleText rules) {
    if (change.rule() != null) {
      return rules.rule(change.rule());
    }
    return change.level() == LevelKind.WATERMARK ? "the price" : change.input().kind();
  }

  private static String level(long levelE8) {
    return levelE8 == E8.NULL ? "none" : E8.format(levelE8);
  }
}
