package io.ripcord.execution;

import io.ripcord.money.WideSum;
import java.math.BigInteger;

/**
 * Profit of an inverse contract, in the coin that it settles in: {@code quantity * multiplier * (1
 * / entry - 1 / price)}, which is {@code quantity * multiplier * (price - entry) / (entry *
 * price)}. Once per fill, so it may allocate. MISSION C.
 */
final class InverseProfit {
  private static final BigInteger E18_PER_E8 = BigInteger.TEN.pow(10);
  private static final int WORD = 62;
  private static final long ONE_WORD = 1L << WORD;

  /** Far beyond what is ever read from a sum; thousands of such fills fit one all the same. */
  private static final BigInteger MOST_E18 = BigInteger.ONE.shiftLeft(112);

  private InverseProfit() {}

  /**
   * Adds the profit of a fill, half even at 1e-18, to a sum; all other arguments are at 1e-8, and
   * the improvement already carries the side's sign. A profit that no account can hold counts as
   * the largest that there is, so that the sum says that it does not fit.
   */
  static void add(
      WideSum sumE18,
      long improvementE8,
      long quantityE8,
      long multiplierE8,
      long entryE8,
      long priceE8) {
    BigInteger numerator =
        BigInteger.valueOf(improvementE8)
            .multiply(BigInteger.valueOf(quantityE8))
            .multiply(BigInteger.valueOf(multiplierE8))
            .multiply(E18_PER_E8);
    BigInteger denominator = BigInteger.valueOf(entryE8).multiply(BigInteger.valueOf(priceE8));
    BigInteger profitE18 = halfEven(numerator, denominator).min(MOST_E18).max(MOST_E18.negate());
    BigInteger high = profitE18.shiftRight(WORD);
    sumE18.addProduct(high.longValueExact(), ONE_WORD);
    sumE18.addProduct(profitE18.subtract(high.shiftLeft(WORD)).longValueExact(), 1);
  }

  private static BigInteger halfEven(BigInteger numerator, BigInteger denominator) {
    BigInteger[] parts = numerator.abs().divideAndRemainder(denominator);
    int half = parts[1].shiftLeft(1).compareTo(denominator);
    boolean up = half > 0 || (half == 0 && parts[0].testBit(0));
    BigInteger magnitude = up ? parts[0].add(BigInteger.ONE) : parts[0];
    return numerator.signum() < 0 ? magnitude.negate() : magnitude;
  }
}
