package io.ripcord.replay;

import io.ripcord.engine.PendingDecision;
import io.ripcord.event.DecisionSink;
import io.ripcord.event.EventPrinter;
import java.util.ArrayDeque;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Compares the decisions that the engine makes again with those that the journal holds, byte for
 * byte and in order. The journal's may come later than their cause; they never come before it. One
 * thread.
 */
final class DecisionComparator implements DecisionSink {
  private final EventPrinter printer;
  private final ArrayDeque<Regenerated> regenerated = new ArrayDeque<>();
  private String difference;

  private record Regenerated(long cause, int index, UnsafeBuffer bytes) {}

  /** The engine made these before, and the journal is yet to show them. */
  void expect(List<PendingDecision> pending) {
    for (PendingDecision decision : pending) {
      onDecision(
          decision.causeSequence(),
          decision.index(),
          decision.bytes(),
          0,
          decision.bytes().capacity());
    }
  }

  /** Decisions that the engine has made again and the journal has not shown yet. */
  List<PendingDecision> pending() {
    return regenerated.stream()
        .map(again -> new PendingDecision(again.cause, again.index, again.bytes))
        .toList();
  }

  /** Whether the journal has shown all that the engine has made again. */
  boolean isSettled() {
    return regenerated.isEmpty();
  }

  /** Describes differences with {@code printer}, which knows the symbols. */
  DecisionComparator(EventPrinter printer) {
    this.printer = printer;
  }

  /** The engine decided. */
  @Override
  public void onDecision(
      long causeSequence, int index, DirectBuffer buffer, int offset, int length) {
    UnsafeBuffer copy = new UnsafeBuffer(new byte[length]);
    copy.putBytes(0, buffer, offset, length);
    regenerated.add(new Regenerated(causeSequence, index, copy));
  }

  /** The journal holds this decision. */
  void recorded(long causeSequence, int index, DirectBuffer buffer, int offset, int length) {
    Regenerated again = regenerated.poll();
    if (difference != null) {
      return;
    }
    UnsafeBuffer held = new UnsafeBuffer(buffer, offset, length);
    boolean same =
        again != null
            && again.cause == causeSequence
            && again.index == index
            && again.bytes.equals(held);
    if (!same) {
      difference =
          "input "
              + causeSequence
              + ": the journal holds "
              + printer.decision(causeSequence, index, buffer, offset, length)
              + "; decided again: "
              + (again == null ? "nothing" : text(again));
    }
  }

  /**
   * The journal has ended.
   *
   * @param stoppedInOrder whether every decision must have reached the journal; after a crash the
   *     last ones may be missing, which means that they were never sent
   */
  void ended(boolean stoppedInOrder) {
    if (difference == null && stoppedInOrder && !regenerated.isEmpty()) {
      Regenerated extra = regenerated.peek();
      difference =
          "input " + extra.cause + ": the journal holds nothing; decided again: " + text(extra);
    }
  }

  /** The first difference in words, {@code null} if there is none. */
  String difference() {
    return difference;
  }

  private String text(Regenerated decision) {
    return printer.decision(
        decision.cause, decision.index, decision.bytes, 0, decision.bytes.capacity());
  }
}
