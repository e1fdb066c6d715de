package io.ripcord.journal;

import org.agrona.DirectBuffer;

/**
 * Tells which input is the record of an orderly stop. The journal does not know the event schema;
 * whoever reads it passes this in.
 */
@FunctionalInterface
public interface StopRecord {
  /** For readers that do not care how the journal ended. */
  StopRecord NONE = (buffer, offset, length) -> false;

  /** True if the payload of this input says that the engine stopped in order. */
  boolean isStop(DirectBuffer buffer, int offset, int length);
}
