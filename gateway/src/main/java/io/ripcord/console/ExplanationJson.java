package io.ripcord.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ripcord.event.Texts;
import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import io.ripcord.replay.AlertFact;
import io.ripcord.replay.ExplainedOrder;
import io.ripcord.replay.Explanation;
import io.ripcord.replay.Firing;
import io.ripcord.replay.GroupCause;
import io.ripcord.replay.Holding;
import io.ripcord.replay.InputFact;
import io.ripcord.replay.LevelChange;
import io.ripcord.replay.Moment;
import io.ripcord.replay.PolicyChange;
import io.ripcord.replay.PricePath;
import io.ripcord.replay.SeenPrice;
import io.ripcord.replay.Touch;
import io.ripcord.rule.PolicySettings;
import io.ripcord.rule.RuleSpec;
import io.ripcord.rule.RuleStatus;

/**
 * An explanation as JSON; the keys are documented in docs/explain.md and always there, null where
 * there is nothing to say. Stateless.
 */
public final class ExplanationJson {
  private ExplanationJson() {}

  /** One object. */
  public static ObjectNode of(Explanation explanation) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("sentence", ExplanationSentence.of(explanation));
    position(node.putObject("position"), explanation.position());
    moment(node.putObject("moment"), explanation.moment());
    settings(node.putObject("settings"), explanation.settings(), explanation.signalExit());
    RuleText text = new RuleText(explanation.names());
    ArrayNode rules = node.putArray("rules");
    explanation.rules().forEach(status -> rule(rules.addObject(), status, text));
    prices(node.putObject("prices"), explanation.prices());
    if (explanation.firing() == null) {
      node.putNull("firing");
    } else {
      firing(node.putObject("firing"), explanation.firing(), text);
    }
    node.put("order", explanation.order() == null ? null : explanation.order().clOrdId());
    ArrayNode touches = node.putArray("touches");
    explanation.touches().forEach(touch -> touch(touches.addObject(), touch));
    ArrayNode orders = node.putArray("orders");
    explanation.orders().forEach(order -> order(orders.addObject(), order));
    ArrayNode commands = node.putArray("commands");
    explanation.commands().forEach(command -> input(commands.addObject(), command));
    ArrayNode alerts = node.putArray("alerts");
    explanation.alerts().forEach(alert -> alert(alerts.addObject(), alert));
    ArrayNode policies = node.putArray("policies");
    explanation.policies().forEach(change -> policy(policies.addObject(), change));
    ArrayNode changes = node.putArray("changes");
    explanation.changes().forEach(change -> change(changes.addObject(), change, text));
    return node;
  }

  private static void policy(ObjectNode node, PolicyChange change) {
    node.put("sequence", change.input().sequence());
    node.put("time", JsonRows.time(change.input().timeNs()));
    node.put("from", change.from());
    node.put("fromVersion", change.fromVersion());
    node.put("to", change.to());
    node.put("toVersion", change.toVersion());
  }

  private static void position(ObjectNode node, Holding position) {
    node.put("id", position.id());
    node.put("symbol", position.symbol());
    node.put("side", position.side().name());
    node.put("status", position.status().name());
    node.put("quantity", JsonRows.decimal(position.quantityE8()));
    node.put("openQuantity", JsonRows.decimal(position.openQuantityE8()));
    node.put("entryPrice", JsonRows.decimal(position.entryPriceE8()));
    node.put("policy", position.policy());
    node.put("policyVersion", position.policyVersion());
    node.put("registered", JsonRows.time(position.registeredNs()));
    node.put("stop", JsonRows.decimal(position.levels().stopE8()));
    node.put("firstStop", JsonRows.decimal(position.levels().firstStopE8()));
    node.put("target", JsonRows.decimal(position.levels().targetE8()));
    node.put("hardStop", JsonRows.decimal(position.levels().hardStopE8()));
    node.put("watermark", JsonRows.decimal(position.levels().watermarkE8()));
    node.put("booked", JsonRows.decimal(position.bookedE8()));
    node.put("volatilityDivisor", Percent.format(position.divisorE6()));
  }

  private static void moment(ObjectNode node, Moment moment) {
    node.put("sequence", moment.sequence());
    node.put("time", JsonRows.time(moment.timeNs()));
    node.put("tradingState", moment.tradingState().name());
    node.put("phase", moment.phase().name());
    node.put("exit", moment.exit().name());
    node.put("attempts", moment.attempts());
    ArrayNode waiting = node.putArray("waiting");
    moment.waiting().forEach(reason -> waiting.add(reason.name()));
    node.put("onHold", moment.onHold());
    node.put("lastMarketData", JsonRows.time(moment.lastDataNs()));
    node.put("leftToVenueUntil", JsonRows.time(moment.leftUntilNs()));
  }

  private static void settings(ObjectNode node, PolicySettings settings, boolean signalExit) {
    node.put("trigger", settings.trigger().name());
    node.put("signalExit", signalExit);
    node.put("every", duration(settings.everyNs()));
    node.put("gapPercent", percent(settings.gapPercentE6()));
    node.put("bookConfirm", duration(settings.bookConfirmNs()));
    node.put("staleAfter", duration(settings.staleAfterNs()));
    node.put("onStale", settings.onStale().name());
    node.put("defer", duration(settings.deferNs()));
    node.put("deferWithinPercent", percent(settings.deferWithinE6()));
  }

  private static void spec(ObjectNode node, RuleSpec spec, RuleText text) {
    node.put("rule", spec.kind().name());
    ObjectNode parameters = node.putObject("parameters");
    text.parameters(spec).forEach(parameters::put);
  }

  private static void rule(ObjectNode node, RuleStatus status, RuleText text) {
    spec(node, status.spec(), text);
    node.put("state", status.state().name());
    node.put("level", JsonRows.decimal(status.levelE8()));
    node.put("waitsFor", JsonRows.decimal(status.waitsForE8()));
    node.put("due", JsonRows.time(status.dueNs()));
    node.put("bars", status.bars());
    node.put("barsNeeded", status.barsNeeded());
  }

  private static void prices(ObjectNode node, PricePath prices) {
    node.put("count", prices.count());
    seen(node, "last", prices.last());
    seen(node, "lowest", prices.lowest());
    seen(node, "highest", prices.highest());
    seen(node, "nearestStop", prices.nearestStop());
    seen(node, "nearestTarget", prices.nearestTarget());
  }

  private static void seen(ObjectNode parent, String key, SeenPrice price) {
    if (price == null) {
      parent.putNull(key);
      return;
    }
    ObjectNode node = parent.putObject(key);
    node.put("price", JsonRows.decimal(price.priceE8()));
    node.put("level", JsonRows.decimal(price.levelE8()));
    node.put("sequence", price.sequence());
    node.put("time", JsonRows.time(price.timeNs()));
  }

  private static void firing(ObjectNode node, Firing firing, RuleText text) {
    node.put("reason", firing.reason() == null ? null : firing.reason().name());
    node.put("source", firing.source() == null ? null : firing.source().name());
    node.put("level", JsonRows.decimal(firing.levelE8()));
    node.put("triggerPrice", JsonRows.decimal(firing.triggerPriceE8()));
    input(node.putObject("input"), firing.input());
    if (firing.group() != null) {
      GroupCause group = firing.group();
      node.putObject("group")
          .put("name", group.name())
          .put("account", group.account())
          .put("reason", group.reason().name())
          .put("value", JsonRows.decimal(group.valueE8()))
          .put("limit", JsonRows.decimal(group.limitE8()))
          .put("fired", JsonRows.time(group.timeNs()));
    }
    if (firing.levelSet() == null) {
      node.putNull("levelSet");
    } else {
      change(node.putObject("levelSet"), firing.levelSet(), text);
    }
  }

  private static void input(ObjectNode node, InputFact input) {
    node.put("sequence", input.sequence());
    node.put("time", JsonRows.time(input.timeNs()));
    node.put("kind", input.kind());
    ObjectNode values = node.putObject("values");
    input.values().forEach(values::put);
  }

  private static void touch(ObjectNode node, Touch touch) {
    node.put("level", touch.level().name());
    node.put("reason", touch.reason().name());
    node.put("count", touch.count());
    node.put("worstPrice", JsonRows.decimal(touch.worstE8()));
    node.put("levelPrice", JsonRows.decimal(touch.levelE8()));
    input(node.putObject("first"), touch.first());
    input(node.putObject("last"), touch.last());
  }

  private static void order(ObjectNode node, ExplainedOrder order) {
    node.put("clOrdId", order.clOrdId());
    node.put("purpose", order.purpose().name());
    node.put("cause", order.causeSequence());
    node.put("time", JsonRows.time(order.decidedNs()));
    node.put("attempt", order.attempt());
    node.put("quantity", JsonRows.decimal(order.quantityE8()));
    node.put("reason", order.reason() == null ? null : order.reason().name());
    node.put("source", order.source() == null ? null : order.source().name());
    node.put("level", JsonRows.decimal(order.levelE8()));
    node.put("triggerPrice", JsonRows.decimal(order.triggerPriceE8()));
    node.put("triggerTime", JsonRows.time(order.triggerTimeNs()));
    node.put("status", order.status());
    node.put("filled", JsonRows.decimal(order.filledE8()));
    node.put("fillPrice", JsonRows.decimal(order.fillPriceE8()));
  }

  private static void alert(ObjectNode node, AlertFact alert) {
    node.put("cause", alert.causeSequence());
    node.put("time", JsonRows.time(alert.timeNs()));
    node.put("alert", alert.kind().name());
    JsonRows.alertValues(node, alert.kind(), alert.first(), alert.second());
  }

  private static void change(ObjectNode node, LevelChange change, RuleText text) {
    node.put("sequence", change.input().sequence());
    node.put("time", JsonRows.time(change.input().timeNs()));
    node.put("input", change.input().kind());
    node.put("level", change.level().name());
    node.put("from", JsonRows.decimal(change.fromE8()));
    node.put("to", JsonRows.decimal(change.toE8()));
    node.put("watermark", JsonRows.decimal(change.watermarkE8()));
    if (change.rule() == null) {
      node.putNull("rule");
      node.putNull("parameters");
    } else {
      spec(node, change.rule(), text);
    }
  }

  private static String duration(long durationNs) {
    return durationNs == E8.NULL ? null : Texts.duration(durationNs);
  }

  private static String percent(long percentE6) {
    return percentE6 == E8.NULL ? null : Percent.format(percentE6);
  }
}
