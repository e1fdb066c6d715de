package io.ripcord.engine;

import io.ripcord.event.AlertKind;
import io.ripcord.event.DecisionListener;
import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;
import io.ripcord.execution.Orders;
import io.ripcord.indicator.Indicators;
import io.ripcord.market.Instruments;
import io.ripcord.market.LastPrices;
import io.ripcord.money.E8;
import io.ripcord.position.Deadlines;
import io.ripcord.position.Mark;
import io.ripcord.position.OpenPositions;
import io.ripcord.position.Position;
import io.ripcord.position.Positions;
import io.ripcord.position.PriceStream;
import io.ripcord.rule.Corridor;
import io.ripcord.rule.Policy;
import io.ripcord.rule.RuleActions;
import io.ripcord.rule.RuleScope;
import io.ripcord.rule.RuleStatus;
import java.util.List;

/**
 * Applies the rules to the positions of one instrument, in the documented precedence: hard stop,
 * stop loss (whatever last moved it), take profit, MA cross, signal, time. First hit wins; a price
 * is checked against the levels in force before it, then the watermark and the levels move.
 * Positions are taken in order of id. Engine thread only; allocates nothing. MISSION B and D.
 */
final class ExitEvaluator {
  private final LastPrices lastPrices;
  private final TriggerPrices prices;
  private final Corridor corridor;
  private final OpenPositions openPositions;
  private final Positions positions;
  private final Deadlines deadlines;
  private final Orders orders;
  private final Firing firing;
  private final PositionWatch watch;
  private final BoundPolicies bound;
  private final RuleScope scope;
  private final int[] walk;

  ExitEvaluator(
      Positions positions,
      Instruments instruments,
      LastPrices lastPrices,
      TriggerPrices prices,
      OpenPositions openPositions,
      Corridor corridor,
      Deadlines deadlines,
      BoundPolicies bound,
      PositionWatch watch,
      Firing firing,
      Indicators indicators,
      RuleActions actions,
      Orders orders) {
    walk = new int[positions.capacity()];
    scope = new RuleScope(instruments, indicators, actions);
    this.positions = positions;
    this.lastPrices = lastPrices;
    this.prices = prices;
    this.openPositions = openPositions;
    this.corridor = corridor;
    this.deadlines = deadlines;
    this.bound = bound;
    this.watch = watch;
    this.firing = firing;
    this.orders = orders;
  }

  /** After a restart: sets the corridors of all open positions. */
  void resume(long nowNs) {
    for (int slot = 0; slot < positions.count(); slot++) {
      Position position = positions.bySlot(slot);
      watch.listen(position);
      if (position.isOpen()) {
        watch.resume(position);
        place(position, nowNs);
      }
    }
  }

  /** Takes a position over: it keeps this version of its policy, whatever is defined later. */
  void register(Position position, Policy policy, long nowNs) {
    bound.bind(position, policy);
    watch.add(position, nowNs);
    policy.arm(scope(position, nowNs));
    deadlines.set(position, policy.deadlineNs(scope));
    place(position, nowNs);
  }

  private RuleScope scope(Position position, long nowNs) {
    return scope.of(position, prices.forTargetE8(position), nowNs);
  }

  /** The version of its policy that a position keeps. */
  Policy policy(Position position) {
    return bound.of(position);
  }

  /** How the rules of a position stand, in the order of its policy. */
  List<RuleStatus> statuses(Position position, long nowNs) {
    return bound.of(position).statuses(scope(position, nowNs));
  }

  void place(Position position, long nowNs) {
    watch.place(position, bound.of(position).wakeE8(scope(position, nowNs)));
  }

  /** A trade came in an instrument of which nobody wants more than trades. */
  void onTrade(int instrumentId, long priceE8, long nowNs) {
    if (corridor.isQuiet(instrumentId, priceE8, priceE8)) {
      return;
    }
    int woken = corridor.wake(instrumentId, priceE8, priceE8);
    for (int i = 0; i < woken; i++) {
      onTrigger(corridor.woken(i), null, false, nowNs);
    }
  }

  /**
   * A price of a position's stream came, or a gap that has it looked at.
   *
   * @param burst several trades as one, {@code null} if it was one price
   */
  void onTrigger(Position position, MarketTick burst, boolean gap, long nowNs) {
    boolean roused = !position.isPriced() || position.is(Mark.ON_HOLD);
    boolean skipped = watch.skips(position, gap);
    position.mark(Mark.ON_HOLD, false);
    if (isFirstOfPair(position)) {
      position.mark(Mark.FIRST_TRADE, true);
      if (skipped || !firing.firesPending(position, prices.pendingE8(position), nowNs)) {
        place(position, nowNs);
      }
      return;
    }
    position.mark(Mark.PRICED, true);
    if (!skipped) {
      if (burst == null) {
        // Not evaluate: a gap between trades may wake a position whose own stream is not fresh.
        look(position, nowNs);
      } else {
        evaluate(position, burst, nowNs);
      }
    }
    if (roused && position.isOpen()) {
      place(position, nowNs);
    }
  }

