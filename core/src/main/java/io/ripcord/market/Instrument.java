package io.ripcord.market;

import io.ripcord.event.InstrumentKind;
import io.ripcord.money.E8;

/**
 * One tradable thing and its steps. Immutable.
 *
 * @param id dense number, from 0
 * @param nameId number of the venue's symbol
 * @param priceIncrementE8 smallest price step
 * @param lotE8 smallest quantity step
 * @param multiplierE8 units of the underlying per unit of quantity
 * @param inverse whether profits are in the base currency
 * @param feePercentE6 fee in percent of the value of a fill, per side; 0: none
 * @param badTickPercentE6 a trade this far from the one before needs a second one to count, {@link
 *     E8#NULL}: every trade counts
 * @param badTickConfirmNs how long that second one may take, {@link E8#NULL}: every trade counts
 * @param kind what is traded
 */
public record Instrument(
    int id,
    int nameId,
    long priceIncrementE8,
    long lotE8,
    long multiplierE8,
    boolean inverse,
    long feePercentE6,
    long badTickPercentE6,
    long badTickConfirmNs,
    InstrumentKind kind) {
  /** A spot instrument. */
  public Instrument(
      int id,
      int nameId,
      long priceIncrementE8,
      long lotE8,
      long multiplierE8,
      boolean inverse,
      long feePercentE6,
      long badTickPercentE6,
      long badTickConfirmNs) {
    this(
        id,
        nameId,
        priceIncrementE8,
        lotE8,
        multiplierE8,
        inverse,
        feePercentE6,
        badTickPercentE6,
        badTickConfirmNs,
        InstrumentKind.SPOT);
  }

  /** A linear instrument without fees, whose every trade counts. */
  public Instrument(int id, int nameId, long priceIncrementE8, long lotE8, long multiplierE8) {
    this(id, nameId, priceIncrementE8, lotE8, multiplierE8, false, 0, E8.NULL, E8.NULL);
  }
}
