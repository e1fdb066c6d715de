package io.ripcord.engine;

import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;
import io.ripcord.execution.Orders;
import io.ripcord.money.E8;
import io.ripcord.position.Deadlines;
import io.ripcord.position.OpenPositions;
import io.ripcord.position.Position;
import io.ripcord.rule.Corridor;

/**
 * Decides what a price fires, in the documented precedence: hard stop, stop loss (whatever last
 * moved it), take profit, then what waits for a price: MA cross, signal, time. First hit wins.
 * Engine thread only; allocates nothing. MISSION D.
 */
final class Firing {
  private final Corridor corridor;
  private final OpenPositions openPositions;
  private final Deadlines deadlines;
  private final Orders orders;
  private boolean halted;

  Firing(Corridor corridor, OpenPositions openPositions, Deadlines deadlines, Orders orders) {
    this.corridor = corridor;
    this.openPositions = openPositions;
    this.deadlines = deadlines;
    this.orders = orders;
  }

  /**
   * Whether nothing may fire; levels go on moving.
   *
   * @return whether that has just ended
   */
  boolean halted(boolean newHalted) {
    boolean resumed = halted && !newHalted;
    halted = newHalted;
    return resumed;
  }

  boolean fires(Position position, long priceE8, long nowNs) {
    return firesStop(position, priceE8, nowNs)
        || firesTarget(position, priceE8, nowNs)
        || firesPending(position, priceE8, nowNs);
  }

  boolean firesStop(Position position, long priceE8, long nowNs) {
    if (halted) {
      return false;
    }
    if (position.isHardStopTouchedBy(priceE8)) {
      long levelE8 = position.hardStopE8();
      exit(position, ExitReason.HARD_STOP, ExitSource.MONITOR_HARD, levelE8, priceE8, nowNs);
      return true;
    }
    if (!position.stop().isTouchedBy(priceE8)) {
      return false;
    }
    boolean moved = position.stop().isMoved();
    exit(
        position,
        moved ? ExitReason.TRAILING_STOP : ExitReason.STOP_LOSS,
        moved ? ExitSource.MONITOR_TRAILING : ExitSource.MONITOR_SOFT,
        position.stop().levelE8(),
        priceE8,
        nowNs);
    return true;
  }

  boolean firesTarget(Position position, long priceE8, long nowNs) {
    if (halted || !position.isTargetTouchedBy(priceE8)) {
      return false;
    }
    exit(position, ExitReason.TAKE_PROFIT, ExitSource.TP, position.targetE8(), priceE8, nowNs);
    return true;
  }

  boolean firesPending(Position position, long priceE8, long nowNs) {
    if (halted || !position.hasPending()) {
      return false;
    }
    ExitReason reason = position.firstPending();
    exit(position, reason, sourceOf(reason), E8.NULL, priceE8, nowNs);
    return true;
  }

  private static ExitSource sourceOf(ExitReason pending) {
    return switch (pending) {
      case MA_CROSS, SIGNAL -> ExitSource.MONITOR_SIGNAL;
      case TIME -> ExitSource.TIME;
      default -> throw new IllegalStateException("pending=" + pending);
    };
  }

  /** Exits a position for this reason. */
  void exit(
      Position position,
      ExitReason reason,
      ExitSource source,
      long levelE8,
      long triggerPriceE8,
      long nowNs) {
    // The order first: finding out what wakes the others next can wait until it is out.
    orders.exit(position, reason, source, levelE8, triggerPriceE8, nowNs);
    forget(position);
  }

  /** Lets no price and no time wake the rules of a position any more. */
  void forget(Position position) {
    corridor.remove(position);
    openPositions.remove(position);
    deadlines.set(position, Deadlines.NONE);
  }
}
