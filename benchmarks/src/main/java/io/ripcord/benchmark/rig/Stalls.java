package io.ripcord.benchmark.rig;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Gaps of a loop that reads the clock all the time: time in which the machine ran something else. A
 * guest's own count of stolen time shows almost none of it. Counted by one thread, read by any.
 */
final class Stalls {
  /** A shorter gap is work, not a stall. */
  static final long THRESHOLD_NS = TimeUnit.MICROSECONDS.toNanos(20);

  private final AtomicLong count = new AtomicLong();
  private final AtomicLong lostNs = new AtomicLong();

  /** The loop's thread: two readings of the clock with next to nothing between them. */
  void look(long fromNs, long toNs) {
    long gapNs = toNs - fromNs;
    if (gapNs > THRESHOLD_NS) {
      count.lazySet(count.get() + 1);
      lostNs.lazySet(lostNs.get() + gapNs);
    }
  }

  long count() {
    return count.get();
  }

  long lostNs() {
    return lostNs.get();
  }
}
