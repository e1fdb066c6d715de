package io.ripcord.testing.naive;

import java.math.BigDecimal;

/**
 * What the rules need to know of an instrument: the price increment that tick stops count in and
 * the contract multiplier of the profit.
 */
public record NaiveInstrument(String symbol, BigDecimal priceIncrement, BigDecimal multiplier) {

  /** Refuses increments and multipliers that are not positive. */
  public NaiveInstrument {
    if (priceIncrement.signum() <= 0 || multiplier.signum() <= 0) {
      throw new IllegalArgumentException(
          "symbol=" + symbol + " increment=" + priceIncrement + " multiplier=" + multiplier);
    }
  }
}
