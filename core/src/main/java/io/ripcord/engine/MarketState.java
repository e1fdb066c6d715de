package io.ripcord.engine;

import io.ripcord.event.DecisionListener;
import io.ripcord.market.Instrument;
import io.ripcord.market.Instruments;
import io.ripcord.market.LastPrices;
import io.ripcord.market.TradePairs;
import io.ripcord.position.Deadlines;
import io.ripcord.position.OpenPositions;
import io.ripcord.position.Positions;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;

/**
 * What is known of each instrument's market besides its last prices: phase, pairs of trades, trade
 * under suspicion, silence, and who wants to hear of what. Engine thread only; allocates when an
 * instrument is added.
 */
final class MarketState {
  final LastPrices lastPrices;
  final SessionPhases phases = new SessionPhases();
  final TradePairs pairs = new TradePairs();
  final Watches watches = new Watches();
  final TriggerPrices prices;
  final TickGate gate;
  final GapWatch gaps;
  final BookThrough book;
  final Staleness staleness;

  /** Set once, when the engine is wired: groups need what needs markets. */
  Groups groups;

  MarketState(
      Instruments instruments,
      LastPrices lastPrices,
      Positions positions,
      OpenPositions openPositions,
      BoundPolicies bound,
      Deadlines bookDeadlines,
      Deadlines staleDeadlines,
      DecisionListener decisions,
      boolean evaluateEverything) {
    this.lastPrices = lastPrices;
    prices = new TriggerPrices(lastPrices, phases, pairs);
    gate = new TickGate(instruments, decisions);
    gaps = new GapWatch(positions, decisions);
    book = new BookThrough(positions, bound, bookDeadlines, evaluateEverything);
    staleness = new Staleness(positions, openPositions, phases, bound, watches, staleDeadlines);
  }

  void add(Instrument instrument) {
    phases.add();
    pairs.add();
    watches.addInstrument();
    prices.addInstrument();
    gate.addInstrument();
    gaps.addInstrument();
    book.addInstrument();
    staleness.addInstrument();
    watches.set(instrument.id(), Watches.SUSPECT, TickGate.judges(instrument));
  }

  void write(StateOut out) {
    phases.write(out);
    pairs.write(out);
    prices.write(out);
    gate.write(out);
    staleness.write(out);
  }

  /** Takes on what was written for as many instruments as were added. */
  void read(StateIn in, int instruments) {
    phases.read(in);
    pairs.read(in);
    prices.read(in);
    gate.read(in);
    staleness.read(in);
    for (int id = 0; id < instruments; id++) {
      watches.set(id, Watches.OUTSIDE, !phases.isContinuous(id));
      watches.set(id, Watches.LEFTOVERS, prices.hasLeftovers(id));
    }
  }
}
