package io.ripcord.pipeline;

import io.ripcord.event.DecisionDispatcher;
import io.ripcord.event.DecisionListener;
import io.ripcord.event.ReportPublisher;
import org.agrona.DirectBuffer;

/**
 * Takes released orders and queries to the venue. What it takes is in the journal already; with
 * durability {@code order} it forces the journal first, once per batch. A duty of one thread: the
 * node's sender thread, or a simulation's own.
 */
public final class OrderSender {
  private static final int BATCH_LIMIT = 256;

  private final DecisionDispatcher dispatcher = new DecisionDispatcher();
  private final OutboundRing.Reader onMessage = this::onMessage;
  private final OutboundRing outbound;
  private final Journal journal;
  private final boolean forceBeforeSend;
  private final StageLatency latency;
  private final DecisionListener venue;
  private final ReportPublisher reports;
  private long nowNs;

  OrderSender(
      OutboundRing outbound,
      Journal journal,
      boolean forceBeforeSend,
      StageLatency latency,
      DecisionListener venue,
      ReportPublisher reports) {
    this.outbound = outbound;
    this.journal = journal;
    this.forceBeforeSend = forceBeforeSend;
    this.latency = latency;
    this.venue = venue;
    this.reports = reports;
  }

  /**
   * Sends what waits and publishes that it was sent.
   *
   * @param newNowNs what time it is, for those events
   * @return how many messages were sent
   */
  public int doWork(long newNowNs) {
    int waiting = Math.min(outbound.waiting(), BATCH_LIMIT);
    if (waiting == 0) {
      return 0;
    }
    if (forceBeforeSend) {
      journal.force();
    }
    nowNs = newNowNs;
    return outbound.drain(onMessage, waiting);
  }

  private void onMessage(long publishedNs, DirectBuffer buffer, int offset, int length) {
    dispatcher.dispatch(buffer, offset, length, venue);
    latency.record(publishedNs);
    if (dispatcher.isOrder(buffer, offset)) {
      reports.orderSent(
          nowNs, dispatcher.clOrdIdHigh(buffer, offset), dispatcher.clOrdIdLow(buffer, offset));
    }
  }
}
