package io.ripcord.chaos;

import java.util.PriorityQueue;

/** What is to happen in virtual time, ties in the order in which they were put down. One thread. */
final class Agenda {
  private final PriorityQueue<Entry> entries = new PriorityQueue<>();
  private long order;

  private record Entry(long timeNs, long order, Runnable what) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      int byTime = Long.compare(timeNs, other.timeNs);
      return byTime == 0 ? Long.compare(order, other.order) : byTime;
    }
  }

  void at(long timeNs, Runnable what) {
    entries.add(new Entry(timeNs, order++, what));
  }

  /** Time of the next entry, {@link Long#MAX_VALUE} if there is none. */
  long nextNs() {
    return entries.isEmpty() ? Long.MAX_VALUE : entries.peek().timeNs;
  }

  /** Takes the next entry off; there must be one. */
  Runnable next() {
    return entries.remove().what;
  }
}
