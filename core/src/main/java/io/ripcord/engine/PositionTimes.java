package io.ripcord.engine;

import io.ripcord.event.AlertKind;
import io.ripcord.event.DecisionListener;
import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;
import io.ripcord.event.StaleAction;
import io.ripcord.market.LastPrices;
import io.ripcord.money.E8;
import io.ripcord.position.Mark;
import io.ripcord.position.Position;
import io.ripcord.rule.PolicySettings;

/**
 * What happens to a position at times that no rule of it sets: the looks of the economical mode, a
 * book that stayed through the stop, silence, and a square-off that fell due while trading was not
 * continuous. Engine thread only; allocates nothing.
 */
final class PositionTimes {
  private final ExitEvaluator evaluator;
  private final Firing firing;
  private final PositionWatch watch;
  private final Staleness staleness;
  private final BoundPolicies bound;
  private final MarketState market;
  private final SessionPhases phases;
  private final LastPrices lastPrices;
  private final TriggerPrices prices;
  private final DecisionListener decisions;

  PositionTimes(
      ExitEvaluator evaluator,
      Firing firing,
      PositionWatch watch,
      MarketState market,
      BoundPolicies bound,
      LastPrices lastPrices,
      DecisionListener decisions) {
    this.evaluator = evaluator;
    this.firing = firing;
    this.watch = watch;
    staleness = market.staleness;
    this.bound = bound;
    this.market = market;
    phases = market.phases;
    this.lastPrices = lastPrices;
    prices = market.prices;
    this.decisions = decisions;
  }

  /** A look of the economical mode. */
  void onSweep(Position position, long dueNs, long nowNs) {
    watch.nextSweep(position, dueNs, nowNs);
    evaluator.look(position, nowNs);
  }

  /** The book has been through the stop for long enough. */
  void onBookThrough(Position position, long nowNs) {
    long oppositeE8 =
        position.side().sign() > 0
            ? lastPrices.askE8(position.instrumentId())
            : lastPrices.bidE8(position.instrumentId());
    // A human may have loosened the stop meanwhile, and on hold nothing fires.
    if (position.is(Mark.ON_HOLD) || !firing.firesThroughBook(position, oppositeE8, nowNs)) {
      evaluator.place(position, nowNs);
    }
  }

  /** A position's instrument has perhaps fallen silent. */
  void onSilence(Position position, long dueNs, long nowNs) {
    if (!staleness.isSilent(position, dueNs)) {
      return;
    }
    PolicySettings settings = bound.of(position).settings();
    long lastNs = staleness.lastDataNs(position.instrumentId());
    alert(AlertKind.STALE, position, lastNs, settings.staleAfterNs(), nowNs);
    if (settings.onStale() == StaleAction.HOLD) {
      position.mark(Mark.ON_HOLD, true);
      evaluator.place(position, nowNs);
      market.groups.onHold(position, nowNs);
    } else {
      exitIfSilent(position, nowNs);
    }
  }

  /** Leaves a position that is silent and whose policy wants out then. */
  private void exitIfSilent(Position position, long nowNs) {
    if (position.is(Mark.SILENT) && bound.of(position).settings().onStale() == StaleAction.EXIT) {
      long priceE8 = prices.commandE8(position);
      firing.firesNow(
          position, ExitReason.EMERGENCY, ExitSource.EMERGENCY, E8.NULL, priceE8, nowNs);
    }
  }

  /** The halt of trading has ended: a position that wanted out in a silence still may. */
  void onResume(Position position, long nowNs) {
    if (position.isOpen()) {
      exitIfSilent(position, nowNs);
    }
  }

  /** Before a rule's deadline: a square-off that may not fire now waits, or is off. */
  void beforeDeadline(Position position, long dueNs, long nowNs) {
    if (dueNs != position.squareOffNs()
        || !bound.of(position).isSquareOff()
        || position.isPending(ExitReason.TIME)) {
      return;
    }
    int instrumentId = position.instrumentId();
    if (phases.sessionStartNs(instrumentId) > dueNs) {
      missSquareOff(position, nowNs);
    } else if (!phases.isContinuous(instrumentId)) {
      position.mark(Mark.SQUARE_OFF_WAITS, true);
    }
  }

  private void missSquareOff(Position position, long nowNs) {
    if (!position.is(Mark.SQUARE_OFF_MISSED)) {
      position.mark(Mark.SQUARE_OFF_MISSED, true);
      alert(
          AlertKind.SQUARE_OFF_OVERDUE,
          position,
          position.squareOffNs(),
          position.openQuantityE8(),
          nowNs);
    }
  }

  /** The phase of a position's instrument is another one. */
  void onPhase(Position position, long nowNs) {
    watch.onPhase(position, nowNs);
    int instrumentId = position.instrumentId();
    if (phases.isContinuous(instrumentId) && position.is(Mark.SQUARE_OFF_WAITS)) {
      position.mark(Mark.SQUARE_OFF_WAITS, false);
      if (phases.sessionStartNs(instrumentId) > position.squareOffNs()) {
        missSquareOff(position, nowNs);
      } else {
        position.pend(ExitReason.TIME);
      }
    }
    evaluator.place(position, nowNs);
  }

  /** A price outside continuous trading is past a level: said once per phase. */
  void onBreach(Position position, long adverseE8, long favourableE8, long nowNs) {
    if (position.is(Mark.BREACH_SAID)) {
      return;
    }
    if (position.isHardStopTouchedBy(adverseE8)) {
      breach(position, adverseE8, position.hardStopE8(), nowNs);
    } else if (position.stop().isTouchedBy(adverseE8)) {
      breach(position, adverseE8, position.stop().levelE8(), nowNs);
    } else if (position.isTargetTouchedBy(favourableE8)) {
      breach(position, favourableE8, position.targetE8(), nowNs);
    }
  }

  private void breach(Position position, long priceE8, long levelE8, long nowNs) {
    position.mark(Mark.BREACH_SAID, true);
    alert(AlertKind.BREACH_OUTSIDE_SESSION, position, priceE8, levelE8, nowNs);
  }

  private void alert(AlertKind kind, Position position, long first, long second, long nowNs) {
    decisions.onAlert(nowNs, kind, position.id(), position.instrumentId(), first, second);
  }
}
