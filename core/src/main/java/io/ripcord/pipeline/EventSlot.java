package io.ripcord.pipeline;

import io.ripcord.event.EventSlotDescriptor;
import java.nio.ByteBuffer;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * One entry of the ring: a view of its bytes in a common off-heap slab, and how many of them are
 * the event. Written by the publisher that claimed it, frozen once published.
 */
final class EventSlot {
  private static final int CACHE_LINE = 64;

  private final UnsafeBuffer buffer;

  private EventSlot(ByteBuffer slab, int index) {
    buffer =
        new UnsafeBuffer(
            slab, index * EventSlotDescriptor.SLOT_LENGTH, EventSlotDescriptor.SLOT_LENGTH);
  }

  /** Slots of a ring, in one slab aligned to cache lines. */
  static EventSlot[] allocate(int count) {
    ByteBuffer slab =
        BufferUtil.allocateDirectAligned(count * EventSlotDescriptor.SLOT_LENGTH, CACHE_LINE);
    EventSlot[] slots = new EventSlot[count];
    for (int i = 0; i < count; i++) {
      slots[i] = new EventSlot(slab, i);
    }
    return slots;
  }

  UnsafeBuffer buffer() {
    return buffer;
  }

  int length() {
    return EventSlotDescriptor.messageLength(buffer, 0);
  }

  /** Wall-clock stamp beside the bytes, never in them: where latency figures come from. */
  long publishedNs() {
    return buffer.getLong(EventSlotDescriptor.STAMP_OFFSET);
  }

  void publishedNs(long stampNs) {
    buffer.putLong(EventSlotDescriptor.STAMP_OFFSET, stampNs);
  }
}
