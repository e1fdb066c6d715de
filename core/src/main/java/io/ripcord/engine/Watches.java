package io.ripcord.engine;

import io.ripcord.position.Position;
import io.ripcord.position.PriceStream;
import io.ripcord.rule.PolicySettings;
import java.util.Arrays;

/**
 * What the market data of each instrument must be looked at for, a bit each, so that a trade of an
 * instrument of which nobody wants more than trades costs one load and one comparison. Engine
 * thread only. Not written to the state: it follows from positions, policies and phases.
 */
final class Watches {
  /** The streams of trades; the first bits are those of the streams. */
  static final int TRADES = PriceStream.LAST.bit() | PriceStream.DOUBLE_LAST.bit();

  /** Somebody wants to hear of gaps. */
  static final int GAP = 1 << PriceStream.COUNT;

  /** Somebody exits through the book. */
  static final int BOOK = GAP << 1;

  /** A trade may be suspect. */
  static final int SUSPECT = GAP << 2;

  /** Trading is not continuous. */
  static final int OUTSIDE = GAP << 3;

  /** Continuous trading has begun and not every stream has had a price. */
  static final int LEFTOVERS = GAP << 4;

  /** The silence was said of some position. */
  static final int SILENT = GAP << 5;

  /** Positions of groups are held. */
  static final int GROUP = GAP << 6;

  /** All that a trade of the plain kind need not care for. */
  private static final int PLAIN = PriceStream.LAST.bit() | PriceStream.MARK.bit();

  private static final int COUNTED = PriceStream.COUNT + 2;
  private static final int FIRST_CAPACITY = 16;

  private int[] bits = new int[FIRST_CAPACITY];
  private int[] counts = new int[FIRST_CAPACITY * COUNTED];
  private int instruments;

  void addInstrument() {
    if (instruments == bits.length) {
      bits = Arrays.copyOf(bits, 2 * instruments);
      counts = Arrays.copyOf(counts, 2 * instruments * COUNTED);
    }
    instruments++;
  }

  int of(int instrumentId) {
    return bits[instrumentId];
  }

  /** Whether only positions on trades, if any, want this. */
  static boolean isPlain(int watch) {
    return (watch & ~PLAIN) == 0;
  }

  void set(int instrumentId, int bit, boolean isSo) {
    bits[instrumentId] = isSo ? bits[instrumentId] | bit : bits[instrumentId] & ~bit;
  }

  void add(Position position, PolicySettings settings) {
    count(position, settings, 1);
  }

  void remove(Position position, PolicySettings settings) {
    count(position, settings, -1);
  }

  private void count(Position position, PolicySettings settings, int change) {
    int instrumentId = position.instrumentId();
    count(instrumentId, position.stream().index(), change);
    if (GapWatch.isWanted(settings)) {
      count(instrumentId, Integer.numberOfTrailingZeros(GAP), change);
    }
    if (settings.isBookThrough()) {
      count(instrumentId, Integer.numberOfTrailingZeros(BOOK), change);
    }
  }

  private void count(int instrumentId, int bit, int change) {
    int at = instrumentId * COUNTED + bit;
    counts[at] += change;
    set(instrumentId, 1 << bit, counts[at] > 0);
  }
}
