package io.ripcord.pipeline;

import static org.agrona.BitUtil.SIZE_OF_INT;
import static org.agrona.BitUtil.SIZE_OF_LONG;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.ControlledMessageHandler;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.OneToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;

/**
 * Hands decisions from the engine thread to the journal thread, which appends each one after the
 * input that caused it and then releases it.
 *
 * <pre>
 *   message: cause int64 | published int64 | index int32 | length int32 | decision
 * </pre>
 *
 * <p>The engine thread writes, the journal thread drains. The engine may wait here for the journal,
 * which never waits for the engine; it does not wait for anything further out.
 */
final class SplitRelease implements DecisionRelease {
  private static final int CAUSE = 0;
  private static final int PUBLISHED = SIZE_OF_LONG;
  private static final int INDEX = PUBLISHED + SIZE_OF_LONG;
  private static final int DECISION = INDEX + 2 * SIZE_OF_INT;
  private static final int TYPE = 1;

  private final OneToOneRingBuffer ring;
  private final DirectRelease release;
  private final Halt halt;
  private final IdleStrategy idle;
  private final ControlledMessageHandler onMessage = this::onMessage;
  private final AtomicLong produced = new AtomicLong();
  private final AtomicLong released = new AtomicLong();
  private long publishedNs;
  private long appendedSequence;
  private long releasedCount;

  SplitRelease(int capacityBytes, DirectRelease release, Halt halt, IdleStrategy idle) {
    ring =
        new OneToOneRingBuffer(
            new UnsafeBuffer(
                ByteBuffer.allocateDirect(capacityBytes + RingBufferDescriptor.TRAILER_LENGTH)));
    this.release = release;
    this.halt = halt;
    this.idle = idle;
  }

  @Override
  public void stamp(long newPublishedNs) {
    publishedNs = newPublishedNs;
  }

  @Override
  public void onDecision(
      long causeSequence, int index, DirectBuffer buffer, int offset, int length) {
    int claimed = ring.tryClaim(TYPE, DECISION + length);
    while (claimed < 0) {
      halt.check();
      idle.idle();
      claimed = ring.tryClaim(TYPE, DECISION + length);
    }
    ring.buffer().putLong(claimed + CAUSE, causeSequence);
    ring.buffer().putLong(claimed + PUBLISHED, publishedNs);
    ring.buffer().putInt(claimed + INDEX, index);
    ring.buffer().putInt(claimed + INDEX + SIZE_OF_INT, length);
    ring.buffer().putBytes(claimed + DECISION, buffer, offset, length);
    ring.commit(claimed);
    produced.lazySet(produced.get() + 1);
  }

  /**
   * Journal thread: appends and releases the decisions whose cause is in the journal.
   *
   * @return how many messages were looked at
   */
  int drain(long newAppendedSequence) {
    appendedSequence = newAppendedSequence;
    return ring.controlledRead(onMessage);
  }

  private ControlledMessageHandler.Action onMessage(
      int type, MutableDirectBuffer buffer, int index, int length) {
    long cause = buffer.getLong(index + CAUSE);
    if (cause > appendedSequence) {
      return ControlledMessageHandler.Action.ABORT;
    }
    release.stamp(buffer.getLong(index + PUBLISHED));
    release.onDecision(
        cause,
        buffer.getInt(index + INDEX),
        buffer,
        index + DECISION,
        buffer.getInt(index + INDEX + SIZE_OF_INT));
    released.lazySet(++releasedCount);
    return ControlledMessageHandler.Action.COMMIT;
  }

  /** Whether everything that the engine has decided is released. Any thread. */
  boolean isDrained() {
    return released.get() == produced.get();
  }
}
