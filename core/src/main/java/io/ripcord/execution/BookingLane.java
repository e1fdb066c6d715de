package io.ripcord.execution;

import io.ripcord.event.AlertKind;
import io.ripcord.event.ClOrdId;
import io.ripcord.event.ExitReason;
import io.ripcord.position.Deadlines;
import io.ripcord.position.Position;

/**
 * Partial exits: profit that is booked, and parts that a human closes. The position stays open and
 * its rules armed. Booking for profit that fails three times is given up and said; once a full exit
 * has begun, what is left of any is that exit's.
 */
final class BookingLane extends OrderLane {
  private ExitLane exits;

  BookingLane(OrderContext context, Deadlines deadlines) {
    super(context, deadlines, ClOrdId.KIND_BOOKING);
  }

  /** The full exits, which go on where this ends. */
  void exits(ExitLane newExits) {
    exits = newExits;
  }

  @Override
  long neededE8(Position position, OrderIntent intent) {
    return intent.leftE8();
  }

  @Override
  void say(Position position, OrderIntent intent, long nowNs) {
    exits.say(position, intent, nowNs);
  }

  @Override
  void apply(Position position, OrderIntent intent, long quantityE8, long priceE8, long nowNs) {
    long openE8 = position.openQuantityE8();
    Fills.reduce(context, position, quantityE8, openE8, priceE8, nowNs);
    exits.onOtherFilled(position, nowNs);
  }

  @Override
  void onCovered(Position position, OrderIntent intent, long nowNs) {
    finish(position, intent);
    exits.onOtherEnded(position, nowNs);
  }

  @Override
  void onFailed(Position position, OrderIntent intent, boolean permanent, long nowNs) {
    boolean human = intent.reason == ExitReason.MANUAL;
    boolean last = permanent || intent.tries() >= RetrySchedule.FAST_ATTEMPTS;
    if (last) {
      context.notices.alert(AlertKind.EXIT_STUCK, position, intent.attempt, intent.leftE8(), nowNs);
    }
    if (!position.isOpen() || (last && !human)) {
      finish(position, intent);
      exits.onOtherEnded(position, nowNs);
    } else {
      retry(position, intent, permanent, nowNs);
    }
  }

  /** What waits for another attempt is left to the full exit. */
  void leave(Position position) {
    // Most positions leave whole: what they never had need not be fetched on the way out.
    if (position.bookedE8() == 0) {
      return;
    }
    OrderIntent intent = intent(position);
    if (intent.state == IntentState.RETRY_WAIT) {
      finish(position, intent);
    }
  }
}
