package io.ripcord.venue;

import io.ripcord.event.DecisionListener;
import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;
import io.ripcord.event.OrderType;
import io.ripcord.event.Side;

/**
 * An order on its way to a venue, an exit or an entry, as one value. The gateway that made it fills
 * it anew for the next order: whoever needs it longer copies what it needs. One thread.
 */
public final class VenueOrder {
  private long timeNs;
  private long positionId;
  private int instrumentId;
  private long clOrdIdHigh;
  private long clOrdIdLow;
  private Side side;
  private OrderType orderType;
  private long quantityE8;
  private int attempt;
  private ExitReason reason;
  private ExitSource source;
  private long levelE8;
  private long triggerPriceE8;
  private long triggerTimeNs;

  VenueOrder() {}

  VenueOrder id(long newTimeNs, long newPositionId, long newClOrdIdHigh, long newClOrdIdLow) {
    timeNs = newTimeNs;
    positionId = newPositionId;
    clOrdIdHigh = newClOrdIdHigh;
    clOrdIdLow = newClOrdIdLow;
    return this;
  }

  VenueOrder what(
      int newInstrumentId,
      Side newSide,
      OrderType newOrderType,
      long newQuantityE8,
      int newAttempt) {
    instrumentId = newInstrumentId;
    side = newSide;
    orderType = newOrderType;
    quantityE8 = newQuantityE8;
    attempt = newAttempt;
    return this;
  }

  VenueOrder why(
      ExitReason newReason,
      ExitSource newSource,
      long newLevelE8,
      long newTriggerPriceE8,
      long newTriggerTimeNs) {
    reason = newReason;
    source = newSource;
    levelE8 = newLevelE8;
    triggerPriceE8 = newTriggerPriceE8;
    triggerTimeNs = newTriggerTimeNs;
    return this;
  }

  /** Says the order to another listener, as the decision that it came as. */
  public void tell(DecisionListener listener) {
    if (isEntry()) {
      listener.onEntryOrder(
          timeNs,
          positionId,
          instrumentId,
          clOrdIdHigh,
          clOrdIdLow,
          side,
          orderType,
          quantityE8,
          attempt,
          levelE8,
          triggerPriceE8);
      return;
    }
    listener.onExitOrder(
        timeNs,
        positionId,
        instrumentId,
        clOrdIdHigh,
        clOrdIdLow,
        side,
        orderType,
        quantityE8,
        attempt,
        reason,
        source,
        levelE8,
        triggerPriceE8,
        triggerTimeNs);
  }

  /** Whether it adds to its position; else it closes the position or a part of it. */
  public boolean isEntry() {
    return reason == null;
  }

  /** Side of the position that an order in its direction closes: its own, or that of an entry. */
  public Side closingSide() {
    return isEntry() ? side.opposite() : side;
  }

  /** Gives the instrument another number: each end of a connection has its own. */
  public void instrumentId(int newInstrumentId) {
    instrumentId = newInstrumentId;
  }

  /** Number of the instrument. */
  public int instrumentId() {
    return instrumentId;
  }

  /** The position that it belongs to. */
  public long positionId() {
    return positionId;
  }

  /** First half of its id. */
  public long clOrdIdHigh() {
    return clOrdIdHigh;
  }

  /** Second half of its id. */
  public long clOrdIdLow() {
    return clOrdIdLow;
  }

  /** Side of the position. */
  public Side side() {
    return side;
  }

  /** How much. */
  public long quantityE8() {
    return quantityE8;
  }

  /** Which try it is, from 1. */
  public int attempt() {
    return attempt;
  }

  /** The price that fired the rule, {@link io.ripcord.money.E8#NULL} if none was known. */
  public long triggerPriceE8() {
    return triggerPriceE8;
  }
}
