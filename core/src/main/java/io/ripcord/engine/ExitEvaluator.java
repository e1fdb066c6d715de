package io.ripcord.engine;

import io.ripcord.event.AlertKind;
import io.ripcord.event.DecisionListener;
import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;
import io.ripcord.execution.Exits;
import io.ripcord.market.Instrument;
import io.ripcord.market.LastPrices;
import io.ripcord.money.E8;
import io.ripcord.position.Deadlines;
import io.ripcord.position.Position;
import io.ripcord.position.Positions;
import io.ripcord.rule.Corridor;
import io.ripcord.rule.Policies;
import io.ripcord.rule.Policy;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;
import java.util.ArrayList;
import java.util.List;

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
  private boolean halted;

  ExitEvaluator(
      int capacity, LastPrices lastPrices, Corridor corridor, Deadlines deadlines, Exits exits) {
    policyBySlot = new Policy[capacity];
    this.lastPrices = lastPrices;
    this.corridor = corridor;
    this.deadlines = deadlines;
    this.exits = exits;
  }

  /** Takes a position over: it keeps this version of its policy, whatever is defined later. */
  void register(Position position, Policy policy, Instrument instrument) {
    policyBySlot[position.slot()] = policy;
    policy.arm(position, instrument);
    corridor.place(position);
    deadlines.set(position, policy.deadlineNs(position));
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
    // Only then: rules follow the watermark, and a stop that a human loosened stays until it moves.
    if (position.see(priceE8)) {
      policy(position).follow(position);
      corridor.place(position);
    }
  }

  /**
   * Whether nothing may fire; levels go on moving.
   *
   * @return whether that has just ended
   */
  boolean halted(boolean newHalted) {
    boolean resumed = halted && !newHalted;
    halted = newHalted;
    return resumed;
  }

  /** The halt has ended: what the last price touches exits now. */
  void onResume(int instrumentId, long nowNs) {
    long lastE8 = lastPrices.lastE8(instrumentId);
    if (lastE8 == E8.NULL) {
      return;
    }
    int open = corridor.wakeAll(instrumentId);
    for (int i = 0; i < open; i++) {
      Position position = corridor.woken(i);
      if (position.isPriced()) {
        fires(position, lastE8, nowNs);
      } else {
        // The last price is from before its registration and touches no level of it.
        firesPending(position, lastE8, nowNs);
      }
    }
  }

  private boolean fires(Position position, long priceE8, long nowNs) {
    return firesStop(position, priceE8, nowNs)
        || firesTarget(position, priceE8, nowNs)
        || firesPending(position, priceE8, nowNs);
  }

  private boolean firesStop(Position position, long priceE8, long nowNs) {
    if (halted || !position.stop().isTouchedBy(priceE8)) {
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
    if (halted || !position.isTargetTouchedBy(priceE8)) {
      return false;
    }
    exit(position, ExitReason.TAKE_PROFIT, ExitSource.TP, position.targetE8(), priceE8, nowNs);
    return true;
  }

  private boolean firesPending(Position position, long priceE8, long nowNs) {
    if (halted) {
      return false;
    }
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
    corridor.place(position);
  }

  /** Forgets an open position; it stays held. */
  void unregister(Position position, long nowNs) {
    corridor.remove(position);
    deadlines.set(position, Deadlines.NONE);
    exits.unregister(position, nowNs);
  }

  /** A human wants out, whatever the rules say. */
  void close(Position position, long nowNs) {
    long lastE8 = lastPrices.lastE8(position.instrumentId());
    exit(position, ExitReason.MANUAL, ExitSource.MANUAL, E8.NULL, lastE8, nowNs);
  }

  /** Writes which version of its policy each position keeps. */
  void write(Positions positions, Policies policies, StateOut out) {
    List<Policy> earlier = new ArrayList<>();
    for (int slot = 0; slot < positions.count(); slot++) {
      Policy policy = policyBySlot[slot];
      if (policies.get(policy.id()) != policy && !earlier.contains(policy)) {
        earlier.add(policy);
      }
    }
    out.put(earlier.size());
    earlier.forEach(policy -> policy.write(out));
    for (int slot = 0; slot < positions.count(); slot++) {
      out.put(earlier.indexOf(policyBySlot[slot]));
    }
  }

  /** Takes on what was written, and sets every corridor anew. */
  void read(Positions positions, Policies policies, StateIn in) {
    Policy[] earlier = new Policy[in.nextCount(Integer.MAX_VALUE)];
    for (int i = 0; i < earlier.length; i++) {
      earlier[i] = Policy.read(in);
    }
    for (int slot = 0; slot < positions.count(); slot++) {
      Position position = positions.bySlot(slot);
      int index = in.nextInt();
      policyBySlot[slot] = index < 0 ? policies.get(position.policyId()) : earlier[index];
      if (position.isOpen()) {
        corridor.place(position);
      }
    }
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
