package io.ripcord.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * {@code DIR/halt}: the input at which the engine halted. Written when it happens; if the next
 * start halts at the same input, that input is left out and the engine goes on reducing. Any
 * thread, one at a time.
 */
public final class HaltMarker {
  /** "No input". */
  public static final long NONE = -1;

  private static final String FILE = "halt";

  private final Path file;

  /** The marker of the journal in {@code directory}. */
  public HaltMarker(Path directory) {
    file = directory.resolve(FILE);
  }

  /** Number of the input that is marked, {@link #NONE} if none is or the marker cannot be read. */
  public long sequence() {
    try {
      String text = Files.readString(file, US_ASCII).strip();
      return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : NONE;
    } catch (NoSuchFileException e) {
      return NONE;
    } catch (IOException e) {
      throw new JournalDirectoryException(file + ": " + SyncedFiles.reason(e), e);
    }
  }

  /** Marks an input, durably. */
  public void mark(long sequence) {
    try {
      SyncedFiles.replace(file, sequence + "\n");
    } catch (IOException e) {
      throw new JournalDirectoryException(file + ": " + SyncedFiles.reason(e), e);
    }
  }

  /** Takes the mark away: the journal says now that the input is left out. */
  public void clear() {
    try {
      if (Files.deleteIfExists(file)) {
        SyncedFiles.syncDirectory(file.toAbsolutePath().getParent());
      }
    } catch (IOException e) {
      throw new JournalDirectoryException(file + ": " + SyncedFiles.reason(e), e);
    }
  }
}
