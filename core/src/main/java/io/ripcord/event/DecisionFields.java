package io.ripcord.event;

import io.ripcord.money.E8;

/**
 * Spells out decisions as named values, with the symbols that an {@link EventFields} has seen. For
 * tools and reports: allocates, one thread.
 */
public final class DecisionFields implements DecisionListener {
  private final FieldSink sink;
  private final EventFields names;
  private long causeSequence;
  private int index;

  /** Spells out into {@code sink}. */
  public DecisionFields(FieldSink sink, EventFields names) {
    this.sink = sink;
    this.names = names;
  }

  /** Which decision comes next. */
  public void cause(long newCauseSequence, int newIndex) {
    causeSequence = newCauseSequence;
    index = newIndex;
  }

  private void begin(String kind, long timeNs, long positionId, int instrumentId) {
    sink.begin(kind);
    sink.number("cause", causeSequence);
    sink.number("index", index);
    sink.time("time", timeNs);
    if (positionId != E8.NULL) {
      sink.number("position", positionId);
    }
    if (instrumentId >= 0) {
      sink.text("symbol", names.symbol(instrumentId));
    }
  }

  @Override
  public void onExitOrder(
      long timeNs,
      long positionId,
      int instrumentId,
      long clOrdIdHigh,
      long clOrdIdLow,
      Side side,
      OrderType orderType,
      long quantityE8,
      int attempt,
      ExitReason reason,
      ExitSource source,
      long levelE8,
      long triggerPriceE8,
      long triggerTimeNs) {
    begin("ExitOrder", timeNs, positionId, instrumentId);
    sink.text("clOrdId", ClOrdId.format(clOrdIdHigh, clOrdIdLow));
    sink.text("side", side.name());
    sink.text("orderType", orderType.name());
    sink.decimal("quantity", quantityE8);
    sink.number("attempt", attempt);
    sink.text("reason", reason.name());
    sink.text("exitSource", source.name());
    sink.decimal("level", levelE8);
    sink.decimal("triggerPrice", triggerPriceE8);
    sink.time("triggerTime", triggerTimeNs);
    sink.end();
  }

  @Override
  public void onEntryOrder(
      long timeNs,
      long positionId,
      int instrumentId,
      long clOrdIdHigh,
      long clOrdIdLow,
      Side side,
      OrderType orderType,
      long quantityE8,
      int attempt,
      long levelE8,
      long triggerPriceE8) {
    begin("EntryOrder", timeNs, positionId, instrumentId);
    sink.text("clOrdId", ClOrdId.format(clOrdIdHigh, clOrdIdLow));
    sink.text("side", side.name());
    sink.text("orderType", orderType.name());
    sink.decimal("quantity", quantityE8);
    sink.number("attempt", attempt);
    sink.decimal("level", levelE8);
    sink.decimal("triggerPrice", triggerPriceE8);
    sink.end();
  }

  @Override
  public void onPositionsQuery(long timeNs, long queryId, long positionId, int instrumentId) {
    begin("PositionsQuery", timeNs, positionId, instrumentId);
    sink.number("queryId", queryId);
    sink.end();
  }

  @Override
  public void onOrderQuery(
      long timeNs,
      long queryId,
      long positionId,
      int instrumentId,
      long clOrdIdHigh,
      long clOrdIdLow) {
    begin("OrderQuery", timeNs, positionId, instrumentId);
    sink.number("queryId", queryId);
    sink.text("clOrdId", ClOrdId.format(clOrdIdHigh, clOrdIdLow));
    sink.end();
  }

  @Override
  public void onPositionChanged(
      long timeNs,
      long positionId,
      int instrumentId,
      PositionStatus status,
      long openQuantityE8,
      long exitPriceE8,
      long realizedPnlE8,
      long entryPriceE8,
      long quantityE8) {
    begin("PositionChanged", timeNs, positionId, instrumentId);
    sink.text("status", status.name());
    sink.decimal("openQuantity", openQuantityE8);
    sink.decimal("exitPrice", exitPriceE8);
    sink.decimal("realizedPnl", realizedPnlE8);
    sink.decimal("entryPrice", entryPriceE8);
    sink.decimal("quantity", quantityE8);
    sink.end();
  }

  @Override
  public void onAlert(
      long timeNs, AlertKind kind, long positionId, int instrumentId, long first, long second) {
    begin("Alert", timeNs, positionId, instrumentId);
    sink.text("alert", kind.name());
    value("first", first);
    value("second", second);
    sink.end();
  }

  private void value(String name, long value) {
    if (value != E8.NULL) {
      sink.number(name, value);
    }
  }

  @Override
  public void onEngineState(long timeNs, long stateHash, long openPositions, long exitsInFlight) {
    begin("EngineState", timeNs, E8.NULL, -1);
    sink.text("stateHash", Texts.hex(stateHash));
    sink.number("openPositions", openPositions);
    sink.number("exitsInFlight", exitsInFlight);
    sink.end();
  }
}
