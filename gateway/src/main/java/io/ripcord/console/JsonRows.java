package io.ripcord.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ripcord.engine.GroupStatus;
import io.ripcord.engine.Refusal;
import io.ripcord.event.AlertKind;
import io.ripcord.event.ClOrdId;
import io.ripcord.event.RejectKind;
import io.ripcord.event.Texts;
import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import io.ripcord.position.Position;
import java.math.BigDecimal;

/**
 * Rows as JSON, the same in the report and in the answers of a running node: money as decimal text,
 * times in ISO-8601 with nine digits, a missing value is null. Stateless.
 */
final class JsonRows {
  private JsonRows() {}

  static void position(ObjectNode node, PositionRow row) {
    node.put("id", row.id());
    node.put("symbol", row.symbol());
    node.put("side", row.side().name());
    node.put("status", row.status().name());
    node.put("quantity", decimal(row.quantityE8()));
    node.put("openQuantity", decimal(row.openQuantityE8()));
    node.put("entryPrice", decimal(row.entryPriceE8()));
    node.put("lastPrice", decimal(row.lastPriceE8()));
    node.put("stop", decimal(row.stopE8()));
    node.put("hardStop", decimal(row.hardStopE8()));
    node.put("target", decimal(row.targetE8()));
    node.put("watermark", decimal(row.watermarkE8()));
    node.put("policy", row.policy());
    node.put("unrealizedPnl", decimal(row.unrealizedPnlE8()));
    node.put("registered", time(row.registeredNs()));
    ArrayNode groups = node.putArray("groups");
    row.groups().forEach(groups::add);
  }

  static void group(ObjectNode node, GroupRow row) {
    GroupStatus status = row.status();
    node.put("group", row.name());
    node.put("scope", status.scope().name());
    node.put("state", status.state().name());
    node.put("value", decimal(status.valueE8()));
    node.put(row.isAccount() ? "dailyLoss" : "stop", decimal(status.stopE8()));
    node.put("target", decimal(status.targetE8()));
    node.put("lockAt", decimal(status.lockAtE8()));
    node.put("lockFloor", decimal(status.lockFloorE8()));
    node.put("armed", status.armed());
    node.put("open", status.open());
    node.put("withoutPrice", status.unknown());
    node.put("firedReason", status.firedReason() == null ? null : status.firedReason().name());
    node.put("firedTime", time(status.firedNs()));
    node.put("firedValue", decimal(status.firedValueE8()));
    ArrayNode positions = node.putArray("positions");
    status.positions().forEach(id -> positions.add((long) id));
  }

  static void status(ObjectNode node, StatusRow row) {
    node.put("tradingState", row.tradingState().name());
    node.put("session", row.session());
    node.put("openPositions", row.openPositions());
    node.put("exitsInFlight", row.exitsInFlight());
    node.put("alerts", row.alerts());
    node.put("epoch", row.epoch());
    node.put("sequence", row.sequence());
    node.put("time", time(row.timeNs()));
    node.put("lastInputAgeMs", row.lastInputAgeMs());
    node.put("journal", row.journal());
    node.put("problem", row.problem());
  }

  static void exit(ObjectNode node, ExitRow row) {
    node.put("position", row.position);
    node.put("symbol", row.symbol);
    node.put("side", row.side.name());
    node.put("reason", row.reason.name());
    node.put("source", row.source.name());
    node.put("quantity", decimal(row.quantityE8));
    node.put("level", decimal(row.levelE8));
    node.put("triggerTime", time(row.triggerTimeNs));
    node.put("triggerPrice", decimal(row.triggerPriceE8));
    node.put("fillTime", time(row.fillTimeNs));
    node.put("fillPrice", decimal(row.fillPriceE8));
    BigDecimal percent = row.profitPercent();
    node.put("profitPercent", percent == null ? null : plain(percent));
    node.put("pnl", decimal(row.pnlE8));
    node.put("proven", row.isProven());
    node.put("attempts", row.clOrdIds.size());
    ArrayNode ids = node.putArray("clOrdIds");
    row.clOrdIds.forEach(ids::add);
  }

  static void entry(ObjectNode node, EntryRow row) {
    node.put("position", row.position());
    node.put("symbol", row.symbol);
    node.put("time", time(row.timeNs()));
    node.put("quantity", decimal(row.quantityE8()));
    node.put("price", decimal(row.priceE8()));
    node.put("level", decimal(row.levelE8));
    node.put("triggerPrice", decimal(row.triggerPriceE8));
    node.put("clOrdId", row.clOrdId);
  }

  static void open(ObjectNode node, Position position, ReportFold fold) {
    node.put("position", position.id());
    node.put("symbol", fold.symbol(position.instrumentId()));
    node.put("side", position.side().name());
    node.put("status", position.status().name());
    node.put("quantity", decimal(position.quantityE8()));
    node.put("openQuantity", decimal(position.openQuantityE8()));
    node.put("entryPrice", decimal(position.entryPriceE8()));
    node.put("stop", decimal(position.stop().levelE8()));
    node.put("hardStop", decimal(position.hardStopE8()));
    node.put("target", decimal(position.targetE8()));
    node.put("watermark", decimal(position.watermarkE8()));
  }

