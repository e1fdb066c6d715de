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
import io.ripcord.position.OpenPositions;
import io.ripcord.position.Position;
import io.ripcord.position.Positions;
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
  private final Corridor corridor;
  private final OpenPositions openPositions;
  private final Positions positions;
  private final Deadlines deadlines;
  private final Orders orders;
  private final Firing firing;
  private final BoundPolicies bound;
  private final RuleScope scope;
  private final int[] walk;

  ExitEvaluator(
      Positions positions,
      Instruments instruments,
      LastPrices lastPrices,
      OpenPositions openPositions,
      Corridor corridor,
      Deadlines deadlines,
      BoundPolicies bound,
      Firing firing,
      Indicators indicators,
      RuleActions actions,
      Orders orders) {
    walk = new int[positions.capacity()];
    scope = new RuleScope(instruments, indicators, actions);
    this.positions = positions;
    this.lastPrices = lastPrices;
    this.openPositions = openPositions;
    this.corridor = corridor;
    this.deadlines = deadlines;
    this.bound = bound;
    this.firing = firing;
    this.orders = orders;
  }

  /** After a restart: sets the corridors of all open positions. */
  void resume(long nowNs) {
    for (int slot = 0; slot < positions.count(); slot++) {
      Position position = positions.bySlot(slot);
      if (position.isOpen()) {
        openPositions.add(position);
        place(position, nowNs);
      }
    }
  }

  /** Takes a position over: it keeps this version of its policy, whatever is defined later. */
  void register(Position position, Policy policy, long nowNs) {
    bound.bind(position, policy);
    openPositions.add(position);
    policy.arm(scope(position, nowNs));
    deadlines.set(position, policy.deadlineNs(scope));
    place(position, nowNs);
  }

  private RuleScope scope(Position position, long nowNs) {
    long lastE8 = position.isPriced() ? lastPrices.lastE8(position.instrumentId()) : E8.NULL;
    return scope.of(position, lastE8, nowNs);
  }

  /** How the rules of a position stand, in the order of its policy. */
  List<RuleStatus> statuses(Position position, long nowNs) {
    return bound.of(position).statuses(scope(position, nowNs));
  }

  private void place(Position position, long nowNs) {
    corridor.place(position, bound.of(position).wakeE8(scope(position, nowNs)));
  }

  /** A trigger price came. */
  void onPrice(int instrumentId, long priceE8, long nowNs) {
    if (corridor.isQuiet(instrumentId, priceE8, priceE8)) {
      return;
    }
    int woken = corridor.wake(instrumentId, priceE8, priceE8);
    for (int i = 0; i < woken; i++) {
      onPrice(corridor.woken(i), priceE8, nowNs);
    }
  }

  /**
   * Several prices came as one: stops are tested at the adverse extreme, targets at the favourable
   * one, then the watermark moves. If the favourable extreme came first, the adverse one is a later
   * price and meets the moved stop. The newest price follows as one of its own. Where all are the
   * same there was one price, and it is evaluated as one.
   */
  void onConflatedPrice(
      int instrumentId, long lastE8, long highE8, long lowE8, boolean highFirst, long nowNs) {
    if (highE8 == lowE8) {
      onPrice(instrumentId, lastE8, nowNs);
      return;
    }
    if (corridor.isQuiet(instrumentId, lowE8, highE8)) {
      return;
    }
    int woken = corridor.wake(instrumentId, lowE8, highE8);
    for (int i = 0; i < woken; i++) {
      Position position = corridor.woken(i);
      boolean isLong = position.side().sign() > 0;
      long adverseE8 = isLong ? lowE8 : highE8;
      long favourableE8 = isLong ? highE8 : lowE8;
      if (firing.firesStop(position, adverseE8, nowNs)
          || firing.fires(position, favourableE8, nowNs)) {
        continue;
      }
      follow(position, favourableE8, nowNs);
      if (isLong == highFirst && firing.firesStop(position, adverseE8, nowNs)) {
        continue;
      }
      onPrice(position, lastE8, nowNs);
    }
  }

  private void onPrice(Position position, long priceE8, long nowNs) {
    if (!firing.fires(position, priceE8, nowNs)) {
      follow(position, priceE8, nowNs);
    }
  }

  private void follow(Position position, long priceE8, long nowNs) {
    // Only then: a price that changes nothing about the position changes no level either, and a
    // stop that a human loosened stays until the watermark moves.
    boolean news = position.see(priceE8);
    if (news || isWanted(position, priceE8, nowNs)) {
      Policy policy = bound.of(position);
      policy.follow(scope.of(position, priceE8, nowNs));
      policy.manage(scope);
      place(position, nowNs);
    }
  }

  private boolean isWanted(Position position, long priceE8, long nowNs) {
    long wakeE8 = bound.of(position).wakeE8(scope.of(position, priceE8, nowNs));
    return wakeE8 != E8.NULL && !position.isBetter(wakeE8, priceE8);
  }

  /** The halt has ended: what the last price touches exits now. */
  void onResume(int instrumentId, long nowNs) {
    long lastE8 = lastPrices.lastE8(instrumentId);
    if (lastE8 == E8.NULL) {
      return;
    }
    int open = openPositions.copy(instrumentId, walk);
    for (int i = 0; i < open; i++) {
      Position position = positions.bySlot(walk[i]);
      if (position.isPriced()) {
        firing.fires(position, lastE8, nowNs);
      } else {
        // The last price is from before its registration and touches no level of it.
        firing.firesPending(position, lastE8, nowNs);
      }
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
    firePendingOrWait(position, nowNs);
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

  /** A rule's deadline has come: levels move and meet the last price seen since registration. */
  void onDeadline(Position position, long dueNs, long nowNs) {
    Policy policy = bound.of(position);
    long stopE8 = position.stop().levelE8();
    policy.onDeadline(scope(position, nowNs), dueNs);
    if (!firesMoved(position, stopE8, nowNs)) {
      policy.manage(scope(position, nowNs));
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
        policy.onBar(scope(position, nowNs));
        if (!firesMoved(position, stopE8, nowNs)) {
          policy.manage(scope(position, nowNs));
          place(position, nowNs);
        }
      }
    }
  }

  /**
   * Levels moved without a price: a stop that moved, the target and what waits meet the last one. A
   * stop that did not move has met it already.
   *
   * @return whether the position has left
   */
  private boolean firesMoved(Position position, long formerStopE8, long nowNs) {
    long lastE8 = lastPrices.lastE8(position.instrumentId());
    boolean moved = position.stop().levelE8() != formerStopE8;
    if (position.isPriced()
        && ((moved && firing.firesStop(position, lastE8, nowNs))
            || firing.firesTarget(position, lastE8, nowNs))) {
      return true;
    }
    firePendingOrWait(position, nowNs);
    return !position.isOpen();
  }

  private void firePendingOrWait(Position position, long nowNs) {
    long lastE8 = lastPrices.lastE8(position.instrumentId());
    if (lastE8 == E8.NULL || !firing.firesPending(position, lastE8, nowNs)) {
      place(position, nowNs);
    }
  }
}
