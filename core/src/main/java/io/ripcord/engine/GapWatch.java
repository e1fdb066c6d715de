package io.ripcord.engine;

import io.ripcord.event.AlertKind;
import io.ripcord.event.DecisionListener;
import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import io.ripcord.position.Position;
import io.ripcord.position.Positions;
import io.ripcord.position.SlotHeap;
import io.ripcord.rule.PolicySettings;
import java.util.Arrays;

/**
 * Says when two trades in a row lie far apart, and for which positions they do.
 *
 * <pre>
 *   gap   |last - previous| >= gap-percent of previous
 * </pre>
 *
 * <p>A trade that is no gap to anyone costs one comparison, with the smallest gap that any open
 * position of the instrument asks for, rounded down to a part of two. Engine thread only; allocates
 * when an instrument or a position is added. Not written to the state: it follows from the
 * positions. MISSION B.
 */
final class GapWatch {
  private static final int FIRST_CAPACITY = 16;
  private static final int MAX_SHIFT = 32;

  private final Positions positions;
  private final DecisionListener decisions;
  private final int[] places;

  /** What open positions ask for, of each instrument. */
  private SlotHeap[] percentsE6 = new SlotHeap[FIRST_CAPACITY];

  /** A move below {@code previous >> shift} is no gap to any of them. */
  private int[] shifts = new int[FIRST_CAPACITY];

  private int instruments;
  private long previousE8 = E8.NULL;
  private long moveE8;

  GapWatch(Positions positions, DecisionListener decisions) {
    this.positions = positions;
    this.decisions = decisions;
    places = SlotHeap.places(positions.capacity());
  }

  static boolean isWanted(PolicySettings settings) {
    return settings.gapPercentE6() != E8.NULL;
  }

  void addInstrument() {
    if (instruments == shifts.length) {
      shifts = Arrays.copyOf(shifts, 2 * instruments);
      percentsE6 = Arrays.copyOf(percentsE6, 2 * instruments);
    }
    percentsE6[instruments++] = new SlotHeap(places, positions.idBySlot());
  }

  /** Listens for an open position, if its policy asks for gaps. */
  void add(Position position, PolicySettings settings) {
    if (isWanted(settings)) {
      percentsE6[position.instrumentId()].put(position.slot(), settings.gapPercentE6());
      measure(position.instrumentId());
    }
  }

  /** Listens for a position no longer. */
  void remove(Position position) {
    int instrumentId = position.instrumentId();
    long formerE6 = percentsE6[instrumentId].firstKey();
    percentsE6[instrumentId].remove(position.slot());
    if (percentsE6[instrumentId].firstKey() != formerE6) {
      measure(instrumentId);
    }
  }

  private void measure(int instrumentId) {
    long leastE6 = percentsE6[instrumentId].firstKey();
    int shift = 0;
    while (shift < MAX_SHIFT && 100 * Percent.ONE > leastE6 << shift) {
      shift++;
    }
    shifts[instrumentId] = shift;
  }

  /**
   * Looks at a trade.
   *
   * @param previousTradeE8 the one before, {@link E8#NULL} for none
   * @return whether it is a gap to anyone; it has been said then
   */
  boolean onTrade(int instrumentId, long previousTradeE8, long tradeE8, long nowNs) {
    long move = Math.abs(tradeE8 - previousTradeE8);
    if (previousTradeE8 == E8.NULL || move < previousTradeE8 >> shifts[instrumentId]) {
      return false;
    }
    previousE8 = previousTradeE8;
    moveE8 = move;
    if (!isGap(percentsE6[instrumentId].firstKey())) {
      return false;
    }
    decisions.onAlert(nowNs, AlertKind.GAP, E8.NULL, instrumentId, previousTradeE8, tradeE8);
    return true;
  }

  /** Whether the last trade is a gap under these settings. */
  boolean isGap(PolicySettings settings) {
    return isWanted(settings) && isGap(settings.gapPercentE6());
  }

  private boolean isGap(long percentE6) {
    return moveE8 >= Percent.distanceUp(previousE8, percentE6);
  }
}
