package io.ripcord.console;

import io.ripcord.state.StateOut;
import org.agrona.collections.LongArrayList;

/** Carries the state of one engine to another. One thread. */
final class EngineCopy implements StateOut {
  private final LongArrayList numbers = new LongArrayList();
  private int at;

  @Override
  public void put(long value) {
    numbers.addLong(value);
  }

  @Override
  public void putStartBound(long value) {
    numbers.addLong(value);
  }

  long next() {
    return numbers.getLong(at++);
  }
}
