package io.ripcord.position;

import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;

/**
 * When positions want to be woken: at most one time each, in order of (time, position id). Engine
 * thread only; allocates when it grows.
 */
public final class Deadlines {
  /** "Never". */
  public static final long NONE = Long.MAX_VALUE;

  private final SlotHeap heap;
  private final Positions positions;
  private Alarms alarms;

  /** No deadlines yet. */
  public Deadlines(Positions positions) {
    this.positions = positions;
    heap = new SlotHeap(SlotHeap.places(positions.capacity()), positions.idBySlot());
  }

  /** Tells {@code newAlarms} whenever its earliest deadline is another one. */
  void tell(Alarms newAlarms) {
    alarms = newAlarms;
  }

  /** Sets a position's deadline, in place of any other; {@link #NONE} takes it away. */
  public void set(Position position, long timeNs) {
    long formerNs = heap.firstKey();
    if (timeNs == NONE) {
      heap.remove(position.slot());
    } else {
      heap.put(position.slot(), timeNs);
    }
    if (heap.firstKey() != formerNs && alarms != null) {
      alarms.onEarliest();
    }
  }

  /** A position's deadline, {@link #NONE} if it has none. */
  public long of(Position position) {
    return heap.key(position.slot());
  }

  /** Writes them. */
  public void write(StateOut out) {
    for (int slot = 0; slot < positions.count(); slot++) {
      out.put(of(positions.bySlot(slot)));
    }
  }

  /** Takes on what was written for these positions. */
  public void read(StateIn in) {
    for (int slot = 0; slot < positions.count(); slot++) {
      set(positions.bySlot(slot), in.next());
    }
  }

  /** Earliest deadline, {@link #NONE} if there is none. */
  public long earliestNs() {
    return heap.firstKey();
  }

  /** Whether its earliest deadline comes before the earliest of others, ties by position id. */
  boolean isBefore(Deadlines others) {
    if (earliestNs() != others.earliestNs() || earliestNs() == NONE) {
      return earliestNs() < others.earliestNs();
    }
    long[] ids = positions.idBySlot();
    return ids[heap.first()] < ids[others.heap.first()];
  }

  /** Takes the earliest deadline out and returns whose it was; there must be one. */
  public Position poll() {
    Position position = positions.bySlot(heap.first());
    set(position, NONE);
    return position;
  }
}
