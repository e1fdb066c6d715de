package io.ripcord.console;

import io.ripcord.journal.FailureReason;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a file that somebody asked for will be written. Stateless but for its path. */
public final class OutputPlace {
  private final Path file;

  /** For {@code file}, which may exist already. */
  public OutputPlace(Path file) {
    this.file = file;
  }

  /** What is written first and then renamed. */
  Path temporary() {
    return file.resolveSibling(file.getFileName() + ".tmp");
  }

  /**
   * Tries whether a file can be written there: before long work rather than after it.
   *
   * @throws IOException naming the file, why, and what was expected
   */
  public void check() throws IOException {
    if (file.getFileName() == null || Files.isDirectory(file)) {
      throw new FileSystemException(file.toString(), null, "is a directory, expected a file");
    }
    Path folder = file.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      throw new FileSystemException(
          file.toString(), null, "there is no directory " + folder + ", expected it to exist");
    }
    try {
      Files.writeString(temporary(), "");
      Files.delete(temporary());
    } catch (IOException e) {
      throw refused(e);
    }
  }

  /** The failure of a write in words for users. */
  public IOException refused(IOException failure) {
    String reason = FailureReason.of(failure);
    return new FileSystemException(
        file.toString(),
        null,
        "cannot be written: "
            + reason
            + (reason.contains("expected ")
                ? ""
                : ", expected a place with room that this user can write to"));
  }
}
