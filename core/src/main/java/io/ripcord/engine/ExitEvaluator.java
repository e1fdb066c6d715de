package io.ripcord.engine;

import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;
import io.ripcord.execution.Exits;
import io.ripcord.market.LastPrices;
import io.ripcord.money.E8;
import io.ripcord.position.Deadlines;
import io.ripcord.position.Position;
import io.ripcord.rule.Corridor;
import io.ripcord.rule.Policy;

/**
 * Applies the rules to the positions of one instrument, in the documented precedence: stop loss
 * (whatever last moved it), take profit, signal, time. First hit wins; a price is checked against
 * the levels in force before it, then the watermark and the levels move. Positions are taken in
 * order of id. Engine thread only; allocates nothing. MISSION B and D.
 */
final class ExitEvaluator {
  private final Policy[] policyBySlot;
  private final LastPrices lastPrices;
  private final Corridor corridor;
  private final Deadlines deadlines;
  private final Exits exits;

  ExitEvaluator(
      int capacity, LastPrices lastPrices, Corridor corridor, Deadlines deadlines, Exits exits) {
    policyBySlot = new Policy[capacity];
    this.lastPrices = lastPrices;
    this.corridor = corridor;
    this.deadlines = deadlines;
    this.exits = exits;
  }

  /** Takes a position over: it keeps this version of its policy, whatever is defined later. */
  void register(Position position, Policy policy) {
    policyBySlot[position.slot()] = policy;
  }

  /** Policy of a position, in the version that it was registered with. */
  Policy policy(Position position) {
    return policyBySlot[position.slot()];
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
      if (firesStop(position, adverseE8, nowNs) || fires(position, favourableE8, nowNs)) {
        continue;
      }
      follow(position, favourableE8);
      if (isLong == highFirst && firesStop(position, adverseE8, nowNs)) {
        continue;
      }
      onPrice(position, lastE8, nowNs);
    }
  }

  private void onPrice(Position position, long priceE8, long nowNs) {
    if (!fires(position, priceE8, nowNs)) {
      follow(position, priceE8);
    }
  }

  private void follow(Position position, long priceE8) {
    position.see(priceE8);
    policy(position).follow(position);
    corridor.place(position);
  }

  private boolean fires(Position position, long priceE8, long nowNs) {
    return firesStop(position, priceE8, nowNs)
        || firesTarget(position, priceE8, nowNs)
        || firesPending(position, priceE8, nowNs);
  }

  private boolean firesStop(Position position, long priceE8, long nowNs) {
    if (!position.stop().isTouchedBy(priceE8)) {
      return false;
    }
    boolean moved = position.stop().isMoved();
    exit(
        position,
        moved ? ExitReason.TRAILING_STOP : ExitReason.STOP_LOSS,
        moved ? ExitSource.MONITOR_TRAILING : ExitSource.MONITOR_SOFT,
        position.stop().levelE8(),
        priceE8,
        nowNs);
    return true;
  }

  private boolean firesTarget(Position position, long priceE8, long nowNs) {
    if (!position.isTargetTouchedBy(priceE8)) {
      return false;
    }
    exit(position, ExitReason.TAKE_PROFIT, ExitSource.TP, position.targetE8(), priceE8, nowNs);
    return true;
  }

  private boolean firesPending(Position position, long priceE8, long nowNs) {
    if (position.isSignalled()) {
      exit(position, ExitReason.SIGNAL, ExitSource.MONITOR_SIGNAL, E8.NULL, priceE8, nowNs);
      return true;
    }
    if (position.isExitAtAnyPrice()) {
      exit(position, ExitReason.TIME, ExitSource.TIME, E8.NULL, priceE8, nowNs);
      return true;
    }
    return false;
  }

  /** A signal for one position; before any price it waits for the first. */
  void onSignal(Position position, long nowNs) {
    if (!position.isOpen() || !policy(position).isSignalExit()) {
      return;
    }
    position.signalled();
    firePendingOrWait(position, nowNs);
  }

  /** A rule's deadline has come: levels move and meet the last price seen since registration. */
  void onDeadline(Position position, long dueNs, long nowNs) {
    Policy policy = policy(position);
    policy.onDeadline(position, dueNs);
    long lastE8 = lastPrices.lastE8(position.instrumentId());
    if (position.isPriced() && firesTarget(position, lastE8, nowNs)) {
      return;
    }
    firePendingOrWait(position, nowNs);
    if (position.isOpen()) {
      deadlines.set(position, policy.deadlineNs(position));
    }
  }

  private void firePendingOrWait(Position position, long nowNs) {
    long lastE8 = lastPrices.lastE8(position.instrumentId());
    if (lastE8 == E8.NULL || !firesPending(position, lastE8, nowNs)) {
      corridor.place(position);
    }
  }

  private void exit(
      Position position,
      ExitReason reason,
      ExitSource source,
      long levelE8,
      long triggerPriceE8,
      long nowNs) {
    // The order first: finding out what wakes the others next can wait until it is out.
    exits.begin(position, reason, source, levelE8, triggerPriceE8, nowNs);
    corridor.remove(position);
  }
}
