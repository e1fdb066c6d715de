package io.ripcord.console;

import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;
import io.ripcord.event.PositionStatus;
import io.ripcord.event.SessionPhase;
import io.ripcord.event.Side;
import io.ripcord.event.TradingState;
import io.ripcord.event.TriggerSource;
import io.ripcord.money.E8;
import io.ripcord.replay.ExplainedOrder;
import io.ripcord.replay.Explanation;
import io.ripcord.replay.Firing;
import io.ripcord.replay.GroupCause;
import io.ripcord.replay.Holding;
import io.ripcord.replay.InputFact;
import io.ripcord.replay.LevelChange;
import io.ripcord.replay.LevelKind;
import io.ripcord.replay.Moment;
import io.ripcord.replay.PolicyChange;
import io.ripcord.replay.PricePath;
import io.ripcord.replay.SeenPrice;
import io.ripcord.replay.Suppression;
import io.ripcord.replay.Touch;
import io.ripcord.rule.PolicySettings;
import io.ripcord.rule.RuleKind;
import io.ripcord.rule.RuleState;
import io.ripcord.rule.RuleStatus;
import java.util.List;

/** Why a position left, or did not, in one sentence. Stateless. */
final class ExplanationSentence {
  private ExplanationSentence() {}

  static String of(Explanation explanation) {
    StringBuilder out = new StringBuilder(256);
    holding(out, explanation.position());
    ExplainedOrder order = explanation.order();
    if (order != null && order.purpose() != ExplainedOrder.Purpose.EXIT) {
      part(out, order, explanation);
    } else if (explanation.firing() == null) {
      open(out, explanation);
    } else {
      left(out, explanation);
    }
    explanation.policies().forEach(change -> adopted(out, change));
    return out.append('.').toString();
  }

  private static void adopted(StringBuilder out, PolicyChange change) {
    out.append("; its policy was changed at ").append(RuleWords.time(change.input().timeNs()));
    out.append(", ").append(change(change));
    input(out, change.input());
  }

  /** Such as {@code from tight version 1 to wide version 2}. */
  static String change(PolicyChange change) {
    return "from "
        + change.from()
        + " version "
        + change.fromVersion()
        + " to "
        + change.to()
        + " version "
        + change.toVersion();
  }

  private static void holding(StringBuilder out, Holding position) {
    out.append("Position ").append(position.id());
    out.append(position.side() == Side.LONG ? " (long " : " (short ");
    out.append(position.symbol()).append(' ');
    E8.append(out, position.quantityE8()).append(" at ");
    E8.append(out, position.entryPriceE8()).append(')');
  }

  private static void part(StringBuilder out, ExplainedOrder order, Explanation explanation) {
    boolean adds = order.purpose() == ExplainedOrder.Purpose.ENTRY;
    out.append(adds ? " was added " : " gave up ");
    E8.append(out, order.quantityE8()).append(" at ").append(RuleWords.time(order.triggerTimeNs()));
    out.append(": ").append(adds ? "SCALE_IN" : order.reason());
    if (order.levelE8() != E8.NULL) {
      E8.append(out.append(" at the profit level "), order.levelE8()).append(" was reached by ");
      price(out, order.triggerPriceE8());
    }
    out.append(" (input ").append(order.causeSequence()).append("); the order is ");
    out.append(order.status());
    out.append(explanation.firing() == null ? "; the rest is still open" : "; the rest has left");
  }

  private static void left(StringBuilder out, Explanation explanation) {
    Firing firing = explanation.firing();
    if (firing.reason() == null) {
      out.append(" is no longer watched since ").append(RuleWords.time(firing.input().timeNs()));
      input(out, firing.input());
      return;
    }
    out.append(" left at ").append(RuleWords.time(firing.input().timeNs())).append(": ");
    out.append(firing.reason());
    switch (firing.reason()) {
      case HARD_STOP, STOP_LOSS, TRAILING_STOP, TAKE_PROFIT, EMERGENCY ->
          touched(out, firing, new RuleText(explanation.names()));
      case SIGNAL -> pending(out, firing, "a signal asked for it", explanation, "SignalReceived");
      case TIME -> pending(out, firing, time(explanation), explanation, null);
      case MA_CROSS ->
          pending(out, firing, "the fast average crossed the slow one", explanation, null);
      case MANUAL -> pending(out, firing, "a close was asked for", explanation, "CloseRequested");
      case PARTIAL -> input(out, firing.input());
    }
    if (explanation.position().status() != PositionStatus.CLOSED) {
      out.append("; the exit is ").append(explanation.moment().exit());
      out.append(" after ").append(explanation.moment().attempts());
      out.append(explanation.moment().attempts() == 1 ? " order" : " orders");
    }
  }

