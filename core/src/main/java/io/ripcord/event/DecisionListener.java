package io.ripcord.event;

/**
 * Decisions as method calls: what the engine says. Implemented by the encoder that journals them,
 * by the sender's port and by reports. Scales and null values are those of the schema.
 */
public interface DecisionListener {
  /** Send this order, which closes a position or a part of it. */
  void onExitOrder(
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
      long triggerTimeNs);

  /** Send this order, which adds to a position. */
  void onEntryOrder(
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
      long triggerPriceE8);

  /** Ask the venue what it holds. */
  void onPositionsQuery(long timeNs, long queryId, long positionId, int instrumentId);

  /** Ask the venue what became of an order. */
  void onOrderQuery(
      long timeNs,
      long queryId,
      long positionId,
      int instrumentId,
      long clOrdIdHigh,
      long clOrdIdLow);

  /** A position's status, quantity or average entry changed. */
  void onPositionChanged(
      long timeNs,
      long positionId,
      int instrumentId,
      PositionStatus status,
      long openQuantityE8,
      long exitPriceE8,
      long realizedPnlE8,
      long entryPriceE8,
      long quantityE8);

  /** Somebody should know. */
  void onAlert(
      long timeNs, AlertKind kind, long positionId, int instrumentId, long first, long second);

  /** State at an orderly stop. */
  void onEngineState(long timeNs, long stateHash, long openPositions, long exitsInFlight);
}
