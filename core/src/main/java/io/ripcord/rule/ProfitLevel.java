package io.ripcord.rule;

import io.ripcord.event.Side;
import io.ripcord.money.Percent;
import io.ripcord.position.Position;

/**
 * The price at which a position's profit, in percent of its entry price, is at least so much.
 *
 * <p>Prices reach it from below for a long position, so it rounds up; for a short one down:
 * comparing a price with it is the same as comparing the exact profit.
 */
final class ProfitLevel {
  private ProfitLevel() {}

  static long of(Position position, long percentE6) {
    return position.side() == Side.LONG
        ? Percent.shiftUp(position.entryPriceE8(), percentE6)
        : Percent.shiftDown(position.entryPriceE8(), -percentE6);
  }

  /** Whether the best profit that the position has seen is at least {@code percentE6}. */
  static boolean isReached(Position position, long percentE6) {
    return !position.isBetter(of(position, percentE6), position.watermarkE8());
  }
}
