package io.ripcord.money;

/**
 * {@code a * b / divisor} for {@code long}s: the product is exact, in 128 bits, and the quotient is
 * rounded once.
 *
 * <p>A product that fits a {@code long} costs one multiplication and one division; a wider one is
 * divided bit by bit. The divisor must be positive and the quotient lie within plus or minus {@link
 * Long#MAX_VALUE}, else {@link ArithmeticException}: callers bound their factors so that it cannot
 * happen. Stateless, allocates nothing.
 */
public final class MulDiv {
  private static final int DOWN = -1;
  private static final int HALF_EVEN = 0;
  private static final int UP = 1;

  private MulDiv() {}

  /** The quotient rounded towards negative infinity. */
  public static long floor(long a, long b, long divisor) {
    return divide(a, b, divisor, DOWN);
  }

  /** The quotient rounded towards positive infinity. */
  public static long ceil(long a, long b, long divisor) {
    return divide(a, b, divisor, UP);
  }

  /** The nearest quotient; of two equally near ones, the even one. */
  public static long halfEven(long a, long b, long divisor) {
    return divide(a, b, divisor, HALF_EVEN);
  }

  private static long divide(long a, long b, long divisor, int rounding) {
    if (divisor <= 0) {
      throw new ArithmeticException("divisor=" + divisor + ", expected above 0");
    }
    long high = Math.multiplyHigh(a, b);
    long low = a * b;
    // The one product whose magnitude is no long goes the wide way as well.
    if (high != low >> 63 || low == Long.MIN_VALUE) {
      return divideWide(high, low, divisor, rounding);
    }
    long magnitude = Math.abs(low);
    long quotient = magnitude / divisor;
    long remainder = magnitude - quotient * divisor;
    return rounded(low < 0, quotient, remainder, divisor, rounding);
  }

  private static long divideWide(long high, long low, long divisor, int rounding) {
    boolean negative = high < 0;
    long remainder = negative ? ~high + (low == 0 ? 1 : 0) : high;
    long bits = negative ? -low : low;
    if (remainder >= divisor) {
      throw tooLarge();
    }
    // Shift and subtract: the remainder stays below the divisor, so its double fits 64 bits.
    long quotient = 0;
    for (int bit = 63; bit >= 0; bit--) {
      remainder = (remainder << 1) | ((bits >>> bit) & 1);
      quotient <<= 1;
      if (Long.compareUnsigned(remainder, divisor) >= 0) {
        remainder -= divisor;
        quotient |= 1;
      }
    }
    return rounded(negative, quotient, remainder, divisor, rounding);
  }

  private static long rounded(
      boolean negative, long quotient, long remainder, long divisor, int rounding) {
    long magnitude = quotient;
    if (remainder != 0
        && quotient >= 0
        && isAwayFromZero(negative, quotient, remainder, divisor, rounding)) {
      magnitude++;
    }
    if (magnitude < 0) {
      throw tooLarge();
    }
    return negative ? -magnitude : magnitude;
  }

  private static boolean isAwayFromZero(
      boolean negative, long quotient, long remainder, long divisor, int rounding) {
    if (rounding != HALF_EVEN) {
      return negative == (rounding == DOWN);
    }
    long missing = divisor - remainder;
    return remainder > missing || (remainder == missing && (quotient & 1) == 1);
  }

  private static ArithmeticException tooLarge() {
    return new ArithmeticException("quotient beyond 64 bits");
  }
}
