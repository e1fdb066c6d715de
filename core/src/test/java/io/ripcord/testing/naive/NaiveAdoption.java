package io.ripcord.testing.naive;

import java.math.BigDecimal;

/**
 * Another policy for a position that is open. What the market and the trader have made of the
 * position stays; rules begin anew, but an age counts from the registration. A stop only tightens.
 * Refused if it is the same policy, and if the newest price has reached the stop that would hold.
 */
final class NaiveAdoption {

  private NaiveAdoption() {}

  /** The holding from now on, or {@code null} if that is refused. */
  static NaiveHolding of(NaiveHolding former, NaiveEvent.Adopt event) {
    if (event.policy().equals(former.policy)) {
      return null;
    }
    NaivePosition before = former.position;
    NaivePosition position =
        new NaivePosition(
            before.id(),
            before.symbol(),
            before.side(),
            before.quantity(),
            former.entry,
            before.registeredAtNs(),
            event.policy(),
            before.exitFills(),
            event.squareOffNs());
    former.market.need(event.policy());
    NaiveHolding next = new NaiveHolding(position, former.instrument, former.market);
    next.quantity = former.quantity;
    next.largest = former.largest;
    next.booked = former.booked;
    next.realized = former.realized;
    next.watermark = former.watermark;
    next.adds = former.adds;
    next.sweptNs = event.timeNs();
    next.fresh = next.source == former.source ? former.fresh : null;
    next.isSignalWaiting = former.isSignalWaiting && event.policy().signalExit();
    NaiveBarRules.arm(next);
    keepTighter(next, former);
    NaiveClock.overdue(next, event.timeNs());
    if (next.levelPrice() != null && next.fresh.forTarget() != null) {
      NaiveTrailing.follow(next, next.fresh.forTarget());
    }
    return isReached(next) ? null : next;
  }

  private static void keepTighter(NaiveHolding next, NaiveHolding former) {
    if (isAtLeastAsTight(next.isLong, former.stop, next.stop)) {
      next.stop = former.stop;
      next.isStopMoved = former.isStopMoved;
    }
    if (isAtLeastAsTight(next.isLong, former.hardStop, next.hardStop)) {
      next.hardStop = former.hardStop;
    }
  }

  private static boolean isAtLeastAsTight(boolean isLong, BigDecimal one, BigDecimal other) {
    return one != null
        && (other == null || NaiveLevels.improvement(isLong, one, other).signum() >= 0);
  }

  private static boolean isReached(NaiveHolding next) {
    BigDecimal price = next.waitingPrice();
    return NaiveLevels.stopTouched(next.isLong, next.stop, price)
        || NaiveLevels.stopTouched(next.isLong, next.hardStop, price);
  }
}
