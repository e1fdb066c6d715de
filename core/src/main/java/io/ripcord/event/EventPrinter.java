package io.ripcord.event;

import org.agrona.DirectBuffer;

/**
 * One line of text per event or decision, for tools and for the messages of failed assertions.
 * Allocates; one thread.
 */
public final class EventPrinter extends TextFieldSink {
  private final EventDispatcher inputDispatcher = new EventDispatcher();
  private final DecisionDispatcher decisionDispatcher = new DecisionDispatcher();
  private final EventFields inputs = new EventFields(this);
  private final DecisionFields decisions = new DecisionFields(this, inputs);
  private final StringBuilder line = new StringBuilder(256);

  /** The line of an input. */
  public String input(long sequence, DirectBuffer buffer, int offset, int length) {
    inputDispatcher.dispatch(sequence, buffer, offset, length, inputs);
    return line.toString();
  }

  /** The line of a decision. */
  public String decision(
      long causeSequence, int index, DirectBuffer buffer, int offset, int length) {
    decisions.cause(causeSequence, index);
    decisionDispatcher.dispatch(buffer, offset, length, decisions);
    return line.toString();
  }

  @Override
  public void begin(String kind) {
    line.setLength(0);
    line.append(kind);
  }

  @Override
  protected void put(String name, String value) {
    line.append(' ').append(name).append('=').append(value);
  }

  @Override
  public void end() {}
}
