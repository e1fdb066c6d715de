package io.ripcord.pipeline;

import com.lmax.disruptor.EventPoller;
import java.util.concurrent.atomic.AtomicLong;

/** Appends every input to the journal. Its sequence is released per append, not per batch. */
final class JournalStage implements EventPoller.Handler<EventSlot> {
  private final Journal journal;
  private final StageLatency latency;
  private final long firstSequence;
  private final AtomicLong appended;

  JournalStage(Journal journal, StageLatency latency, long firstSequence) {
    this.journal = journal;
    this.latency = latency;
    this.firstSequence = firstSequence;
    this.appended = new AtomicLong(firstSequence - 1);
  }

  @Override
  public boolean onEvent(EventSlot slot, long ringSequence, boolean endOfBatch) {
    long sequence = firstSequence + ringSequence;
    journal.appendInput(sequence, slot.buffer(), 0, slot.length());
    appended.lazySet(sequence);
    if (latency.isSampled(sequence)) {
      latency.record(slot.publishedNs());
    }
    return true;
  }

  /** Last input that is in the journal. Any thread. */
  long appended() {
    return appended.get();
  }
}
