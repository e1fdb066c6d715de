package io.ripcord.rule;

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
 *   long:  first of stop               first of target, the next better watermark
 *          and hard stop               and the rules' wake-up price
 *   short: the same, mirrored
 * </pre>
 *
 * <p>A price strictly inside a position's corridor changes nothing of it, so no rule runs. The
 * corridor of an instrument is the tightest over its open positions: two heaps, of the low ends and
 * of the high ends. The contract, proved by a test: an engine with a corridor decides as one that
 * evaluates every position on every tick. Engine thread only; a tick allocates nothing.
 */
public final class Corridor {
  private static final int FIRST_CAPACITY = 16;

  /** Below every price, and so is its negative above: an end that all prices reach, or none. */
  private static final long LEAST = Long.MIN_VALUE + 1;

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

  /**
   * Sets a position's corridor anew from its levels.
   *
   * @param wakeE8 a further price on the profitable side at which to wake it, {@link E8#NULL} for
   *     none
   */
  public void place(Position position, long wakeE8) {
    int instrument = position.instrumentId();
    int sign = position.side().sign();
    // In units in which a higher price is more profit; for a short position its ends change places.
    long worst = stopEnd(position, sign);
    long best = sign * position.watermarkE8() + 1;
    best = position.targetE8() == E8.NULL ? best : Math.min(best, sign * position.targetE8());
    best = wakeE8 == E8.NULL ? best : Math.min(best, sign * wakeE8);
    if (position.isNextNews() || position.hasPending()) {
      best = LEAST;
    }
    highs[instrument].put(position.slot(), sign > 0 ? best : -worst);
    lows[instrument].put(position.slot(), sign > 0 ? -worst : best);
  }

  private static long stopEnd(Position position, int sign) {
    long stopE8 = position.stop().levelE8();
    long hardE8 = position.hardStopE8();
    long soft = stopE8 == E8.NULL ? LEAST : sign * stopE8;
    return hardE8 == E8.NULL ? soft : Math.max(soft, sign * hardE8);
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
