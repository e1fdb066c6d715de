package io.ripcord.venue.tape;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The counters of one cursor. Counting allocates nothing. */
final class Tally {
  /** Each counter in an array of one, made once. */
  private final EnumMap<TapeCounter, long[]> counts = new EnumMap<>(TapeCounter.class);

  Tally() {
    for (TapeCounter counter : TapeCounter.values()) {
      counts.put(counter, new long[1]);
    }
  }

  void add(TapeCounter counter) {
    add(counter, 1);
  }

  void add(TapeCounter counter, long count) {
    counts.get(counter)[0] += count;
  }

  /** By label, in the order of the enum, without zeros. */
  Map<String, Long> nonZero() {
    Map<String, Long> map = new LinkedHashMap<>();
    counts.forEach(
        (counter, count) -> {
          if (count[0] != 0) {
            map.put(counter.label(), count[0]);
          }
        });
    return Collections.unmodifiableMap(map);
  }
}
