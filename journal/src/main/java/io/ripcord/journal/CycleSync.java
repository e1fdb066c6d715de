package io.ripcord.journal;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Brings cycle files to the disk from any thread. On Linux {@code fdatasync} on a file writes back
 * all its dirty pages, those that were dirtied through a mapping as well: it is the same work that
 * {@code msync(MS_SYNC)} does for a range, and needs no access to the writer's mapping.
 *
 * <p>After a failed sync the kernel may have dropped the pages, so a later success would prove
 * nothing: every further call fails.
 */
final class CycleSync implements AutoCloseable {
  private final Path generation;
  private FileChannel channel;
  private long synced;
  private boolean closed;
  private IOException failure;

  /**
   * @param start what is on the disk already
   */
  CycleSync(Path generation, long start) {
    this.generation = generation;
    synced = start;
  }

  /** Returns when all before {@code target} is on the disk; no system call if it already is. */
  synchronized void sync(long target) {
    if (target <= synced || closed) {
      return;
    }
    if (failure != null) {
      throw failed(target, failure);
    }
    try {
      int cycle = CycleOffset.cycle(synced);
      if (cycle < CycleOffset.cycle(target)) {
        while (cycle < CycleOffset.cycle(target)) {
          force(cycle);
          closeChannel();
          cycle++;
        }
        SyncedFiles.syncDirectory(generation);
      }
      force(cycle);
      synced = target;
    } catch (IOException e) {
      failure = e;
      throw failed(target, e);
    }
  }

  synchronized boolean isDirty(long target) {
    return target > synced;
  }

  /** All before this {@link CycleOffset} is on the disk. */
  synchronized long synced() {
    return synced;
  }

  private void force(int cycle) throws IOException {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          if (channel == null) {
            Path file = generation.resolve(QueueFileDescriptor.fileName(cycle));
            channel = FileChannel.open(file, StandardOpenOption.WRITE);
          }
          channel.force(false);
          return;
        } catch (ClosedByInterruptException e) {
          // The channel is gone, the promise is not: sync with a new one, then pass it on.
          channel = null;
          interrupted |= Thread.interrupted();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private JournalFailedException failed(long target, IOException cause) {
    return new JournalFailedException(
        "journal cannot be synced: directory="
            + generation
            + " cycle="
            + CycleOffset.cycle(target)
            + " offset="
            + CycleOffset.offset(target)
            + ": "
            + SyncedFiles.reason(cause),
        cause);
  }

  private void closeChannel() throws IOException {
    if (channel != null) {
      channel.close();
      channel = null;
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    try {
      closeChannel();
    } catch (IOException e) {
      // Everything that was promised has been synced before.
      channel = null;
    }
  }
}
