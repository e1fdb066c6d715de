package io.ripcord.benchmark.rig;

import io.ripcord.journal.ChronicleJournal;
import io.ripcord.journal.JournalContext;
import io.ripcord.journal.JournalDirectory;
import io.ripcord.journal.JournalVerifier;
import io.ripcord.journal.TouchAhead;
import io.ripcord.journal.VerifyResult;
import io.ripcord.pipeline.Duty;
import io.ripcord.pipeline.Journal;
import io.ripcord.replay.StopEvents;
import java.nio.file.Path;
import java.util.List;

/**
 * The journal of a measured pipeline: the product's own, in a directory and with its defaults, or
 * none.
 */
final class RigJournal implements AutoCloseable {
  private final JournalDirectory directory;
  private final ChronicleJournal chronicle;
  private final TouchAhead touchAhead;
  private final int epoch;

  private RigJournal(JournalDirectory directory) {
    this.directory = directory;
    epoch = directory == null ? 1 : directory.nextEpoch(0);
    chronicle =
        directory == null
            ? null
            : new ChronicleJournal(new JournalContext().directory(directory).epoch(epoch));
    touchAhead =
        directory == null ? null : new TouchAhead(chronicle, TouchAhead.DEFAULT_AHEAD_BYTES);
  }

  static RigJournal in(Path path) {
    return new RigJournal(JournalDirectory.open(path));
  }

  static RigJournal none() {
    return new RigJournal(null);
  }

  Journal journal() {
    return chronicle == null ? new MemoryJournal() : chronicle;
  }

  List<Duty> duties() {
    return touchAhead == null ? List.of() : List.of(touchAhead::doWork);
  }

  int epoch() {
    return epoch;
  }

  /**
   * Reads everything back, once it is closed.
   *
   * @return how many bytes the journal has, 0 for none
   * @throws IllegalStateException if it is damaged
   */
  long verify() {
    if (directory == null) {
      return 0;
    }
    VerifyResult result = JournalVerifier.verify(directory.path(), StopEvents.STOP);
    if (!result.isIntact()) {
      throw new IllegalStateException("the journal of this run is damaged: " + result.problem());
    }
    return result.bytes();
  }

  @Override
  public void close() {
    if (directory != null) {
      touchAhead.close();
      chronicle.close();
      directory.close();
    }
  }
}
