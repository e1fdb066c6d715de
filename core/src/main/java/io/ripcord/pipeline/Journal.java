package io.ripcord.pipeline;

import org.agrona.DirectBuffer;

/**
 * Where the pipeline writes every input and every decision before anything else sees its effect.
 *
 * <p>{@link #onStart} and the two appends are called by one thread only, the one that the topology
 * gives the journal; {@link #force} and {@link #close} may be called by another. An append copies
 * the bytes before it returns and keeps no reference. An exception from any method halts the
 * pipeline: what was appended before it is intact, what was being appended counts as not written.
 */
public interface Journal extends AutoCloseable {
  /** Called once on the appending thread, before the first append. */
  default void onStart() {}

  /**
   * Appends one input event.
   *
   * @param sequence number of the input, one more than that of the previous one
   */
  void appendInput(long sequence, DirectBuffer buffer, int offset, int length);

  /**
   * Appends one decision, after the input that caused it.
   *
   * @param causeSequence number of the input that caused it
   * @param index position among the decisions of the same cause, from 0
   */
  void appendDecision(long causeSequence, int index, DirectBuffer buffer, int offset, int length);

  /**
   * Called on the appending thread when there is nothing to append: for what would disturb at any
   * other time. Quick unless there is something of that kind to do.
   */
  default void onIdle() {}

  /**
   * Returns when everything appended before the call is on stable storage, as far as the durability
   * mode promises it; thread-safe against the appending thread.
   */
  void force();

  /** Ends the journal; idempotent. */
  @Override
  void close();
}
