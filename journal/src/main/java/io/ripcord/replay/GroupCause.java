package io.ripcord.replay;

import io.ripcord.engine.EngineView;
import io.ripcord.engine.GroupState;
import io.ripcord.engine.GroupStatus;
import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;
import io.ripcord.event.GroupScope;
import io.ripcord.execution.OrderIntent;
import io.ripcord.position.Position;

/**
 * The group that let a position leave; money at 1e-8.
 *
 * @param name of the group
 * @param account whether it has all positions
 * @param reason why it fired
 * @param valueE8 its value then
 * @param limitE8 what that value had reached: the stop is below 0
 * @param timeNs when it fired; a long option leaves later
 */
public record GroupCause(
    String name, boolean account, ExitReason reason, long valueE8, long limitE8, long timeNs) {
  /** That of an exit, {@code null} if no group has caused it. */
  static GroupCause of(EngineView view, Position position, OrderIntent exit) {
    if (exit.source() != ExitSource.GROUP && exit.source() != ExitSource.EMERGENCY) {
      return null;
    }
    for (int id : view.groupsOf(position)) {
      GroupStatus group = view.group(id);
      boolean fired = group.state() == GroupState.EXITING || group.state() == GroupState.LATCHED;
      if (fired
          && group.firedReason() == exit.reason()
          && group.firedNs() >= position.registeredNs()) {
        return new GroupCause(
            view.groupName(id),
            group.scope() == GroupScope.ACCOUNT,
            group.firedReason(),
            group.firedValueE8(),
            limitE8(group),
            group.firedNs());
      }
    }
    return null;
  }

  private static long limitE8(GroupStatus group) {
    return switch (group.firedReason()) {
      case TAKE_PROFIT -> group.targetE8();
      case TRAILING_STOP -> group.lockFloorE8();
      default -> -group.stopE8();
    };
  }
}
