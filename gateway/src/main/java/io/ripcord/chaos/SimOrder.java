package io.ripcord.chaos;

import io.ripcord.event.ClOrdId;
import io.ripcord.event.OrdStatus;
import io.ripcord.venue.VenueOrder;

/** An order as the venue has it. One thread. */
final class SimOrder {
  final long high;
  final long low;
  final long positionId;
  final int instrumentId;
  final boolean entry;
  final long quantityE8;
  OrdStatus status = OrdStatus.NEW;
  long filledE8;
  boolean silent;

  SimOrder(VenueOrder order) {
    high = order.clOrdIdHigh();
    low = order.clOrdIdLow();
    positionId = order.positionId();
    instrumentId = order.instrumentId();
    entry = order.isEntry();
    quantityE8 = order.quantityE8();
  }

  String id() {
    return ClOrdId.format(high, low);
  }

  int kind() {
    return ClOrdId.kind(low);
  }

  long leavesE8() {
    return isLive() ? quantityE8 - filledE8 : 0;
  }

  boolean isLive() {
    return status == OrdStatus.NEW || status == OrdStatus.PARTIALLY_FILLED;
  }

  boolean isSameAs(SimOrder other) {
    return positionId == other.positionId
        && entry == other.entry
        && quantityE8 == other.quantityE8
        && instrumentId == other.instrumentId;
  }
}
