package io.ripcord.event;

import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import java.time.Instant;
import org.agrona.DirectBuffer;

/**
 * One line of text per event or decision, for tools and for the messages of failed assertions.
 * Allocates; one thread.
 */
public final class EventPrinter implements FieldSink {
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

  private StringBuilder name(String name) {
    return line.append(' ').append(name).append('=');
  }

  @Override
  public void number(String name, long value) {
    name(name).append(value);
  }

  @Override
  public void decimal(String name, long valueE8) {
    if (valueE8 != E8.NULL) {
      E8.append(name(name), valueE8);
    }
  }

  @Override
  public void percent(String name, long percentE6) {
    if (percentE6 != E8.NULL) {
      name(name).append(Percent.format(percentE6));
    }
  }

  @Override
  public void time(String name, long timeNs) {
    if (timeNs != E8.NULL) {
      name(name).append(instant(timeNs));
    }
  }

  /** ISO-8601 in UTC. */
  public static Instant instant(long timeNs) {
    return Instant.ofEpochSecond(
        Math.floorDiv(timeNs, 1_000_000_000L), Math.floorMod(timeNs, 1_000_000_000L));
  }

  @Override
  public void text(String name, CharSequence value) {
    name(name).append(value);
  }

  @Override
  public void end() {}
}
