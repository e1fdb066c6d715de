package io.ripcord.pipeline;

import com.lmax.disruptor.InsufficientCapacityException;
import com.lmax.disruptor.RingBuffer;
import io.ripcord.engine.SourceSequences;
import io.ripcord.event.EventSink;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.IdleStrategy;

/**
 * Claims ring slots for the publishers of one thread. Waiting for a slot ends when the pipeline
 * halts, so that nobody hangs on a ring that no one empties any more.
 */
public final class RingSink implements EventSink {
  private static final long NOW = Long.MIN_VALUE;

  private final RingBuffer<EventSlot> ring;
  private final Halt halt;
  private final SourceSequences journalled;
  private final IdleStrategy idle = new BackoffIdleStrategy();
  private long claimed;
  private long intendedNs = NOW;

  RingSink(RingBuffer<EventSlot> ring, Halt halt, SourceSequences journalled) {
    this.ring = ring;
    this.halt = halt;
    this.journalled = journalled;
  }

  @Override
  public long lastOf(int source) {
    return journalled.last(source);
  }

  @Override
  public MutableDirectBuffer claim() {
    MutableDirectBuffer buffer = tryClaim();
    while (buffer == null) {
      halt.check();
      idle.idle();
      buffer = tryClaim();
    }
    idle.reset();
    return buffer;
  }

  @Override
  public MutableDirectBuffer tryClaim() {
    halt.check();
    if (!ring.hasAvailableCapacity(1)) {
      return null;
    }
    try {
      claimed = ring.tryNext();
    } catch (InsufficientCapacityException e) {
      // Another publisher was quicker; the library throws a preallocated exception.
      return null;
    }
    return ring.get(claimed).buffer();
  }

  @Override
  public void publish(int length) {
    EventSlot slot = ring.get(claimed);
    slot.publishedNs(intendedNs == NOW ? System.nanoTime() : intendedNs);
    ring.publish(claimed);
  }

  /**
   * Latency of the events that follow counts from this moment, when they were meant to be
   * published, rather than from when they are: a pipeline that falls behind must not flatter
   * itself.
   */
  public void intended(long monotonicNs) {
    intendedNs = monotonicNs;
  }

  /** Ring sequence of the event that was published last by this sink. */
  public long lastPublished() {
    return claimed;
  }
}
