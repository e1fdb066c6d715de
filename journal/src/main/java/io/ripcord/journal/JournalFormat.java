package io.ripcord.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file {@code DIR/format}: one line that says which version of the layout the directory has, so
 * that a program of another version refuses it before it reads a frame. Stateless.
 */
final class JournalFormat {
  static final String FILE_NAME = "format";
  static final String LINE = "ripcord-journal " + FrameDescriptor.FORMAT_VERSION;

  private static final int MAX_SHOWN = 40;

  private JournalFormat() {}

  /** Writes the line if the directory is new, else demands it. */
  static void establish(Path directory, boolean isNew) {
    Path file = directory.resolve(FILE_NAME);
    try {
      if (isNew && !Files.exists(file)) {
        SyncedFiles.replace(file, LINE + "\n");
      }
      String found = Files.exists(file) ? read(file) : "";
      if (!found.equals(LINE)) {
        throw new JournalDirectoryException(mismatch(file, found));
      }
    } catch (IOException e) {
      throw new JournalDirectoryException(file + ": " + SyncedFiles.reason(e), e);
    }
  }

  /** What a reader should say about the line, or null; a directory without one is left to it. */
  static JournalProblem check(Path directory) {
    Path file = directory.resolve(FILE_NAME);
    try {
      if (!Files.exists(file)) {
        return null;
      }
      String found = read(file);
      return found.equals(LINE)
          ? null
          : problem(JournalProblem.Kind.WRONG_VERSION, file, mismatch(file, found));
    } catch (IOException e) {
      return problem(JournalProblem.Kind.DAMAGED, file, file + ": " + SyncedFiles.reason(e));
    }
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, US_ASCII).strip();
  }

  private static String mismatch(Path file, String found) {
    String shown = found.length() > MAX_SHOWN ? found.substring(0, MAX_SHOWN) + "..." : found;
    return file + ": says '" + shown + "', expected '" + LINE + "'";
  }

  private static JournalProblem problem(JournalProblem.Kind kind, Path file, String message) {
    return new JournalProblem(kind, file, 0, FrameOrder.NONE, FrameOrder.NONE, message);
  }
}
