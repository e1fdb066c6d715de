package io.ripcord.node;

import io.ripcord.event.DecisionDispatcher;
import io.ripcord.event.DecisionSink;
import io.ripcord.event.EventSink;
import io.ripcord.event.ExecType;
import io.ripcord.event.RejectKind;
import io.ripcord.event.ReportPublisher;
import io.ripcord.event.Sources;
import io.ripcord.venue.OrderGateway;
import io.ripcord.venue.VenueOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Fills every order of a {@link WarmUpSession} at once and whole, and holds nothing. It speaks to
 * that session's engine and to nobody else.
 */
final class WarmUpVenue extends OrderGateway implements DecisionSink {
  private final DecisionDispatcher dispatcher = new DecisionDispatcher();
  private final Deque<UnsafeBuffer> decisions = new ArrayDeque<>();
  private final ReportPublisher reports;
  private long nowNs;
  private long priceE8;
  private long executions;
  private long exits;

  WarmUpVenue(EventSink inputs) {
    reports = new ReportPublisher(inputs, Sources.FIRST_FEED);
  }

  @Override
  public void onDecision(
      long causeSequence, int index, DirectBuffer buffer, int offset, int length) {
    if (dispatcher.isForVenue(buffer, offset)) {
      // Kept until the engine has returned: an answer is an input of its own.
      byte[] bytes = new byte[length];
      buffer.getBytes(offset, bytes);
      decisions.add(new UnsafeBuffer(bytes));
    }
  }

  /** Answers whatever was asked, and what the answers lead to. */
  void answer(long newNowNs, long newPriceE8) {
    nowNs = newNowNs;
    priceE8 = newPriceE8;
    while (!decisions.isEmpty()) {
      UnsafeBuffer decision = decisions.remove();
      dispatcher.dispatch(decision, 0, decision.capacity(), this);
    }
  }

  long exits() {
    return exits;
  }

  @Override
  protected void onOrder(VenueOrder order) {
    exits += order.isEntry() ? 0 : 1;
    reports.orderSent(nowNs, order.clOrdIdHigh(), order.clOrdIdLow());
    report(order, ExecType.NEW, 0, 0, order.quantityE8());
    report(order, ExecType.TRADE, order.quantityE8(), priceE8, 0);
  }

  private void report(
      VenueOrder order, ExecType type, long filledE8, long fillPriceE8, long leavesE8) {
    reports.executionReport(
        nowNs,
        order.clOrdIdHigh(),
        order.clOrdIdLow(),
        type,
        ++executions,
        filledE8,
        fillPriceE8,
        filledE8,
        leavesE8,
        RejectKind.NONE);
  }

  @Override
  public void onPositionsQuery(long timeNs, long queryId, long positionId, int instrumentId) {
    reports.venuePositionsBegin(nowNs, queryId, 0);
    reports.venuePositionsEnd(nowNs, queryId, 0);
  }

  @Override
  public void onOrderQuery(
      long timeNs,
      long queryId,
      long positionId,
      int instrumentId,
      long clOrdIdHigh,
      long clOrdIdLow) {}
}
