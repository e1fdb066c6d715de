package io.ripcord.journal;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.StandardOpenOption;
import org.agrona.IoUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Keeps the appending thread from waiting for the file system: allocates disk blocks ahead of it,
 * maps its file a second time and touches the pages ahead, so that they are in memory when it
 * comes. A touch is an atomic compare-and-set of 0 to 0: it cannot change a byte, not even one that
 * the writer is just writing. The file is never made longer; what the library has not mapped yet
 * cannot be touched. An agent of one thread other than the appending one; one call does a bounded
 * amount of work. Close it before the journal.
 */
public final class TouchAhead implements AutoCloseable {
  /** How far ahead of the writer by default. */
  public static final long DEFAULT_AHEAD_BYTES = 64L << 20;

  private static final int PAGE = 4096;
  private static final int MAX_PAGES_PER_CALL = 512;
  private static final long MAX_ALLOCATION_PER_CALL = 8L << 20;
  private static final int WINDOW = 16 << 20;

  private final ChronicleJournal journal;
  private final long aheadBytes;
  private final UnsafeBuffer view = new UnsafeBuffer();
  private final PagePopulator populator = new PagePopulator();

  private int cycle = -1;
  private FileChannel channel;
  private MappedByteBuffer window;
  private long windowStart;
  private long touched;
  private String trouble;

  /** Stays up to {@code aheadBytes} ahead of the journal's end. */
  public TouchAhead(ChronicleJournal journal, long aheadBytes) {
    this.journal = journal;
    this.aheadBytes = aheadBytes;
  }

  /**
   * Touches the next pages.
   *
   * @param nowNs not used: there is always something to do or nothing at all
   * @return number of pages touched
   */
  public int doWork(long nowNs) {
    long written = journal.written();
    Preallocation preallocation = journal.preallocation();
    if (preallocation == null || trouble != null) {
      return 0;
    }
    try {
      follow(written);
      allocate(preallocation, CycleOffset.offset(written));
      long end = CycleOffset.offset(written);
      int pages = touch(end, preallocation.end());
      MappedBlock mapped = journal.mapped();
      return mapped.cycle() == cycle
          ? pages + populator.populate(mapped, end, Math.min(touched, end + aheadBytes))
          : pages;
    } catch (IOException | InternalError e) {
      // A bus error: without fallocate a full disk shows here first, not on the engine's thread.
      trouble = journal.cycleFile(cycle) + ": cannot be touched ahead: " + e;
      return 0;
    }
  }

  private void follow(long written) throws IOException {
    if (cycle != CycleOffset.cycle(written)) {
      closeFile();
      cycle = CycleOffset.cycle(written);
      touched = CycleOffset.offset(written) & -PAGE;
      channel =
          FileChannel.open(
              journal.cycleFile(cycle), StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
  }

  private void allocate(Preallocation preallocation, long end) {
    long wanted = end + Math.max(aheadBytes, journal.preallocateBytes());
    if (preallocation.end() < wanted
        && !preallocation.ensure(Math.min(wanted, preallocation.end() + MAX_ALLOCATION_PER_CALL))) {
      trouble = preallocation + ": the disk is full";
    }
  }

  private int touch(long end, long allocated) throws IOException {
    touched = Math.max(touched, end & -PAGE);
    long fileLength = channel.size();
    long limit = Math.min(Math.min(end + aheadBytes, allocated), fileLength) & -PAGE;
    int pages = 0;
    while (touched < limit && pages < MAX_PAGES_PER_CALL) {
      if (window == null || touched < windowStart || touched >= windowStart + window.capacity()) {
        map(fileLength);
      }
      view.compareAndSetInt((int) (touched - windowStart), 0, 0);
      touched += PAGE;
      pages++;
    }
    return pages;
  }

  /** Within the present length: mapping more would make the file longer. */
  private void map(long fileLength) throws IOException {
    unmap();
    windowStart = touched;
    long length = Math.min(WINDOW, fileLength - windowStart);
    window = channel.map(MapMode.READ_WRITE, windowStart, length);
    view.wrap(window);
  }

  private void unmap() {
    if (window != null) {
      view.wrap(0, 0);
      IoUtil.unmap(window);
      window = null;
    }
  }

  /** Offset up to which the current cycle file was touched. */
  long touchedOffset() {
    return touched;
  }

  /** Why it stopped working ahead, for the operator; null while all is well. */
  public String trouble() {
    return trouble;
  }

  private void closeFile() throws IOException {
    unmap();
    if (channel != null) {
      channel.close();
      channel = null;
    }
  }

  @Override
  public void close() {
    try {
      closeFile();
    } catch (IOException e) {
      // Nothing was written through this channel.
      trouble = e.toString();
    }
  }
}
