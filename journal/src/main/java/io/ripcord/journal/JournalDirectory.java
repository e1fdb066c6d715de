package io.ripcord.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The directory of one engine's journal, held exclusively from {@link #open} to {@link #close}:
 *
 * <pre>
 *   DIR/lock        our own lock of the operating system; freed when the process dies
 *   DIR/format      version of this layout
 *   DIR/epoch       number of the last engine start
 *   DIR/snapshots/  states of the engine
 *   DIR/g1/         generation 1 of the journal: cycle files and the library's metadata
 * </pre>
 *
 * <p>Any thread, one at a time. Whoever only reads needs no lock and no object of this class. No
 * other code of the process may open {@code DIR/lock}: on POSIX systems closing it frees the lock.
 */
public final class JournalDirectory implements AutoCloseable {
  private static final String LOCK = "lock";
  private static final String EPOCH = "epoch";
  static final String SNAPSHOTS = "snapshots";
  private static final Pattern GENERATION = Pattern.compile("g([1-9][0-9]{0,8})");

  /** The operating system's lock does not see a second open by the same process. */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final Path key;
  private final FileChannel lockChannel;
  private final List<String> warnings = new ArrayList<>();
  private boolean closed;

  private JournalDirectory(Path path, Path key, FileChannel lockChannel) {
    this.path = path;
    this.key = key;
    this.lockChannel = lockChannel;
  }

  /**
   * Creates the directory if need be, takes its lock, checks its version and clears locks that a
   * dead engine left in the library's metadata.
   *
   * @throws JournalDirectoryException if it is in use, not writable, on a network file system, or
   *     of another version
   */
  public static JournalDirectory open(Path directory) {
    Path path = directory.toAbsolutePath().normalize();
    try {
      SyncedFiles.createDirectory(path);
      String type = Files.getFileStore(path).type();
      String refusal = FileSystemTypes.refusal(path, type);
      if (refusal != null) {
        throw new JournalDirectoryException(refusal);
      }
      JournalDirectory opened = lock(path);
      String warning = FileSystemTypes.warning(path, type);
      if (warning != null) {
        opened.warnings.add(warning);
      }
      return opened.prepared();
    } catch (IOException e) {
      throw new JournalDirectoryException(path + ": " + SyncedFiles.reason(e), e);
    }
  }

