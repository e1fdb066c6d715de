package io.ripcord.venue.paper;

import io.ripcord.event.DecisionEncoder;
import io.ripcord.event.DecisionSink;
import io.ripcord.venue.OrderGateway;
import io.ripcord.venue.VenueOrder;

/**
 * The way out to the remote venue. Without a session it drops what it is given: a later session
 * begins with the engine's questions, and only their answers decide what is sent again. The venue
 * thread.
 */
final class RemoteGateway extends OrderGateway {
  private static final DecisionSink NOWHERE = (cause, index, buffer, offset, length) -> {};

  private final InstrumentNumbers numbers;
  private final DecisionEncoder encoder = new DecisionEncoder(NOWHERE);
  private boolean open;
  private long droppedCount;

  RemoteGateway(InstrumentNumbers numbers) {
    this.numbers = numbers;
  }

  void open(DecisionSink sink) {
    encoder.sink(sink);
    open = true;
  }

  void close() {
    encoder.sink(NOWHERE);
    open = false;
  }

  /** Orders and queries that no session took. */
  long droppedCount() {
    return droppedCount;
  }

  @Override
  protected void onOrder(VenueOrder order) {
    int number = numbers.venueOf(order.instrumentId());
    if (!open || number == InstrumentNumbers.NONE) {
      droppedCount++;
      return;
    }
    order.instrumentId(number);
    order.tell(encoder);
  }

  @Override
  public void onPositionsQuery(long timeNs, long queryId, long positionId, int instrumentId) {
    droppedCount += open ? 0 : 1;
    encoder.onPositionsQuery(timeNs, queryId, positionId, numbers.venueOf(instrumentId));
  }

  @Override
  public void onOrderQuery(
      long timeNs,
      long queryId,
      long positionId,
      int instrumentId,
      long clOrdIdHigh,
      long clOrdIdLow) {
    droppedCount += open ? 0 : 1;
    encoder.onOrderQuery(
        timeNs, queryId, positionId, numbers.venueOf(instrumentId), clOrdIdHigh, clOrdIdLow);
  }
}
