package io.ripcord.console;

import io.ripcord.engine.EngineView;
import io.ripcord.engine.GroupState;
import io.ripcord.engine.GroupStatus;
import io.ripcord.event.GroupScope;
import io.ripcord.position.Position;
import java.util.ArrayList;
import java.util.List;

/**
 * A group as it stands. Immutable.
 *
 * @param name of the group
 * @param status how it stands
 * @param inverse whether the profits of its positions are in their coin
 */
public record GroupRow(String name, GroupStatus status, boolean inverse) {
  static List<GroupRow> all(EngineView view) {
    List<GroupRow> rows = new ArrayList<>();
    for (GroupStatus status : view.groups()) {
      boolean inverse =
          !status.positions().isEmpty()
              && view.instruments()
                  .get(view.positions().byId(status.positions().get(0)).instrumentId())
                  .inverse();
      rows.add(new GroupRow(view.groupName(status.id()), status, inverse));
    }
    return rows;
  }

  static List<String> names(EngineView view, Position position) {
    List<String> names = new ArrayList<>();
    for (int id : view.groupsOf(position)) {
      names.add(view.groupName(id));
    }
    return names;
  }

  /** Its number. */
  public int id() {
    return status.id();
  }

  /** Whether it has all positions. */
  public boolean isAccount() {
    return status.scope() == GroupScope.ACCOUNT;
  }

  /** Whether it has fired in this session. */
  public boolean isOver() {
    return status.state() == GroupState.EXITING || status.state() == GroupState.LATCHED;
  }

  /** Whether it has any position, closed ones too. */
  public boolean hasPositions() {
    return !status.positions().isEmpty();
  }

  /** Its value when it fired. */
  public long firedValueE8() {
    return status.firedValueE8();
  }
}
