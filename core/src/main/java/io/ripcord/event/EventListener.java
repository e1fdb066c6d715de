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
      int instrumentId, int nameId, long priceIncrementE8, long lotE8, long multiplierE8);

  /** A policy opens. */
  void onPolicyBegin(int policyId, int nameId, int version, int partCount, boolean signalExit);

  /** Fixed stop: exactly one of the three is not null. */
  void onStopLossPart(int policyId, long priceE8, long percentE6, long ticks);

  /** Fixed target: exactly one of the two is not null. */
  void onTakeProfitPart(int policyId, long priceE8, long percentE6);

  /** A rung of a time-graded target; a null percentage exits at any price. */
  void onLadderRungPart(int policyId, long afterNs, long percentE6);

  /** Trailing stop. */
  void onTrailingPart(
      int policyId,
      long percentE6,
      long activateAtE6,
      long stepE6,
      long tightenAtE6,
      long tightenPercentE6);

  /** The policy takes effect. */
  void onPolicyEnd(int policyId, int version, int partCount);

  /** A position to watch. */
  void onPositionRegistered(
      long positionId,
      int instrumentId,
      Side side,
      long quantityE8,
      long entryPriceE8,
      long leverageE8,
      int policyId);

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

  /** Stop watching an open position. */
  void onPositionUnregistered(long positionId);

  /** Exit an open position now. */
  void onCloseRequested(long positionId);

  /** What may leave the engine from now on. */
  void onTradingStateChanged(TradingState tradingState);

  /** An earlier input is left out: it halted the engine twice. */
  void onEventSkipped(long skippedSequence);

  /** Last event of an orderly stop. */
  void onEngineStopped(StopReason reason);
}
