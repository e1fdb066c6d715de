package io.ripcord.engine;

import io.ripcord.event.AlertKind;
import io.ripcord.event.ExecType;
import io.ripcord.event.ExitReason;
import io.ripcord.event.PositionStatus;
import io.ripcord.event.RejectKind;
import io.ripcord.event.ReportPublisher;
import io.ripcord.event.Sources;
import io.ripcord.money.E8;
import io.ripcord.testing.EngineRig;
import io.ripcord.testing.RecordedDecisions.Alert;
import io.ripcord.testing.RecordedDecisions.Decision;
import io.ripcord.testing.RecordedDecisions.EntryOrder;
import io.ripcord.testing.RecordedDecisions.ExitOrder;
import io.ripcord.testing.RecordedDecisions.PositionChanged;
import io.ripcord.testing.RecordedDecisions.PositionsQuery;
import io.ripcord.testing.naive.NaiveAlert;
import io.ripcord.testing.naive.NaiveEntry;
import io.ripcord.testing.naive.NaiveExit;
import io.ripcord.testing.naive.NaivePosition;
import io.ripcord.testing.naive.Scenario;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fills the orders of a scenario at once, on the opposite side of the last book, else at the
 * trigger price, in the parts that the position scripts; answers questions with "flat"; and keeps
 * what came of it in the oracle's own words. An order that is not due is an {@link AssertionError}.
 *
 * <p>An exit takes what is open. Where the same event ordered a scale-in too, that is not open yet:
 * what it brings takes a second order, and both are one exit.
 */
final class ScenarioVenue {
  private final EngineRig rig;
  private final ScenarioInputs inputs;
  private final ReportPublisher reports;
  private final Map<Long, NaivePosition> positions = new HashMap<>();
  private final Map<Long, Long> openE8 = new HashMap<>();

  /** What the running event has added to a position after it decided. */
  private final Map<Long, Long> addedE8 = new HashMap<>();

  private final List<Row> rows = new ArrayList<>();
  private final Map<Long, Row> lastRows = new HashMap<>();
  private final List<NaiveEntry> entries = new ArrayList<>();
  private final ScenarioAlerts alerts = new ScenarioAlerts();
  private int answered;
  private long execId;

  ScenarioVenue(Scenario scenario, EngineRig rig, ScenarioInputs inputs) {
    this.rig = rig;
    this.inputs = inputs;
    reports = new ReportPublisher(rig.sink(), Sources.PAPER_VENUE);
    for (NaivePosition each : scenario.positions()) {
      positions.put(each.id(), each);
      openE8.put(each.id(), Scales.e8(each.quantity()));
    }
  }

  /** A booking or an exit: its first order, its fills, and the last word on its position. */
  private static final class Row {
    private final ExitOrder order;
    private final List<NaiveExit.Fill> fills = new ArrayList<>();
    private PositionChanged change;

    Row(ExitOrder order) {
      this.order = order;
    }

    boolean isBooking() {
      return order.reason() == ExitReason.PARTIAL;
    }
  }

  /** Plays until the engine wants nothing more. */
  void answer() {
    List<Decision> decisions = rig.decisions().all();
    int ofTheEvent = decisions.size();
    while (answered < decisions.size()) {
      Decision decision = decisions.get(answered++);
      if (decision instanceof ExitOrder order) {
        fill(order);
      } else if (decision instanceof EntryOrder order) {
        fill(order, answered <= ofTheEvent);
      } else if (decision instanceof PositionsQuery query) {
        reports.venuePositionsBegin(query.timeNs(), query.queryId(), 0);
        reports.venuePositionsEnd(query.timeNs(), query.queryId(), 0);
      } else if (decision instanceof PositionChanged change) {
        Row row = lastRows.get(change.positionId());
        if (row != null && !row.isBooking()) {
          row.change = change;
        }
      } else if (decision instanceof Alert alert
          && alert.kind() != AlertKind.BAD_TICK
          && !alerts.add(alert, inputs.symbol(alert.instrumentId()))) {
        throw new AssertionError("unexpected: " + alert);
      }
    }
    addedE8.clear();
  }

  private void fill(ExitOrder order) {
    NaivePosition position = positions.get(order.positionId());
    requireDue(order, position);
    Row row = lastRows.get(position.id());
    boolean isFirst = row == null || row.isBooking();
    if (isFirst) {
      row = new Row(order);
      rows.add(row);
      lastRows.put(position.id(), row);
    }
    List<BigDecimal> script =
        position.exitFills().isEmpty()
            ? List.of(Scales.decimal(order.quantityE8()))
            : position.exitFills();
    long oppositeE8 = inputs.oppositeE8(position);
    long knownE8 =
        order.triggerPriceE8() == E8.NULL
            ? rig.engine().view().positions().byId(position.id()).entryPriceE8()
            : order.triggerPriceE8();
    long priceE8 = oppositeE8 == 0 ? knownE8 : oppositeE8;

    reports.orderSent(order.timeNs(), order.clOrdIdHigh(), order.clOrdIdLow());
    report(order, ExecType.NEW, 0, 0, 0);
    long filledE8 = 0;
    for (BigDecimal quantity : script) {
      filledE8 += Scales.e8(quantity);
      row.fills.add(new NaiveExit.Fill(quantity, Scales.decimal(priceE8)));
      report(order, ExecType.TRADE, Scales.e8(quantity), priceE8, filledE8);
    }
    if (row.isBooking()) {
      // Of the same event an exit of the rest may follow: what the booking brought is known now.
      row.change = lastChange(position.id());
    }
  }

