package io.ripcord.engine;

import io.ripcord.money.E8;
import io.ripcord.money.WideSum;
import io.ripcord.position.Deadlines;
import io.ripcord.position.Positions;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;

/**
 * One group: its members, the sum of their values and how far it has come.
 *
 * <pre>
 *   watching --confirmed--> latched, exiting --all ordered out--> latched --session--> watching
 * </pre>
 *
 * <p>Engine thread only; allocates when members are added.
 */
final class Group {
  final SlotList members;
  final GroupConditions conditions = new GroupConditions();
  final GroupTerms terms;

  /** It fired and does not fire again before the next session. */
  boolean latched;

  /** It fired and some of its members have not been ordered out yet. */
  boolean exiting;

  /** A member's silence was said, and goes on. */
  boolean silent;

  /** Which condition it fired for, last time. */
  int firedCondition = GroupConditions.NONE;

  long firedNs = E8.NULL;
  long firedValueE8 = E8.NULL;

  /** Positions from this slot on were registered after it had fired. */
  int firedSlots;

  long confirmDueNs = Deadlines.NONE;
  long staleDueNs = Deadlines.NONE;

  /** How many members have no value. */
  int unknown;

  private final WideSum sum = new WideSum();

  Group(GroupTerms terms, Positions positions) {
    this.terms = terms;
    members = new SlotList(positions.idBySlot());
  }

  /** The same group with other terms. */
  Group(GroupTerms terms, Group former) {
    this.terms = terms;
    members = former.members;
    latched = former.latched;
    exiting = former.exiting;
    silent = former.silent;
    firedCondition = former.firedCondition;
    firedNs = former.firedNs;
    firedValueE8 = former.firedValueE8;
    firedSlots = former.firedSlots;
    staleDueNs = former.staleDueNs;
    unknown = former.unknown;
    sum.set(former.sum.high(), former.sum.low());
  }

  /** The sum of its members' values; capped at the largest {@code long}. */
  long valueE8() {
    return capped(sum);
  }

  /** A sum as a {@code long}, the nearest one if it does not fit. */
  static long capped(WideSum sum) {
    long low = sum.low();
    if (sum.high() == low >> 63 && low != Long.MIN_VALUE) {
      return low;
    }
    return sum.high() < 0 ? -Long.MAX_VALUE : Long.MAX_VALUE;
  }

  boolean isKnown() {
    return unknown == 0 && !silent;
  }

  /** A member's value comes in, or goes out with {@code sign} -1. */
  void count(long valueE8, boolean isUnknown, int sign) {
    sum.addProduct(valueE8, sign);
    unknown += isUnknown ? sign : 0;
  }

  long dueNs() {
    return Math.min(confirmDueNs, staleDueNs);
  }

  void write(StateOut out) {
    terms.write(out);
    conditions.write(out);
    out.put(latched);
    out.put(exiting);
    out.put(silent);
    out.put(firedCondition);
    out.put(firedNs);
    out.put(firedValueE8);
    out.put(firedSlots);
    out.put(confirmDueNs);
    out.put(staleDueNs);
    out.put(members.count());
    for (int i = 0; i < members.count(); i++) {
      out.put(members.get(i));
    }
  }

  /** Takes on what was written after the terms, but for the values of the members. */
  void read(StateIn in, Positions positions) {
    conditions.read(in);
    latched = in.nextFlag();
    exiting = in.nextFlag();
    silent = in.nextFlag();
    firedCondition = in.nextInt();
    firedNs = in.next();
    firedValueE8 = in.next();
    firedSlots = in.nextInt();
    confirmDueNs = in.next();
    staleDueNs = in.next();
    int count = in.nextCount(positions.count());
    for (int i = 0; i < count; i++) {
      members.add(in.nextInt());
    }
  }
}
