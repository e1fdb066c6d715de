package io.ripcord.testing.naive;

import java.math.BigDecimal;
import java.util.Set;

/**
 * One position and one trigger price: first the exits in their precedence, against the levels as
 * they were; only if none fires, what the price moves.
 */
final class NaiveRules {

  private final NaiveVenue venue;

  NaiveRules(NaiveVenue venue) {
    this.venue = venue;
  }

  /** Which levels a price is checked against. */
  record Levels(boolean hard, boolean stop, boolean target) {
    static final Levels ALL = new Levels(true, true, true);
  }

  /** A trigger price that is evaluated. */
  void onPrice(NaiveHolding holding, NaiveHolding.Seen seen, long nowNs) {
    holding.isPaused = false;
    if (!exits(holding, seen, nowNs, Levels.ALL)) {
      follow(holding, seen, nowNs);
    }
  }

  /** The first hit exits; tells whether one did. */
  boolean exits(NaiveHolding holding, NaiveHolding.Seen seen, long nowNs, Levels levels) {
    BigDecimal price = seen.price();
    if (levels.hard && NaiveLevels.stopTouched(holding.isLong, holding.hardStop, seen.forStop())) {
      venue.exit(holding, "HARD_STOP", "MONITOR_HARD", nowNs, price, holding.hardStop);
    } else if (levels.stop
        && NaiveLevels.stopTouched(holding.isLong, holding.stop, seen.forStop())) {
      venue.exit(
          holding,
          stopReason(holding),
          holding.isStopMoved ? "MONITOR_TRAILING" : "MONITOR_SOFT",
          nowNs,
          price,
          holding.stop);
    } else if (levels.target
        && NaiveLevels.targetTouched(holding.isLong, holding.target, seen.forTarget())) {
      venue.exit(holding, "TAKE_PROFIT", "TP", nowNs, price, holding.target);
    } else if (holding.isCrossWaiting) {
      venue.exit(holding, "MA_CROSS", "MONITOR_SIGNAL", nowNs, price, null);
    } else if (holding.isSignalWaiting) {
      venue.exit(holding, "SIGNAL", "MONITOR_SIGNAL", nowNs, price, null);
    } else if (holding.isTimeWaiting) {
      venue.exit(holding, "TIME", "TIME", nowNs, price, null);
    } else {
      return false;
    }
    return true;
  }

  /**
   * What moved without a price, and what waits for any: an exit without a level takes a price from
   * before the registration, too.
   */
  boolean exitsWithoutPrice(NaiveHolding holding, Levels moved, long nowNs) {
    BigDecimal price = holding.waitingPrice();
    NaiveHolding.Seen seen = holding.levelPrice();
    return price != null
        && exits(
            holding, seen == null ? new NaiveHolding.Seen(price, null, null) : seen, nowNs, moved);
  }

  /** The whole book has been beyond the stop for long enough. */
  void exitThroughBook(NaiveHolding holding, long nowNs) {
    // The far side: that a long could not even be bought at the stop proves that it is breached.
    BigDecimal far = holding.market.opposite(!holding.isLong);
    if (NaiveLevels.stopTouched(holding.isLong, holding.stop, far)) {
      venue.exit(holding, stopReason(holding), "BOOK", nowNs, far, holding.stop);
    } else {
      venue.exit(holding, "HARD_STOP", "BOOK", nowNs, far, holding.hardStop);
    }
  }

  private static String stopReason(NaiveHolding holding) {
    return holding.isStopMoved ? "TRAILING_STOP" : "STOP_LOSS";
  }

  /** Nothing fired: the watermark sees the price, stops follow it, management acts. */
  void follow(NaiveHolding holding, NaiveHolding.Seen seen, long nowNs) {
    if (seen.forTarget() == null) {
      return;
    }
    holding.watermark = NaiveLevels.better(holding.isLong, holding.watermark, seen.forTarget());
    NaiveTrailing.follow(holding, seen.forTarget());
    NaiveManagement.book(holding, seen, nowNs, venue);
    NaiveManagement.scaleIn(holding, seen);
  }

  /** Bars have closed: only what they moved is checked, and what waits for a price. */
  void onBars(NaiveHolding holding, NaiveBarRules.Moves moves, Set<Long> periods, long nowNs) {
    NaiveBlock.ScaleIn scaleIn = holding.block(NaiveBlock.ScaleIn.class);
    NaiveHolding.Seen seen = holding.levelPrice();
    Levels moved = new Levels(false, moves.stop(), moves.target());
    if (!exitsWithoutPrice(holding, moved, nowNs)
        && seen != null
        && scaleIn != null
        && periods.contains(scaleIn.bar().toNanos())) {
      NaiveManagement.scaleIn(holding, seen);
    }
  }
}
