package io.ripcord.indicator;

import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;

/**
 * The exact sum of prices over a fixed divisor, as whole part and remainder: a sum of a thousand
 * prices would not fit a {@code long}, their mean does.
 */
final class RunningMean {
  private final int divisor;
  private long whole;
  private long remainder;

  RunningMean(int divisor) {
    this.divisor = divisor;
  }

  /** Adds to the sum; takes away when negative. */
  void add(long value) {
    // Both are below 1e17 and a thousand.
    long more = value + remainder;
    whole += Math.floorDiv(more, divisor);
    remainder = Math.floorMod(more, divisor);
  }

  /** The mean, rounded half to even. */
  long halfEven() {
    long twice = 2 * remainder;
    boolean isUp = twice > divisor || (twice == divisor && (whole & 1) == 1);
    return isUp ? whole + 1 : whole;
  }

  void write(StateOut out) {
    out.put(whole);
    out.put(remainder);
  }

  void read(StateIn in) {
    whole = in.next();
    remainder = in.next();
  }
}
