package io.ripcord.venue.tape;

import java.nio.file.Files;
import java.nio.file.Path;

/** Opens recorded tapes. */
public final class Tapes {
  private Tapes() {}

  /**
   * The tape in a file, plain or gzip; what format it has is found from its content.
   *
   * @throws TapeException when the file cannot be read or no format fits
   */
  public static Tape open(Path file) {
    if (!Files.exists(file)) {
      throw new TapeException(file + ": no such file");
    }
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new TapeException(file + ": expected a readable file");
    }
    try (LineSource lines = new LineSource(file, Long.MAX_VALUE)) {
      while (lines.next()) {
        if (lines.begin() < lines.end()) {
          return new FileTape(file, lines.detect());
        }
      }
    }
    throw new TapeException(file + ": is empty, expected a tape");
  }
}
