package io.ripcord.venue;

import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;
import io.ripcord.event.OrderType;
import io.ripcord.event.Side;
import io.ripcord.money.E8;

/**
 * A gateway that takes every order as one value, exits and entries alike. One thread at a time;
 * allocates nothing.
 */
public abstract class OrderGateway implements VenueGateway {
  private final VenueOrder order = new VenueOrder();

  /** Send this order; it is valid during the call only. */
  protected abstract void onOrder(VenueOrder sent);

  @Override
  public final void onExitOrder(
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
    onOrder(
        order
            .id(timeNs, positionId, clOrdIdHigh, clOrdIdLow)
            .what(instrumentId, side, orderType, quantityE8, attempt)
            .why(reason, source, levelE8, triggerPriceE8, triggerTimeNs));
  }

  @Override
  public final void onEntryOrder(
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
    onOrder(
        order
            .id(timeNs, positionId, clOrdIdHigh, clOrdIdLow)
            .what(instrumentId, side, orderType, quantityE8, attempt)
            .why(null, null, levelE8, triggerPriceE8, E8.NULL));
  }
}
