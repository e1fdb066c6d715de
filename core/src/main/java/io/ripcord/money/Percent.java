package io.ripcord.money;

/**
 * Percentages as {@code long} multiples of 1e-6 percent: {@code 2.5 %} is {@code 2_500_000}.
 *
 * <p>The two rounding directions exist because a price level must compare with prices exactly as
 * the unrounded level would: prices are whole multiples of 1e-8, so a level that prices reach from
 * above (long stop, short target) rounds down and one that they reach from below rounds up.
 * Stateless, allocation-free but for {@link #format}.
 */
public final class Percent {
  /** One percent. */
  public static final long ONE = 1_000_000L;

  /** Largest magnitude of a percentage that may enter: 1000 %. */
  public static final long MAX_VALUE = 1_000L * ONE;

  private static final long HUNDRED = 100L * ONE;
  private static final int DECIMALS = 6;

  private Percent() {}

  /**
   * Parses plain decimal text in percent.
   *
   * @throws NumberFormatException when it is not a plain decimal number, has more than six
   *     decimals, or its magnitude is above {@link #MAX_VALUE}
   */
  public static long parse(CharSequence text) {
    long value = Decimals.parse(text, 0, text.length(), DECIMALS);
    if (value > MAX_VALUE || value < -MAX_VALUE) {
      throw new NumberFormatException("magnitude above 1000 percent");
    }
    return value;
  }

  /** Plain decimal text in percent, without trailing zeros and without the sign of percent. */
  public static String format(long percentE6) {
    return Decimals.append(new StringBuilder(16), percentE6, DECIMALS).toString();
  }

  /** {@code priceE8 * (100 + percentE6) / 100}, rounded down. */
  public static long shiftDown(long priceE8, long percentE6) {
    return Math.floorDiv(remainderPart(priceE8, percentE6), HUNDRED)
        + wholePart(priceE8, percentE6);
  }

  /** {@code priceE8 * (100 + percentE6) / 100}, rounded up. */
  public static long shiftUp(long priceE8, long percentE6) {
    return -Math.floorDiv(-remainderPart(priceE8, percentE6), HUNDRED)
        + wholePart(priceE8, percentE6);
  }

  /** {@code priceE8 * percentE6 / 100}, rounded up: the smallest distance that is that much. */
  public static long distanceUp(long priceE8, long percentE6) {
    return shiftUp(priceE8, percentE6) - priceE8;
  }

  /** {@code priceE8 * percentE6 / 100}, rounded down: the greatest distance that is no more. */
  public static long distanceDown(long priceE8, long percentE6) {
    return shiftDown(priceE8, percentE6) - priceE8;
  }

  // price * factor / 1e8 = (price / 1e8) * factor + (price % 1e8) * factor / 1e8: with the price
  // below 1e17 and the factor below 1.2e9 both products stay below 1.2e18, inside a long.
  private static long wholePart(long priceE8, long percentE6) {
    return (priceE8 / HUNDRED) * (HUNDRED + percentE6);
  }

  private static long remainderPart(long priceE8, long percentE6) {
    return (priceE8 % HUNDRED) * (HUNDRED + percentE6);
  }
}
