package io.ripcord.engine;

import io.ripcord.event.ExitReason;
import io.ripcord.event.GroupScope;
import io.ripcord.money.E8;
import io.ripcord.position.Position;
import io.ripcord.position.Positions;
import java.util.ArrayList;
import java.util.List;

/**
 * How a group stands, for people and reports. Immutable; money at 1e-8, times in nanoseconds since
 * the epoch, {@link E8#NULL} where there is none.
 *
 * @param id number of the group
 * @param nameId number of its name
 * @param scope whose positions it sums up
 * @param state where it stands
 * @param valueE8 the sum of its positions' profits and losses, net of fees; null while unknown
 * @param stopE8 loss at which it exits
 * @param targetE8 profit at which it exits
 * @param lockAtE8 profit from which the floor holds
 * @param lockFloorE8 profit at or below which it then exits
 * @param armed whether the floor holds
 * @param confirmNs how long a condition must hold
 * @param staleNs silence after which its value is unknown
 * @param positions numbers of its positions, ascending
 * @param open how many of them are watched or on their way out
 * @param unknown how many of them have no value
 * @param firedReason why it fired last, {@code null} if it never did
 * @param firedNs when it fired last
 * @param firedValueE8 its value then
 */
public record GroupStatus(
    int id,
    int nameId,
    GroupScope scope,
    GroupState state,
    long valueE8,
    long stopE8,
    long targetE8,
    long lockAtE8,
    long lockFloorE8,
    boolean armed,
    long confirmNs,
    long staleNs,
    List<Long> positions,
    int open,
    int unknown,
    ExitReason firedReason,
    long firedNs,
    long firedValueE8) {
  /** Copies the list. */
  public GroupStatus {
    positions = List.copyOf(positions);
  }

  static List<GroupStatus> all(Groups groups, Positions positions) {
    List<GroupStatus> all = new ArrayList<>();
    for (int id = 0; id < groups.count(); id++) {
      all.add(of(groups.get(id), positions));
    }
    return all;
  }

  static GroupStatus of(Group group, Positions positions) {
    List<Long> ids = new ArrayList<>();
    int open = 0;
    for (int i = 0; i < group.members.count(); i++) {
      Position position = positions.bySlot(group.members.get(i));
      ids.add(position.id());
      open += MemberValues.isHeld(position) ? 1 : 0;
    }
    GroupTerms terms = group.terms;
    return new GroupStatus(
        terms.id(),
        terms.nameId(),
        terms.scope(),
        state(group, open),
        group.unknown == 0 ? group.valueE8() : E8.NULL,
        terms.stopE8(),
        terms.targetE8(),
        terms.lockAtE8(),
        terms.lockFloorE8(),
        group.conditions.isArmed(),
        terms.confirmNs(),
        terms.staleNs(),
        ids,
        open,
        group.unknown,
        group.firedCondition == GroupConditions.NONE
            ? null
            : GroupExits.isDailyLoss(terms, group.firedCondition)
                ? ExitReason.EMERGENCY
                : GroupExits.reason(group.firedCondition),
        group.firedNs,
        group.firedValueE8);
  }

  private static GroupState state(Group group, int open) {
    if (group.exiting) {
      return GroupState.EXITING;
    }
    if (group.latched) {
      return GroupState.LATCHED;
    }
    if (open == 0) {
      return GroupState.EMPTY;
    }
    if (!group.isKnown()) {
      return GroupState.UNKNOWN;
    }
    return group.conditions.first() == GroupConditions.NONE
        ? GroupState.WATCHING
        : GroupState.CONFIRMING;
  }
}
