package io.ripcord.indicator;

import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;

/** The newest numbers of a series, a fixed count of them. */
final class Window {
  private final long[] ring;
  private int next;
  private int count;

  Window(int size) {
    ring = new long[size];
  }

  /** Adds a number; a full window forgets its oldest. */
  void add(long value) {
    ring[next] = value;
    next = next + 1 == ring.length ? 0 : next + 1;
    if (count < ring.length) {
      count++;
    }
  }

  boolean isFull() {
    return count == ring.length;
  }

  /** The number that {@code age} others were added after. */
  long get(int age) {
    int index = next - 1 - age;
    return ring[index < 0 ? index + ring.length : index];
  }

  int size() {
    return ring.length;
  }

  /** Oldest first, so that where the ring stands does not show. */
  void write(StateOut out) {
    out.put(count);
    for (int age = count - 1; age >= 0; age--) {
      out.put(get(age));
    }
  }

  void read(StateIn in) {
    int written = in.nextCount(ring.length);
    next = 0;
    count = 0;
    for (int i = 0; i < written; i++) {
      add(in.next());
    }
  }
}
