package io.ripcord.testing;

import io.ripcord.event.EventSink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A sink that keeps a copy of every published event. Slots are handed out dirty; the sink can play
 * a full ring, and it refuses what a ring would suffer from: a second claim before the publish.
 */
public final class ArraySink implements EventSink {
  /** Takes each event right after its publication. */
  @FunctionalInterface
  public interface Reader {
    /** One event; the bytes from index 0 are valid during the call only. */
    void onEvent(long sequence, MutableDirectBuffer buffer, int length);
  }

  private final List<byte[]> events = new ArrayList<>();
  private final byte poison;
  private final Reader reader;
  private UnsafeBuffer claimed;
  private boolean full;

  /** Hands out slots full of {@code 0xA5}. */
  public ArraySink() {
    this((byte) 0xA5);
  }

  /** Hands out slots full of {@code poison}. */
  public ArraySink(byte poison) {
    this(poison, (sequence, buffer, length) -> {});
  }

  /** As the others; {@code reader} gets each event at once, numbered from 1. */
  public ArraySink(byte poison, Reader reader) {
    this.poison = poison;
    this.reader = reader;
  }

  /** Whether {@link #tryClaim} finds no slot from now on. */
  public void full(boolean isFull) {
    full = isFull;
  }

  @Override
  public MutableDirectBuffer claim() {
    if (claimed != null) {
      throw new AssertionError("a claimed slot was not published");
    }
    claimed = Slots.poisoned(poison);
    return claimed;
  }

  @Override
  public MutableDirectBuffer tryClaim() {
    return full ? null : claim();
  }

  @Override
  public void publish(int length) {
    UnsafeBuffer slot = claimed;
    claimed = null;
    for (int i = length; i < slot.capacity(); i++) {
      if (slot.getByte(i) != poison) {
        throw new AssertionError("byte " + i + " was written, but the length is " + length);
      }
    }
    events.add(Arrays.copyOf(slot.byteArray(), length));
    reader.onEvent(events.size(), slot, length);
  }

  /** Whether a slot is claimed and not published: what a publisher must never leave behind. */
  public boolean isClaimed() {
    return claimed != null;
  }

  /** The events, in order, each in exactly its length. */
  public List<byte[]> events() {
    return events;
  }

  /** The event published last. */
  public byte[] last() {
    return events.get(events.size() - 1);
  }
}
