package io.ripcord.engine;

import io.ripcord.event.AlertKind;
import io.ripcord.event.DecisionListener;
import io.ripcord.market.Instruments;
import io.ripcord.market.LastPrices;
import io.ripcord.money.E8;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;

/**
 * Drops market data that is none: of an unknown instrument, or with a price of zero or less. Says
 * so at the 1st, 2nd, 4th, 8th ... of a kind: a feed gone mad must not flood whoever listens.
 * Engine thread only; allocates nothing. MISSION B.
 */
final class TickSanity {
  private final Instruments instruments;
  private final LastPrices lastPrices;
  private final DecisionListener decisions;
  private long unknownTicks;

  TickSanity(Instruments instruments, LastPrices lastPrices, DecisionListener decisions) {
    this.instruments = instruments;
    this.lastPrices = lastPrices;
    this.decisions = decisions;
  }

  /** Whether a price of an instrument, or its absence, may be taken. */
  boolean isUsable(int instrumentId, long priceE8, long nowNs) {
    if (!instruments.contains(instrumentId)) {
      unknownTicks++;
      if (Long.bitCount(unknownTicks) == 1) {
        decisions.onAlert(
            nowNs, AlertKind.UNKNOWN_INSTRUMENT, E8.NULL, -1, instrumentId, unknownTicks);
      }
      return false;
    }
    if (priceE8 > 0 || priceE8 == E8.NULL) {
      return true;
    }
    long count = lastPrices.countBadTick(instrumentId);
    if (Long.bitCount(count) == 1) {
      decisions.onAlert(nowNs, AlertKind.BAD_TICK, E8.NULL, instrumentId, priceE8, count);
    }
    return false;
  }

  void write(StateOut out) {
    out.put(unknownTicks);
  }

  void read(StateIn in) {
    unknownTicks = in.next();
  }
}
