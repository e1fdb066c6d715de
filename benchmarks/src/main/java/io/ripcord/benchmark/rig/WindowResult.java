package io.ripcord.benchmark.rig;

import org.HdrHistogram.Histogram;

/**
 * One window of one variant.
 *
 * @param variant its name
 * @param round which round, from 0
 * @param oneWayNs cache line from core to core just before, 0 if not measured
 * @param lengthNs from the first intended time to the last
 * @param feedStalls stalls of the pacing loop
 * @param feedLostNs time lost in them
 * @param engineStalls stalls of the idle loop of the thread that consumes
 * @param engineLostNs time lost in them
 * @param latencies in nanoseconds from the intended time, warm-up left out
 */
public record WindowResult(
    String variant,
    int round,
    long oneWayNs,
    long lengthNs,
    long feedStalls,
    long feedLostNs,
    long engineStalls,
    long engineLostNs,
    Histogram latencies) {
  /** Share of the window that the feed's core lost. */
  public double feedLostShare() {
    return (double) feedLostNs / lengthNs;
  }

  /** Share of the window that the engine's core lost, as far as its idle loop saw it. */
  public double engineLostShare() {
    return (double) engineLostNs / lengthNs;
  }

  /** Which of the machine's two moods it was. */
  public Distance distance() {
    return Distance.of(oneWayNs);
  }
}
