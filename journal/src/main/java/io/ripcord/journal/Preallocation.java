package io.ripcord.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import net.openhft.posix.OpenFlag;
import net.openhft.posix.PosixAPI;

/**
 * Disk blocks that a cycle file owns ahead of its writer. Writing through a mapping into a file
 * without blocks on a full disk is a bus error; on JDK 17 it even arrives one or two appends late,
 * after they were acknowledged. With blocks it cannot happen. Thread-safe; the writer never writes
 * at or behind {@link #end()}.
 *
 * <p>Uses {@code fallocate} and keeps the length of the file, so neither content nor length
 * changes. Where there is no such call it writes zeros: slower, and the file grows, but as clear on
 * a full disk.
 */
final class Preallocation implements AutoCloseable {
  private static final int KEEP_SIZE = 1;
  private static final int NO_SPACE = 28;
  private static final int QUOTA = 122;
  private static final int NOT_SUPPORTED = 95;
  private static final int CLOSED = -1;
  private static final int ZEROS = 64 << 10;

  private final Path file;
  private final long contentEnd;
  private int fd = CLOSED;
  private FileChannel channel;
  private volatile long end;

  /**
   * Owns nothing yet.
   *
   * @param contentEnd from here on the file holds nothing but zeros
   * @param allocates false to write zeros though the file system may know better
   */
  Preallocation(Path file, long contentEnd, boolean allocates) throws IOException {
    this.file = file;
    this.contentEnd = contentEnd;
    try {
      fd = allocates ? PosixAPI.posix().open(file.toString(), OpenFlag.O_RDWR, 0) : CLOSED;
    } catch (RuntimeException | LinkageError noSuchCall) {
      fd = CLOSED;
    }
    if (fd < 0) {
      openChannel();
    }
  }

  private void openChannel() throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.WRITE);
    // Never below what the writer may have filled by now: zeros must only hit zeros.
    end = Math.max(end, contentEnd);
  }

  /**
   * Makes the file own everything before {@code wanted}.
   *
   * @return false if the disk is full
   */
  synchronized boolean ensure(long wanted) {
    if (wanted <= end || (fd < 0 && channel == null)) {
      return true;
    }
    try {
      int error = channel == null ? allocate(wanted) : 0;
      if (error == NO_SPACE || error == QUOTA) {
        return false;
      }
      if (error != 0) {
        closeDescriptor();
        openChannel();
      }
      if (channel != null) {
        writeZeros(wanted);
      }
      end = Math.max(end, wanted);
      return true;
    } catch (IOException full) {
      return false;
    }
  }

  /** From the present end, so from 0 at first: holes that a crashed run left are filled as well. */
  private int allocate(long wanted) {
    try {
      int result = PosixAPI.posix().fallocate(fd, KEEP_SIZE, end, wanted - end);
      return result == 0 ? 0 : PosixAPI.posix().lastError();
    } catch (RuntimeException | LinkageError noSuchCall) {
      return NOT_SUPPORTED;
    }
  }

  private void writeZeros(long wanted) throws IOException {
    ByteBuffer zeros = ByteBuffer.allocate((int) Math.min(ZEROS, wanted - end));
    for (long at = end; at < wanted; ) {
      zeros.clear().limit((int) Math.min(zeros.capacity(), wanted - at));
      at += channel.write(zeros, at);
    }
  }

  /** Offset up to which the file has blocks. */
  long end() {
    return end;
  }

  /** False where zeros are written instead. */
  synchronized boolean isAllocating() {
    return channel == null;
  }

  private void closeDescriptor() {
    if (fd >= 0) {
      PosixAPI.posix().close(fd);
      fd = CLOSED;
    }
  }

  @Override
  public synchronized void close() {
    closeDescriptor();
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        // Nothing but zeros was written through it.
        end = Long.MAX_VALUE;
      }
      channel = null;
    }
    end = Long.MAX_VALUE;
  }

  @Override
  public String toString() {
    return file + " owns " + end + " bytes";
  }
}
