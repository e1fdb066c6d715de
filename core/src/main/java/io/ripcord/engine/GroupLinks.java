package io.ripcord.engine;

import io.ripcord.position.Position;
import io.ripcord.position.Positions;
import java.util.Arrays;

/**
 * Who belongs together: the groups of a position, and the members and groups of an instrument.
 * Engine thread only; allocates when a member is added, never on a tick. Not written to the state:
 * it follows from the members of the groups.
 */
final class GroupLinks {
  private static final int[] NONE = {};
  private static final int FIRST_CAPACITY = 16;

  private final Positions positions;
  private final Watches watches;
  private final int[][] groupsOf;
  private SlotList[] heldOf = new SlotList[FIRST_CAPACITY];
  private int[][] groupsIn = new int[FIRST_CAPACITY][];

  GroupLinks(Positions positions, Watches watches) {
    this.positions = positions;
    this.watches = watches;
    groupsOf = new int[positions.capacity()][];
  }

  /** The groups of a position, ascending. Read only. */
  int[] groupsOf(Position position) {
    int[] ids = groupsOf[position.slot()];
    return ids == null ? NONE : ids;
  }

  boolean isMember(Position position) {
    return groupsOf[position.slot()] != null;
  }

  /** The groups that have had members in an instrument, ascending. Read only. */
  int[] groupsIn(int instrumentId) {
    return instrumentId >= groupsIn.length || groupsIn[instrumentId] == null
        ? NONE
        : groupsIn[instrumentId];
  }

  /** The members of an instrument that are still held, {@code null} if there were never any. */
  SlotList heldIn(int instrumentId) {
    return instrumentId < heldOf.length ? heldOf[instrumentId] : null;
  }

  void add(int groupId, Position position) {
    int slot = position.slot();
    int instrumentId = position.instrumentId();
    groupsOf[slot] = with(groupsOf[slot], groupId);
    if (instrumentId >= heldOf.length) {
      int size = Math.max(2 * heldOf.length, instrumentId + 1);
      heldOf = Arrays.copyOf(heldOf, size);
      groupsIn = Arrays.copyOf(groupsIn, size);
    }
    groupsIn[instrumentId] = with(groupsIn[instrumentId], groupId);
    if (heldOf[instrumentId] == null) {
      heldOf[instrumentId] = new SlotList(positions.idBySlot());
    }
    if (MemberValues.isHeld(position)) {
      heldOf[instrumentId].add(slot);
    }
    watch(instrumentId);
  }

  /** It is a member of this group no longer. */
  void remove(int groupId, Position position) {
    int slot = position.slot();
    int[] left = Arrays.stream(groupsOf[slot]).filter(id -> id != groupId).toArray();
    groupsOf[slot] = left.length == 0 ? null : left;
  }

  /** It is held no longer: its prices are of no interest. */
  void release(Position position) {
    int instrumentId = position.instrumentId();
    heldOf[instrumentId].remove(position.slot());
    watch(instrumentId);
  }

  private void watch(int instrumentId) {
    watches.set(instrumentId, Watches.GROUP, heldOf[instrumentId].count() > 0);
  }

  private static int[] with(int[] ids, int id) {
    int[] before = ids == null ? NONE : ids;
    if (Arrays.binarySearch(before, id) >= 0) {
      return before;
    }
    int[] longer = Arrays.copyOf(before, before.length + 1);
    longer[before.length] = id;
    Arrays.sort(longer);
    return longer;
  }
}