  private static void touched(StringBuilder out, Firing firing, RuleText rules) {
    if (firing.levelE8() != E8.NULL) {
      E8.append(out.append(" at "), firing.levelE8());
      boolean byBook = firing.source() == ExitSource.BOOK;
      out.append(byBook ? " had the whole book beyond it, at " : " was touched by ");
    } else {
      out.append(" at ");
    }
    price(out, firing.triggerPriceE8());
    input(out, firing.input());
    if (firing.group() != null) {
      group(out, firing);
    }
    LevelChange set = firing.levelSet();
    if (set == null) {
      return;
    }
    out.append("; ").append(set.level() == LevelKind.TARGET ? "the target" : "the stop");
    out.append(set.fromE8() == E8.NULL ? " had been set at " : " had been moved there at ");
    out.append(RuleWords.time(set.input().timeNs())).append(" by ");
    if (set.rule() == null) {
      out.append("the command ").append(set.input().kind());
      input(out, set.input());
    } else {
      out.append(rules.rule(set.rule()));
      if (isTrailing(set.rule().kind())) {
        E8.append(out.append(" from watermark "), set.watermarkE8());
      }
    }
  }

  private static void group(StringBuilder out, Firing firing) {
    GroupCause group = firing.group();
    boolean waited = group.timeNs() < firing.input().timeNs();
    out.append("; ").append(group.account() ? "the account" : "group " + group.name());
    out.append(
        waited ? " had fired at " + RuleWords.time(group.timeNs()) + " for " : " was worth ");
    E8.append(out, group.valueE8());
    String[] words =
        switch (group.reason()) {
          case TAKE_PROFIT -> new String[] {"above", "target"};
          case TRAILING_STOP -> new String[] {"below", "lock floor"};
          case EMERGENCY -> new String[] {"below", "daily loss"};
          default -> new String[] {"below", "stop"};
        };
    out.append(", at or ").append(words[0]).append(" its ").append(words[1]).append(" of ");
    E8.append(out, group.limitE8());
    out.append(waited ? ", and this long option waited until the others were closed" : "");
  }

  private static boolean isTrailing(RuleKind kind) {
    return kind == RuleKind.TRAILING_STOP
        || kind == RuleKind.TRAILING_TICKS
        || kind == RuleKind.TRAILING_ATR;
  }

  private static void pending(
      StringBuilder out, Firing firing, String why, Explanation explanation, String command) {
    out.append(", ").append(why);
    InputFact asked = command == null ? null : last(explanation.commands(), command);
    if (asked != null && asked.sequence() != firing.input().sequence()) {
      out.append(" at ").append(RuleWords.time(asked.timeNs()));
      input(out, asked);
    }
    if (firing.triggerPriceE8() != E8.NULL) {
      price(out.append("; at the market, the last price was "), firing.triggerPriceE8());
    }
    input(out, firing.input());
  }

  private static InputFact last(List<InputFact> commands, String kind) {
    return commands.stream()
        .filter(command -> command.kind().equals(kind))
        .reduce((first, second) -> second)
        .orElse(null);
  }

  private static String time(Explanation explanation) {
    RuleText rules = new RuleText(explanation.names());
    return explanation.rules().stream()
        .filter(ExplanationSentence::isTimeUp)
        .map(status -> rules.rule(status.spec()) + " was due")
        .findFirst()
        .orElse("its time had come");
  }

  private static boolean isTimeUp(RuleStatus status) {
    return switch (status.kind()) {
      case MAX_AGE, SQUARE_OFF -> status.state() == RuleState.ACTIVE;
      // Its last rung is "any price", and that has come.
      case TARGET_LADDER ->
          status.dueNs() == E8.NULL
              && status.levelE8() == E8.NULL
              && status.spec().parameter(status.spec().count() - 1) == E8.NULL;
      default -> false;
    };
  }

  private static void open(StringBuilder out, Explanation explanation) {
    Holding position = explanation.position();
    PricePath prices = explanation.prices();
    out.append(" is still open at ").append(RuleWords.time(explanation.moment().timeNs()));
    out.append(": ");
    stop(out, position, prices, explanation.touches());
    target(out, position, prices);
    for (Touch touch : explanation.touches()) {
      out.append("; ").append(touch(touch, explanation.settings()));
    }
    waiting(out, explanation.moment());
    for (RuleStatus status : explanation.rules()) {
      boolean idle =
          status.state() == RuleState.ACTIVE
              || status.state() == RuleState.DONE
              || status.state() == RuleState.IDLE;
      if (!idle) {
        out.append("; ").append(RuleWords.name(status.kind())).append(' ');
        out.append(RuleWords.clause(status));
      }
    }
    if (!explanation.signalExit() && last(explanation.commands(), "SignalReceived") != null) {
      out.append("; a signal came, but the policy does not exit on signals");
    }
  }

