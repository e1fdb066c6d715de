package io.ripcord.event;

import org.agrona.DirectBuffer;

/**
 * Inputs as method calls. For every input {@link #onInput} is called first, then the method of its
 * kind. Scales and null values are those of the schema ({@link io.ripcord.money.E8#NULL} for a
 * missing value). Buffers are valid during the call only.
 */
public interface EventListener {
  /** Opens every input: its number, its time and who sent it. */
  void onInput(long sequence, long timeNs, int source, long sourceSequence);

  /** First event of an engine start. */
  void onEngineStarted(
      int instance,
      int epoch,
      int maxPositions,
      int schemaVersion,
      int decisionVersion,
      DirectBuffer bytes,
      int buildIdOffset,
      int configSha256Offset);

  /** A file that feeds the run. */
  void onInputFile(FileRole role, long lengthBytes, DirectBuffer sha256, int offset);

  /** A name gets a number. */
  void onNameDefined(int nameId, DirectBuffer text, int offset, int length);

  /** An instrument. */
  void onInstrumentDefined(
      int instrumentId,
      int nameId,
      long priceIncrementE8,
      long lotE8,
      long multiplierE8,
      boolean inverse,
      long feePercentE6,
      long badTickPercentE6,
      long badTickConfirmNs,
      InstrumentKind kind);

  /** A policy opens. */
  void onPolicyBegin(int policyId, int nameId, int version, int partCount, boolean signalExit);

  /**
   * Parameters of one rule of a policy, in the order of {@link RuleLayout}; a rule with more than
   * eight goes on in the next part with the same index.
   *
   * @param count parameters of the whole rule, over all its parts
   */
  void onRulePart(
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
      long p8);

  /** The policy takes effect. */
  void onPolicyEnd(int policyId, int version, int partCount);

  /** Keep the indicators that a policy needs of an instrument up to date. */
  void onPolicyWatched(int instrumentId, int policyId);

  /** Positions that exit together; amounts are money, null where there is none. */
  void onGroupDefined(
      int groupId,
      int nameId,
      long stopE8,
      long targetE8,
      long lockAtE8,
      long lockFloorE8,
      long confirmNs,
      long staleNs,
      GroupScope scope);

  /** A position to watch; a null square-off time means that it has none. */
  void onPositionRegistered(
      long positionId,
      int instrumentId,
      Side side,
      long quantityE8,
      long entryPriceE8,
      long leverageE8,
      int policyId,
      long squareOffNs);

  /** Market data of one instrument. */
  void onTick(
      int instrumentId, long venueTimeNs, long lastE8, long lastQuantityE8, long bidE8, long askE8);

  /** Several ticks in one. */
  void onConflatedTick(
      int instrumentId,
      long venueTimeNs,
      long lastE8,
      long highE8,
      long lowE8,
      boolean highFirst,
      long bidE8,
      long askE8,
      int tickCount);

  /** The price that the venue values positions at. */
  void onMarkPrice(int instrumentId, long venueTimeNs, long markE8);

  /** A market opens, pauses or closes; instrument -1 means every one. */
  void onPhaseChanged(int instrumentId, SessionPhase phase);

  /** An exit command from outside. */
  void onSignal(int instrumentId, long positionId, SignalAction action);

  /** A deadline is due. */
  void onTimer(long dueNs);

  /** The sender wrote an order to the venue. */
  void onOrderSent(long clOrdIdHigh, long clOrdIdLow);

  /** The venue speaks of an order. */
  void onExecutionReport(
      long clOrdIdHigh,
      long clOrdIdLow,
      ExecType execType,
      long execId,
      long lastQuantityE8,
      long lastPriceE8,
      long cumQuantityE8,
      long leavesQuantityE8,
      RejectKind rejectKind);

  /** An answer to a positions query opens. */
  void onVenuePositionsBegin(long queryId, int rowCount);

  /** One row of the answer. */
  void onVenuePosition(long queryId, long positionId, int instrumentId, long netQuantityE8);

  /** The answer is complete. */
  void onVenuePositionsEnd(long queryId, int rowCount);

  /** The venue says where an order stands, after a query. */
  void onOrderStatus(
      long queryId,
      long clOrdIdHigh,
      long clOrdIdLow,
      OrdStatus ordStatus,
      long cumQuantityE8,
      long leavesQuantityE8);

  /** A venue can be reached, or no longer. */
  void onSessionStatus(SessionState sessionState);

  /** New levels of an open position; null leaves one as it is. */
  void onPositionAmended(long positionId, long stopE8, long targetE8, boolean loosen);

  /** An open position gets another policy and square-off time. */
  void onPolicyAdopted(long positionId, int policyId, long squareOffNs);

  /** A position belongs to a group. */
  void onGroupMember(int groupId, long positionId);

  /**
   * What is known of a position's stop and target orders at the venue; null where there is none.
   */
  void onBracketStatus(
      long positionId,
      BracketState bracketState,
      long stopE8,
      long targetE8,
      TriggerSource triggerSource);

  /** Stop watching an open position. */
  void onPositionUnregistered(long positionId);

  /** Exit an open position now, or so much of it; a null quantity means all. */
  void onCloseRequested(long positionId, long quantityE8);

  /** What may leave the engine from now on. */
  void onTradingStateChanged(TradingState tradingState);

  /** An earlier input is left out: it halted the engine twice. */
  void onEventSkipped(long skippedSequence);

  /** Last event of an orderly stop. */
  void onEngineStopped(StopReason reason);
}
