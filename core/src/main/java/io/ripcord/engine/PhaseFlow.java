package io.ripcord.engine;

import io.ripcord.event.SessionPhase;
import io.ripcord.indicator.Indicators;
import io.ripcord.market.Instruments;
import io.ripcord.money.E8;
import io.ripcord.position.OpenPositions;
import io.ripcord.position.Positions;

/**
 * Leads an instrument from one phase of its session to another: what waited for continuous trading
 * goes on, what needs it pauses, and bars begin and end with the session. Engine thread only;
 * allocates nothing. MISSION B.
 */
final class PhaseFlow {
  /** "Every instrument". */
  private static final int ALL = -1;

  private final Instruments instruments;
  private final MarketState market;
  private final Positions positions;
  private final OpenPositions openPositions;
  private final PositionTimes times;
  private final ExitEvaluator evaluator;
  private final Indicators indicators;
  private final int[] walk;

  PhaseFlow(
      Instruments instruments,
      MarketState market,
      Positions positions,
      OpenPositions openPositions,
      PositionTimes times,
      ExitEvaluator evaluator,
      Indicators indicators) {
    this.instruments = instruments;
    this.market = market;
    this.positions = positions;
    this.openPositions = openPositions;
    this.times = times;
    this.evaluator = evaluator;
    this.indicators = indicators;
    walk = new int[positions.capacity()];
  }

  /**
   * An instrument, or all of them for -1, enters a phase; one that there is not is left alone.
   *
   * @param sinceNs when the phase began, at or before now
   */
  void onPhase(int instrumentId, SessionPhase phase, long sinceNs, long nowNs) {
    if (instrumentId == ALL) {
      for (int id = 0; id < instruments.count(); id++) {
        enter(id, phase, sinceNs, nowNs);
      }
    } else if (instruments.contains(instrumentId)) {
      enter(instrumentId, phase, sinceNs, nowNs);
    }
  }

  private void enter(int id, SessionPhase phase, long sinceNs, long nowNs) {
    SessionPhase before = market.phases.of(id);
    if (phase == before) {
      return;
    }
    if (before == SessionPhase.CONTINUOUS) {
      if (market.gate.isHolding(id)) {
        market.gate.reject(id, E8.NULL, nowNs);
      }
      market.prices.leaveContinuous(id);
    }
    boolean starts = market.phases.enter(id, phase, sinceNs, nowNs);
    if (starts) {
      indicators.onSessionStart(id, sinceNs);
    }
    if (phase == SessionPhase.CONTINUOUS) {
      market.prices.enterContinuous(id);
    }
    market.watches.set(id, Watches.OUTSIDE, phase != SessionPhase.CONTINUOUS);
    market.watches.set(id, Watches.LEFTOVERS, market.prices.hasLeftovers(id));
    int open = openPositions.copy(id, walk);
    for (int i = 0; i < open; i++) {
      times.onPhase(positions.bySlot(walk[i]), nowNs);
    }
    // Levels move with the last bar, but nothing fires: the next price that counts will tell.
    if (phase == SessionPhase.CLOSED && indicators.onSessionEnd(id)) {
      evaluator.onBars(id, nowNs);
    }
    market.groups.onPhase(id, phase == SessionPhase.CONTINUOUS, starts, nowNs);
  }
}
