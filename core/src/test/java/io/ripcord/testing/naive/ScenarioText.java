package io.ripcord.testing.naive;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Prints a scenario as a positions file and a tape in the formats users write, with what those
 * formats cannot say (increments, multipliers, scripted fills) as comments.
 */
final class ScenarioText {

  private ScenarioText() {}

  /** The seed and what the two files below cannot say. */
  static String head(Scenario scenario) {
    StringBuilder out = new StringBuilder("# seed: " + scenario.seed() + "\n");
    for (NaiveInstrument each : scenario.instruments()) {
      out.append("# instrument: {symbol: ").append(each.symbol());
      out.append(", increment: ").append(plain(each.priceIncrement()));
      out.append(", multiplier: ").append(plain(each.multiplier()));
      out.append(", lot: ").append(plain(each.lot()));
      out.append(", inverse: ").append(each.isInverse());
      out.append(", fee: ").append(plain(each.feePercent())).append("}\n");
    }
    return out.toString();
  }

  static String positionsFile(Scenario scenario) {
    StringBuilder out = new StringBuilder("policies:\n");
    Map<String, NaivePolicy> policies = new LinkedHashMap<>();
    scenario.positions().forEach(each -> policies.put(each.policy().name(), each.policy()));
    policies.values().forEach(each -> out.append("  ").append(policy(each)).append('\n'));
    out.append("positions:\n");
    scenario.positions().forEach(each -> out.append("  - ").append(position(each)).append('\n'));
    List<String> signals =
        scenario.events().stream()
            .filter(NaiveEvent.Signal.class::isInstance)
            .map(ScenarioText::signal)
            .toList();
    if (!signals.isEmpty()) {
      out.append("signals:\n");
      signals.forEach(each -> out.append("  - ").append(each).append('\n'));
    }
    return out.toString();
  }

  static String tapeFile(Scenario scenario) {
    StringBuilder out = new StringBuilder("time,symbol,last,quantity,bid,ask\n");
    for (NaiveEvent event : scenario.events()) {
      if (event instanceof NaiveEvent.Tick tick) {
        out.append(tick(tick)).append('\n');
      } else if (event instanceof NaiveEvent.Mark mark) {
        out.append(comment(mark, "mark " + plain(mark.price())));
      } else if (event instanceof NaiveEvent.Phase phase) {
        out.append(comment(phase, phase.phase().name()));
      } else if (event instanceof NaiveEvent.Watch watch) {
        out.append(comment(watch, "watched by " + watch.policy().name()));
      } else if (event instanceof NaiveEvent.Adopt adopt) {
        out.append(comment(adopt, adopt(adopt)));
      }
    }
    return out.toString();
  }

  private static String policy(NaivePolicy policy) {
    List<String> blocks = new ArrayList<>();
    if (policy.stopLoss() == null) {
      blocks.add("unprotected: true");
    } else {
      blocks.add("stop-loss: {" + stopLoss(policy.stopLoss()) + "}");
    }
    if (policy.takeProfit() != null) {
      blocks.add("take-profit: {" + takeProfit(policy.takeProfit()) + "}");
    }
    List<String> trailing = new ArrayList<>(BlockText.trailing(policy));
    if (policy.trailing() != null) {
      trailing.add(0, "{" + trailing(policy.trailing()) + "}");
    }
    if (!trailing.isEmpty()) {
      blocks.add("trailing: " + (trailing.size() == 1 ? trailing.get(0) : trailing));
    }
    blocks.addAll(BlockText.others(policy));
    if (policy.signalExit()) {
      blocks.add("signal-exit: {enabled: true}");
    }
    return policy.name() + ": {" + String.join(", ", blocks) + "}";
  }

