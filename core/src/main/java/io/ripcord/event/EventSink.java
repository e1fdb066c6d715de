package io.ripcord.event;

import org.agrona.MutableDirectBuffer;

/**
 * Where a publisher puts encoded events: a ring in production, an array in tests.
 *
 * <p>Between a claim that returned a buffer and {@link #publish} the caller must not throw: a
 * claimed slot has to be published.
 */
public interface EventSink {
  /**
   * The buffer of the next event, {@link EventSlotDescriptor#SLOT_LENGTH} bytes from index 0. Waits
   * for a free slot.
   *
   * @throws IllegalStateException when the pipeline has halted
   */
  MutableDirectBuffer claim();

  /** As {@link #claim} but returns {@code null} at once when no slot is free. */
  MutableDirectBuffer tryClaim();

  /**
   * The last input of a source that an earlier start of the engine journalled, 0 if there is none:
   * its publisher goes on counting from there.
   */
  default long lastOf(int source) {
    return 0;
  }

  /** Makes the claimed event visible. */
  void publish(int length);
}
