package io.ripcord.replay;

import io.ripcord.engine.Engine;
import io.ripcord.engine.ResumedEngine;
import io.ripcord.journal.FrameDescriptor;
import io.ripcord.journal.HaltMarker;
import io.ripcord.journal.JournalDirectory;
import io.ripcord.journal.JournalDirectoryException;
import io.ripcord.journal.JournalProblem;
import io.ripcord.journal.JournalReader;
import io.ripcord.journal.JournalTail;
import io.ripcord.journal.PlaceCheck;
import io.ripcord.journal.Snapshot;
import io.ripcord.journal.SnapshotStore;
import io.ripcord.journal.TornTail;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Brings an engine back to where the journal ends: the newest snapshot that is whole and fits, then
 * the rest of the journal. What a crash left of the last append is mended; anything worse closes
 * the generation. Nothing is decided otherwise than it was: a difference ends the recovery.
 *
 * <p>For whoever holds the directory, before anything is opened for writing. One use, one thread.
 */
public final class Recovery {
  private static final int MAX_MENDS = 3;

  private final JournalDirectory directory;
  private final Path path;
  private final int generation;
  private final HaltMarker marker;
  private final List<String> notes = new ArrayList<>();
  private final Set<Long> skipped = new HashSet<>();
  private long newlySkipped = HaltMarker.NONE;

  /** Of the journal in a directory that the caller holds. */
  public Recovery(JournalDirectory directory) {
    this.directory = directory;
    path = directory.path();
    generation = JournalDirectory.generationNumber(path);
    marker = new HaltMarker(path);
    notes.addAll(directory.warnings());
  }

  /**
   * Recovers.
   *
   * @throws RecoveryException when the journal decides otherwise, or halts the engine
   * @throws JournalDirectoryException when a file cannot be read or mended
   */
  public Recovered run() {
    if (!directory.hasJournal()) {
      clearUnfinished();
      return Recovered.nothing(notes);
    }
    // Each round either ends, leaves one more input out, or has mended the end of the journal.
    for (int mends = 0; mends <= MAX_MENDS; ) {
      try {
        Recovered recovered = round();
        if (recovered != null) {
          clearOldMark();
          return recovered;
        }
        mends++;
      } catch (PoisonedInputException e) {
        leaveOut(e);
      }
    }
    throw RecoveryException.damage(path + ": the end of the journal cannot be mended");
  }

  /** A mark is for the start after it: another input may get that number once a tail was lost. */
  private void clearOldMark() {
    if (newlySkipped == HaltMarker.NONE) {
      marker.clear();
    }
  }

  private void clearUnfinished() {
    try (JournalReader reader = JournalReader.open(path, StopEvents.STOP)) {
      reader.next();
      mend(reader);
    }
  }

  private boolean mend(JournalReader reader) {
    JournalProblem problem = reader.problem();
    if (problem == null || problem.kind() != JournalProblem.Kind.TORN_TAIL) {
      return false;
    }
    String mended = TornTail.mend(directory, problem, reader.tail());
    if (mended != null) {
      notes.add(mended);
    }
    return mended != null;
  }

  /** One way through the journal; null if its end was mended and it must be read again. */
  private Recovered round() {
    Start start = start();
    try (JournalReader reader = JournalReader.openFrom(path, StopEvents.STOP, start.tail)) {
      long inputs = 0;
      while (reader.next()) {
        start.engine.onFrame(reader);
        inputs += reader.kind() == FrameDescriptor.KIND_INPUT ? 1 : 0;
        checkDifference(start.engine);
      }
      if (mend(reader)) {
        return null;
      }
      return result(start, reader, inputs);
    }
  }

  private void checkDifference(ReplayedEngine engine) {
    if (engine.difference() != null) {
      throw RecoveryException.damage(
          path + ": this build decides otherwise than the journal holds: " + engine.difference());
    }
  }

