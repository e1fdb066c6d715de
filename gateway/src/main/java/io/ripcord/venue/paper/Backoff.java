package io.ripcord.venue.paper;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * How long to wait before the next attempt to connect: a draw between the shortest wait and a bound
 * that doubles with each failure, so that many nodes do not come back at once. Seeded. One thread.
 */
final class Backoff {
  static final long MIN_NS = TimeUnit.MILLISECONDS.toNanos(100);
  static final long MAX_NS = TimeUnit.SECONDS.toNanos(5);

  private final SplittableRandom random;
  private long boundNs = 2 * MIN_NS;

  Backoff(long seed) {
    random = new SplittableRandom(seed);
  }

  long nextNs() {
    long waitNs = random.nextLong(MIN_NS, boundNs + 1);
    boundNs = Math.min(2 * boundNs, MAX_NS);
    return waitNs;
  }

  /** The longest wait, when trying again soon would do harm. */
  long longestNs() {
    boundNs = MAX_NS;
    return MAX_NS;
  }

  /** A session has proved itself. */
  void reset() {
    boundNs = 2 * MIN_NS;
  }
}
