package io.ripcord.execution;

import io.ripcord.money.E8;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;
import org.agrona.collections.LongArrayList;
import org.agrona.collections.LongHashSet;

/** The execution ids that were applied, so that each counts once. Engine thread. */
final class Executions {
  private static final int FIRST_CAPACITY = 1024;

  private final LongHashSet seen = new LongHashSet(FIRST_CAPACITY);

  // A hash set has no order of its own that two engines would share.
  private final LongArrayList inOrder = new LongArrayList(FIRST_CAPACITY, E8.NULL);

  /** Whether this one is new; from now on it is not. */
  boolean add(long execId) {
    boolean isNew = seen.add(execId);
    if (isNew) {
      inOrder.addLong(execId);
    }
    return isNew;
  }

  void write(StateOut out) {
    out.put(inOrder.size());
    for (int i = 0; i < inOrder.size(); i++) {
      out.put(inOrder.getLong(i));
    }
  }

  void read(StateIn in) {
    int count = in.nextCount(Integer.MAX_VALUE);
    for (int i = 0; i < count; i++) {
      add(in.next());
    }
  }
}
