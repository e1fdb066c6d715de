package io.ripcord.venue.paper;

import io.ripcord.event.OrdStatus;
import io.ripcord.event.Side;
import java.util.ArrayList;
import java.util.List;

/** An order that the paper venue has seen, and what has become of it. The venue's thread. */
final class PaperOrder {
  final long idHigh;
  final long idLow;
  final long positionId;
  final int instrumentId;

  /** Side of the position that it closes. */
  final Side side;

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

  PaperOrder(
      long idHigh,
      long idLow,
      long positionId,
      int instrumentId,
      Side side,
      long quantityE8,
      long dueNs) {
    this.idHigh = idHigh;
    this.idLow = idLow;
    this.positionId = positionId;
    this.instrumentId = instrumentId;
    this.side = side;
    this.quantityE8 = quantityE8;
    this.dueNs = dueNs;
  }

  Id id() {
    return new Id(idHigh, idLow);
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
