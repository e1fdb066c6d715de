package io.ripcord.benchmark;

import io.ripcord.event.EventSink;
import io.ripcord.event.EventSlotDescriptor;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** One slot without a ring: what a publisher writes stays until the next. */
final class ArraySlot implements EventSink {
  private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[EventSlotDescriptor.SLOT_LENGTH]);
  private int length;

  @Override
  public MutableDirectBuffer claim() {
    return buffer;
  }

  @Override
  public MutableDirectBuffer tryClaim() {
    return buffer;
  }

  @Override
  public void publish(int newLength) {
    length = newLength;
  }

  UnsafeBuffer buffer() {
    return buffer;
  }

  int length() {
    return length;
  }
}
