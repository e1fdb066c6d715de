package io.ripcord.journal;

import org.agrona.DirectBuffer;

/**
 * One frame of a journal, wherever that lies. The payload is the source's own and stays valid until
 * it moves on.
 */
public interface JournalFrame {
  /** {@link FrameDescriptor#KIND_INPUT} or {@link FrameDescriptor#KIND_DECISION}. */
  int kind();

  /** Sequence of the input, or of the decision's cause. */
  long sequence();

  /** Index of the decision among those of its cause; 0 for an input. */
  int index();

  /** Holds the payload. */
  DirectBuffer buffer();

  /** Where the payload begins in {@link #buffer()}. */
  int payloadOffset();

  /** Length of the payload. */
  int payloadLength();
}
