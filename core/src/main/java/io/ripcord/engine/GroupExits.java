package io.ripcord.engine;

import io.ripcord.event.AlertKind;
import io.ripcord.event.DecisionListener;
import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;
import io.ripcord.event.InstrumentKind;
import io.ripcord.event.Side;
import io.ripcord.event.TradingState;
import io.ripcord.market.Instruments;
import io.ripcord.money.E8;
import io.ripcord.position.Position;
import io.ripcord.position.Positions;

/**
 * Lets a group fire, and its members leave in the order that keeps the account covered.
 *
 * <pre>
 *   first    all but long options, by position id, at once
 *   then     long options (hedges), by position id, once each of the others is CLOSED, proved by
 *            the venue, or no longer watched
 * </pre>
 *
 * <p>Engine thread only; allocates nothing. MISSION C.
 */
final class GroupExits {
  private final Positions positions;
  private final Instruments instruments;
  private final MemberValues values;
  private final Firing firing;
  private final Commands commands;
  private final DecisionListener decisions;

  GroupExits(
      Positions positions,
      Instruments instruments,
      MemberValues values,
      Firing firing,
      Commands commands,
      DecisionListener decisions) {
    this.positions = positions;
    this.instruments = instruments;
    this.values = values;
    this.firing = firing;
    this.commands = commands;
    this.decisions = decisions;
  }

  boolean isHalted() {
    return firing.isHalted();
  }

  /** Whether a group that fires now has anything to do. */
  boolean hasEffect(Group group, int condition) {
    if (isDailyLoss(group.terms, condition)) {
      return true;
    }
    for (int i = 0; i < group.members.count(); i++) {
      if (positions.bySlot(group.members.get(i)).isOpen()) {
        return true;
      }
    }
    return false;
  }

  static boolean isDailyLoss(GroupTerms terms, int condition) {
    return terms.isAccount() && condition == GroupConditions.STOP;
  }

  /** The condition is confirmed: says so, latches the group and has its members leave. */
  void fire(Group group, int condition, long nowNs) {
    long valueE8 = group.valueE8();
    group.latched = true;
    group.exiting = true;
    group.firedCondition = condition;
    group.firedNs = nowNs;
    group.firedValueE8 = valueE8;
    group.firedSlots = positions.count();
    group.conditions.interrupt();
    if (isDailyLoss(group.terms, condition)) {
      decisions.onAlert(nowNs, AlertKind.DAILY_LOSS, E8.NULL, -1, valueE8, group.terms.stopE8());
      if (commands.tradingState() == TradingState.ACTIVE) {
        commands.tradingState(TradingState.REDUCING, nowNs);
      }
    } else {
      decisions.onAlert(nowNs, AlertKind.GROUP_FIRED, E8.NULL, -1, group.terms.id(), valueE8);
    }
    goOn(group, nowNs);
  }

  /** Orders out whoever may leave now. */
  void goOn(Group group, long nowNs) {
    if (!group.exiting || firing.isHalted()) {
      return;
    }
    boolean blocked = false;
    for (int i = 0; i < group.members.count(); i++) {
      Position position = member(group, i);
      if (position != null && !isHedge(position)) {
        leave(group, position, nowNs);
        blocked |= MemberValues.isHeld(position);
      }
    }
    boolean waiting = false;
    for (int i = 0; i < group.members.count(); i++) {
      Position position = member(group, i);
      if (position != null && isHedge(position)) {
        if (!blocked) {
          leave(group, position, nowNs);
        }
        waiting |= position.isOpen();
      }
    }
    group.exiting = waiting;
  }

  /** A member that the group fired for, {@code null} for one that came later. */
  private Position member(Group group, int index) {
    int slot = group.members.get(index);
    return slot < group.firedSlots ? positions.bySlot(slot) : null;
  }

  private boolean isHedge(Position position) {
    return position.side() == Side.LONG
        && instruments.get(position.instrumentId()).kind() == InstrumentKind.OPTION;
  }

  private void leave(Group group, Position position, long nowNs) {
    if (position.isOpen()) {
      boolean emergency = isDailyLoss(group.terms, group.firedCondition);
      firing.exit(
          position,
          emergency ? ExitReason.EMERGENCY : reason(group.firedCondition),
          emergency ? ExitSource.EMERGENCY : ExitSource.GROUP,
          E8.NULL,
          values.priceE8(position),
          nowNs);
    }
  }

  static ExitReason reason(int condition) {
    return switch (condition) {
      case GroupConditions.STOP -> ExitReason.STOP_LOSS;
      case GroupConditions.FLOOR -> ExitReason.TRAILING_STOP;
      default -> ExitReason.TAKE_PROFIT;
    };
  }
}
