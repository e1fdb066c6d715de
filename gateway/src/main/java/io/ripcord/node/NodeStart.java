package io.ripcord.node;

import io.ripcord.journal.JournalDirectory;
import io.ripcord.journal.JournalDirectoryException;
import io.ripcord.replay.Recovered;
import io.ripcord.replay.Recovery;
import java.util.List;

/**
 * Where a node goes on: the one place that knows how to come back from a journal. Called once,
 * while the directory is held and before anything is opened for writing.
 */
@FunctionalInterface
public interface NodeStart {
  /** Begins anew, and refuses a place where a node was before. */
  NodeStart FRESH =
      directory -> {
        if (directory.hasJournal()) {
          throw new JournalDirectoryException(
              directory.path() + ": holds a journal already, expected none");
        }
        return Recovered.nothing(List.copyOf(directory.warnings()));
      };

  /** Goes on where the journal ends, in its next generation if that must not be appended to. */
  NodeStart RECOVER =
      directory -> {
        Recovered recovered = new Recovery(directory).run();
        return recovered.quarantined() == null ? recovered : recovered.inNextGeneration(directory);
      };

  /**
   * The engine as the journal left it, or nothing.
   *
   * @throws JournalDirectoryException when the node must not start here
   */
  Recovered recover(JournalDirectory directory);
}
