package io.ripcord.state;

import java.util.function.LongSupplier;

/**
 * Gives back, in the same order, what a {@link StateOut} received. One thread; the bytes behind it
 * were checked before, so that a value out of bounds is a mistake of the program.
 */
public final class StateIn {
  private final LongSupplier numbers;

  /** Reads from these numbers, which throw at their end. */
  public StateIn(LongSupplier numbers) {
    this.numbers = numbers;
  }

  /** The next number. */
  public long next() {
    return numbers.getAsLong();
  }

  /**
   * The next number as an {@code int}.
   *
   * @throws ArithmeticException when it is none
   */
  public int nextInt() {
    return Math.toIntExact(next());
  }

  /** The next number as true or false. */
  public boolean nextFlag() {
    return next() != 0;
  }

  /** The next count of numbers that follow, at most {@code limit}. */
  public int nextCount(int limit) {
    long count = next();
    if (count < 0 || count > limit) {
      throw new IllegalStateException("count=" + count + ", expected 0 to " + limit);
    }
    return (int) count;
  }

  /** The next {@code count} numbers. */
  public long[] nextAll(int count) {
    long[] values = new long[count];
    for (int i = 0; i < count; i++) {
      values[i] = next();
    }
    return values;
  }
}
