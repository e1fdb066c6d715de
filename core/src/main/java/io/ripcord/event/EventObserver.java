package io.ripcord.event;

import org.agrona.DirectBuffer;

/**
 * Listens to some kinds of inputs and lets the others pass: for reports and tools. The engine
 * implements {@link EventListener} itself, so that a new kind cannot be forgotten there.
 */
public abstract class EventObserver implements EventListener {
  @Override
  public void onInput(long sequence, long timeNs, int source, long sourceSequence) {}

  @Override
  public void onEngineStarted(
      int instance,
      int epoch,
      int maxPositions,
      int schemaVersion,
      int decisionVersion,
      DirectBuffer bytes,
      int buildIdOffset,
      int configSha256Offset) {}

  @Override
  public void onInputFile(FileRole role, long lengthBytes, DirectBuffer sha256, int offset) {}

  @Override
  public void onNameDefined(int nameId, DirectBuffer text, int offset, int length) {}

  @Override
  public void onInstrumentDefined(
      int instrumentId,
      int nameId,
      long priceIncrementE8,
      long lotE8,
      long multiplierE8,
      boolean inverse,
      long feePercentE6,
      long badTickPercentE6,
      long badTickConfirmNs,
      InstrumentKind kind) {}

  @Override
  public void onPolicyBegin(
      int policyId, int nameId, int version, int partCount, boolean signalExit) {}

  @Override
  public void onRulePart(
      int policyId,
      int ruleIndex,
      int ruleKind,
      int count,
      long p1,
      long p2,
      long p3,
      long p4,
      long p5,
      long p6,
      long p7,
      long p8) {}

  @Override
  public void onPolicyEnd(int policyId, int version, int partCount) {}

  @Override
  public void onPolicyWatched(int instrumentId, int policyId) {}

  @Override
  public void onGroupDefined(
      int groupId,
      int nameId,
      long stopE8,
      long targetE8,
      long lockAtE8,
      long lockFloorE8,
      long confirmNs,
      long staleNs,
      GroupScope scope) {}

  @Override
  public void onPositionRegistered(
      long positionId,
      int instrumentId,
      Side side,
      long quantityE8,
      long entryPriceE8,
      long leverageE8,
      int policyId,
      long squareOffNs) {}

  @Override
  public void onTick(
      int instrumentId,
      long venueTimeNs,
      long lastE8,
      long lastQuantityE8,
      long bidE8,
      long askE8) {}

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
      int tickCount) {}

  @Override
  public void onMarkPrice(int instrumentId, long venueTimeNs, long markE8) {}

  @Override
  public void onPhaseChanged(int instrumentId, SessionPhase phase) {}

  @Override
  public void onSignal(int instrumentId, long positionId, SignalAction action) {}

  @Override
  public void onTimer(long dueNs) {}

  @Override
  public void onOrderSent(long clOrdIdHigh, long clOrdIdLow) {}

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
      RejectKind rejectKind) {}

  @Override
  public void onVenuePositionsBegin(long queryId, int rowCount) {}

  @Override
  public void onVenuePosition(
      long queryId, long positionId, int instrumentId, long netQuantityE8) {}

  @Override
  public void onVenuePositionsEnd(long queryId, int rowCount) {}

  @Override
  public void onOrderStatus(
      long queryId,
      long clOrdIdHigh,
      long clOrdIdLow,
      OrdStatus ordStatus,
      long cumQuantityE8,
      long leavesQuantityE8) {}

  @Override
  public void onSessionStatus(SessionState sessionState) {}

  @Override
  public void onPositionAmended(long positionId, long stopE8, long targetE8, boolean loosen) {}

  @Override
  public void onPolicyAdopted(long positionId, int policyId, long squareOffNs) {}

  @Override
  public void onGroupMember(int groupId, long positionId) {}

  @Override
  public void onBracketStatus(
      long positionId,
      BracketState bracketState,
      long stopE8,
      long targetE8,
      TriggerSource triggerSource) {}

  @Override
  public void onPositionUnregistered(long positionId) {}

  @Override
  public void onCloseRequested(long positionId, long quantityE8) {}

  @Override
  public void onTradingStateChanged(TradingState tradingState) {}

  @Override
  public void onEventSkipped(long skippedSequence) {}

  @Override
  public void onEngineStopped(StopReason reason) {}
}
