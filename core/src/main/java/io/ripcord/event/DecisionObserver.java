package io.ripcord.event;

/** Listens to some kinds of decisions and lets the others pass: for reports and tools. */
public abstract class DecisionObserver implements DecisionListener {
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
      long triggerTimeNs) {}

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
      long triggerPriceE8) {}

  @Override
  public void onPositionsQuery(long timeNs, long queryId, long positionId, int instrumentId) {}

  @Override
  public void onOrderQuery(
      long timeNs,
      long queryId,
      long positionId,
      int instrumentId,
      long clOrdIdHigh,
      long clOrdIdLow) {}

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
      long quantityE8) {}

  @Override
  public void onAlert(
      long timeNs, AlertKind kind, long positionId, int instrumentId, long first, long second) {}

  @Override
  public void onEngineState(long timeNs, long stateHash, long openPositions, long exitsInFlight) {}
}
