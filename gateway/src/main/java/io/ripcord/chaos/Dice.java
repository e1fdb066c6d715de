package io.ripcord.chaos;

/**
 * Draws that follow from a seed and a name alone (SplitMix64), so that what one part of a run draws
 * does not depend on how often another did. One thread.
 */
final class Dice {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final int PER_MILLE = 1_000;

  private long state;

  Dice(long seed, String name) {
    state = mix(seed) ^ mix(name.hashCode() * GOLDEN_GAMMA);
  }

  private static long mix(long value) {
    long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }

  long next() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** A number from 0 to below {@code bound}. */
  int below(int bound) {
    return (int) Long.remainderUnsigned(next(), bound);
  }

  /** A number from {@code low} to {@code high}, both included. */
  long between(long low, long high) {
    return low + Long.remainderUnsigned(next(), high - low + 1);
  }

  /** True so many times out of a thousand. */
  boolean perMille(int share) {
    return share > 0 && below(PER_MILLE) < share;
  }

  boolean oneIn(int count) {
    return below(count) == 0;
  }
}
