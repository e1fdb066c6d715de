package io.ripcord.testing.naive;

import java.math.BigDecimal;

/**
 * What the rules need to know of an instrument: the price increment that tick stops count in, the
 * lot that bookings round to, the contract multiplier of the profit, whether the contract is
 * inverse (settled in the base coin), and the fee per side in percent.
 */
public record NaiveInstrument(
    String symbol,
    BigDecimal priceIncrement,
    BigDecimal multiplier,
    BigDecimal lot,
    boolean isInverse,
    BigDecimal feePercent) {

  /** Refuses increments, lots and multipliers that are not positive, and negative fees. */
  public NaiveInstrument {
    if (priceIncrement.signum() <= 0
        || multiplier.signum() <= 0
        || lot.signum() <= 0
        || feePercent.signum() < 0) {
      throw new IllegalArgumentException(
          "symbol=%s increment=%s multiplier=%s lot=%s fee=%s"
              .formatted(symbol, priceIncrement, multiplier, lot, feePercent));
    }
  }

  /** A linear instrument of the smallest lot without fees. */
  public NaiveInstrument(String symbol, BigDecimal priceIncrement, BigDecimal multiplier) {
    this(symbol, priceIncrement, multiplier, new BigDecimal("0.00000001"), false, BigDecimal.ZERO);
  }
}
