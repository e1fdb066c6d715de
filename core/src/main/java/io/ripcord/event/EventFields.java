package io.ripcord.event;

import io.ripcord.money.E8;
import org.agrona.DirectBuffer;

/**
 * Spells out inputs as named values, with symbols in place of numbers where it has seen their
 * definitions. For tools and reports: allocates, one thread.
 */
public final class EventFields extends DefinitionFields {
  /** Spells out into {@code sink}. */
  public EventFields(FieldSink sink) {
    super(sink);
  }

  private void market(String kind, int instrumentId, long venueTimeNs) {
    begin(kind);
    sink.text("symbol", symbol(instrumentId));
    sink.time("venueTime", venueTimeNs);
  }

  @Override
  public void onEngineStarted(
      int instance,
      int epoch,
      int maxPositions,
      int schemaVersion,
      int decisionVersion,
      DirectBuffer bytes,
      int buildIdOffset,
      int configSha256Offset) {
    begin("EngineStarted");
    sink.number("instance", instance);
    sink.number("epoch", epoch);
    sink.number("maxPositions", maxPositions);
    sink.number("schemaVersion", schemaVersion);
    sink.number("decisionVersion", decisionVersion);
    sink.text("buildId", Texts.ascii(bytes, buildIdOffset, Texts.BUILD_ID_LENGTH));
    sink.text("configSha256", Texts.hex(bytes, configSha256Offset, Texts.SHA_256_LENGTH));
    sink.end();
  }

  @Override
  public void onInputFile(FileRole role, long lengthBytes, DirectBuffer sha256, int offset) {
    begin("InputFile");
    sink.text("role", role.name());
    sink.number("lengthBytes", lengthBytes);
    sink.text("sha256", Texts.hex(sha256, offset, Texts.SHA_256_LENGTH));
    sink.end();
  }

  @Override
  public void onPositionRegistered(
      long positionId,
      int instrumentId,
      Side side,
      long quantityE8,
      long entryPriceE8,
      long leverageE8,
      int policyId,
      long squareOffNs) {
    begin("PositionRegistered");
    sink.number("position", positionId);
    sink.text("symbol", symbol(instrumentId));
    sink.text("side", side.name());
    sink.decimal("quantity", quantityE8);
    sink.decimal("entryPrice", entryPriceE8);
    sink.decimal("leverage", leverageE8);
    sink.text("policy", policy(policyId));
    sink.time("squareOff", squareOffNs);
    sink.end();
  }

  @Override
  public void onTick(
      int instrumentId,
      long venueTimeNs,
      long lastE8,
      long lastQuantityE8,
      long bidE8,
      long askE8) {
    market("Tick", instrumentId, venueTimeNs);
    sink.decimal("last", lastE8);
    sink.decimal("quantity", lastQuantityE8);
    sink.decimal("bid", bidE8);
    sink.decimal("ask", askE8);
    sink.end();
  }

  @Override
  public void onConflatedTick(
      int instrumentId,
      long venueTimeNs,
      long lastE8,
      long highE8,
      long lowE8,
      boolean highFirst,
      long bidE8,
      long askE8,
      int tickCount) {
    market("ConflatedTick", instrumentId, venueTimeNs);
    sink.decimal("last", lastE8);
    sink.decimal("high", highE8);
    sink.decimal("low", lowE8);
    sink.text("highFirst", Boolean.toString(highFirst));
    sink.decimal("bid", bidE8);
    sink.decimal("ask", askE8);
    sink.number("ticks", tickCount);
    sink.end();
  }

  @Override
  public void onMarkPrice(int instrumentId, long venueTimeNs, long markE8) {
    market("MarkPrice", instrumentId, venueTimeNs);
    sink.decimal("mark", markE8);
    sink.end();
  }

  @Override
  public void onPhaseChanged(int instrumentId, SessionPhase phase) {
    begin("PhaseChanged");
    if (instrumentId >= 0) {
      sink.text("symbol", symbol(instrumentId));
    }
    sink.text("phase", phase.name());
    sink.end();
  }

  @Override
  public void onSignal(int instrumentId, long positionId, SignalAction action) {
    begin("SignalReceived");
    sink.text("symbol", symbol(instrumentId));
    if (positionId != E8.NULL) {
      sink.number("position", positionId);
    }
    sink.text("action", action.name());
    sink.end();
  }

  @Override
  public void onTimer(long dueNs) {
    begin("TimerFired");
    sink.time("due", dueNs);
    sink.end();
  }

  @Override
  public void onOrderSent(long clOrdIdHigh, long clOrdIdLow) {
    begin("OrderSent");
    sink.text("clOrdId", ClOrdId.format(clOrdIdHigh, clOrdIdLow));
    sink.end();
  }