  private static String stopLoss(NaivePolicy.StopLoss block) {
    if (block instanceof NaivePolicy.StopLoss.AtPrice stop) {
      return "price: " + plain(stop.price());
    }
    if (block instanceof NaivePolicy.StopLoss.AtPercent stop) {
      return "percent: " + plain(stop.percent());
    }
    if (block instanceof NaivePolicy.StopLoss.AtAtr stop) {
      return BlockText.atr(stop);
    }
    return "ticks: " + ((NaivePolicy.StopLoss.AtTicks) block).ticks();
  }

  private static String takeProfit(NaivePolicy.TakeProfit block) {
    if (block instanceof NaivePolicy.TakeProfit.AtPrice target) {
      return "price: " + plain(target.price());
    }
    if (block instanceof NaivePolicy.TakeProfit.AtPercent target) {
      return "percent: " + plain(target.percent());
    }
    if (block instanceof NaivePolicy.TakeProfit.RiskReward target) {
      return BlockText.riskReward(target);
    }
    List<NaivePolicy.Rung> rungs = ((NaivePolicy.TakeProfit.Ladder) block).rungs();
    return "ladder: [" + String.join(", ", rungs.stream().map(ScenarioText::rung).toList()) + "]";
  }

  private static String rung(NaivePolicy.Rung rung) {
    String what = rung.isAny() ? "any: true" : "percent: " + plain(rung.percent());
    return "{after: " + rung.after().toSeconds() + "s, " + what + "}";
  }

  private static String trailing(NaivePolicy.Trailing block) {
    List<String> keys = new ArrayList<>();
    keys.add("percent: " + plain(block.percent()));
    if (block.activateAt() != null) {
      keys.add("activate-at: " + plain(block.activateAt()));
    }
    if (block.step() != null) {
      keys.add("step: " + plain(block.step()));
    }
    if (block.tighten() != null) {
      keys.add(
          "tighten: {at: "
              + plain(block.tighten().at())
              + ", percent: "
              + plain(block.tighten().percent())
              + "}");
    }
    return String.join(", ", keys);
  }

  private static String position(NaivePosition position) {
    String line =
        "{id: "
            + position.id()
            + ", symbol: "
            + position.symbol()
            + ", side: "
            + position.side()
            + ", quantity: "
            + plain(position.quantity())
            + ", entry-price: "
            + plain(position.entryPrice())
            + ", at: "
            + time(position.registeredAtNs())
            + ", policy: "
            + position.policy().name()
            + "}";
    if (position.squareOffNs() != null) {
      line += " # square-off: " + time(position.squareOffNs());
    }
    return position.exitFills().isEmpty()
        ? line
        : line + " # fills: " + position.exitFills().stream().map(ScenarioText::plain).toList();
  }

  private static String signal(NaiveEvent signal) {
    return "{at: " + time(signal.timeNs()) + ", symbol: " + signal.symbol() + ", action: exit}";
  }

  private static String adopt(NaiveEvent.Adopt adopt) {
    return "position "
        + adopt.positionId()
        + " adopts "
        + policy(adopt.policy())
        + (adopt.squareOffNs() == null ? "" : ", square-off " + time(adopt.squareOffNs()));
  }

  /** What a tape cannot say. */
  private static String comment(NaiveEvent event, String what) {
    return "# %s,%s: %s\n".formatted(time(event.timeNs()), event.symbol(), what);
  }

  private static String tick(NaiveEvent.Tick tick) {
    return String.join(
        ",",
        time(tick.timeNs()),
        tick.symbol(),
        plain(tick.last()),
        plain(tick.quantity()),
        plain(tick.bid()),
        plain(tick.ask()) + venueTime(tick));
  }

  private static String venueTime(NaiveEvent.Tick tick) {
    boolean isUsual = tick.venueTimeNs() != null && tick.venueTimeNs() == tick.timeNs();
    return isUsual ? "" : " # venue time: " + tick.venueTimeNs();
  }

  private static String time(long timeNs) {
    return Instant.ofEpochSecond(0, timeNs).toString();
  }

  private static String plain(BigDecimal amount) {
    return amount == null ? "" : amount.stripTrailingZeros().toPlainString();
  }
}
