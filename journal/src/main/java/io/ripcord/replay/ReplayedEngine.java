package io.ripcord.replay;

import io.ripcord.engine.Engine;
import io.ripcord.engine.PendingDecision;
import io.ripcord.engine.ResumedEngine;
import io.ripcord.event.DecisionEncoder;
import io.ripcord.event.EngineStarts;
import io.ripcord.event.EventDispatcher;
import io.ripcord.event.EventPrinter;
import io.ripcord.journal.FrameDescriptor;
import io.ripcord.journal.JournalDirectoryException;
import io.ripcord.journal.JournalFrame;
import io.ripcord.journal.JournalTail;
import io.ripcord.journal.Snapshot;
import io.ripcord.state.StateIn;
import java.util.List;
import java.util.Set;
import org.agrona.DirectBuffer;

/**
 * An engine fed with the frames of a journal: what recovery, the snapshotter and every other
 * replica stand on. What it decides again must be what the journal holds. One thread.
 */
public final class ReplayedEngine {
  private final EventPrinter printer = new EventPrinter();
  private final DecisionComparator comparator = new DecisionComparator(printer);
  private final DecisionEncoder encoder = new DecisionEncoder(comparator);
  private final EventDispatcher dispatcher = new EventDispatcher();
  private final Set<Long> skipped;
  private Engine engine;

  /**
   * An engine that begins with the journal.
   *
   * @param skipped inputs that it never sees
   */
  public ReplayedEngine(Set<Long> skipped) {
    this.skipped = Set.copyOf(skipped);
  }

  /**
   * An engine that begins with a snapshot.
   *
   * @throws JournalDirectoryException when its state is not what its hash says
   */
  public ReplayedEngine(Snapshot snapshot, Set<Long> skipped) {
    this(skipped);
    engine = new Engine(encoder, snapshot.maxPositions(), false);
    int[] next = {0};
    long[] state = snapshot.state();
    try {
      engine.read(new StateIn(() -> state[next[0]++]));
    } catch (RuntimeException e) {
      throw new JournalDirectoryException("the state cannot be taken on: " + e, e);
    }
    if (engine.stateHash() != snapshot.stateHash() || next[0] != state.length) {
      throw new JournalDirectoryException("the state is not the one that its hash says");
    }
  }

  /** A second engine in the state of one that recovery has brought up to date. */
  public static ReplayedEngine copyOf(ResumedEngine resumed, JournalTail tail, int generation) {
    Snapshot snapshot = EngineStates.snapshot(resumed.engine(), generation, tail, false);
    ReplayedEngine copy = new ReplayedEngine(snapshot, Set.of());
    copy.comparator.expect(resumed.pending());
    return copy;
  }

  /**
   * The next frame.
   *
   * @throws PoisonedInputException when the engine cannot process it
   */
  public void onFrame(JournalFrame frame) {
    DirectBuffer buffer = frame.buffer();
    int offset = frame.payloadOffset();
    int length = frame.payloadLength();
    if (frame.kind() == FrameDescriptor.KIND_INPUT) {
      onInput(frame.sequence(), buffer, offset, length);
    } else if (!skipped.contains(frame.sequence())) {
      comparator.recorded(frame.sequence(), frame.index(), buffer, offset, length);
    }
  }

  private void onInput(long sequence, DirectBuffer buffer, int offset, int length) {
    if (skipped.contains(sequence)) {
      return;
    }
    if (engine == null) {
      engine = new Engine(encoder, EngineStarts.maxPositions(buffer, offset, length), false);
    }
    encoder.cause(sequence);
    try {
      dispatcher.dispatch(sequence, buffer, offset, length, engine);
    } catch (RuntimeException e) {
      throw new PoisonedInputException(sequence, e);
    }
  }

  /** The engine; {@code null} before the first input. */
  public Engine engine() {
    return engine;
  }

  /** What encodes its decisions: to hand over with the engine. */
  public DecisionEncoder encoder() {
    return encoder;
  }

  /**
   * The first decision that came out otherwise than the journal holds, {@code null} if none did.
   */
  public String difference() {
    return comparator.difference();
  }

  /** The journal has ended; after an orderly stop it must hold every decision. */
  void ended(boolean stoppedInOrder) {
    comparator.ended(stoppedInOrder);
  }

  /** Whether the journal holds all that it has decided so far. */
  public boolean isSettled() {
    return comparator.isSettled();
  }

  /** What it has decided and the journal does not hold. */
  public List<PendingDecision> pending() {
    return comparator.pending();
  }
}
