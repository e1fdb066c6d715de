package io.ripcord.console;

/**
 * An instrument and its last traded price.
 *
 * @param lastPriceE8 {@link io.ripcord.money.E8#NULL} before the first
 */
public record InstrumentRow(
    int id, String symbol, long priceIncrementE8, long lotE8, long lastPriceE8) {}
