package io.ripcord.rule;

import io.ripcord.money.E8;
import io.ripcord.position.Mark;
import io.ripcord.position.Position;
import io.ripcord.position.Positions;
import io.ripcord.position.PriceStream;
import io.ripcord.position.SlotHeap;
import java.util.Arrays;

/**
 * Decides which positions a price can matter to, so that a quiet tick costs a few comparisons
 * whatever is open.
 *
 * <pre>
 *                       quiet
 *   ------]-----------------------------[-------> price
 *        low                           high
 *   long:  first of stop               first of target, the next better watermark
 *          and hard stop               and the rules' wake-up price
 *   short: the same, mirrored
 * </pre>
 *
 * <p>A price strictly inside a position's corridor changes nothing of it, so no rule runs. The
 * corridor of an instrument is the tightest over its open positions: two heaps, of the low ends and
 * of the high ends, for each stream of prices. The contract, proved by a test: an engine with a
 * corridor decides as one that evaluates every position on every tick. Engine thread only; a tick
 * allocates nothing.
 */
public final class Corridor {
  private static final int FIRST_CAPACITY = 16;

  /** Below every price, and so is its negative above: an end that all prices reach, or none. */
  private static final long LEAST = Long.MIN_VALUE + 1;

  private final Positions positions;
  private final boolean evaluateEverything;
  private final int[] highPlaces;
  private final int[] lowPlaces;
  private final int[] woken;
  private final SlotHeap nobody;
  private SlotHeap[] highs = new SlotHeap[FIRST_CAPACITY];
  private SlotHeap[] lows = new SlotHeap[FIRST_CAPACITY];
  private int heaps;
  private int found;

  /**
   * Corridors for these positions.
   *
   * @param evaluateEverything whether every price wakes every position of its instrument: the
   *     yardstick of tests
   */
  public Corridor(Positions positions, boolean evaluateEverything) {
    this.positions = positions;
    this.evaluateEverything = evaluateEverything;
    highPlaces = SlotHeap.places(positions.capacity());
    lowPlaces = SlotHeap.places(positions.capacity());
    nobody = new SlotHeap(highPlaces, positions.idBySlot());
    woken = new int[3 * positions.capacity()];
  }

  /** Makes room for the next instrument. */
  public void addInstrument() {
    if (heaps + PriceStream.COUNT > highs.length) {
      highs = Arrays.copyOf(highs, highs.length * 2);
      lows = Arrays.copyOf(lows, lows.length * 2);
    }
    Arrays.fill(highs, heaps, heaps + PriceStream.COUNT, nobody);
    Arrays.fill(lows, heaps, heaps + PriceStream.COUNT, nobody);
    heaps += PriceStream.COUNT;
  }

  private static int heap(int instrumentId, PriceStream stream) {
    return instrumentId * PriceStream.COUNT + stream.index();
  }

  private int heap(Position position) {
    int heap = heap(position.instrumentId(), position.stream());
    if (highs[heap] == nobody) {
      highs[heap] = new SlotHeap(highPlaces, positions.idBySlot());
      lows[heap] = new SlotHeap(lowPlaces, positions.idBySlot());
    }
    return heap;
  }

  /**
   * Sets a position's corridor anew from its levels.
   *
   * @param wakeE8 a further price on the profitable side at which to wake it, {@link E8#NULL} for
   *     none
   */
  public void place(Position position, long wakeE8) {
    int heap = heap(position);
    int sign = position.side().sign();
    // In units in which a higher price is more profit; for a short position its ends change places.
    long worst = stopEnd(position, sign);
    long best = sign * position.watermarkE8() + 1;
    best = position.targetE8() == E8.NULL ? best : Math.min(best, sign * position.targetE8());
    best = wakeE8 == E8.NULL ? best : Math.min(best, sign * wakeE8);
    if (position.isNextNews() || position.hasPending() || position.is(Mark.ON_HOLD)) {
      best = LEAST;
    }
    highs[heap].put(position.slot(), sign > 0 ? best : -worst);
    lows[heap].put(position.slot(), sign > 0 ? -worst : best);
  }

  private static long stopEnd(Position position, int sign) {
    long stopE8 = position.stop().levelE8();
    long hardE8 = position.hardStopE8();
    long soft = stopE8 == E8.NULL ? LEAST : sign * stopE8;
    return hardE8 == E8.NULL ? soft : Math.max(soft, sign * hardE8);
  }

  /** Takes a position out: no price wakes it any more. */
  public void remove(Position position) {
    int heap = heap(position);
    highs[heap].remove(position.slot());
    lows[heap].remove(position.slot());
  }

  /** Whether trades from {@code lowE8} to {@code highE8} can change nothing. */
  public boolean isQuiet(int instrumentId, long lowE8, long highE8) {
    int heap = instrumentId * PriceStream.COUNT;
    return highE8 < highs[heap].firstKey() && -lowE8 < lows[heap].firstKey() && !evaluateEverything;
  }

  /**
   * Finds the positions that trades from {@code lowE8} to {@code highE8} wake.
   *
   * @return how many; {@link #woken} gives them in order of position id
   */
  public int wake(int instrumentId, long lowE8, long highE8) {
    found = 0;
    find(instrumentId, PriceStream.LAST, lowE8, highE8);
    return inOrder();
  }

  /** Begins to find positions for prices of several streams. */
  public void begin() {
    found = 0;
  }

  /**
   * Finds further positions, those that prices of this stream wake.
   *
   * @param towardsLowE8 the price that wakes what lies below; it may be the higher of the two
   * @param towardsHighE8 the price that wakes what lies above
   */
  public void find(int instrumentId, PriceStream stream, long towardsLowE8, long towardsHighE8) {
    int heap = heap(instrumentId, stream);
    long high = evaluateEverything ? Long.MAX_VALUE : towardsHighE8;
    found = highs[heap].collect(high, woken, found);
    if (!evaluateEverything) {
      found = lows[heap].collect(-towardsLowE8, woken, found);
    }
  }

  /**
   * Wakes a further position, whatever its corridor; at most once between two of {@link #begin}.
   */
  public void find(Position position) {
    woken[found++] = position.slot();
  }

  /** Ends the search and returns how many were found. */
  public int inOrder() {
    sortById(found);
    return dropRepeats(found);
  }

  /** The {@code i}-th position that the last search found. */
  public Position woken(int i) {
    return positions.bySlot(woken[i]);
  }

  // Shell sort: in place, without allocation, and quick on the handful that a tick wakes.
  private void sortById(int count) {
    long[] ids = positions.idBySlot();
    int gap = 1;
    while (gap < count / 3) {
      gap = 3 * gap + 1;
    }
    for (; gap > 0; gap /= 3) {
      for (int i = gap; i < count; i++) {
        int slot = woken[i];
        int j = i;
        while (j >= gap && ids[woken[j - gap]] > ids[slot]) {
          woken[j] = woken[j - gap];
          j -= gap;
        }
        woken[j] = slot;
      }
    }
  }

  private int dropRepeats(int count) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (kept == 0 || woken[kept - 1] != woken[i]) {
        woken[kept++] = woken[i];
      }
    }
    return kept;
  }
}