  private static JournalDirectory lock(Path path) throws IOException {
    Path key = path.toRealPath();
    if (!HELD.add(key)) {
      throw inUse(path);
    }
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      SyncedFiles.restrict(path.resolve(LOCK), SyncedFiles.OWNER_FILE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw inUse(path);
      }
      return new JournalDirectory(path, key, channel);
    } catch (IOException | RuntimeException e) {
      if (channel != null) {
        channel.close();
      }
      HELD.remove(key);
      throw e;
    }
  }

  private static JournalDirectoryException inUse(Path path) {
    return new JournalDirectoryException(
        path + ": another engine uses this directory (it holds " + path.resolve(LOCK) + ")");
  }

  private JournalDirectory prepared() throws IOException {
    try {
      JournalFormat.establish(path, !Files.exists(generation()));
      SyncedFiles.createDirectory(snapshots());
      SyncedFiles.createDirectory(generation());
      String warning = StaleLocks.clear(generation());
      if (warning != null) {
        warnings.add(warning);
      }
      return this;
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Absolute path of the directory. */
  public Path path() {
    return path;
  }

  /** Where snapshots lie. */
  public Path snapshots() {
    return path.resolve(SNAPSHOTS);
  }

  /** Where the cycle files of the current generation lie. */
  public Path generation() {
    return generation(path);
  }

  static Path generation(Path directory) {
    return directory.resolve("g" + generationNumber(directory));
  }

  /** Number of the newest generation, 1 if there is none yet. */
  public static int generationNumber(Path directory) {
    int newest = 1;
    if (!Files.isDirectory(directory)) {
      return newest;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "g*")) {
      for (Path file : files) {
        Matcher name = GENERATION.matcher(file.getFileName().toString());
        if (name.matches()) {
          newest = Math.max(newest, Integer.parseInt(name.group(1)));
        }
      }
      return newest;
    } catch (IOException e) {
      throw new JournalDirectoryException(directory + ": " + SyncedFiles.reason(e), e);
    }
  }

  /**
   * Opens the next generation: the one so far is never appended to again. What it opens from, a
   * snapshot of the new generation, must be written before.
   */
  public void openNextGeneration() {
    Path next = path.resolve("g" + (generationNumber(path) + 1));
    try {
      SyncedFiles.createDirectory(next);
      SyncedFiles.syncDirectory(path);
    } catch (IOException e) {
      throw new JournalDirectoryException(next + ": " + SyncedFiles.reason(e), e);
    }
  }

  /** What an operator should know about the place, though it can be used; one line each. */
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  /** True if anything was ever journalled here, intact or not: never overwrite it. */
  public boolean hasJournal() {
    return hasJournal(path);
  }

  /** As {@link #hasJournal()}, for whoever does not hold the directory. */
  public static boolean hasJournal(Path directory) {
    if (generationNumber(directory) > 1) {
      return true;
    }
    if (lowestCycle(generation(directory)) < 0) {
      return false;
    }
    try (JournalReader reader = JournalReader.open(directory, StopRecord.NONE)) {
      boolean hasFrame = reader.next();
      JournalProblem problem = reader.problem();
      // A creator that died before its first frame leaves a torn tail at offset 0 and no frame.
      boolean unfinished =
          problem == null
              || (problem.kind() == JournalProblem.Kind.TORN_TAIL && problem.offset() == 0);
      return hasFrame || !unfinished;
    }
  }

  /** The last epoch that an engine took here, 0 if none ever did. */
  public int epoch() {
    Path file = path.resolve(EPOCH);
    try {
      String text = Files.readString(file, US_ASCII).strip();
      int epoch = text.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(text) : -1;
      if (epoch < 1) {
        throw new JournalDirectoryException(
            file + ": does not hold a number, expected the last epoch; order ids depend on it");
      }
      return epoch;
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException e) {
      throw new JournalDirectoryException(file + ": " + SyncedFiles.reason(e), e);
    }
  }

  /**
   * Takes the next epoch, durably: every engine start calls this once, before anything else, and no
   * id that is built from an epoch is ever used twice.
   *
   * @param journalled the epoch of the last frame that was read, 0 if there is none
   */
  public int nextEpoch(int journalled) {
    int next = Math.max(epoch(), journalled) + 1;
    try {
      SyncedFiles.replace(path.resolve(EPOCH), next + "\n");
      return next;
    } catch (IOException e) {
      throw new JournalDirectoryException(
          path.resolve(EPOCH) + ": cannot write epoch " + next + ": " + SyncedFiles.reason(e), e);
    }
  }

  /** Refuses a disk with less than this free. */
  public void requireSpace(long bytes) {
    try {
      long free = Files.getFileStore(path).getUsableSpace();
      if (free < bytes) {
        throw new JournalDirectoryException(
            path + ": " + free + " bytes free on this disk, expected at least " + bytes);
      }
    } catch (IOException e) {
      throw new JournalDirectoryException(path + ": " + SyncedFiles.reason(e), e);
    }
  }

  /**
   * Whether the first cycle file of the newest generation is there, or nothing yet: it can be read
   * from its first frame.
   */
  public static boolean hasFirstCycle(Path directory) {
    return lowestCycle(generation(directory)) <= 0;
  }

  /** Number of the first cycle file of a generation, or -1. */
  static int lowestCycle(Path generation) {
    int lowest = -1;
    if (!Files.isDirectory(generation)) {
      return lowest;
    }
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(generation, "*" + QueueFileDescriptor.SUFFIX)) {
      for (Path file : files) {
        int cycle = QueueFileDescriptor.cycleOf(file.getFileName().toString());
        if (cycle >= 0 && (lowest < 0 || cycle < lowest)) {
          lowest = cycle;
        }
      }
      return lowest;
    } catch (IOException e) {
      throw new JournalDirectoryException(generation + ": " + SyncedFiles.reason(e), e);
    }
  }

  /** Frees the directory; idempotent. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      lockChannel.close();
    } catch (IOException e) {
      throw new JournalDirectoryException(path + ": " + SyncedFiles.reason(e), e);
    } finally {
      HELD.remove(key);
    }
  }
}
