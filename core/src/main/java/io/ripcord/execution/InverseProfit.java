package io.ripcord.execution;

import java.math.BigInteger;

/**
 * Profit of an inverse contract, in the coin that it settles in: {@code quantity * multiplier * (1
 * / entry - 1 / price)}, which is {@code quantity * multiplier * (price - entry) / (entry *
 * price)}, rounded half even to 1e-8 once per fill. Once per fill, so it may allocate. MISSION C.
 */
final class InverseProfit {
  private InverseProfit() {}

  /** All arguments at 1e-8; the improvement already carries the side's sign. */
  static long ofE8(
      long improvementE8, long quantityE8, long multiplierE8, long entryE8, long priceE8) {
    BigInteger numerator =
        BigInteger.valueOf(improvementE8)
            .multiply(BigInteger.valueOf(quantityE8))
            .multiply(BigInteger.valueOf(multiplierE8));
    BigInteger denominator = BigInteger.valueOf(entryE8).multiply(BigInteger.valueOf(priceE8));
    return halfEven(numerator, denominator);
  }

  private static long halfEven(BigInteger numerator, BigInteger denominator) {
    BigInteger[] parts = numerator.abs().divideAndRemainder(denominator);
    int half = parts[1].shiftLeft(1).compareTo(denominator);
    boolean up = half > 0 || (half == 0 && parts[0].testBit(0));
    BigInteger magnitude = up ? parts[0].add(BigInteger.ONE) : parts[0];
    BigInteger most = BigInteger.valueOf(Long.MAX_VALUE);
    long value = magnitude.min(most).longValue();
    return numerator.signum() < 0 ? -value : value;
  }
}
