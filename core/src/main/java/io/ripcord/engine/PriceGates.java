package io.ripcord.engine;

import io.ripcord.event.SessionPhase;
import io.ripcord.position.Position;

/**
 * What stands between the prices of the market and the levels of a position, for explanations. Read
 * only, as {@link EngineView}.
 */
public final class PriceGates {
  private final MarketState market;
  private final Brackets brackets;

  PriceGates(MarketState market, Brackets brackets) {
    this.market = market;
    this.brackets = brackets;
  }

  /** The phase that an instrument's market is in. */
  public SessionPhase phase(int instrumentId) {
    return market.phases.of(instrumentId);
  }

  /** Whether a trade lies so far from an accepted one that it has to be confirmed. */
  public boolean isSuspect(int instrumentId, long acceptedE8, long tradeE8) {
    return TickGate.judges(market.gate.instrument(instrumentId))
        && market.gate.isFar(instrumentId, acceptedE8, tradeE8);
  }

  /** What stops are tested with, null value without a fresh price since registration. */
  public long forStopE8(Position position) {
    return market.prices.forStopE8(position);
  }

  /** What targets are tested with, null value without a fresh price since registration. */
  public long forTargetE8(Position position) {
    return market.prices.forTargetE8(position);
  }

  /** When data of an instrument came last, null value if it never did. */
  public long lastDataNs(int instrumentId) {
    return market.staleness.lastDataNs(instrumentId);
  }

  /**
   * Until when an exit is left to the position's stop at the venue, {@link
   * io.ripcord.position.Deadlines#NONE} if none is.
   */
  public long leftToVenueUntilNs(Position position) {
    return brackets.untilNs(position);
  }
}