  static void alert(ObjectNode node, AlertRow row) {
    node.put("time", time(row.timeNs()));
    node.put("alert", row.kind().name());
    if (row.position() != E8.NULL) {
      node.put("position", row.position());
    }
    if (!row.symbol().isEmpty()) {
      node.put("symbol", row.symbol());
    }
    alertValues(node, row.kind(), row.first(), row.second());
    if (!row.group().isEmpty()) {
      node.put("group", row.group());
    }
  }

  /** The two values of an alert under the names that the event schema describes. */
  static void alertValues(ObjectNode node, AlertKind kind, long first, long second) {
    switch (kind) {
      case BAD_TICK -> node.put("price", decimal(first)).put("count", second);
      case EXIT_REJECTED ->
          node.put("attempt", first).put("reject", RejectKind.of((int) second).name());
      case EXIT_STUCK -> node.put("attempt", first).put("openQuantity", decimal(second));
      case NOT_FLAT -> node.put("venueQuantity", decimal(first)).put("checks", second);
      case OVER_FILL ->
          node.put("openQuantity", decimal(first)).put("filledQuantity", decimal(second));
      case UNKNOWN_ORDER -> node.put("clOrdId", ClOrdId.format(first, second));
      case MONEY_OUT_OF_RANGE -> node.put("pnl", decimal(first)).put("multiplier", decimal(second));
      case UNKNOWN_INSTRUMENT -> node.put("instrument", first);
      case REGISTRATION_REFUSED -> node.put("refusal", refusal(first));
      case COMMAND_REFUSED -> node.put("refusal", refusal(first)).put("value", decimal(second));
      case EXIT_UNKNOWN -> node.put("attempt", first).put("questions", second);
      case STOP_LOOSENED -> node.put("oldStop", decimal(first)).put("newStop", decimal(second));
      case EVENT_SKIPPED -> node.put("skippedSequence", first);
      case SESSION_DOWN -> node.put("exitsInFlight", first);
      default -> watchValues(node, kind, first, second);
    }
  }

  /** Its kind and its values as {@code name=value}. */
  static String alertText(AlertKind kind, long first, long second) {
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    alertValues(values, kind, first, second);
    StringBuilder out = new StringBuilder(kind.name());
    values
        .properties()
        .forEach(
            value ->
                out.append(' ')
                    .append(value.getKey())
                    .append('=')
                    .append(value.getValue().asText()));
    return out.toString();
  }

  /** Of what a policy or a group watches. */
  private static void watchValues(ObjectNode node, AlertKind kind, long first, long second) {
    switch (kind) {
      case GAP -> node.put("previous", decimal(first)).put("price", decimal(second));
      case RUNG_SKIPPED ->
          node.put("percent", Percent.format(first)).put("quantity", decimal(second));
      case STALE -> node.put("lastMarketData", time(first)).put("allowed", Texts.duration(second));
      case BREACH_OUTSIDE_SESSION ->
          node.put("price", decimal(first)).put("level", decimal(second));
      case TICK_SUSPECTED -> node.put("price", decimal(first)).put("previous", decimal(second));
      case TICK_REJECTED, TICK_CONFIRMED ->
          node.put("price", decimal(first)).put("next", decimal(second));
      case BRACKET_MISMATCH -> node.put("venueStop", decimal(first)).put("stop", decimal(second));
      case BRACKET_DEFERRED -> node.put("level", decimal(first)).put("until", time(second));
      case BRACKET_TAKEN_OVER -> node.put("level", decimal(first)).put("price", decimal(second));
      case GROUP_FIRED -> node.put("group", first).put("pnl", decimal(second));
      case GROUP_STALE -> node.put("group", first).put("positionsWithoutPrice", second);
      case SQUARE_OFF_OVERDUE ->
          node.put("squareOff", time(first)).put("openQuantity", decimal(second));
      case POLICY_ADOPTED -> node.put("oldPolicy", first).put("newPolicy", second);
      case ENTRY_FAILED -> node.put("attempt", first).put("left", decimal(second));
      case DAILY_LOSS -> node.put("pnl", decimal(first)).put("limit", decimal(second));
      default -> throw new IllegalArgumentException("kind=" + kind + " has no names of values");
    }
  }

  private static String refusal(long code) {
    Refusal refusal = Refusal.of(code);
    return refusal == null ? Long.toString(code) : refusal.name();
  }

  static String decimal(long valueE8) {
    return valueE8 == E8.NULL ? null : E8.format(valueE8);
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  static String time(long timeNs) {
    return timeNs == E8.NULL ? null : Texts.time(timeNs);
  }
}
