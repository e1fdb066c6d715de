package io.ripcord.journal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The snapshots of a journal: {@code DIR/snapshots/}, one file each, named by the last input that
 * it covers. A file is written beside, synced and renamed, so that a name always means a whole one;
 * what a disk does to it later is found by its checksum. One thread writes.
 */
public final class SnapshotStore {
  private static final String SUFFIX = ".snapshot";
  private static final int DIGITS = 20;

  /** What a file may be long: larger ones are not ours. */
  private static final long MAX_LENGTH = 1L << 30;

  private final Path directory;

  /** The snapshots of the journal in {@code directory}. */
  public SnapshotStore(Path directory) {
    this.directory = directory.resolve(JournalDirectory.SNAPSHOTS);
  }

  /**
   * Writes one, durably.
   *
   * @throws JournalDirectoryException if that is not possible; the ones before are as they were
   */
  public Path write(Snapshot snapshot) {
    String digits = Long.toString(Math.max(0, snapshot.tail().lastSequence()));
    String name =
        "g" + snapshot.generation() + "-" + "0".repeat(DIGITS - digits.length()) + digits + SUFFIX;
    Path file = directory.resolve(name);
    Path temporary = directory.resolve(name + ".tmp");
    try {
      SyncedFiles.replace(file, temporary, snapshot.encode());
      return file;
    } catch (IOException e) {
      throw new JournalDirectoryException(
          file + ": cannot be written: " + SyncedFiles.reason(e), e);
    }
  }

  /** Files of a generation, the oldest first; whether they can be read shows when they are. */
  public List<Path> files(int generation) {
    String prefix = "g" + generation + "-";
    List<Path> files = new ArrayList<>();
    if (!Files.isDirectory(directory)) {
      return files;
    }
    try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, prefix + "*" + SUFFIX)) {
      found.forEach(files::add);
    } catch (IOException e) {
      throw new JournalDirectoryException(directory + ": " + SyncedFiles.reason(e), e);
    }
    Collections.sort(files);
    return files;
  }

  /**
   * Reads one.
   *
   * @throws JournalDirectoryException naming the file and what is wrong with it
   */
  public static Snapshot read(Path file) {
    try {
      if (Files.size(file) > MAX_LENGTH) {
        throw new JournalDirectoryException(
            file + ": length=" + Files.size(file) + ", expected at most " + MAX_LENGTH);
      }
      return Snapshot.decode(Files.readAllBytes(file));
    } catch (IllegalArgumentException e) {
      throw new JournalDirectoryException(file + ": damaged: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new JournalDirectoryException(file + ": " + SyncedFiles.reason(e), e);
    }
  }

  /** Removes all but the newest {@code keep} of a generation, and those of earlier ones. */
  public void prune(int generation, int keep) {
    List<Path> own = files(generation);
    List<Path> superfluous = new ArrayList<>(own.subList(0, Math.max(0, own.size() - keep)));
    if (!own.isEmpty()) {
      for (int earlier = 1; earlier < generation; earlier++) {
        superfluous.addAll(files(earlier));
      }
    }
    try {
      for (Path file : superfluous) {
        Files.deleteIfExists(file);
      }
      if (!superfluous.isEmpty()) {
        SyncedFiles.syncDirectory(directory);
      }
    } catch (IOException e) {
      throw new JournalDirectoryException(directory + ": " + SyncedFiles.reason(e), e);
    }
  }
}
