package io.ripcord.journal;

import java.nio.file.Path;
import net.openhft.posix.OpenFlag;
import net.openhft.posix.PosixAPI;

/**
 * Disk blocks that a cycle file owns ahead of its writer. Writing through a mapping into a file
 * without blocks on a full disk is a bus error, which can kill the JVM; with blocks it cannot
 * happen. Uses {@code fallocate} and keeps the length of the file, so neither content nor length
 * ever changes. Thread-safe.
 *
 * <p>Where the file system has no {@code fallocate} nothing is allocated and {@link #end()} is
 * unlimited: there only the free-space check at the start protects.
 */
final class Preallocation implements AutoCloseable {
  private static final int KEEP_SIZE = 1;
  private static final int NO_SPACE = 28;
  private static final int QUOTA = 122;

  private final Path file;
  private int fd;
  private volatile long end;
  private volatile boolean unsupported;

  Preallocation(Path file) {
    this.file = file;
    fd = PosixAPI.posix().open(file.toString(), OpenFlag.O_RDWR, 0);
    if (fd < 0) {
      throw new JournalDirectoryException(
          file + ": cannot be opened: " + PosixAPI.posix().lastErrorStr());
    }
  }

  /**
   * Allocates everything before {@code wanted}.
   *
   * @return false if the disk is full
   */
  synchronized boolean ensure(long wanted) {
    if (wanted <= end || fd < 0) {
      return true;
    }
    // From 0, so that holes behind the writer (a file from a crashed run) are filled as well.
    long from = end;
    if (PosixAPI.posix().fallocate(fd, KEEP_SIZE, from, wanted - from) == 0) {
      end = wanted;
      return true;
    }
    int error = PosixAPI.posix().lastError();
    if (error == NO_SPACE || error == QUOTA) {
      return false;
    }
    unsupported = true;
    end = Long.MAX_VALUE;
    return true;
  }

  /** Offset up to which the file has blocks. */
  long end() {
    return end;
  }

  boolean isUnsupported() {
    return unsupported;
  }

  @Override
  public synchronized void close() {
    if (fd >= 0) {
      PosixAPI.posix().close(fd);
      fd = -1;
      end = Long.MAX_VALUE;
    }
  }

  @Override
  public String toString() {
    return file + " allocated to " + end;
  }
}
