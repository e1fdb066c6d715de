package io.ripcord.market;

/**
 * One tradable thing and its steps. Immutable.
 *
 * @param id dense number, from 0
 * @param nameId number of the venue's symbol
 * @param priceIncrementE8 smallest price step
 * @param lotE8 smallest quantity step
 * @param multiplierE8 units of the underlying per unit of quantity
 */
public record Instrument(
    int id, int nameId, long priceIncrementE8, long lotE8, long multiplierE8) {}
