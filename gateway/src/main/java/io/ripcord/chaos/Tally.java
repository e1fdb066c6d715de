package io.ripcord.chaos;

import java.util.EnumMap;
import java.util.Map;

/** How often each of a kind of thing was met. One thread. */
final class Tally<E extends Enum<E>> {
  private final Map<E, Long> counts;

  Tally(Class<E> kind) {
    counts = new EnumMap<>(kind);
  }

  void add(E what) {
    counts.merge(what, 1L, Long::sum);
  }

  void addAll(Tally<E> others) {
    others.counts.forEach((what, count) -> counts.merge(what, count, Long::sum));
  }

  long of(E what) {
    return counts.getOrDefault(what, 0L);
  }
}
