package io.ripcord.replay;

import org.agrona.DirectBuffer;

/** Looks on while a journal is replayed; bytes are valid during the call only. */
public interface ReplayObserver {
  /** Nobody looks on. */
  ReplayObserver NONE = new ReplayObserver() {};

  /** An input, before the engine sees it. */
  default void onInput(long sequence, DirectBuffer buffer, int offset, int length) {}

  /** A decision that the journal holds. */
  default void onDecision(
      long causeSequence, int index, DirectBuffer buffer, int offset, int length) {}
}
