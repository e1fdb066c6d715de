package io.ripcord.event;

import org.agrona.DirectBuffer;

/** Takes encoded decisions; the bytes are valid during the call only. */
@FunctionalInterface
public interface DecisionSink {
  /**
   * One decision.
   *
   * @param causeSequence sequence of the input that caused it
   * @param index position among the decisions of the same cause, from 0
   */
  void onDecision(long causeSequence, int index, DirectBuffer buffer, int offset, int length);
}
