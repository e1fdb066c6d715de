package io.ripcord.venue.paper;

import io.ripcord.event.Side;

/** What is true at the venue, told as it happens. An exception keeps it from happening. */
interface PaperFacts {
  /** Nobody listens. */
  PaperFacts NONE = new PaperFacts() {};

  /** A holding is booked. */
  default void held(long timeNs, long positionId, int instrumentId, Side side, long quantityE8) {}

  /** An order is accepted; {@code execId} is that of the report that will say so. */
  default void ordered(long timeNs, PaperOrder order, long execId) {}

  /** An order is refused; {@code execId} is that of the report that will say so. */
  default void refused(long timeNs, PaperOrder order, long execId) {}

  /** An order trades. */
  default void executed(long timeNs, PaperOrder order, PaperOrder.Execution execution) {}
}
