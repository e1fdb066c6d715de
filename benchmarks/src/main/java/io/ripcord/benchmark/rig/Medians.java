package io.ripcord.benchmark.rig;

import java.util.Arrays;

/** Statistics that a few wild windows do not move. Stateless. */
final class Medians {
  private static final double DECILE = 0.1;

  private Medians() {}

  /** Middle value, mean of the two middle ones for an even number, 0 for none. */
  static double median(double[] values) {
    if (values.length == 0) {
      return 0;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** The value that one in ten does not pass, at least one; 0 for none. */
  static double bestDecile(double[] values) {
    if (values.length == 0) {
      return 0;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.ceil(sorted.length * DECILE) - 1];
  }
}
