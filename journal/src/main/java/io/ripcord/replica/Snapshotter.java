package io.ripcord.replica;

import io.ripcord.journal.ChronicleJournal;
import io.ripcord.journal.JournalDirectoryException;
import io.ripcord.journal.JournalReader;
import io.ripcord.journal.JournalTail;
import io.ripcord.journal.Snapshot;
import io.ripcord.journal.SnapshotStore;
import io.ripcord.replay.EngineStates;
import io.ripcord.replay.PoisonedInputException;
import io.ripcord.replay.ReplayedEngine;
import io.ripcord.replay.StopEvents;
import java.nio.file.Path;

/**
 * Follows a journal with an engine of its own and writes its state down from time to time. A
 * snapshot never runs ahead of the disk: the journal is synced before the snapshot gets its name.
 * If the replica decides otherwise than the journal holds, it stops for good and says so: a wrong
 * snapshot would be worse than none.
 *
 * <p>An agent: one thread calls {@link #doWork}.
 */
public final class Snapshotter implements AutoCloseable {
  private static final int FRAMES_AT_ONCE = 4_096;

  private final ChronicleJournal journal;
  private final SnapshotStore store;
  private final int generation;
  private final ReplayedEngine replica;
  private final JournalReader reader;
  private final long intervalNs;
  private final int keep;
  private long nextNs = Long.MIN_VALUE;
  private long covered;
  private String problem;
  private String trouble;

  /**
   * Follows {@code journal} in {@code directory}.
   *
   * @param replica an engine in the state at {@code from}
   * @param intervalNs time between two snapshots
   * @param keep how many to keep, at least 2: retention stops at the second-newest
   */
  public Snapshotter(
      ChronicleJournal journal,
      Path directory,
      int generation,
      ReplayedEngine replica,
      JournalTail from,
      long intervalNs,
      int keep) {
    if (keep < 2) {
      throw new IllegalArgumentException("keep=" + keep + ", expected at least 2");
    }
    this.journal = journal;
    this.generation = generation;
    this.replica = replica;
    this.intervalNs = intervalNs;
    this.keep = keep;
    store = new SnapshotStore(directory);
    reader = JournalReader.follow(directory, StopEvents.STOP, from);
    covered = from.lastSequence();
  }

  /**
   * Follows a bit further, and writes a snapshot if it is time to.
   *
   * @param nowNs any clock that does not go back
   * @return how many frames were read
   */
  public int doWork(long nowNs) {
    if (problem != null) {
      return 0;
    }
    if (nextNs == Long.MIN_VALUE) {
      nextNs = nowNs + intervalNs;
    }
    int frames = follow(FRAMES_AT_ONCE);
    boolean due = nowNs >= nextNs && problem == null && replica.isSettled();
    if (due && reader.tail().lastSequence() > covered) {
      nextNs = nowNs + intervalNs;
      write();
    }
    return frames;
  }

  private int follow(int limit) {
    int frames = 0;
    try {
      while (frames < limit && reader.poll()) {
        replica.onFrame(reader);
        frames++;
      }
    } catch (PoisonedInputException e) {
      // The engine at work halts there by itself; a replica must not be what stops it.
      problem = "the replica stands still: " + e.getMessage();
      return frames;
    }
    if (replica.difference() != null) {
      problem = "the replica decides otherwise: " + replica.difference();
    } else if (reader.problem() != null) {
      problem = reader.problem().message();
    }
    return frames;
  }

  private void write() {
    JournalTail tail = reader.tail();
    Snapshot snapshot =
        EngineStates.snapshot(replica.engine(), generation, tail, reader.isStopped());
    journal.sync();
    try {
      store.write(snapshot);
      covered = tail.lastSequence();
      store.prune(generation, keep);
      trouble = null;
    } catch (JournalDirectoryException e) {
      // A full disk, for instance: a longer recovery is no reason to stop watching positions.
      trouble = e.getMessage();
    }
  }

  /** Catches up with a journal that nobody writes any more, and writes a last snapshot. */
  public void finish() {
    int frames = FRAMES_AT_ONCE;
    while (problem == null && frames > 0) {
      frames = follow(FRAMES_AT_ONCE);
    }
    if (problem == null && replica.isSettled() && reader.tail().lastSequence() > covered) {
      write();
    }
  }

  /** Cycle file that it reads: retention must leave it. */
  public int cycle() {
    return reader.tail().cycle();
  }

  /**
   * Why no snapshot is written any more, or why the last one could not be and is tried again,
   * {@code null} if nothing is wrong.
   */
  public String problem() {
    return problem == null ? trouble : problem;
  }

  @Override
  public void close() {
    reader.close();
  }
}
