package io.ripcord.engine;

import io.ripcord.money.E8;
import io.ripcord.position.Deadlines;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;

/**
 * Which conditions of a group hold, since when, and whether its floor is armed.
 *
 * <pre>
 *   stop     value &lt;= -stop
 *   floor    value &lt;= lock floor, once value >= lock at was seen
 *   target   value >= target
 * </pre>
 *
 * <p>All inclusive; in this order where several hold. Engine thread only; allocates nothing.
 */
final class GroupConditions {
  static final int NONE = -1;
  static final int STOP = 0;
  static final int FLOOR = 1;
  static final int TARGET = 2;
  private static final int COUNT = 3;

  private final long[] sinceNs = {E8.NULL, E8.NULL, E8.NULL};
  private boolean armed;

  boolean isArmed() {
    return armed;
  }

  /** The first condition that holds, {@link #NONE} if none does. */
  int first() {
    for (int i = 0; i < COUNT; i++) {
      if (sinceNs[i] != E8.NULL) {
        return i;
      }
    }
    return NONE;
  }

  /** Since when a condition holds without interruption, {@link E8#NULL} if it does not. */
  long sinceNs(int condition) {
    return sinceNs[condition];
  }

  /** The group has this value now. */
  void see(GroupTerms terms, long valueE8, long nowNs) {
    armed |= terms.lockAtE8() != E8.NULL && valueE8 >= terms.lockAtE8();
    for (int i = 0; i < COUNT; i++) {
      if (!holds(terms, i, valueE8)) {
        sinceNs[i] = E8.NULL;
      } else if (sinceNs[i] == E8.NULL) {
        sinceNs[i] = nowNs;
      }
    }
  }

  boolean holds(GroupTerms terms, int condition, long valueE8) {
    return switch (condition) {
      case STOP -> terms.stopE8() != E8.NULL && valueE8 <= -terms.stopE8();
      case FLOOR -> armed && terms.lockFloorE8() != E8.NULL && valueE8 <= terms.lockFloorE8();
      default -> terms.targetE8() != E8.NULL && valueE8 >= terms.targetE8();
    };
  }

  /** Whether a condition that holds has held for long enough. */
  boolean isConfirmed(GroupTerms terms, int condition, long nowNs) {
    return sinceNs[condition] != E8.NULL
        && (terms.confirmNs() == E8.NULL || nowNs - sinceNs[condition] >= terms.confirmNs());
  }

  /** When the next condition that holds will have held for long enough. */
  long dueNs(GroupTerms terms, long nowNs) {
    long dueNs = Deadlines.NONE;
    for (int i = 0; i < COUNT; i++) {
      if (sinceNs[i] != E8.NULL && terms.confirmNs() != E8.NULL) {
        long heldNs = sinceNs[i] + terms.confirmNs();
        dueNs = heldNs > nowNs ? Math.min(dueNs, heldNs) : dueNs;
      }
    }
    return dueNs;
  }

  /** Nobody knows the value: whatever held must be seen anew. */
  void interrupt() {
    for (int i = 0; i < COUNT; i++) {
      sinceNs[i] = E8.NULL;
    }
  }

  /** A new session: the floor must be armed anew. */
  void clear() {
    interrupt();
    armed = false;
  }

  void write(StateOut out) {
    out.put(armed);
    out.putAll(sinceNs);
  }

  void read(StateIn in) {
    armed = in.nextFlag();
    for (int i = 0; i < COUNT; i++) {
      sinceNs[i] = in.next();
    }
  }
}
