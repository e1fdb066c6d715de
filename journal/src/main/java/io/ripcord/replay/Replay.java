package io.ripcord.replay;

import io.ripcord.engine.Engine;
import io.ripcord.event.Texts;
import io.ripcord.journal.FrameDescriptor;
import io.ripcord.journal.JournalReader;
import io.ripcord.journal.JournalStart;
import io.ripcord.journal.StreamHashes;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Replays a journal from its first input, or from the oldest snapshot where that is gone: the same
 * bytes through the same engine, without ring, threads or venue. What the engine decides is
 * compared with what the journal holds, or dropped. It holds no sender and cannot be given one. One
 * thread; the journal may be that of a live engine.
 */
public final class Replay {
  private final Path directory;
  private final boolean verify;
  private final ReplayObserver observer;
  private final Set<Long> skipped = new HashSet<>();
  private StreamHashes hashes;
  private ReplayedEngine replayed;
  private JournalStart start;
  private long events;
  private long decisions;
  private long shown;

  /**
   * A replay of the journal in {@code directory}.
   *
   * @param verify whether to compare decisions
   */
  public Replay(Path directory, boolean verify, ReplayObserver observer) {
    this.directory = directory;
    this.verify = verify;
    this.observer = observer;
  }

  /**
   * The engine, for reading its state after {@link #run}; {@code null} if there was no first event.
   */
  public Engine engine() {
    return replayed == null ? null : replayed.engine();
  }

  /** Replays to the end, or to the first damage. */
  public ReplayResult run() {
    return run(1, Long.MAX_VALUE);
  }

  /**
   * As {@link #run()}, but shows the observer only inputs from {@code from} to {@code to} and their
   * decisions, and ends after {@code to}.
   */
  public ReplayResult run(long from, long to) {
    long startNs = System.nanoTime();
    while (true) {
      try {
        return pass(from, to, startNs);
      } catch (PoisonedInputException e) {
        boolean leaveOut =
            !skipped.contains(e.sequence())
                && SkippedInputs.isSkippedLater(directory, e.sequence());
        if (!leaveOut) {
          throw RecoveryException.failure(directory + ": " + e.getMessage());
        }
        // The engine at work left it out after its second halt: so does this one, from the start.
        skipped.add(e.sequence());
      }
    }
  }

  private ReplayResult pass(long from, long to, long startNs) {
    start = JournalStart.of(directory);
    hashes = new StreamHashes();
    events = 0;
    decisions = 0;
    replayed =
        start.snapshot() == null
            ? new ReplayedEngine(skipped)
            : new ReplayedEngine(start.snapshot(), skipped);
    if (start.snapshot() != null && shown == 0) {
      observer.onResumed(replayed.engine());
    }
    try (JournalReader reader = start.open(directory, StopEvents.STOP)) {
      while (reader.next()) {
        boolean isInput = reader.kind() == FrameDescriptor.KIND_INPUT;
        if (isInput && reader.sequence() > to) {
          return result(reader, startNs, false);
        }
        boolean asked = reader.sequence() >= from && reader.sequence() <= to;
        boolean shownBefore = events + decisions < shown;
        frame(reader, isInput, asked && !shownBefore ? observer : ReplayObserver.NONE);
      }
      return result(reader, startNs, reader.isStopped());
    }
  }

  private void frame(JournalReader reader, boolean isInput, ReplayObserver shownTo) {
    hashes.add(reader);
    if (isInput) {
      events++;
      shownTo.onInput(
          reader.sequence(), reader.buffer(), reader.payloadOffset(), reader.payloadLength());
    } else {
      decisions++;
      shownTo.onDecision(
          reader.sequence(),
          reader.index(),
          reader.buffer(),
          reader.payloadOffset(),
          reader.payloadLength());
    }
    shown = Math.max(shown, events + decisions);
    replayed.onFrame(reader);
    if (isInput && !skipped.contains(reader.sequence())) {
      shownTo.onProcessed(reader.sequence(), replayed.engine());
    }
  }

  private ReplayResult result(JournalReader reader, long startNs, boolean stopped) {
    if (reader.problem() == null) {
      replayed.ended(stopped);
    }
    Engine engine = replayed.engine();
    return new ReplayResult(
        events,
        decisions,
        hashes.inputSha256(),
        hashes.decisionSha256(),
        engine == null ? null : Texts.hex(engine.stateHash()),
        stopped,
        verify ? replayed.difference() : null,
        reader.problem(),
        start.description(),
        System.nanoTime() - startNs);
  }
}
