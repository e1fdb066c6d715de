package io.ripcord.testing;

import io.ripcord.event.EventSink;
import io.ripcord.event.ExecType;
import io.ripcord.event.OrdStatus;
import io.ripcord.event.RejectKind;
import io.ripcord.event.ReportPublisher;
import io.ripcord.event.Sources;
import io.ripcord.testing.RecordedDecisions.ExitOrder;
import io.ripcord.testing.RecordedDecisions.OrderQuery;
import io.ripcord.testing.RecordedDecisions.PositionsQuery;
import java.util.ArrayList;
import java.util.List;

/** A venue's side of the talk: reports with running execution ids and sums that fit. */
public final class VenueReports {
  private record Filled(String clOrdId, long quantityE8) {}

  private final ReportPublisher publisher;
  private final List<Filled> filled = new ArrayList<>();
  private long execId;

  VenueReports(EventSink sink) {
    publisher = new ReportPublisher(sink, Sources.PAPER_VENUE);
  }

  /** The publisher itself. */
  public ReportPublisher publisher() {
    return publisher;
  }

  /** The order was written to the venue. */
  public void sent(long timeNs, ExitOrder order) {
    publisher.orderSent(timeNs, order.clOrdIdHigh(), order.clOrdIdLow());
  }

  /** A report with the next execution id; adds a fill to the order's sum. */
  public void report(
      long timeNs, ExitOrder order, ExecType type, long lastE8, long priceE8, RejectKind kind) {
    filled.add(new Filled(order.clOrdId(), lastE8));
    boolean working = type == ExecType.NEW || type == ExecType.TRADE;
    long leavesE8 = working ? leavesE8(order) : 0;
    report(timeNs, order, type, ++execId, lastE8, priceE8, cumE8(order), leavesE8, kind);
  }

  /** Any report. */
  public void report(
      long timeNs,
      ExitOrder order,
      ExecType type,
      long executionId,
      long lastE8,
      long priceE8,
      long cumE8,
      long leavesE8,
      RejectKind kind) {
    publisher.executionReport(
        timeNs,
        order.clOrdIdHigh(),
        order.clOrdIdLow(),
        type,
        executionId,
        lastE8,
        priceE8,
        cumE8,
        leavesE8,
        kind);
  }

  /** What the reports so far have left of an order. */
  public long leavesE8(ExitOrder order) {
    return Math.max(0, order.quantityE8() - cumE8(order));
  }

  private long cumE8(ExitOrder order) {
    return filled.stream()
        .filter(f -> f.clOrdId.equals(order.clOrdId()))
        .mapToLong(Filled::quantityE8)
        .sum();
  }

  /** A complete answer without a row. */
  public void flat(long timeNs, long queryId) {
    publisher.venuePositionsBegin(timeNs, queryId, 0);
    publisher.venuePositionsEnd(timeNs, queryId, 0);
  }

  /** A complete answer with the row of the position that was asked for. */
  public void holds(long timeNs, PositionsQuery query, long netQuantityE8) {
    publisher.venuePositionsBegin(timeNs, query.queryId(), 1);
    publisher.venuePosition(
        timeNs, query.queryId(), query.positionId(), query.instrumentId(), netQuantityE8);
    publisher.venuePositionsEnd(timeNs, query.queryId(), 1);
  }

  /** An answer to a question about an order. */
  public void status(long timeNs, OrderQuery query, OrdStatus status, long cumE8, long leavesE8) {
    publisher.orderStatus(
        timeNs, query.queryId(), query.clOrdIdHigh(), query.clOrdIdLow(), status, cumE8, leavesE8);
  }
}