  private PositionChanged lastChange(long positionId) {
    return rig.decisions().all().stream()
        .filter(PositionChanged.class::isInstance)
        .map(PositionChanged.class::cast)
        .filter(change -> change.positionId() == positionId)
        .reduce((earlier, later) -> later)
        .orElse(null);
  }

  private void fill(EntryOrder order, boolean isOfTheEvent) {
    NaivePosition position = positions.get(order.positionId());
    long bookE8 = inputs.sameSideE8(position);
    long priceE8 = bookE8 == 0 ? order.triggerPriceE8() : bookE8;
    openE8.merge(position.id(), order.quantityE8(), Long::sum);
    if (isOfTheEvent) {
      addedE8.merge(position.id(), order.quantityE8(), Long::sum);
    }
    entries.add(
        new NaiveEntry(
            position.id(),
            order.timeNs(),
            Scales.decimal(order.triggerPriceE8()),
            Scales.decimal(order.quantityE8()),
            Scales.decimal(priceE8)));
    reports.orderSent(order.timeNs(), order.clOrdIdHigh(), order.clOrdIdLow());
    reports.executionReport(
        order.timeNs(),
        order.clOrdIdHigh(),
        order.clOrdIdLow(),
        ExecType.TRADE,
        ++execId,
        order.quantityE8(),
        priceE8,
        order.quantityE8(),
        0,
        RejectKind.NONE);
  }

  /** At latency 0 an exit is for all that was open when it was decided, at once. */
  private void requireDue(ExitOrder order, NaivePosition position) {
    boolean isBooking = order.reason() == ExitReason.PARTIAL;
    Row row = lastRows.get(position.id());
    boolean isFirst = row == null || row.isBooking();
    long leftE8 = openE8.get(position.id());
    long dueE8 = isFirst ? leftE8 - addedE8.getOrDefault(position.id(), 0L) : leftE8;
    boolean isQuantity = isBooking ? order.quantityE8() < dueE8 : order.quantityE8() == dueE8;
    boolean isSecond = !isFirst && addedE8.containsKey(position.id());
    boolean goesOn = isSecond && order.attempt() == 2 && order.reason() == row.order.reason();
    if (!isQuantity
        || order.quantityE8() <= 0
        || order.side() != ScenarioInputs.side(position)
        || order.instrumentId() != inputs.instrumentId(position.symbol())
        || order.timeNs() != order.triggerTimeNs()
        || (isFirst ? !isBooking && order.attempt() != 1 : !goesOn)) {
      throw new AssertionError("not the order that is due of " + position + ": " + order);
    }
    openE8.put(position.id(), leftE8 - order.quantityE8());
  }

  private void report(ExitOrder order, ExecType type, long lastE8, long priceE8, long filledE8) {
    reports.executionReport(
        order.timeNs(),
        order.clOrdIdHigh(),
        order.clOrdIdLow(),
        type,
        ++execId,
        lastE8,
        priceE8,
        filledE8,
        order.quantityE8() - filledE8,
        RejectKind.NONE);
  }

  /** All bookings and exits, in the order in which they were decided. */
  List<NaiveExit> exits() {
    List<NaiveExit> exits = new ArrayList<>();
    Map<Long, Long> realizedE8 = new HashMap<>();
    rows.forEach(row -> exits.add(exit(row, realizedE8)));
    return exits;
  }

  /** Of a position booked in parts, every row has what it added to the realised profit. */
  private static NaiveExit exit(Row row, Map<Long, Long> realizedE8) {
    ExitOrder order = row.order;
    PositionChanged change = row.change;
    if (change == null || (change.status() == PositionStatus.CLOSED) == row.isBooking()) {
      throw new AssertionError("not what follows " + order + ": " + change);
    }
    boolean isOnly = !row.isBooking() && !realizedE8.containsKey(order.positionId());
    long beforeE8 = realizedE8.getOrDefault(order.positionId(), 0L);
    realizedE8.put(order.positionId(), change.realizedPnlE8());
    return new NaiveExit(
        order.positionId(),
        order.reason().name(),
        order.triggerTimeNs(),
        Scales.decimal(order.triggerPriceE8()),
        Scales.decimal(order.levelE8()),
        isOnly ? Scales.decimal(change.exitPriceE8()) : row.fills.get(0).price(),
        Scales.decimal(change.realizedPnlE8() - beforeE8),
        row.fills);
  }

  /** The layer that closed each of {@link #exits}. */
  List<String> sources() {
    return rows.stream().map(row -> row.order.source().name()).toList();
  }

  /** All scale-ins. */
  List<NaiveEntry> entries() {
    return entries;
  }

  /** All alerts but those of bad ticks. */
  List<NaiveAlert> alerts() {
    return alerts.rows();
  }
}
