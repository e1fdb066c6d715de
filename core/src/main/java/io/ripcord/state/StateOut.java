package io.ripcord.state;

/**
 * Receives the engine's state as numbers, in a fixed order. Whoever holds state writes all that a
 * later decision may depend on, and reads it back from a {@link StateIn} in the same order. One
 * thread, the engine's.
 */
public interface StateOut {
  /** The next number. */
  void put(long value);

  /**
   * The next number, one that names the start of the engine or counts its inputs: an order id, a
   * question, an epoch. It differs between a run that was interrupted and one that was not.
   */
  void putStartBound(long value);

  /** The next numbers. */
  default void putAll(long[] values) {
    for (long value : values) {
      put(value);
    }
  }

  /** The next number, 1 for true. */
  default void put(boolean value) {
    put(value ? 1 : 0);
  }
}
