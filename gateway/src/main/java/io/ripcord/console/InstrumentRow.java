package io.ripcord.console;

/**
 * An instrument and its last traded price.
 *
 * @param lastPriceE8 {@link io.ripcord.money.E8#NULL} before the first
 * @param inverse whether profits are in the coin that is traded
 */
public record InstrumentRow(
    int id, String symbol, long priceIncrementE8, long lotE8, long lastPriceE8, boolean inverse) {
  /** One whose profits are in the currency of its price. */
  public InstrumentRow(int id, String symbol, long priceIncrementE8, long lotE8, long lastPriceE8) {
    this(id, symbol, priceIncrementE8, lotE8, lastPriceE8, false);
  }
}