  private Recovered result(Start start, JournalReader reader, long inputs) {
    JournalProblem problem = problem(reader, start.tail);
    if (problem != null && problem.kind() == JournalProblem.Kind.WRONG_VERSION) {
      throw RecoveryException.failure(problem.message());
    }
    if (start.engine.engine() == null && problem == null) {
      // The very first append was cut, and is wiped.
      return Recovered.nothing(notes);
    }
    if (start.engine.engine() == null) {
      throw RecoveryException.damage(problem.message());
    }
    // Behind a snapshot of the very end there is no frame that could tell.
    boolean stopped = inputs == 0 ? start.stopped : reader.isStopped();
    ResumedEngine resumed =
        new ResumedEngine(start.engine.engine(), start.engine.encoder(), start.engine.pending());
    return new Recovered(
        resumed,
        reader.tail(),
        start.file,
        inputs,
        stopped && problem == null && resumed.pending().isEmpty(),
        newlySkipped,
        problem == null ? null : problem.message(),
        notes);
  }

  /** An engine and the place in the journal that it has come to. */
  private static final class Start {
    private final ReplayedEngine engine;
    private final JournalTail tail;
    private final Path file;
    private final boolean stopped;

    Start(ReplayedEngine engine, JournalTail tail, Path file, boolean stopped) {
      this.engine = engine;
      this.tail = tail;
      this.file = file;
      this.stopped = stopped;
    }
  }

  private Start start() {
    List<Path> files = new SnapshotStore(path).files(generation);
    for (int i = files.size() - 1; i >= 0; i--) {
      Start start = start(files.get(i));
      if (start != null) {
        return start;
      }
    }
    if (generation > 1) {
      throw RecoveryException.damage(
          path + ": generation " + generation + " has no snapshot that can be read, expected one");
    }
    return new Start(new ReplayedEngine(skipped), JournalTail.EMPTY, null, false);
  }

  /** From this snapshot, null if it is no use. */
  private Start start(Path file) {
    try {
      Snapshot snapshot = SnapshotStore.read(file);
      String unfit = unfit(snapshot);
      if (unfit == null) {
        return new Start(
            new ReplayedEngine(snapshot, skipped), snapshot.tail(), file, snapshot.stopped());
      }
      note(file + ": " + unfit + ", an older one is taken");
    } catch (JournalDirectoryException e) {
      note(e.getMessage() + ", an older one is taken");
    }
    return null;
  }

  private void note(String line) {
    if (!notes.contains(line)) {
      notes.add(line);
    }
  }

  /** What is wrong at the end; a generation that was opened and holds nothing yet is sound. */
  private static JournalProblem problem(JournalReader reader, JournalTail from) {
    JournalProblem problem = reader.problem();
    boolean isUnbegun =
        problem != null && problem.kind() == JournalProblem.Kind.NO_JOURNAL && from.isEmpty();
    return isUnbegun ? null : problem;
  }

  private String unfit(Snapshot snapshot) {
    if (snapshot.decisionVersion() != Engine.DECISION_VERSION) {
      return "decision-version="
          + snapshot.decisionVersion()
          + ", expected "
          + Engine.DECISION_VERSION;
    }
    try (JournalReader reader = JournalReader.openFrom(path, StopEvents.STOP, snapshot.tail())) {
      if (reader.next()) {
        // The chain of checksums goes on, which proves the place.
        return null;
      }
      JournalProblem problem = problem(reader, snapshot.tail());
      boolean ends = problem == null || problem.kind() == JournalProblem.Kind.TORN_TAIL;
      String wrong = ends ? PlaceCheck.wrong(path, snapshot.tail()) : problem.message();
      return wrong == null ? null : "the journal does not go on from it: " + wrong;
    }
  }

  /** The engine halted at this input once, as it does now: it is left out, or marked. */
  private void leaveOut(PoisonedInputException poisoned) {
    long sequence = poisoned.sequence();
    if (skipped.contains(sequence)) {
      throw RecoveryException.failure(path + ": " + poisoned.getMessage());
    }
    if (SkippedInputs.isSkippedLater(path, sequence)) {
      skipped.add(sequence);
    } else if (marker.sequence() == sequence) {
      skipped.add(sequence);
      newlySkipped = sequence;
      note(
          "input " + sequence + " halted the engine twice: it is left out, and the engine reduces");
    } else {
      marker.mark(sequence);
      throw RecoveryException.failure(
          path
              + ": "
              + poisoned.getMessage()
              + "; start again to go on without it, reducing; positions stay as they are");
    }
  }
}
