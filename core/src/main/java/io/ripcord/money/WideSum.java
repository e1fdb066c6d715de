package io.ripcord.money;

/**
 * An exact sum of products of two {@code long}s, in 128 bits, and its one rounding.
 *
 * <p>With both factors of every product bounded by {@link E8#MAX_VALUE} (1e17) a product stays
 * below 1e34, and ten thousand of the largest fit. Not thread-safe; reused, allocates nothing.
 */
public final class WideSum {
  private static final int BITS = 192;

  private long high;
  private long low;

  /** Back to zero. */
  public void clear() {
    high = 0;
    low = 0;
  }

  /** Adds {@code a * b}. */
  public void addProduct(long a, long b) {
    long sum = low + a * b;
    long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
    low = sum;
    high = Math.addExact(high, Math.multiplyHigh(a, b) + carry);
  }

  /** Takes on a value that {@link #high} and {@link #low} gave. */
  public void set(long newHigh, long newLow) {
    high = newHigh;
    low = newLow;
  }

  /** Upper half, for the state. */
  public long high() {
    return high;
  }

  /** Lower half, for the state. */
  public long low() {
    return low;
  }

  /**
   * {@code sum * multiplier / divisor}, rounded half to even once.
   *
   * @param multiplier not negative
   * @param divisor positive and below 2^62
   * @return the quotient, or plus or minus {@link Long#MAX_VALUE} when it does not fit
   */
  public long timesDividedHalfEven(long multiplier, long divisor) {
    boolean negative = high < 0;
    long magnitudeLow = negative ? -low : low;
    long magnitudeHigh = negative ? ~high + (low == 0 ? 1 : 0) : high;
    // The product's 192 bits: bottom, middle, top.
    long bottom = magnitudeLow * multiplier;
    long carried = unsignedHigh(magnitudeLow, multiplier);
    long middle = magnitudeHigh * multiplier + carried;
    long top =
        unsignedHigh(magnitudeHigh, multiplier)
            + (Long.compareUnsigned(middle, carried) < 0 ? 1 : 0);
    long quotient = divideHalfEven(top, middle, bottom, divisor);
    return negative ? -quotient : quotient;
  }

  // Long division, bit by bit: this runs once per fill, and is plainly right.
  private static long divideHalfEven(long top, long middle, long bottom, long divisor) {
    long remainder = 0;
    long quotient = 0;
    boolean overflow = false;
    for (int bit = BITS - 1; bit >= 0; bit--) {
      long word = bit >= 128 ? top : bit >= 64 ? middle : bottom;
      remainder = (remainder << 1) | ((word >>> (bit & 63)) & 1);
      overflow |= quotient >= 1L << 62;
      quotient <<= 1;
      if (remainder >= divisor) {
        remainder -= divisor;
        quotient |= 1;
      }
    }
    long twice = remainder << 1;
    if (twice > divisor || (twice == divisor && (quotient & 1) == 1)) {
      overflow |= quotient == Long.MAX_VALUE;
      quotient++;
    }
    return overflow ? Long.MAX_VALUE : quotient;
  }

  private static long unsignedHigh(long a, long b) {
    return Math.multiplyHigh(a, b) + ((a >> 63) & b) + ((b >> 63) & a);
  }
}
