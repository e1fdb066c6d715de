package io.ripcord.venue.paper;

import io.ripcord.event.OrdStatus;
import io.ripcord.event.Side;
import io.ripcord.venue.VenueOrder;
import java.util.ArrayList;
import java.util.List;

/** An order that the paper venue has seen, and what has become of it. The venue's thread. */
final class PaperOrder {
  final long idHigh;
  final long idLow;
  final long positionId;
  final int instrumentId;

  /** Side of its position. */
  final Side side;

  /** Whether it adds to the position; else it closes. */
  final boolean isEntry;

  final long quantityE8;

  /** When it has arrived and may trade. */
  final long dueNs;

  final List<Execution> executions = new ArrayList<>();
  OrdStatus status = OrdStatus.NEW;
  long cumE8;

  /** A fill of it. */
  record Execution(long execId, long quantityE8, long priceE8, long cumE8) {}

  /** What an order is found by. */
  record Id(long high, long low) {}

  PaperOrder(VenueOrder order, long dueNs) {
    this(
        new Id(order.clOrdIdHigh(), order.clOrdIdLow()),
        order.positionId(),
        order.instrumentId(),
        order.side(),
        order.isEntry(),
        order.quantityE8(),
        dueNs);
  }

  PaperOrder(
      Id id,
      long positionId,
      int instrumentId,
      Side side,
      boolean isEntry,
      long quantityE8,
      long dueNs) {
    idHigh = id.high();
    idLow = id.low();
    this.positionId = positionId;
    this.instrumentId = instrumentId;
    this.side = side;
    this.isEntry = isEntry;
    this.quantityE8 = quantityE8;
    this.dueNs = dueNs;
  }

  Id id() {
    return new Id(idHigh, idLow);
  }

  /** Side of a position that an order in its direction closes. */
  Side closingSide() {
    return isEntry ? side.opposite() : side;
  }

  void filled(Execution execution) {
    executions.add(execution);
    cumE8 = execution.cumE8();
    status = cumE8 == quantityE8 ? OrdStatus.FILLED : OrdStatus.PARTIALLY_FILLED;
  }

  void refused() {
    status = OrdStatus.REJECTED;
  }

  boolean isWorking() {
    return status == OrdStatus.NEW || status == OrdStatus.PARTIALLY_FILLED;
  }

  long leavesE8() {
    return status == OrdStatus.REJECTED ? 0 : quantityE8 - cumE8;
  }
}
