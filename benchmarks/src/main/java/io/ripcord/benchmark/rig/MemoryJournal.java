package io.ripcord.benchmark.rig;

import io.ripcord.pipeline.Journal;
import org.agrona.DirectBuffer;

/** Keeps nothing: what is left of the pipeline without it is the price of the journal. */
final class MemoryJournal implements Journal {
  @Override
  public void appendInput(long sequence, DirectBuffer buffer, int offset, int length) {}

  @Override
  public void appendDecision(
      long causeSequence, int index, DirectBuffer buffer, int offset, int length) {}

  @Override
  public void force() {}

  @Override
  public void close() {}
}