  private static boolean isFirstOfPair(Position position) {
    return position.stream() == PriceStream.DOUBLE_LAST
        && !position.isPriced()
        && !position.is(Mark.FIRST_TRADE);
  }

  /** The last price of a position's stream against its levels; without one, what waits for any. */
  void look(Position position, long nowNs) {
    long lastE8 = prices.pendingE8(position);
    if (lastE8 == E8.NULL || !position.isPriced()) {
      firePendingOrWait(position, lastE8, nowNs);
    } else {
      evaluate(position, lastE8, nowNs);
    }
  }

  private void evaluate(Position position, long lastE8, long nowNs) {
    boolean pair = position.stream() == PriceStream.DOUBLE_LAST;
    long forTargetE8 = pair ? prices.forTargetE8(position) : lastE8;
    long forStopE8 = pair ? prices.forStopE8(position) : lastE8;
    if (!firing.fires(position, forStopE8, forTargetE8, lastE8, nowNs)) {
      follow(position, forTargetE8, nowNs);
    }
  }

  /**
   * Several prices came as one: stops are tested at the adverse extreme, targets at the favourable
   * one, then the watermark moves. If the favourable extreme came first, the adverse one is a later
   * price and meets the moved stop. The newest price follows as one of its own.
   */
  private void evaluate(Position position, MarketTick burst, long nowNs) {
    boolean isLong = position.side().sign() > 0;
    long adverseE8 = isLong ? burst.lowE8 : burst.highE8;
    long favourableE8 = isLong ? burst.highE8 : burst.lowE8;
    if (firing.firesStop(position, adverseE8, nowNs)
        || firing.fires(position, favourableE8, nowNs)) {
      return;
    }
    // Nothing is booked or added at a price that may be gone: the newest one decides.
    if (track(position, favourableE8, nowNs)) {
      place(position, nowNs);
    }
    if (isLong == burst.highFirst && firing.firesStop(position, adverseE8, nowNs)) {
      return;
    }
    evaluate(position, prices.pendingE8(position), nowNs);
  }

  private void follow(Position position, long priceE8, long nowNs) {
    if (track(position, priceE8, nowNs)) {
      bound.of(position).manage(scope);
      place(position, nowNs);
    }
  }

  /** Lets the watermark and the levels follow a price that fired nothing. */
  private boolean track(Position position, long priceE8, long nowNs) {
    // Only then: a price that changes nothing about the position changes no level either, and a
    // stop that a human loosened stays until the watermark moves.
    boolean news = position.see(priceE8);
    if (news || isWanted(position, priceE8, nowNs)) {
      bound.of(position).follow(scope.of(position, priceE8, nowNs));
      return true;
    }
    return false;
  }

  private boolean isWanted(Position position, long priceE8, long nowNs) {
    long wakeE8 = bound.of(position).wakeE8(scope.of(position, priceE8, nowNs));
    return wakeE8 != E8.NULL && !position.isBetter(wakeE8, priceE8);
  }

  /** The halt has ended: what the last price touches exits now. */
  void onResume(int instrumentId, PositionTimes times, long nowNs) {
    int open = openPositions.copy(instrumentId, walk);
    for (int i = 0; i < open; i++) {
      Position position = positions.bySlot(walk[i]);
      // Without a fresh price since its registration the last one touches no level of it.
      long forTargetE8 = prices.forTargetE8(position);
      long pendingE8 = prices.pendingE8(position);
      if (forTargetE8 != E8.NULL) {
        firing.fires(position, prices.forStopE8(position), forTargetE8, pendingE8, nowNs);
      } else if (pendingE8 != E8.NULL) {
        firing.firesPending(position, pendingE8, nowNs);
      } else if (position.isPending(ExitReason.SIGNAL)) {
        firePendingOrWait(position, prices.commandE8(position), nowNs);
      }
      times.onResume(position, nowNs);
    }
  }

  /** A signal for all positions of an instrument, in order of id. */
  void onSignal(int instrumentId, long nowNs) {
    int open = openPositions.copy(instrumentId, walk);
    for (int i = 0; i < open; i++) {
      onSignal(positions.bySlot(walk[i]), nowNs);
    }
  }

