package io.ripcord.benchmark.rig;

import io.ripcord.pipeline.Journal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.agrona.DirectBuffer;

/**
 * Where the time from a tick to its order goes: a journal around the journal that reads the clock
 * at every border, on the engine's thread. Each of the five sections contains one reading of the
 * clock, so their sum is more than the way without them.
 */
final class Breakdown implements Journal {
  private static final int MAX_WINDOWS = 1_000;

  private final Journal inner;
  private final Section[] sections = {
    new Section("intended time -> engine thread has the slot"),
    new Section("append input"),
    new Section("decode, last price, rules, encode order"),
    new Section("append order"),
    new Section("offer to the outbound ring")
  };
  private long inputNs;
  private long appendedNs;
  private long decidedNs;
  private long releasableNs;

  private static final class Section {
    private final String name;
    private final Histogram histogram = new Histogram(1, LatencyRecorder.MAX_NS, 3);
    private final double[] medians = new double[MAX_WINDOWS];

    Section(String name) {
      this.name = name;
    }
  }

  private int windows;

  Breakdown(Journal inner) {
    this.inner = inner;
  }

  @Override
  public void onStart() {
    inner.onStart();
  }

  @Override
  public void appendInput(long sequence, DirectBuffer buffer, int offset, int length) {
    inputNs = System.nanoTime();
    inner.appendInput(sequence, buffer, offset, length);
    appendedNs = System.nanoTime();
  }

  @Override
  public void appendDecision(
      long causeSequence, int index, DirectBuffer buffer, int offset, int length) {
    if (index > 0) {
      // Behind the order: nobody waits for it.
      inner.appendDecision(causeSequence, index, buffer, offset, length);
      return;
    }
    decidedNs = System.nanoTime();
    inner.appendDecision(causeSequence, index, buffer, offset, length);
    releasableNs = System.nanoTime();
  }

  /** The order of the input that was appended last is in the outbound ring. */
  void released(long intendedNs) {
    long nowNs = System.nanoTime();
    add(0, intendedNs, inputNs);
    add(1, inputNs, appendedNs);
    add(2, appendedNs, decidedNs);
    add(3, decidedNs, releasableNs);
    add(4, releasableNs, nowNs);
  }

  private void add(int section, long fromNs, long toNs) {
    sections[section].histogram.recordValue(
        Math.min(Math.max(toNs - fromNs, 1), LatencyRecorder.MAX_NS));
  }

  /** Rig thread: a window begins or has ended. */
  void clear() {
    for (Section section : sections) {
      section.histogram.reset();
    }
  }

  /** Rig thread: the window that has ended counts. */
  void keep() {
    if (windows < MAX_WINDOWS) {
      for (Section section : sections) {
        section.medians[windows] = section.histogram.getValueAtPercentile(Quantiles.P50);
      }
      windows++;
    }
  }

  /** Name and nanoseconds of each section: the median over windows of the median of a window. */
  List<SectionTime> sections() {
    List<SectionTime> times = new ArrayList<>();
    for (Section section : sections) {
      double median = Medians.median(Arrays.copyOf(section.medians, windows));
      times.add(new SectionTime(section.name, Math.round(median)));
    }
    return times;
  }

  @Override
  public void force() {
    inner.force();
  }

  @Override
  public void close() {
    inner.close();
  }
}
