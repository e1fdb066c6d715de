package io.ripcord.node;

import io.ripcord.event.EventSink;
import io.ripcord.event.EventSlotDescriptor;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Takes events and forgets them; counts. One thread. */
final class SilentSink implements EventSink {
  private final MutableDirectBuffer slot =
      new UnsafeBuffer(new byte[EventSlotDescriptor.SLOT_LENGTH]);
  private long published;

  @Override
  public MutableDirectBuffer claim() {
    return slot;
  }

  @Override
  public MutableDirectBuffer tryClaim() {
    return slot;
  }

  @Override
  public void publish(int length) {
    published++;
  }

  long published() {
    return published;
  }
}
