package io.ripcord.position;

/**
 * The earliest of several kinds of deadlines, in order of (time, position id, kind). Its time is
 * kept: every input asks for it, and it seldom changes. Engine thread only; allocates nothing.
 */
public final class Alarms {
  private final Deadlines[] kinds;
  private long earliestNs;

  /** Kinds in the order in which they go at the same time for the same position. */
  public Alarms(Deadlines... kinds) {
    this.kinds = kinds.clone();
    for (Deadlines kind : kinds) {
      kind.tell(this);
    }
    onEarliest();
  }

  /** Earliest deadline, {@link Deadlines#NONE} if there is none. */
  public long earliestNs() {
    return earliestNs;
  }

  /** The earliest deadline of a kind is another one. */
  void onEarliest() {
    earliestNs = Deadlines.NONE;
    for (Deadlines kind : kinds) {
      earliestNs = Math.min(earliestNs, kind.earliestNs());
    }
  }

  /** The kind whose earliest deadline comes first; there must be a deadline. */
  public Deadlines next() {
    Deadlines next = kinds[0];
    for (Deadlines kind : kinds) {
      if (kind.isBefore(next)) {
        next = kind;
      }
    }
    return next;
  }
}
