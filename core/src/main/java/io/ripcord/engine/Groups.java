package io.ripcord.engine;

import io.ripcord.event.AlertKind;
import io.ripcord.event.DecisionListener;
import io.ripcord.market.Instruments;
import io.ripcord.position.Position;
import io.ripcord.position.Positions;
import io.ripcord.position.PriceStream;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;
import java.util.Arrays;

/**
 * The groups and who belongs to them. A position's value is kept once, and in the sum of each of
 * its groups. Engine thread only; a price costs the members of its instrument and allocates
 * nothing. MISSION C; docs/groups.md.
 */
final class Groups {
  private static final int MAX_GROUPS = 1 << 16;

  private final Positions positions;
  private final Instruments instruments;
  private final MemberValues values;
  private final GroupLinks links;
  private final GroupWatch watch;
  private final DecisionListener decisions;
  private final long[] countedE8;
  private final boolean[] unknown;
  private Group[] byId = {};

  Groups(
      Positions positions,
      Instruments instruments,
      MemberValues values,
      GroupLinks links,
      GroupWatch watch,
      DecisionListener decisions) {
    this.positions = positions;
    this.instruments = instruments;
    this.values = values;
    this.links = links;
    this.watch = watch;
    this.decisions = decisions;
    countedE8 = new long[positions.capacity()];
    unknown = new boolean[positions.capacity()];
  }

  int count() {
    return byId.length;
  }

  Group get(int id) {
    return byId[id];
  }

  /** The groups of a position, ascending. Read only. */
  int[] groupsOf(Position position) {
    return links.groupsOf(position);
  }

  GroupWatch watch() {
    return watch;
  }

  /** Defines the next group, or one anew: its members and what it has done stay. */
  void define(GroupTerms terms, long nowNs) {
    int id = terms.id();
    if (id < 0 || id > byId.length) {
      throw new IllegalArgumentException("groupId=" + id + ", expected at most " + byId.length);
    }
    if (id == byId.length) {
      byId = Arrays.copyOf(byId, id + 1);
      byId[id] = new Group(terms, positions);
    } else {
      byId[id] = new Group(terms, byId[id]);
    }
    watch.groups(byId);
    for (int slot = 0; terms.isAccount() && slot < positions.count(); slot++) {
      joinAccount(byId[id], positions.bySlot(slot), nowNs);
    }
    watch.onJoined(byId[id], nowNs);
  }

  /** A position is registered: accounts have it from now on. */
  void onRegistered(Position position, long nowNs) {
    for (Group group : byId) {
      if (group.terms.isAccount()) {
        joinAccount(group, position, nowNs);
      }
    }
  }

  private void joinAccount(Group group, Position position, long nowNs) {
    if (!MemberValues.isHeld(position) || group.members.contains(position.slot())) {
      return;
    }
    Refusal refusal = join(group, position, nowNs);
    if (refusal != null) {
      decisions.onAlert(
          nowNs,
          AlertKind.COMMAND_REFUSED,
          position.id(),
          position.instrumentId(),
          refusal.code(),
          0);
    }
  }

  /** A position is said to be a member; {@code null} if it is from now on. */
  Refusal join(int groupId, Position position, long nowNs) {
    if (groupId < 0 || groupId >= byId.length) {
      return Refusal.UNKNOWN_GROUP;
    }
    Group group = byId[groupId];
    Refusal refusal = Refusal.ofOpen(position);
    if (refusal != null || group.members.contains(position.slot())) {
      return refusal;
    }
    // It would leave at once, or stay behind unguarded: either would surprise.
    return group.latched || group.exiting ? Refusal.GROUP_LATCHED : join(group, position, nowNs);
  }

  private Refusal join(Group group, Position position, long nowNs) {
    if (isMixed(group, position)) {
      return Refusal.MIXED_SETTLEMENT;
    }
    group.members.add(position.slot());
    link(group, position);
    watch.onJoined(group, nowNs);
    return null;
  }

  /** Whether its profits are in another currency than those of the group, as far as is known. */
  private boolean isMixed(Group group, Position position) {
    if (group.members.count() == 0) {
      return false;
    }
    Position member = positions.bySlot(group.members.get(0));
    return instruments.get(member.instrumentId()).inverse()
        != instruments.get(position.instrumentId()).inverse();
  }

  private void link(Group group, Position position) {
    int slot = position.slot();
    if (!links.isMember(position)) {
      values.add(position);
    }
    links.add(group.terms.id(), position);
    group.count(countedE8[slot], unknown[slot], 1);
    refresh(position);
  }

