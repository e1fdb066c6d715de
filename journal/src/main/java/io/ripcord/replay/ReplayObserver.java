package io.ripcord.replay;

import io.ripcord.engine.Engine;
import org.agrona.DirectBuffer;

/** Looks on while a journal is replayed; bytes are valid during the call only. */
public interface ReplayObserver {
  /** Nobody looks on. */
  ReplayObserver NONE = new ReplayObserver() {};

  /** The replay begins with the state of a snapshot. */
  default void onResumed(Engine engine) {}

  /** An input, before the engine sees it; its bytes stay valid until it has. */
  default void onInput(long sequence, DirectBuffer buffer, int offset, int length) {}

  /** The engine has seen the input; not called for one that is left out. */
  default void onProcessed(long sequence, Engine engine) {}

  /** A decision that the journal holds. */
  default void onDecision(
      long causeSequence, int index, DirectBuffer buffer, int offset, int length) {}
}
