package io.ripcord.testing;

import java.util.Random;

/** Random numbers of tests: always from a seed, and the seed is always printed. */
public final class Seeds {
  /** System property that repeats a run with another seed. */
  public static final String PROPERTY = "ripcord.seed";

  private static final long DEFAULT = 20_261_121L;

  private Seeds() {}

  /** Numbers for a test; every run has the same unless {@link #PROPERTY} says otherwise. */
  public static Random random(Object test) {
    long seed = Long.getLong(PROPERTY, DEFAULT);
    System.out.println(
        test.getClass().getSimpleName() + " seed=" + seed + " (-D" + PROPERTY + "=" + seed + ")");
    return new Random(seed);
  }

  /** A number from 0 to {@code max} whose size, not its value, is evenly spread. */
  public static long magnitude(Random random, long max) {
    long bound = Math.max(1, max >>> random.nextInt(Long.SIZE - Long.numberOfLeadingZeros(max)));
    return bound == Long.MAX_VALUE
        ? random.nextLong() & Long.MAX_VALUE
        : Math.floorMod(random.nextLong(), bound + 1);
  }
}
