package io.ripcord.state;

/**
 * A 64-bit hash over the engine's state. Two engines with the same hash decide alike from here on,
 * up to chance. One thread.
 */
public final class StateHash implements StateOut {
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  private final boolean withStartBound;
  private long hash;

  private StateHash(boolean withStartBound) {
    this.withStartBound = withStartBound;
  }

  /** Of everything. */
  public static StateHash ofAll() {
    return new StateHash(true);
  }

  /** Of what a run that was interrupted has in common with one that was not. */
  public static StateHash acrossStarts() {
    return new StateHash(false);
  }

  @Override
  public void put(long value) {
    hash = Long.rotateLeft(hash ^ value, 27) * MULTIPLIER + 1;
  }

  @Override
  public void putStartBound(long value) {
    if (withStartBound) {
      put(value);
    }
  }

  /** The hash of what was put so far. */
  public long value() {
    return hash ^ (hash >>> 32);
  }
}
