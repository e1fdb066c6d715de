package io.ripcord.pipeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.agrona.DirectBuffer;

/** A journal in memory that can hold the appending thread up or fail at an input. Thread-safe. */
final class MemoryJournal implements Journal {
  private final List<String> inputs = Collections.synchronizedList(new ArrayList<>());
  private final List<String> decisions = Collections.synchronizedList(new ArrayList<>());
  private final long failAt;
  private final CountDownLatch gate;

  MemoryJournal() {
    this(Long.MAX_VALUE, new CountDownLatch(0));
  }

  private MemoryJournal(long failAt, CountDownLatch gate) {
    this.failAt = failAt;
    this.gate = gate;
  }

  /** Fails at this input. */
  static MemoryJournal failingAt(long sequence) {
    return new MemoryJournal(sequence, new CountDownLatch(0));
  }

  /** Appends nothing until the gate opens. */
  static MemoryJournal behind(CountDownLatch gate) {
    return new MemoryJournal(Long.MAX_VALUE, gate);
  }

  @Override
  public void appendInput(long sequence, DirectBuffer buffer, int offset, int length) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    if (sequence >= failAt) {
      throw new IllegalStateException("planted: no append of input " + sequence);
    }
    inputs.add(sequence + ":" + hex(buffer, offset, length));
  }

  @Override
  public void appendDecision(
      long causeSequence, int index, DirectBuffer buffer, int offset, int length) {
    decisions.add(causeSequence + "." + index + ":" + hex(buffer, offset, length));
  }

  private static String hex(DirectBuffer buffer, int offset, int length) {
    byte[] bytes = new byte[length];
    buffer.getBytes(offset, bytes);
    return HexFormat.of().formatHex(bytes);
  }

  List<String> inputs() {
    return List.copyOf(inputs);
  }

  List<String> decisions() {
    return List.copyOf(decisions);
  }

  @Override
  public void force() {}

  @Override
  public void close() {}
}
