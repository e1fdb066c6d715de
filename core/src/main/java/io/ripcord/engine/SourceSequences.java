package io.ripcord.engine;

import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;
import java.util.Arrays;

/**
 * The last input of every source, by the source's own count: where each of them goes on after a
 * restart. Engine thread; allocates when a source is seen first.
 */
public final class SourceSequences {
  private static final int LIMIT = 1 << 16;

  private long[] lastBySource = new long[64];

  void add(int source, long sourceSequence) {
    if (source < 0 || source >= LIMIT) {
      throw new IllegalArgumentException("source=" + source + ", expected 0 to " + (LIMIT - 1));
    }
    if (source >= lastBySource.length) {
      int capacity = Math.min(LIMIT, Math.max(source + 1, 2 * lastBySource.length));
      lastBySource = Arrays.copyOf(lastBySource, capacity);
    }
    lastBySource[source] = sourceSequence;
  }

  /** As they stand now, for whoever looks at them while the engine goes on. */
  public SourceSequences copy() {
    SourceSequences copy = new SourceSequences();
    copy.lastBySource = lastBySource.clone();
    return copy;
  }

  /** The last input of a source, 0 if there was none. */
  public long last(int source) {
    return source < lastBySource.length ? lastBySource[source] : 0;
  }

  void write(StateOut out) {
    out.put(lastBySource.length);
    for (long last : lastBySource) {
      out.putStartBound(last);
    }
  }

  void read(StateIn in) {
    lastBySource = in.nextAll(in.nextCount(LIMIT));
  }
}
