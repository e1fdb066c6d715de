package io.ripcord.venue.paper;

import io.ripcord.event.ReportPublisher;

/**
 * Something that the venue has to say, and when.
 *
 * @param ordinal order of things said at the same time
 */
record PaperReport(long timeNs, long ordinal, Saying saying) {
  /** Publishes the events. */
  @FunctionalInterface
  interface Saying {
    void publish(ReportPublisher publisher, long timeNs);
  }
}
