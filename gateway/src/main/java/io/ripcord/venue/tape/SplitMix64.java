package io.ripcord.venue.tape;

/**
 * The SplitMix64 generator of Steele, Lea and Flood: one 64-bit counter and a mixing function. Its
 * own class because the generated market must have the same bytes on every JVM and in every
 * release, which no library promises.
 */
final class SplitMix64 {
  private long state;

  SplitMix64(long seed) {
    state = seed;
  }

  long next() {
    state += 0x9E3779B97F4A7C15L;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Uniform in 0 to 65535. */
  int next16() {
    return (int) (next() >>> 48);
  }

  /** From 0 to {@code bound - 1}; the bias, below bound / 2^32, does not matter here. */
  int below(int bound) {
    return (int) (((next() >>> 32) * bound) >>> 32);
  }

  /** True {@code perMille} times in a thousand. */
  boolean isHit(int perMille) {
    return below(1000) < perMille;
  }
}
