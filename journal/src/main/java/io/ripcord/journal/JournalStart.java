package io.ripcord.journal;

import java.nio.file.Path;
import java.util.Objects;

/**
 * The first place of a journal that it can be read from: its first frame, or the oldest snapshot
 * where what came before is gone (an earlier generation, or cycle files that retention removed).
 *
 * @param tail the place
 * @param snapshot the state there, {@code null} at the first frame
 * @param file of the snapshot, {@code null} at the first frame
 */
public record JournalStart(JournalTail tail, Snapshot snapshot, Path file) {
  /** Of the journal in this directory. */
  public static JournalStart of(Path directory) {
    int generation = JournalDirectory.generationNumber(directory);
    if (generation == 1 && JournalDirectory.hasFirstCycle(directory)) {
      return new JournalStart(JournalTail.EMPTY, null, null);
    }
    return new SnapshotStore(directory)
        .files(generation).stream()
            .map(JournalStart::at)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(new JournalStart(JournalTail.EMPTY, null, null));
  }

  /** Null if it cannot be read: the next one may do. */
  private static JournalStart at(Path file) {
    try {
      Snapshot snapshot = SnapshotStore.read(file);
      return new JournalStart(snapshot.tail(), snapshot, file);
    } catch (JournalDirectoryException e) {
      return null;
    }
  }

  /** A reader of all that can be read, from this place on. */
  public JournalReader open(Path directory, StopRecord stopRecord) {
    return JournalReader.openFrom(directory, stopRecord, tail);
  }

  /** In words. */
  public String description() {
    return snapshot == null
        ? "first input"
        : "snapshot " + file.getFileName() + ", input " + (tail.lastSequence() + 1);
  }
}
