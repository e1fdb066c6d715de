package io.ripcord.event;

import io.ripcord.money.E8;
import org.agrona.DirectBuffer;
import org.agrona.collections.Int2ObjectHashMap;

/**
 * Spells out inputs as named values, with symbols in place of numbers where it has seen their
 * definitions. For tools and reports: allocates, one thread.
 */
public final class EventFields implements EventListener {
  private static final String NO_NAME = "?";

  private final FieldSink sink;
  private final Int2ObjectHashMap<String> names = new Int2ObjectHashMap<>();
  private final Int2ObjectHashMap<String> symbols = new Int2ObjectHashMap<>();
  private final Int2ObjectHashMap<String> policies = new Int2ObjectHashMap<>();
  private long sequence;
  private long timeNs;
  private int source;

  /** Spells out into {@code sink}. */
  public EventFields(FieldSink sink) {
    this.sink = sink;
  }

  /** Symbol of an instrument, {@code "?"} before its definition. */
  public String symbol(int instrumentId) {
    String symbol = symbols.get(instrumentId);
    return symbol == null ? NO_NAME : symbol;
  }

  /** Name of a policy, {@code "?"} before its definition. */
  public String policy(int policyId) {
    String policy = policies.get(policyId);
    return policy == null ? NO_NAME : policy;
  }

  private void begin(String kind) {
    sink.begin(kind);
    sink.number("sequence", sequence);
    sink.time("time", timeNs);
    sink.number("source", source);
  }

  private void policy(String kind, int policyId) {
    begin(kind);
    sink.text("policy", policy(policyId));
  }

  private void market(String kind, int instrumentId, long venueTimeNs) {
    begin(kind);
    sink.text("symbol", symbol(instrumentId));
    sink.time("venueTime", venueTimeNs);
  }

  @Override
  public void onInput(long inputSequence, long inputTimeNs, int inputSource, long sourceSequence) {
    sequence = inputSequence;
    timeNs = inputTimeNs;
    source = inputSource;
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
  public void onNameDefined(int nameId, DirectBuffer text, int offset, int length) {
    String name = Texts.ascii(text, offset, length);
    names.put(nameId, name);
    begin("NameDefined");
    sink.number("nameId", nameId);
    sink.text("name", name);
    sink.end();
  }

  @Override
  public void onInstrumentDefined(
      int instrumentId, int nameId, long priceIncrementE8, long lotE8, long multiplierE8) {
    symbols.put(instrumentId, names.getOrDefault(nameId, NO_NAME));
    begin("InstrumentDefined");
    sink.number("instrumentId", instrumentId);
    sink.text("symbol", symbol(instrumentId));
    sink.decimal("priceIncrement", priceIncrementE8);
    sink.decimal("lot", lotE8);
    sink.decimal("multiplier", multiplierE8);
    sink.end();
  }

  @Override
  public void onPolicyBegin(
      int policyId, int nameId, int version, int partCount, boolean signalExit) {
    policies.put(policyId, names.getOrDefault(nameId, NO_NAME));
    policy("PolicyBegin", policyId);
    sink.number("version", version);
    sink.number("parts", partCount);
    sink.text("signalExit", Boolean.toString(signalExit));
    sink.end();
  }

  @Override
  public void onStopLossPart(int policyId, long priceE8, long percentE6, long ticks) {
    policy("StopLossPart", policyId);
    sink.decimal("price", priceE8);
    sink.percent("percent", percentE6);
    if (ticks != E8.NULL) {
      sink.number("ticks", ticks);
    }
    sink.end();
  }

  @Override
  public void onTakeProfitPart(int policyId, long priceE8, long percentE6) {
    policy("TakeProfitPart", policyId);
    sink.decimal("price", priceE8);
    sink.percent("percent", percentE6);
    sink.end();
  }

  @Override
  public void onLadderRungPart(int policyId, long afterNs, long percentE6) {
    policy("LadderRungPart", policyId);
    sink.number("afterNs", afterNs);
    sink.percent("percent", percentE6);
    sink.end();
  }

  @Override
  public void onTrailingPart(
      int policyId,
      long percentE6,
      long activateAtE6,
      long stepE6,
      long tightenAtE6,
      long tightenPercentE6) {
    policy("TrailingPart", policyId);
    sink.percent("percent", percentE6);
    sink.percent("activateAt", activateAtE6);
    sink.percent("step", stepE6);
    sink.percent("tightenAt", tightenAtE6);
    sink.percent("tightenPercent", tightenPercentE6);
    sink.end();
  }

  @Override
  public void onPolicyEnd(int policyId, int version, int partCount) {
    policy("PolicyEnd", policyId);
    sink.number("version", version);
    sink.number("parts", partCount);
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
      int policyId) {
    begin("PositionRegistered");
    sink.number("position", positionId);
    sink.text("symbol", symbol(instrumentId));
    sink.text("side", side.name());
    sink.decimal("quantity", quantityE8);
    sink.decimal("entryPrice", entryPriceE8);
    sink.decimal("leverage", leverageE8);
    sink.text("policy", policy(policyId));
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
  public void onPositionUnregistered(long positionId) {
    command("PositionUnregistered", positionId);
    sink.end();
  }

  @Override
  public void onCloseRequested(long positionId) {
    command("CloseRequested", positionId);
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
