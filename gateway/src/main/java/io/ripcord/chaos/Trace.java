package io.ripcord.chaos;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The lines of a run that somebody looks at, in order. One thread. */
final class Trace {
  private static final int MOST_OF_OTHERS = 12;

  private final List<String> lines = new ArrayList<>();

  void add(long timeNs, String line) {
    lines.add(
        Instant.ofEpochSecond(timeNs / World.SECOND, timeNs % World.SECOND).toString().substring(11)
            + ' '
            + line);
  }

  /** The lines that speak of a position, and the last ones of all. */
  List<String> about(long positionId) {
    String of = "position=" + positionId;
    List<String> about = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (i >= lines.size() - MOST_OF_OTHERS
          || line.contains(of + " ")
          || line.endsWith(of)
          || line.contains("-- ")) {
        about.add(line);
      }
    }
    return about;
  }
}
