package io.ripcord.engine;

import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;
import io.ripcord.execution.Orders;
import io.ripcord.money.E8;
import io.ripcord.position.Position;

/**
 * Decides what a price fires, in the documented precedence: hard stop, stop loss (whatever last
 * moved it), take profit, then what waits for a price: MA cross, signal, time. First hit wins.
 * Engine thread only; allocates nothing. MISSION D.
 */
final class Firing {
  private final PositionWatch watch;
  private final Brackets brackets;
  private final Orders orders;
  private boolean halted;

  Firing(PositionWatch watch, Brackets brackets, Orders orders) {
    this.watch = watch;
    this.brackets = brackets;
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

  boolean isHalted() {
    return halted;
  }

  boolean fires(Position position, long priceE8, long nowNs) {
    return fires(position, priceE8, priceE8, priceE8, nowNs);
  }

  /** As the other, where stops and targets see other prices than the one that came. */
  boolean fires(
      Position position, long forStopE8, long forTargetE8, long triggerPriceE8, long nowNs) {
    return firesStop(position, forStopE8, triggerPriceE8, nowNs)
        || firesTarget(position, forTargetE8, triggerPriceE8, nowNs)
        || firesPending(position, triggerPriceE8, nowNs);
  }

  boolean firesStop(Position position, long priceE8, long nowNs) {
    return firesStop(position, priceE8, priceE8, nowNs);
  }

  boolean firesStop(Position position, long forStopE8, long triggerPriceE8, long nowNs) {
    if (halted) {
      return false;
    }
    if (position.isHardStopTouchedBy(forStopE8)) {
      exitAtHardStop(position, ExitSource.MONITOR_HARD, triggerPriceE8, nowNs);
      return true;
    }
    return firesMovedStop(position, forStopE8, triggerPriceE8, nowNs);
  }

  /** A stop that has moved without a price meets the last one; a hard stop never moves. */
  boolean firesMovedStop(Position position, long forStopE8, long triggerPriceE8, long nowNs) {
    if (halted || !position.stop().isTouchedBy(forStopE8) || brackets.defers(position, nowNs)) {
      return false;
    }
    boolean moved = position.stop().isMoved();
    ExitSource source = moved ? ExitSource.MONITOR_TRAILING : ExitSource.MONITOR_SOFT;
    exitAtStop(position, source, triggerPriceE8, nowNs);
    return true;
  }

  /** The opposite side of the book has been at or past a stop for long enough. */
  boolean firesThroughBook(Position position, long oppositeE8, long nowNs) {
    if (halted || !BookThrough.isThrough(position, oppositeE8)) {
      return false;
    }
    if (position.stop().isTouchedBy(oppositeE8)) {
      exitAtStop(position, ExitSource.BOOK, oppositeE8, nowNs);
    } else {
      exitAtHardStop(position, ExitSource.BOOK, oppositeE8, nowNs);
    }
    return true;
  }

  /** The venue's own stop had its time and did not act: the position leaves at the market. */
  void takeOver(Position position, long triggerPriceE8, long nowNs) {
    brackets.takeOver(position, triggerPriceE8, nowNs);
    if (!halted) {
      exitAtStop(position, ExitSource.MONITOR_SOFT, triggerPriceE8, nowNs);
    }
  }

  private void exitAtStop(Position position, ExitSource source, long triggerPriceE8, long nowNs) {
    boolean moved = position.stop().isMoved();
    ExitReason reason = moved ? ExitReason.TRAILING_STOP : ExitReason.STOP_LOSS;
    exit(position, reason, source, position.stop().levelE8(), triggerPriceE8, nowNs);
  }

  private void exitAtHardStop(
      Position position, ExitSource source, long triggerPriceE8, long nowNs) {
    exit(position, ExitReason.HARD_STOP, source, position.hardStopE8(), triggerPriceE8, nowNs);
  }

  boolean firesTarget(Position position, long forTargetE8, long triggerPriceE8, long nowNs) {
    if (halted || !position.isTargetTouchedBy(forTargetE8)) {
      return false;
    }
    long levelE8 = position.targetE8();
    exit(position, ExitReason.TAKE_PROFIT, ExitSource.TP, levelE8, triggerPriceE8, nowNs);
    return true;
  }

  /** Exits for a reason that has no level to touch, unless nothing may fire. */
  boolean firesNow(
      Position position,
      ExitReason reason,
      ExitSource source,
      long levelE8,
      long triggerPriceE8,
      long nowNs) {
    if (!halted) {
      exit(position, reason, source, levelE8, triggerPriceE8, nowNs);
    }
    return !halted;
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
    watch.remove(position);
    brackets.remove(position);
  }
}
