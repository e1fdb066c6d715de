package io.ripcord.testing;

import io.ripcord.event.EventSlotDescriptor;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;

/** Slots whose bytes are not zero, as those of a ring after its first round. */
public final class Slots {
  private Slots() {}

  /** A slot with this value in every byte. */
  public static UnsafeBuffer poisoned(byte value) {
    byte[] bytes = new byte[EventSlotDescriptor.SLOT_LENGTH];
    Arrays.fill(bytes, value);
    return new UnsafeBuffer(bytes);
  }
}
