package io.ripcord.benchmark.rig;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Latencies of one window, from the intended time on; three digits. The recording thread reads the
 * clock, about 35 ns that are in every sample. What was meant to happen before the warm-up of the
 * window is over does not count. Set and read by the rig's thread while nothing is under way.
 */
final class LatencyRecorder {
  static final int DIGITS = 3;
  static final long MAX_NS = TimeUnit.SECONDS.toNanos(10);

  private final Histogram histogram = new Histogram(1, MAX_NS, DIGITS);
  private long countsFromNs;

  /** Recording thread: an event that was meant for {@code intendedNs} is through. */
  void record(long intendedNs) {
    long elapsedNs = System.nanoTime() - intendedNs;
    if (intendedNs >= countsFromNs) {
      histogram.recordValue(Math.min(Math.max(elapsedNs, 1), MAX_NS));
    }
  }

  /** Rig thread: nothing counts until told from when on. */
  void clear() {
    histogram.reset();
    countsFromNs = Long.MAX_VALUE;
  }

  void countFrom(long newCountsFromNs) {
    countsFromNs = newCountsFromNs;
  }

  Histogram copy() {
    return histogram.copy();
  }
}