  /** What the position waits for as a whole. */
  private static void waiting(StringBuilder out, Moment moment) {
    if (moment.leftUntilNs() != E8.NULL) {
      out.append("; its exit is left to the stop at the venue until ");
      out.append(RuleWords.time(moment.leftUntilNs()));
    }
    if (moment.onHold()) {
      out.append("; on hold until the next price, the market is silent since ");
      out.append(RuleWords.time(moment.lastDataNs()));
    }
    if (moment.phase() != SessionPhase.CONTINUOUS) {
      out.append("; the market is in phase ").append(moment.phase()).append(", no price counts");
    }
    if (moment.tradingState() == TradingState.HALTED) {
      out.append("; trading is halted, nothing fires");
    }
    if (moment.waiting().contains(ExitReason.SIGNAL)) {
      out.append("; the exit that a signal asked for waits for a price");
    }
  }

  private static void stop(
      StringBuilder out, Holding position, PricePath prices, List<Touch> touches) {
    long stopE8 = position.levels().stopE8();
    if (stopE8 == E8.NULL) {
      out.append("there is no stop");
      return;
    }
    E8.append(out.append("stop "), stopE8);
    boolean touched =
        touches.stream()
            .filter(touch -> touch.reason() != Suppression.TRIGGER_SOURCE)
            .anyMatch(touch -> touch.level() == LevelKind.STOP);
    SeenPrice worst = position.side() == Side.LONG ? prices.lowest() : prices.highest();
    if (worst == null) {
      out.append(" has not met a price since registration");
      return;
    }
    out.append(touched ? " did not fire; the " : " was not touched; the ");
    out.append(position.side() == Side.LONG ? "lowest" : "highest");
    E8.append(out.append(" price since registration was "), worst.priceE8());
    out.append(" at ").append(RuleWords.time(worst.timeNs()));
    SeenPrice nearest = prices.nearestStop();
    if (nearest != null && nearest.sequence() != worst.sequence()) {
      E8.append(out.append(", the nearest to the stop of its time was "), nearest.priceE8());
      E8.append(out.append(", "), nearest.distanceE8()).append(" away, at ");
      out.append(RuleWords.time(nearest.timeNs()));
    }
  }

  private static void target(StringBuilder out, Holding position, PricePath prices) {
    long targetE8 = position.levels().targetE8();
    if (targetE8 == E8.NULL) {
      return;
    }
    E8.append(out.append("; target "), targetE8).append(" waits");
    SeenPrice best = position.side() == Side.LONG ? prices.highest() : prices.lowest();
    if (best != null) {
      out.append(position.side() == Side.LONG ? ", the highest was " : ", the lowest was ");
      E8.append(out, best.priceE8()).append(" at ").append(RuleWords.time(best.timeNs()));
    }
  }

  /** Such as {@code 3 prices at or past the stop fired nothing: trading was halted}. */
  static String touch(Touch touch, PolicySettings settings) {
    StringBuilder out = new StringBuilder(160);
    out.append(touch.count()).append(touch.count() == 1 ? " price" : " prices");
    out.append(" at or past the ").append(RuleWords.words(touch.level()));
    out.append(" fired nothing, ").append(why(touch.reason(), settings));
    E8.append(out.append(": "), touch.worstE8());
    E8.append(out.append(" against "), touch.levelE8());
    out.append(touch.count() == 1 ? " at " : ", first at ");
    out.append(RuleWords.time(touch.first().timeNs()));
    input(out, touch.first());
    return out.toString();
  }

  private static String why(Suppression reason, PolicySettings settings) {
    return switch (reason) {
      case HALTED -> "trading was halted";
      case SESSION_PHASE -> "the market was not in continuous trading";
      case TRIGGER_SOURCE -> "the policy looks at " + looksAt(settings.trigger()) + " only";
      case DOUBLE_LAST -> "two trades in a row must touch";
      case INTERVAL -> "prices are evaluated at intervals";
      case DEFERRED -> "the venue's own order could act first";
      case BAD_TICK -> "such a price has to be confirmed first";
      case OTHER -> "for no reason that the journal shows";
    };
  }

  private static String looksAt(TriggerSource trigger) {
    return switch (trigger) {
      case LAST, DOUBLE_LAST -> "trades";
      case BID_ASK -> "its side of the book";
      case MARK -> "the mark price";
    };
  }

  private static StringBuilder price(StringBuilder out, long priceE8) {
    return priceE8 == E8.NULL ? out.append("no known price") : E8.append(out, priceE8);
  }

  private static void input(StringBuilder out, InputFact input) {
    boolean tick = input.kind().equals("Tick") || input.kind().equals("ConflatedTick");
    out.append(" (").append(tick ? "tick " : "input ").append(input.sequence()).append(')');
  }
}
