package io.ripcord.engine;

import io.ripcord.event.AlertKind;
import io.ripcord.event.DecisionListener;
import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import io.ripcord.position.OpenPositions;
import io.ripcord.position.Position;
import io.ripcord.position.Positions;
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
 * when an instrument is added. MISSION B.
 */
final class GapWatch {
  private static final int FIRST_CAPACITY = 16;
  private static final int UNKNOWN = -1;
  private static final int MAX_SHIFT = 32;

  private final Positions positions;
  private final OpenPositions openPositions;
  private final BoundPolicies bound;
  private final DecisionListener decisions;
  private final int[] walk;

  /** A move below {@code previous >> shift} is no gap; it follows from the open positions. */
  private int[] shifts = new int[FIRST_CAPACITY];

  private long[] leastE6 = new long[FIRST_CAPACITY];
  private int instruments;
  private long previousE8 = E8.NULL;
  private long moveE8;

  GapWatch(
      Positions positions,
      OpenPositions openPositions,
      BoundPolicies bound,
      DecisionListener decisions) {
    this.positions = positions;
    this.openPositions = openPositions;
    this.bound = bound;
    this.decisions = decisions;
    walk = new int[positions.capacity()];
  }

  static boolean isWanted(PolicySettings settings) {
    return settings.gapPercentE6() != E8.NULL;
  }

  void addInstrument() {
    if (instruments == shifts.length) {
      shifts = Arrays.copyOf(shifts, 2 * instruments);
      leastE6 = Arrays.copyOf(leastE6, 2 * instruments);
    }
    shifts[instruments++] = UNKNOWN;
  }

  /** The open positions of an instrument are others than before. */
  void forget(int instrumentId) {
    shifts[instrumentId] = UNKNOWN;
  }

  /**
   * Looks at a trade.
   *
   * @param previousTradeE8 the one before, {@link E8#NULL} for none
   * @return whether it is a gap to anyone; it has been said then
   */
  boolean onTrade(int instrumentId, long previousTradeE8, long tradeE8, long nowNs) {
    if (shifts[instrumentId] == UNKNOWN) {
      measure(instrumentId);
    }
    long move = Math.abs(tradeE8 - previousTradeE8);
    if (previousTradeE8 == E8.NULL || move < previousTradeE8 >> shifts[instrumentId]) {
      return false;
    }
    previousE8 = previousTradeE8;
    moveE8 = move;
    if (!isGap(leastE6[instrumentId])) {
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

  private void measure(int instrumentId) {
    long least = Long.MAX_VALUE;
    int open = openPositions.copy(instrumentId, walk);
    for (int i = 0; i < open; i++) {
      Position position = positions.bySlot(walk[i]);
      PolicySettings settings = bound.of(position).settings();
      if (isWanted(settings)) {
        least = Math.min(least, settings.gapPercentE6());
      }
    }
    int shift = 0;
    while (shift < MAX_SHIFT && 100 * Percent.ONE > least << shift) {
      shift++;
    }
    leastE6[instrumentId] = least;
    shifts[instrumentId] = shift;
  }
}