  @Override
  public void onExecutionReport(
      long clOrdIdHigh,
      long clOrdIdLow,
      ExecType execType,
      long execId,
      long lastQuantityE8,
      long lastPriceE8,
      long cumQuantityE8,
      long leavesQuantityE8,
      RejectKind rejectKind) {
    begin("ExecutionReport");
    sink.text("clOrdId", ClOrdId.format(clOrdIdHigh, clOrdIdLow));
    sink.text("execType", execType.name());
    sink.number("execId", execId);
    sink.decimal("lastQuantity", lastQuantityE8);
    sink.decimal("lastPrice", lastPriceE8);
    sink.decimal("cumQuantity", cumQuantityE8);
    sink.decimal("leavesQuantity", leavesQuantityE8);
    sink.text("reject", rejectKind.name());
    sink.end();
  }

  @Override
  public void onVenuePositionsBegin(long queryId, int rowCount) {
    answer("VenuePositionsBegin", queryId, rowCount);
  }

  @Override
  public void onVenuePosition(long queryId, long positionId, int instrumentId, long netQuantityE8) {
    begin("VenuePosition");
    sink.number("queryId", queryId);
    if (positionId != E8.NULL) {
      sink.number("position", positionId);
    }
    sink.text("symbol", symbol(instrumentId));
    sink.decimal("netQuantity", netQuantityE8);
    sink.end();
  }

  @Override
  public void onVenuePositionsEnd(long queryId, int rowCount) {
    answer("VenuePositionsEnd", queryId, rowCount);
  }

  private void answer(String kind, long queryId, int rowCount) {
    begin(kind);
    sink.number("queryId", queryId);
    sink.number("rows", rowCount);
    sink.end();
  }

  @Override
  public void onOrderStatus(
      long queryId,
      long clOrdIdHigh,
      long clOrdIdLow,
      OrdStatus ordStatus,
      long cumQuantityE8,
      long leavesQuantityE8) {
    begin("OrderStatus");
    sink.number("queryId", queryId);
    sink.text("clOrdId", ClOrdId.format(clOrdIdHigh, clOrdIdLow));
    sink.text("ordStatus", ordStatus.name());
    sink.decimal("cumQuantity", cumQuantityE8);
    sink.decimal("leavesQuantity", leavesQuantityE8);
    sink.end();
  }

  @Override
  public void onSessionStatus(SessionState sessionState) {
    begin("SessionStatus");
    sink.text("sessionState", sessionState.name());
    sink.end();
  }

  @Override
  public void onPositionAmended(long positionId, long stopE8, long targetE8, boolean loosen) {
    command("PositionAmended", positionId);
    sink.decimal("stop", stopE8);
    sink.decimal("target", targetE8);
    sink.text("loosen", Boolean.toString(loosen));
    sink.end();
  }

  @Override
  public void onPolicyAdopted(long positionId, int policyId, long squareOffNs) {
    command("PolicyAdopted", positionId);
    sink.text("policy", policy(policyId));
    sink.time("squareOff", squareOffNs);
    sink.end();
  }

  @Override
  public void onGroupMember(int groupId, long positionId) {
    command("GroupMember", positionId);
    sink.text("group", group(groupId));
    sink.end();
  }

  @Override
  public void onBracketStatus(
      long positionId,
      BracketState bracketState,
      long stopE8,
      long targetE8,
      TriggerSource triggerSource) {
    command("BracketStatus", positionId);
    sink.text("bracketState", bracketState.name());
    sink.decimal("stop", stopE8);
    sink.decimal("target", targetE8);
    sink.text("triggerSource", triggerSource.name());
    sink.end();
  }

  @Override
  public void onPositionUnregistered(long positionId) {
    command("PositionUnregistered", positionId);
    sink.end();
  }

  @Override
  public void onCloseRequested(long positionId, long quantityE8) {
    command("CloseRequested", positionId);
    sink.decimal("quantity", quantityE8);
    sink.end();
  }

  private void command(String kind, long positionId) {
    begin(kind);
    sink.number("position", positionId);
  }

  @Override
  public void onTradingStateChanged(TradingState tradingState) {
    begin("TradingStateChanged");
    sink.text("tradingState", tradingState.name());
    sink.end();
  }

  @Override
  public void onEventSkipped(long skippedSequence) {
    begin("EventSkipped");
    sink.number("skippedSequence", skippedSequence);
    sink.end();
  }

  @Override
  public void onEngineStopped(StopReason reason) {
    begin("EngineStopped");
    sink.text("reason", reason.name());
    sink.end();
  }
}
