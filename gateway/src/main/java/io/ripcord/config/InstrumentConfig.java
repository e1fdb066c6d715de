package io.ripcord.config;

import io.ripcord.money.E8;

/**
 * Steps of an instrument. Immutable.
 *
 * @param symbol the venue's name
 * @param priceIncrementE8 smallest price step
 * @param lotE8 smallest quantity step
 * @param multiplierE8 units of the underlying per unit of quantity
 */
public record InstrumentConfig(
    String symbol, long priceIncrementE8, long lotE8, long multiplierE8) {
  /** Smallest step that a price or a quantity can have. */
  public static final long FINEST_STEP_E8 = 1;

  /** Refuses steps that are not above 0 and names that no event can carry. */
  public InstrumentConfig {
    if (!Scalars.isName(symbol) || priceIncrementE8 <= 0 || lotE8 <= 0 || multiplierE8 <= 0) {
      throw new IllegalArgumentException(
          "symbol="
              + symbol
              + " priceIncrementE8="
              + priceIncrementE8
              + " lotE8="
              + lotE8
              + " multiplierE8="
              + multiplierE8);
    }
  }

  /** For a symbol that the configuration does not know: finest steps, multiplier 1. */
  public static InstrumentConfig defaults(String symbol) {
    return new InstrumentConfig(symbol, FINEST_STEP_E8, FINEST_STEP_E8, E8.ONE);
  }
}
