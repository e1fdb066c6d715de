package io.ripcord.venue.paper;

import io.ripcord.event.ClOrdId;
import io.ripcord.money.Percent;

/**
 * Random draws that depend on seed, order id and kind only, so that order of asking is no matter.
 * The start of the engine in the id does not count: the same order of a run that was interrupted
 * meets the same luck.
 */
final class Draws {
  static final int PARTIAL = 1;
  static final int PARTS = 2;
  static final int REJECT = 3;
  static final int DUPLICATE = 4;

  private static final long HUNDRED_PERCENT = 100 * Percent.ONE;

  private final long seed;

  Draws(long seed) {
    this.seed = seed;
  }

  /** Whether something of this probability happens to this order. */
  boolean happens(long idHigh, long idLow, int kind, long probabilityE6) {
    return probabilityE6 > 0
        && Long.remainderUnsigned(mix(idHigh, idLow, kind), HUNDRED_PERCENT) < probabilityE6;
  }

  /** A number from {@code low} to {@code high}. */
  int between(long idHigh, long idLow, int kind, int low, int high) {
    return low + (int) Long.remainderUnsigned(mix(idHigh, idLow, kind), high - low + 1L);
  }

  private long mix(long idHigh, long idLow, int kind) {
    return scramble(scramble(scramble(seed + kind) + ClOrdId.highWithoutEpoch(idHigh)) + idLow);
  }

  // The output function of SplitMix64 (Steele, Lea and Flood, 2014).
  private static long scramble(long value) {
    long mixed = value + 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }
}