  /** A signal for one position; before any price it waits for the first. */
  void onSignal(Position position, long nowNs) {
    if (!position.isOpen() || !bound.of(position).isSignalExit()) {
      return;
    }
    position.pend(ExitReason.SIGNAL);
    firePendingOrWait(position, prices.commandE8(position), nowNs);
  }

  /** New levels; they meet the next price. A stop that a human loosened is said. */
  void amend(
      Position position,
      long stopE8,
      long targetE8,
      boolean loosen,
      DecisionListener decisions,
      long nowNs) {
    if (stopE8 != E8.NULL) {
      long oldE8 = position.stop().levelE8();
      position.stop().amend(stopE8, loosen);
      if (oldE8 != E8.NULL && position.isBetter(oldE8, stopE8)) {
        decisions.onAlert(
            nowNs, AlertKind.STOP_LOOSENED, position.id(), position.instrumentId(), oldE8, stopE8);
      }
    }
    if (targetE8 != E8.NULL) {
      position.target(targetE8);
    }
    place(position, nowNs);
  }

  /** Forgets an open position; it stays held. */
  void unregister(Position position, long nowNs) {
    firing.forget(position);
    orders.unregister(position, nowNs);
  }

  /** A human wants out, whatever the rules say. */
  void close(Position position, long nowNs) {
    long lastE8 = lastPrices.lastE8(position.instrumentId());
    firing.exit(position, ExitReason.MANUAL, ExitSource.MANUAL, E8.NULL, lastE8, nowNs);
  }

  /** A fill has changed the entry of a position, and with it the prices that its rules wait for. */
  void onGrown(Position position, long nowNs) {
    place(position, nowNs);
  }

  /** What waits for any price takes the last one, if that counts now. */
  void fireWaiting(Position position, long nowNs) {
    firePendingOrWait(position, prices.pendingE8(position), nowNs);
  }

  /** A human wants a part out; the rest stays, and its rules. */
  void closePart(Position position, long quantityE8, long nowNs) {
    long lastE8 = lastPrices.lastE8(position.instrumentId());
    position.book(quantityE8);
    orders.book(position, ExitReason.MANUAL, ExitSource.MANUAL, quantityE8, E8.NULL, lastE8, nowNs);
  }

  /** A rule's deadline has come: levels move and meet the last price seen since registration. */
  void onDeadline(Position position, long dueNs, long nowNs) {
    Policy policy = bound.of(position);
    long stopE8 = position.stop().levelE8();
    long targetE8 = position.targetE8();
    policy.onDeadline(scope(position, nowNs), dueNs);
    if (!firesMoved(position, stopE8, targetE8, nowNs)) {
      policy.manageAtDeadline(scope(position, nowNs));
      deadlines.set(position, policy.deadlineNs(scope));
      place(position, nowNs);
    }
  }

  /** Bars of an instrument have closed: levels move and meet the last price. */
  void onBars(int instrumentId, long nowNs) {
    int open = openPositions.copy(instrumentId, walk);
    for (int i = 0; i < open; i++) {
      Position position = positions.bySlot(walk[i]);
      Policy policy = bound.of(position);
      if (policy.isOnBars()) {
        long stopE8 = position.stop().levelE8();
        long targetE8 = position.targetE8();
        policy.onBar(scope(position, nowNs));
        if (!firesMoved(position, stopE8, targetE8, nowNs)) {
          policy.manageOnBar(scope(position, nowNs));
          place(position, nowNs);
        }
      }
    }
  }

  /**
   * Levels moved without a price: what moved and what waits meet the last one. What did not move
   * has met it already, or meets it at the next look of the economical mode.
   *
   * @return whether the position has left
   */
  private boolean firesMoved(
      Position position, long formerStopE8, long formerTargetE8, long nowNs) {
    long forTargetE8 = prices.forTargetE8(position);
    long lastE8 = prices.pendingE8(position);
    boolean stopMoved = position.stop().levelE8() != formerStopE8;
    boolean targetMoved = position.targetE8() != formerTargetE8;
    if (forTargetE8 != E8.NULL
        && ((stopMoved
                && firing.firesMovedStop(position, prices.forStopE8(position), lastE8, nowNs))
            || (targetMoved && firing.firesTarget(position, forTargetE8, lastE8, nowNs)))) {
      return true;
    }
    firePendingOrWait(position, lastE8, nowNs);
    return !position.isOpen();
  }

  private void firePendingOrWait(Position position, long priceE8, long nowNs) {
    if (priceE8 == E8.NULL || !firing.firesPending(position, priceE8, nowNs)) {
      place(position, nowNs);
    }
  }
}
