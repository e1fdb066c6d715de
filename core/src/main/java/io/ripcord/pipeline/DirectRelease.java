package io.ripcord.pipeline;

import io.ripcord.event.DecisionDispatcher;
import org.agrona.DirectBuffer;

/**
 * Journal first, then the outbound ring, on the calling thread: topology {@code fused}, and the
 * second half of {@code split}. Only orders and queries go out; the rest is for readers of the
 * journal.
 */
final class DirectRelease implements DecisionRelease {
  private final DecisionDispatcher dispatcher = new DecisionDispatcher();
  private final Journal journal;
  private final OutboundRing outbound;
  private final Probe probe;
  private long publishedNs;

  DirectRelease(Journal journal, OutboundRing outbound, Probe probe) {
    this.journal = journal;
    this.outbound = outbound;
    this.probe = probe;
  }

  @Override
  public void stamp(long newPublishedNs) {
    publishedNs = newPublishedNs;
  }

  @Override
  public void onDecision(
      long causeSequence, int index, DirectBuffer buffer, int offset, int length) {
    journal.appendDecision(causeSequence, index, buffer, offset, length);
    if (dispatcher.isForVenue(buffer, offset)) {
      outbound.offer(publishedNs, buffer, offset, length);
      probe.onReleased(publishedNs);
    }
  }
}
