package io.ripcord.benchmark.rig;

import io.ripcord.event.AlertKind;
import io.ripcord.event.DecisionListener;
import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;
import io.ripcord.event.OrderType;
import io.ripcord.event.PositionStatus;
import io.ripcord.event.Side;

/** The venue of the rig: adds up what the pipeline's sender hands it and never answers. */
final class SentOrders implements DecisionListener {
  private final OrderChecksum checksum = new OrderChecksum();
  private long others;

  OrderChecksum checksum() {
    return checksum;
  }

  /** How many messages came that were no first market order. */
  long others() {
    return others;
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
    if (orderType != OrderType.MARKET || attempt != 1 || triggerTimeNs != timeNs) {
      others++;
    }
    checksum.add(
        timeNs,
        positionId,
        instrumentId,
        clOrdIdHigh,
        clOrdIdLow,
        side.code(),
        quantityE8,
        reason.name(),
        source.name(),
        levelE8,
        triggerPriceE8);
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
    others++;
  }

  @Override
  public void onOrderQuery(
      long timeNs,
      long queryId,
      long positionId,
      int instrumentId,
      long clOrdIdHigh,
      long clOrdIdLow) {
    others++;
  }

  @Override
  public void onPositionsQuery(long timeNs, long queryId, long positionId, int instrumentId) {
    others++;
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
    others++;
  }

  @Override
  public void onAlert(
      long timeNs, AlertKind kind, long positionId, int instrumentId, long first, long second) {
    others++;
  }

  @Override
  public void onEngineState(long timeNs, long stateHash, long openPositions, long exitsInFlight) {
    others++;
  }
}
