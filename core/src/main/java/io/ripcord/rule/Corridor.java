package io.ripcord.rule;

import io.ripcord.event.Side;
import io.ripcord.money.E8;
import io.ripcord.position.Position;
import io.ripcord.position.Positions;
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
 *   long:  stop                        first of target and the next better watermark
 *   short: first of target and         stop
 *          the next better watermark
 * </pre>
 *
 * <p>A price strictly inside a position's corridor changes nothing of it, so no rule runs. The
 * corridor of an instrument is the tightest over its open positions: two heaps, of the low ends and
 * of the high ends. The contract, proved by a test: an engine with a corridor decides as one that
 * evaluates every position on every tick. Engine thread only; a tick allocates nothing.
 */
public final class Corridor {
  private static final int FIRST_CAPACITY = 16;

  private final Positions positions;
  private final boolean evaluateEverything;
  private final long[] highBySlot;
  private final long[] negatedLowBySlot;
  private final int[] highPlaces;
  private final int[] lowPlaces;
  private final int[] woken;
  private SlotHeap[] highs = new SlotHeap[FIRST_CAPACITY];
  private SlotHeap[] lows = new SlotHeap[FIRST_CAPACITY];
  private int instruments;

  /**
   * Corridors for these positions.
   *
   * @param evaluateEverything whether every price wakes every position of its instrument: the
   *     yardstick of tests
   */
  public Corridor(Positions positions, boolean evaluateEverything) {
    this.positions = positions;
    this.evaluateEverything = evaluateEverything;
    highBySlot = new long[positions.capacity()];
    negatedLowBySlot = new long[positions.capacity()];
    highPlaces = SlotHeap.places(positions.capacity());
    lowPlaces = SlotHeap.places(positions.capacity());
    woken = new int[2 * positions.capacity()];
  }

  /** Makes room for the next instrument. */
  public void addInstrument() {
    if (instruments == highs.length) {
      highs = Arrays.copyOf(highs, instruments * 2);
      lows = Arrays.copyOf(lows, instruments * 2);
    }
    highs[instruments] = new SlotHeap(highBySlot, highPlaces, positions.idBySlot());
    lows[instruments] = new SlotHeap(negatedLowBySlot, lowPlaces, positions.idBySlot());
    instruments++;
  }

  /** Sets a position's corridor anew from its levels. */
  public void place(Position position) {
    int instrument = position.instrumentId();
    boolean isLong = position.side() == Side.LONG;
    long stop = position.stop().levelE8();
    long better = position.watermarkE8() + position.side().sign();
    long target = position.targetE8();
    long low;
    long high;
    if (isLong) {
      low = stop == E8.NULL ? Long.MIN_VALUE + 1 : stop;
      high = target == E8.NULL ? better : Math.min(target, better);
    } else {
      high = stop == E8.NULL ? Long.MAX_VALUE : stop;
      low = target == E8.NULL ? better : Math.max(target, better);
    }
    if (!position.isPriced() || position.isSignalled() || position.isExitAtAnyPrice()) {
      high = Long.MIN_VALUE + 1;
    }
    highs[instrument].put(position.slot(), high);
    lows[instrument].put(position.slot(), -low);
  }

  /** Takes a position out: no price wakes it any more. */
  public void remove(Position position) {
    highs[position.instrumentId()].remove(position.slot());
    lows[position.instrumentId()].remove(position.slot());
  }

  /** Whether prices from {@code lowE8} to {@code highE8} can change nothing. */
  public boolean isQuiet(int instrumentId, long lowE8, long highE8) {
    return highE8 < highs[instrumentId].firstKey()
        && -lowE8 < lows[instrumentId].firstKey()
        && !evaluateEverything;
  }

  /**
   * Finds the positions that prices from {@code lowE8} to {@code highE8} wake.
   *
   * @return how many; {@link #woken} gives them in order of position id
   */
  public int wake(int instrumentId, long lowE8, long highE8) {
    long high = evaluateEverything ? Long.MAX_VALUE : highE8;
    int count = highs[instrumentId].collect(high, woken, 0);
    int fromHighs = count;
    if (!evaluateEverything) {
      count = lows[instrumentId].collect(-lowE8, woken, count);
    }
    sortById(count);
    return count == fromHighs ? count : dropRepeats(count);
  }

  /** The {@code i}-th position that the last {@link #wake} found. */
  public Position woken(int i) {
    return positions.bySlot(woken[i]);
  }

  /** All open positions of an instrument, as {@link #wake} gives them. */
  public int wakeAll(int instrumentId) {
    int count = highs[instrumentId].collect(Long.MAX_VALUE, woken, 0);
    sortById(count);
    return count;
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
