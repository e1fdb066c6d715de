package io.ripcord.replay;

import io.ripcord.engine.ResumedEngine;
import io.ripcord.journal.HaltMarker;
import io.ripcord.journal.JournalDirectory;
import io.ripcord.journal.JournalTail;
import io.ripcord.journal.Snapshot;
import io.ripcord.journal.SnapshotStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where an engine goes on.
 *
 * @param resumed the engine and what it still has to say; {@code null} where nothing was journalled
 * @param tail where the journal goes on
 * @param snapshot that it was built from, {@code null} if it was from the first input
 * @param inputs journalled inputs that were replayed
 * @param stopped whether the engine had stopped in order
 * @param skipped input that is to be left out from now on, {@link HaltMarker#NONE} if none
 * @param quarantined why the generation so far must not be appended to, {@code null} if it may
 * @param notes what an operator should know, one line each
 */
public record Recovered(
    ResumedEngine resumed,
    JournalTail tail,
    Path snapshot,
    long inputs,
    boolean stopped,
    long skipped,
    String quarantined,
    List<String> notes) {
  /** Copies the list. */
  public Recovered {
    notes = List.copyOf(notes);
  }

  /** Nothing was journalled: an engine begins. */
  public static Recovered nothing(List<String> notes) {
    return new Recovered(null, JournalTail.EMPTY, null, 0, false, HaltMarker.NONE, null, notes);
  }

  /** Whether nothing was journalled. */
  public boolean isNothing() {
    return resumed == null;
  }

  /** Number of the next input. */
  public long nextSequence() {
    return isNothing() ? 1 : tail.lastSequence() + 1;
  }

  /** Whether an input is to be left out from now on. */
  public boolean isSkipping() {
    return skipped != HaltMarker.NONE;
  }

  /**
   * Closes a generation that must not be appended to: the state goes into a snapshot that the next
   * generation opens from. What was decided last and not journalled is not sent: the engine asks
   * the venue about it, as about every order under way.
   *
   * @return where the engine goes on, in the next generation
   */
  public Recovered inNextGeneration(JournalDirectory directory) {
    int next = JournalDirectory.generationNumber(directory.path()) + 1;
    JournalTail opening = JournalTail.openingAfter(tail);
    Snapshot snapshot = EngineStates.snapshot(resumed.engine(), next, opening, false);
    Path file = new SnapshotStore(directory.path()).write(snapshot);
    directory.openNextGeneration();
    List<String> all = new ArrayList<>(notes);
    all.add(quarantined + "; generation " + next + " goes on after input " + tail.lastSequence());
    return new Recovered(
        new ResumedEngine(resumed.engine(), resumed.encoder(), List.of()),
        opening,
        file,
        inputs,
        false,
        skipped,
        null,
        all);
  }
}
