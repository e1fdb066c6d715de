package io.ripcord.money;

/**
 * Decimal numbers as {@code long} multiples of 1e-8: how every price, quantity and amount of money
 * is held. Parsing is exact and never passes through binary floating point; a text with more than
 * eight decimals is refused, not rounded.
 *
 * <p>Prices and quantities are bounded by {@link #MAX_VALUE} where they enter, so that sums of two
 * and products with a percentage fit a {@code long}, and products of two fit 128 bits. Stateless;
 * any thread; allocates only in the methods that return a {@link String}.
 */
public final class E8 {
  /** One unit. */
  public static final long ONE = 100_000_000L;

  /** "No value", in memory and in the event schema. */
  public static final long NULL = Long.MIN_VALUE;

  /** Largest magnitude of a price or a quantity that may enter: 1e9 units. */
  public static final long MAX_VALUE = 1_000_000_000L * ONE;

  private static final int DECIMALS = 8;

  private E8() {}

  /**
   * Parses plain decimal text such as {@code 61800.30} or {@code -0.5}; no exponent, no grouping.
   *
   * @throws NumberFormatException when the text is not a plain decimal number, has more than eight
   *     decimals that are not zero, or its magnitude is above {@link #MAX_VALUE}
   */
  public static long parse(CharSequence text) {
    return parse(text, 0, text.length());
  }

  /**
   * As {@link #parse(CharSequence)}, for the characters from {@code begin} to before {@code end}.
   */
  public static long parse(CharSequence text, int begin, int end) {
    long value = Decimals.parse(text, begin, end, DECIMALS);
    if (value > MAX_VALUE || value < -MAX_VALUE) {
      throw new NumberFormatException("magnitude above 1000000000");
    }
    return value;
  }

  /** Plain decimal text without trailing zeros, {@code "null"} for {@link #NULL}. */
  public static String format(long valueE8) {
    return valueE8 == NULL ? "null" : append(new StringBuilder(24), valueE8).toString();
  }

  /** Appends what {@link #format(long)} returns, for a value that is not {@link #NULL}. */
  public static StringBuilder append(StringBuilder out, long valueE8) {
    return Decimals.append(out, valueE8, DECIMALS);
  }

  /** {@code |a - b|} for two bounded values. */
  public static long distance(long aE8, long bE8) {
    return Math.abs(aE8 - bE8);
  }

  /** Whether {@code valueE8} is a whole multiple of {@code stepE8 > 0}. */
  public static boolean isMultiple(long valueE8, long stepE8) {
    return valueE8 % stepE8 == 0;
  }
}