  private void unlink(Group group, Position position) {
    int slot = position.slot();
    group.count(countedE8[slot], unknown[slot], -1);
    group.members.remove(slot);
    links.remove(group.terms.id(), position);
  }

  /** Takes a member's value anew into the sums of its groups. */
  private void refresh(Position position) {
    int slot = position.slot();
    boolean known = values.isKnown(position);
    long valueE8 = known ? values.valueE8(position) : 0;
    for (int id : links.groupsOf(position)) {
      byId[id].count(countedE8[slot], unknown[slot], -1);
      byId[id].count(valueE8, !known, 1);
    }
    countedE8[slot] = valueE8;
    unknown[slot] = !known;
  }

  /** Prices of these streams of an instrument that has members count. */
  void onPrices(int instrumentId, int streamBits, long nowNs) {
    values.onQuote(
        instrumentId,
        (streamBits & PriceStream.BID.bit()) != 0,
        (streamBits & PriceStream.ASK.bit()) != 0,
        nowNs);
    SlotList held = links.heldIn(instrumentId);
    for (int i = 0; i < held.count(); i++) {
      Position position = positions.bySlot(held.get(i));
      if ((position.stream().bit() & streamBits) != 0) {
        values.onPrice(position);
        refresh(position);
      }
    }
    for (int id : links.groupsIn(instrumentId)) {
      watch.onPrice(byId[id], nowNs);
    }
  }

  /** Fills or the proof of a position's exit came, or it is watched no longer. */
  void onChanged(Position position, long nowNs) {
    if (!links.isMember(position)) {
      return;
    }
    values.settle(position);
    refresh(position);
    if (!MemberValues.isHeld(position)) {
      links.release(position);
      values.forget(position, links.heldIn(position.instrumentId()).count() == 0);
    }
    for (int id : links.groupsOf(position)) {
      watch.onChanged(byId[id], nowNs);
    }
  }

  /** A position's policy holds its rules back in a silence. */
  void onHold(Position position, long nowNs) {
    if (!links.isMember(position)) {
      return;
    }
    refresh(position);
    for (int id : links.groupsOf(position)) {
      watch.onHold(byId[id], nowNs);
    }
  }

  /** An instrument is in another phase. */
  void onPhase(int instrumentId, boolean continuous, boolean sessionStarts, long nowNs) {
    SlotList held = links.heldIn(instrumentId);
    for (int i = 0; held != null && i < held.count(); i++) {
      Position position = positions.bySlot(held.get(i));
      if (continuous) {
        values.onContinuous(position);
      }
      refresh(position);
    }
    for (int id : links.groupsIn(instrumentId)) {
      if (sessionStarts) {
        startSession(byId[id], instrumentId);
      }
      watch.onPhase(byId[id], nowNs);
    }
  }

  /**
   * Lifts the latch. What is closed counts no longer: of an account in the instrument whose session
   * starts, of a strategy if it had fired or has nothing left.
   */
  private void startSession(Group group, int instrumentId) {
    boolean over = group.latched || !hasHeld(group);
    for (int i = group.members.count() - 1; i >= 0; i--) {
      Position position = positions.bySlot(group.members.get(i));
      boolean ended = group.terms.isAccount() ? position.instrumentId() == instrumentId : over;
      if (ended && !MemberValues.isHeld(position)) {
        unlink(group, position);
      }
    }
    if (over || group.terms.isAccount()) {
      group.conditions.clear();
    }
    group.latched = false;
  }

  private boolean hasHeld(Group group) {
    for (int i = 0; i < group.members.count(); i++) {
      if (MemberValues.isHeld(positions.bySlot(group.members.get(i)))) {
        return true;
      }
    }
    return false;
  }

  void write(StateOut out) {
    out.put(byId.length);
    for (Group group : byId) {
      group.write(out);
    }
    if (byId.length > 0) {
      values.write(out);
    }
  }

  void read(StateIn in) {
    byId = new Group[in.nextCount(MAX_GROUPS)];
    for (int id = 0; id < byId.length; id++) {
      byId[id] = new Group(GroupTerms.read(id, in), positions);
      byId[id].read(in, positions);
    }
    if (byId.length > 0) {
      values.read(in);
    }
    for (Group group : byId) {
      for (int i = 0; i < group.members.count(); i++) {
        link(group, positions.bySlot(group.members.get(i)));
      }
    }
    watch.groups(byId);
  }
}
