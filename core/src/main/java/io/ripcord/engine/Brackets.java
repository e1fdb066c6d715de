package io.ripcord.engine;

import io.ripcord.event.AlertKind;
import io.ripcord.event.BracketState;
import io.ripcord.event.DecisionListener;
import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import io.ripcord.position.Deadlines;
import io.ripcord.position.Position;
import io.ripcord.position.Positions;
import io.ripcord.rule.PolicySettings;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;
import java.util.Arrays;

/**
 * The stops that rest at the venue, as far as they are known, and when the monitor leaves an exit
 * to them.
 *
 * <pre>
 *   defer      the venue's stop is LIVE and strictly within defer-within percent points of entry of ours,
 *              or UNKNOWN, and no rule has moved our stop: the venue's may act first, for defer-ms
 *   take over  the time is up, or the venue's stop is gone: the position leaves at the market
 *   override   otherwise: the venue's stop is elsewhere, or ours has trailed past it
 * </pre>
 *
 * <p>The hard stop, targets and everything else never defer. Engine thread only; allocates nothing.
 * MISSION E.
 */
final class Brackets {
  private final Positions positions;
  private final BoundPolicies bound;
  private final Deadlines deadlines;
  private final DecisionListener decisions;
  private final int[] stateBySlot;
  private final long[] stopBySlot;
  private final boolean[] doneBySlot;

  Brackets(
      Positions positions, BoundPolicies bound, Deadlines deadlines, DecisionListener decisions) {
    this.positions = positions;
    this.bound = bound;
    this.deadlines = deadlines;
    this.decisions = decisions;
    stateBySlot = new int[positions.capacity()];
    Arrays.fill(stateBySlot, BracketState.NONE.code());
    stopBySlot = new long[positions.capacity()];
    Arrays.fill(stopBySlot, E8.NULL);
    doneBySlot = new boolean[positions.capacity()];
  }

  /**
   * What is known of a position's stop at the venue.
   *
   * @return whether an exit was left to a stop that is there no longer
   */
  boolean onStatus(Position position, BracketState state, long stopE8) {
    int slot = position.slot();
    stateBySlot[slot] = state.code();
    if (state != BracketState.UNKNOWN) {
      stopBySlot[slot] = state == BracketState.LIVE ? stopE8 : E8.NULL;
    }
    return state == BracketState.NONE && isDeferring(position);
  }

  /** Whether the exit at a stop that was touched is left to the venue's for now. */
  boolean defers(Position position, long nowNs) {
    int slot = position.slot();
    if (stateBySlot[slot] == BracketState.NONE.code() || doneBySlot[slot]) {
      return false;
    }
    if (isDeferring(position)) {
      return true;
    }
    PolicySettings settings = bound.of(position).settings();
    if (position.stop().isMoved() || !isNear(position, settings)) {
      return overrides(position, nowNs);
    }
    long untilNs = nowNs + settings.deferNs();
    deadlines.set(position, untilNs);
    alert(AlertKind.BRACKET_DEFERRED, position, position.stop().levelE8(), untilNs, nowNs);
    return true;
  }

  private boolean isNear(Position position, PolicySettings settings) {
    long stopE8 = stopBySlot[position.slot()];
    return stateBySlot[position.slot()] == BracketState.UNKNOWN.code()
        || (stopE8 != E8.NULL
            && E8.distance(stopE8, position.stop().levelE8())
                < Percent.distanceUp(position.entryPriceE8(), settings.deferWithinE6()));
  }

  private boolean overrides(Position position, long nowNs) {
    if (!position.stop().isMoved()) {
      long theirsE8 = stopBySlot[position.slot()];
      alert(AlertKind.BRACKET_MISMATCH, position, theirsE8, position.stop().levelE8(), nowNs);
    }
    return false;
  }

  /** Nobody waits for the venue's stop any more: the next touch is ours. */
  void takeOver(Position position, long priceE8, long nowNs) {
    doneBySlot[position.slot()] = true;
    deadlines.set(position, Deadlines.NONE);
    alert(AlertKind.BRACKET_TAKEN_OVER, position, position.stop().levelE8(), priceE8, nowNs);
  }

  /** Whether an exit is left to the venue's stop. */
  boolean isDeferring(Position position) {
    return deadlines.of(position) != Deadlines.NONE;
  }

  /** Until when, {@link Deadlines#NONE} if it is not. */
  long untilNs(Position position) {
    return deadlines.of(position);
  }

  /** The position is no longer watched. */
  void remove(Position position) {
    deadlines.set(position, Deadlines.NONE);
  }

  void write(StateOut out) {
    for (int slot = 0; slot < positions.count(); slot++) {
      out.put(stateBySlot[slot]);
      out.put(stopBySlot[slot]);
      out.put(doneBySlot[slot]);
    }
  }

  void read(StateIn in) {
    for (int slot = 0; slot < positions.count(); slot++) {
      stateBySlot[slot] = in.nextInt();
      stopBySlot[slot] = in.next();
      doneBySlot[slot] = in.nextFlag();
    }
  }

  private void alert(AlertKind kind, Position position, long first, long second, long nowNs) {
    decisions.onAlert(nowNs, kind, position.id(), position.instrumentId(), first, second);
  }
}
