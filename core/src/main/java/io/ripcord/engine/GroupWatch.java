package io.ripcord.engine;

import io.ripcord.event.AlertKind;
import io.ripcord.event.DecisionListener;
import io.ripcord.money.E8;
import io.ripcord.money.WideSum;
import io.ripcord.position.Deadlines;
import io.ripcord.position.Position;
import io.ripcord.position.Positions;

/**
 * Looks at groups: whenever a price of a member counts, a fill has changed what it brought, and
 * when their time comes.
 *
 * <pre>
 *   unknown     a member without a value, or silent: nothing fires, what held must hold anew
 *   confirmed   a condition held at every look for confirm, or it holds at the books as well
 *   silence     said once, until no member is silent any more
 * </pre>
 *
 * <p>Engine thread only; allocates nothing.
 */
final class GroupWatch {
  private final Positions positions;
  private final MemberValues values;
  private final GroupExits exits;
  private final DecisionListener decisions;
  private final WideSum books = new WideSum();
  private Group[] groups = {};
  private long earliestNs = Deadlines.NONE;

  GroupWatch(
      Positions positions, MemberValues values, GroupExits exits, DecisionListener decisions) {
    this.positions = positions;
    this.values = values;
    this.exits = exits;
    this.decisions = decisions;
  }

  /** These are all groups, by id. */
  void groups(Group[] byId) {
    groups = byId;
    findEarliest();
  }

  /** Earliest deadline of any group, {@link Deadlines#NONE} if there is none. */
  long earliestNs() {
    return earliestNs;
  }

  private void findEarliest() {
    earliestNs = Deadlines.NONE;
    for (Group group : groups) {
      earliestNs = Math.min(earliestNs, group.dueNs());
    }
  }

  private void due(Group group, long confirmNs, long staleNs) {
    if (group.confirmDueNs != confirmNs || group.staleDueNs != staleNs) {
      group.confirmDueNs = confirmNs;
      group.staleDueNs = staleNs;
      findEarliest();
    }
  }

  /** The earliest deadline has come; of several at once the lowest id goes first. */
  void onDeadline(long nowNs) {
    for (Group group : groups) {
      if (group.dueNs() == earliestNs) {
        long dueNs = earliestNs;
        // A silence first: it makes unknown what would be confirmed.
        if (group.staleDueNs == dueNs) {
          listen(group, dueNs, nowNs);
        } else {
          due(group, Deadlines.NONE, group.staleDueNs);
          look(group, nowNs);
        }
        return;
      }
    }
  }

  void onPrice(Group group, long nowNs) {
    if (group.silent) {
      listen(group, nowNs, nowNs);
    }
    look(group, nowNs);
  }

  void onJoined(Group group, long nowNs) {
    listen(group, nowNs, nowNs);
    look(group, nowNs);
  }

  void onHold(Group group, long nowNs) {
    listen(group, nowNs, nowNs);
  }

  void onPhase(Group group, long nowNs) {
    group.conditions.interrupt();
    due(group, Deadlines.NONE, group.staleDueNs);
    listen(group, nowNs, nowNs);
  }

  void onChanged(Group group, long nowNs) {
    exits.goOn(group, nowNs);
    onPrice(group, nowNs);
  }

  /** A halt of trading has ended. */
  void onResume(long nowNs) {
    for (Group group : groups) {
      exits.goOn(group, nowNs);
      look(group, nowNs);
    }
  }

  /** Looks for silent members, as of {@code dueNs}, and when the next one would fall silent. */
  private void listen(Group group, long dueNs, long nowNs) {
    int silent = 0;
    int missing = 0;
    long nextNs = Deadlines.NONE;
    for (int i = 0; i < group.members.count(); i++) {
      Position position = positions.bySlot(group.members.get(i));
      long silentNs = values.silentNs(position, group.terms.staleNs());
      boolean isSilent = silentNs <= dueNs;
      silent += isSilent ? 1 : 0;
      missing += isSilent || !values.isKnown(position) ? 1 : 0;
      nextNs = isSilent ? nextNs : Math.min(nextNs, silentNs);
    }
    boolean wasSilent = group.silent;
    boolean watched = !group.latched && !group.exiting;
    group.silent = watched && silent > 0;
    if (group.silent) {
      group.conditions.interrupt();
      if (!wasSilent) {
        decisions.onAlert(nowNs, AlertKind.GROUP_STALE, E8.NULL, -1, group.terms.id(), missing);
      }
      due(group, Deadlines.NONE, Deadlines.NONE);
    } else {
      due(group, group.confirmDueNs, watched ? nextNs : Deadlines.NONE);
    }
  }

  private void look(Group group, long nowNs) {
    if (group.latched || group.exiting) {
      return;
    }
    int condition = GroupConditions.NONE;
    if (group.isKnown()) {
      group.conditions.see(group.terms, group.valueE8(), nowNs);
      condition = confirmed(group, nowNs);
    } else {
      group.conditions.interrupt();
    }
    if (condition != GroupConditions.NONE) {
      due(group, Deadlines.NONE, Deadlines.NONE);
      exits.fire(group, condition, nowNs);
    } else {
      due(group, group.conditions.dueNs(group.terms, nowNs), group.staleDueNs);
    }
  }

  private int confirmed(Group group, long nowNs) {
    if (group.conditions.first() == GroupConditions.NONE || exits.isHalted()) {
      return GroupConditions.NONE;
    }
    for (int i = GroupConditions.STOP; i <= GroupConditions.TARGET; i++) {
      boolean holds = group.conditions.sinceNs(i) != E8.NULL;
      if (holds && !exits.hasEffect(group, i)) {
        // Nothing to exit: it would fire on the next member for what went before it.
        group.conditions.interrupt();
        return GroupConditions.NONE;
      }
      if (holds
          && (group.conditions.isConfirmed(group.terms, i, nowNs)
              || holdsAtBooks(group, i, nowNs))) {
        return i;
      }
    }
    return GroupConditions.NONE;
  }

  private boolean holdsAtBooks(Group group, int condition, long nowNs) {
    books.clear();
    for (int i = 0; i < group.members.count(); i++) {
      Position position = positions.bySlot(group.members.get(i));
      long valueE8 = values.bookValueE8(position, group.terms.staleNs(), nowNs);
      if (valueE8 == E8.NULL) {
        return false;
      }
      books.addProduct(valueE8, 1);
    }
    return group.conditions.holds(group.terms, condition, Group.capped(books));
  }
}
