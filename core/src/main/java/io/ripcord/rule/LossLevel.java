package io.ripcord.rule;

import io.ripcord.event.Side;
import io.ripcord.money.Percent;
import io.ripcord.position.Position;

/**
 * The price that lies a percentage of some price on the losing side of it. Prices reach it from
 * above for a long position, so it rounds down; for a short one up.
 */
final class LossLevel {
  private LossLevel() {}

  static long of(Position position, long fromE8, long percentE6) {
    return position.side() == Side.LONG
        ? Percent.shiftDown(fromE8, -percentE6)
        : Percent.shiftUp(fromE8, percentE6);
  }
}
