package io.ripcord.pipeline;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * How long after its publication an event had passed one stage, in nanoseconds of the wall clock:
 * for events with output and for a sample of the others. Written by the stage's thread; read after
 * the pipeline has closed. Recording allocates nothing.
 */
public final class StageLatency {
  private static final long MAX_NS = TimeUnit.MINUTES.toNanos(10);
  private static final int DIGITS = 3;
  private static final long SAMPLE_MASK = 63;

  private final String stage;
  private final Histogram histogram = new Histogram(1, MAX_NS, DIGITS);

  StageLatency(String stage) {
    this.stage = stage;
  }

  boolean isSampled(long sequence) {
    return (sequence & SAMPLE_MASK) == 0;
  }

  void record(long publishedNs) {
    long elapsedNs = System.nanoTime() - publishedNs;
    histogram.recordValue(Math.min(Math.max(elapsedNs, 1), MAX_NS));
  }

  /** What it measures the way to. */
  public String stage() {
    return stage;
  }

  /** The distribution; read it when the pipeline has closed. */
  public Histogram histogram() {
    return histogram;
  }
}
