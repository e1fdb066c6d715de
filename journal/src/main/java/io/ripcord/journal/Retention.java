package io.ripcord.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * Removes old cycle files: closed ones that lie wholly before the second-newest snapshot and that
 * no replica still reads. Earlier generations stay: they are evidence. What is removed is gone for
 * replay from the first input; it then begins with the oldest snapshot.
 *
 * <p>An agent: one thread calls {@link #doWork}.
 */
public final class Retention {
  private static final long INTERVAL_NS = 10_000_000_000L;

  private final Path directory;
  private final int generation;
  private final int keepCycles;
  private final IntSupplier slowestReplica;
  private final SnapshotStore snapshots;
  private long nextNs = Long.MIN_VALUE;

  /**
   * Keeps the journal in {@code directory} short.
   *
   * @param keepCycles closed cycle files to keep beyond what is needed, 0 or more
   * @param slowestReplica cycle that the slowest replica of this process reads
   */
  public Retention(Path directory, int generation, int keepCycles, IntSupplier slowestReplica) {
    if (keepCycles < 0) {
      throw new IllegalArgumentException("keepCycles=" + keepCycles + ", expected 0 or more");
    }
    this.directory = directory;
    this.generation = generation;
    this.keepCycles = keepCycles;
    this.slowestReplica = slowestReplica;
    snapshots = new SnapshotStore(directory);
  }

  /**
   * Removes what may go, from time to time.
   *
   * @param nowNs any clock that does not go back
   * @return how many files were removed
   */
  public int doWork(long nowNs) {
    if (nowNs < nextNs) {
      return 0;
    }
    nextNs = nowNs + INTERVAL_NS;
    return run();
  }

  /** Removes what may go now, the oldest first, so that a gap never opens. */
  int run() {
    int needed = Math.min(firstNeeded(), slowestReplica.getAsInt()) - keepCycles;
    Path place = JournalDirectory.generation(directory);
    int removed = 0;
    for (int cycle = Math.max(0, JournalDirectory.lowestCycle(place)); cycle < needed; cycle++) {
      removed += remove(place.resolve(QueueFileDescriptor.fileName(cycle)));
    }
    return removed;
  }

  private int firstNeeded() {
    List<Path> files = snapshots.files(generation);
    if (files.size() < 2) {
      return 0;
    }
    // Both must be whole: a damaged newest one would leave the second-newest as the only way back.
    Snapshot second = SnapshotStore.read(files.get(files.size() - 2));
    SnapshotStore.read(files.get(files.size() - 1));
    return second.tail().cycle();
  }

  private int remove(Path file) {
    try {
      boolean removed = Files.deleteIfExists(file);
      if (removed) {
        SyncedFiles.syncDirectory(file.getParent());
      }
      return removed ? 1 : 0;
    } catch (IOException e) {
      throw new JournalDirectoryException(
          file + ": cannot be removed: " + SyncedFiles.reason(e), e);
    }
  }
}
