package io.ripcord.pipeline;

import static org.agrona.BitUtil.SIZE_OF_LONG;

import io.ripcord.event.EventSlotDescriptor;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.BitUtil;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.MessageHandler;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.OneToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RecordDescriptor;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;

/**
 * Released orders and queries on their way to the sender: one writer, one reader, bounded. It is
 * made large enough for every burst, so a full ring is a bug and halts.
 *
 * <pre>
 *   message: published int64 | decision
 * </pre>
 */
final class OutboundRing {
  private static final int DECISION = SIZE_OF_LONG;
  private static final int TYPE = 1;

  private final OneToOneRingBuffer ring;
  private final AtomicLong offered = new AtomicLong();
  private final AtomicLong taken = new AtomicLong();
  private final MessageHandler onMessage = this::onMessage;
  private Reader reader;
  private long takenCount;

  /** Takes released messages; the bytes are valid during the call only. */
  interface Reader {
    void onMessage(long publishedNs, DirectBuffer buffer, int offset, int length);
  }

  OutboundRing(int messages) {
    int record =
        BitUtil.align(
            RecordDescriptor.HEADER_LENGTH + DECISION + EventSlotDescriptor.SLOT_LENGTH,
            RecordDescriptor.ALIGNMENT);
    int capacity = BitUtil.findNextPositivePowerOfTwo(messages * record);
    ring =
        new OneToOneRingBuffer(
            new UnsafeBuffer(
                ByteBuffer.allocateDirect(capacity + RingBufferDescriptor.TRAILER_LENGTH)));
  }

  void offer(long publishedNs, DirectBuffer buffer, int offset, int length) {
    int claimed = ring.tryClaim(TYPE, DECISION + length);
    if (claimed < 0) {
      throw new IllegalStateException("outbound ring is full, capacity=" + ring.capacity());
    }
    ring.buffer().putLong(claimed, publishedNs);
    ring.buffer().putBytes(claimed + DECISION, buffer, offset, length);
    ring.commit(claimed);
    offered.lazySet(offered.get() + 1);
  }

  /** How many messages wait. Any thread. */
  int waiting() {
    return (int) (offered.get() - taken.get());
  }

  /** Reader thread: hands over at most {@code limit} messages. */
  int drain(Reader newReader, int limit) {
    reader = newReader;
    return ring.read(onMessage, limit);
  }

  private void onMessage(int type, MutableDirectBuffer buffer, int index, int length) {
    reader.onMessage(buffer.getLong(index), buffer, index + DECISION, length - DECISION);
    taken.lazySet(++takenCount);
  }
}
