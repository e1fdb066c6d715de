package io.ripcord.config;

import io.ripcord.event.InstrumentKind;
import io.ripcord.money.E8;

/**
 * Steps of an instrument, and what else of it decides. Immutable.
 *
 * @param symbol the venue's name
 * @param priceIncrementE8 smallest price step
 * @param lotE8 smallest quantity step
 * @param multiplierE8 units of the underlying per unit of quantity
 * @param feePercentE6 fee in percent of the value of a fill, per side; 0: none
 * @param inverse whether profits are in the coin that is traded
 * @param badTickPercentE6 a trade further than this from the one before is held until a second one
 *     shows whether it counts, {@link E8#NULL}: every trade counts
 * @param badTickConfirmNs how long that may take, {@link E8#NULL}: every trade counts
 * @param kind what is traded
 * @param calendar name of the calendar of its sessions, empty if it always trades
 */
public record InstrumentConfig(
    String symbol,
    long priceIncrementE8,
    long lotE8,
    long multiplierE8,
    long feePercentE6,
    boolean inverse,
    long badTickPercentE6,
    long badTickConfirmNs,
    InstrumentKind kind,
    String calendar) {
  /** Smallest step that a price or a quantity can have. */
  public static final long FINEST_STEP_E8 = 1;

  /** Refuses steps that are not above 0, names that no event can carry, and half a bad tick. */
  public InstrumentConfig {
    boolean wrongStep = priceIncrementE8 <= 0 || lotE8 <= 0 || multiplierE8 <= 0;
    boolean halfBadTick = (badTickPercentE6 == E8.NULL) != (badTickConfirmNs == E8.NULL);
    if (!Scalars.isName(symbol) || wrongStep || halfBadTick || feePercentE6 < 0) {
      throw new IllegalArgumentException(
          "symbol="
              + symbol
              + " priceIncrementE8="
              + priceIncrementE8
              + " lotE8="
              + lotE8
              + " multiplierE8="
              + multiplierE8
              + " feePercentE6="
              + feePercentE6
              + " badTickPercentE6="
              + badTickPercentE6
              + " badTickConfirmNs="
              + badTickConfirmNs);
    }
  }

  /** A spot instrument that always trades. */
  public InstrumentConfig(
      String symbol,
      long priceIncrementE8,
      long lotE8,
      long multiplierE8,
      long feePercentE6,
      boolean inverse,
      long badTickPercentE6,
      long badTickConfirmNs) {
    this(
        symbol,
        priceIncrementE8,
        lotE8,
        multiplierE8,
        feePercentE6,
        inverse,
        badTickPercentE6,
        badTickConfirmNs,
        InstrumentKind.SPOT,
        "");
  }

  /** A linear instrument without fees, whose every trade counts. */
  public InstrumentConfig(String symbol, long priceIncrementE8, long lotE8, long multiplierE8) {
    this(symbol, priceIncrementE8, lotE8, multiplierE8, 0, false, E8.NULL, E8.NULL);
  }

  /** For a symbol that the configuration does not know: finest steps, multiplier 1. */
  public static InstrumentConfig defaults(String symbol) {
    return new InstrumentConfig(symbol, FINEST_STEP_E8, FINEST_STEP_E8, E8.ONE);
  }

  /** Whether it trades in sessions. */
  public boolean hasCalendar() {
    return !calendar.isEmpty();
  }

  /** Whether a trade may be held until a second one. */
  public boolean hasBadTick() {
    return badTickPercentE6 != E8.NULL;
  }
}
