package io.ripcord.journal;

import net.openhft.posix.PosixAPI;

/**
 * Lets the kernel set up the pages of the writer's own mapping ahead of it (Linux 5.14:
 * MADV_POPULATE_WRITE), so that an append takes no page fault. It changes no byte, and an address
 * that is not mapped any more is an error code, not a crash; where the kernel does not know it,
 * nothing happens. One thread.
 */
final class PagePopulator {
  private static final int MADV_POPULATE_WRITE = 23;
  private static final long PAGE = 4096;
  private static final long MAX_PER_CALL = 1 << 20;

  private MappedBlock block = MappedBlock.NONE;
  private long populated;
  private boolean works;

  /**
   * Populates the next pages of {@code mapped}.
   *
   * @param end offset of the end of what was written
   * @param limit offset up to which the file has space
   * @return number of pages
   */
  int populate(MappedBlock mapped, long end, long limit) {
    if (!mapped.equals(block)) {
      block = mapped;
      populated = 0;
      works = !mapped.equals(MappedBlock.NONE);
    }
    if (!works) {
      return 0;
    }
    long from = Math.max(populated, end + PAGE - 1 & -PAGE);
    long to = Math.min(Math.min(limit, mapped.end()), from + MAX_PER_CALL) & -PAGE;
    if (to <= from) {
      return 0;
    }
    works = PosixAPI.posix().madvise(mapped.base() + from, to - from, MADV_POPULATE_WRITE) == 0;
    populated = to;
    return (int) ((to - from) / PAGE);
  }
}
