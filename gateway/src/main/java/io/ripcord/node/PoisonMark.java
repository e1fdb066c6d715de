package io.ripcord.node;

import io.ripcord.journal.HaltMarker;
import io.ripcord.journal.JournalDirectoryException;
import io.ripcord.journal.JournalFailedException;
import io.ripcord.pipeline.Pipeline;
import io.ripcord.pipeline.PipelineHaltedException;
import java.nio.file.Path;

/**
 * Marks the input at which the engine halted, so that the next start, which will halt there again,
 * leaves it out. A journal or an agent that fails poisons no input. Stateless.
 */
final class PoisonMark {
  private PoisonMark() {}

  /** Marks what halted, if it was the engine at an input. */
  static void of(PipelineHaltedException halted, Path journal) {
    boolean engine = halted.stage().equals(Pipeline.ENGINE_STAGE);
    if (engine && !isJournal(halted.getCause())) {
      new HaltMarker(journal).mark(halted.sequence());
    }
  }

  /** The journal says now that the input is left out. */
  static void clear(Path journal) {
    new HaltMarker(journal).clear();
  }

  private static boolean isJournal(Throwable cause) {
    return cause instanceof JournalFailedException || cause instanceof JournalDirectoryException;
  }
}
