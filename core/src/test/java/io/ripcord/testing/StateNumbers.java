package io.ripcord.testing;

import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.agrona.collections.LongArrayList;

/** A written state as a plain list of numbers, which can be read back, cut off or changed. */
public final class StateNumbers implements StateOut {
  private final LongArrayList numbers = new LongArrayList();
  private int limit;
  private int next;

  /** What is written by this. */
  public static StateNumbers of(Consumer<StateOut> written) {
    StateNumbers numbers = new StateNumbers();
    written.accept(numbers);
    numbers.limit = numbers.size();
    return numbers;
  }

  @Override
  public void put(long value) {
    numbers.addLong(value);
  }

  @Override
  public void putStartBound(long value) {
    put(value);
  }

  /** How many there are. */
  public int size() {
    return numbers.size();
  }

  /** Leaves only the first ones to be read. */
  public StateNumbers cutTo(int count) {
    limit = count;
    return this;
  }

  /** Reads from the first number on; throws {@link NoSuchElementException} after the last. */
  public StateIn in() {
    next = 0;
    return new StateIn(
        () -> {
          if (next >= limit) {
            throw new NoSuchElementException("the state ends after " + limit + " numbers");
          }
          return numbers.getLong(next++);
        });
  }

  /** How many were not read. */
  public int left() {
    return limit - next;
  }
}
