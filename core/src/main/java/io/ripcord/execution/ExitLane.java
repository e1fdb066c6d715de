package io.ripcord.execution;

import io.ripcord.event.AlertKind;
import io.ripcord.event.ClOrdId;
import io.ripcord.event.OrderType;
import io.ripcord.event.PositionStatus;
import io.ripcord.position.Deadlines;
import io.ripcord.position.Position;

/**
 * Full exits. A position is closed only by a complete answer of the venue to a question asked after
 * the last fill. What a partial exit of it still works on is left to that; the exit ends after it.
 */
final class ExitLane extends OrderLane {
  private final OrderLane bookings;
  private final OrderLane entries;
  private final FlatProof proof;

  ExitLane(OrderContext context, Deadlines deadlines, OrderLane bookings, OrderLane entries) {
    super(context, deadlines, ClOrdId.KIND_EXIT);
    this.bookings = bookings;
    this.entries = entries;
    proof = new FlatProof(this);
  }

  FlatProof proof() {
    return proof;
  }

  @Override
  long neededE8(Position position, OrderIntent intent) {
    // What is over may have sold or bought what its own reports have not told yet.
    return position.openQuantityE8() + entries.inDoubtE8(position) - bookedE8(position);
  }

  private long bookedE8(Position position) {
    boolean live = position.bookedE8() != 0 && bookings.isLive(position);
    return live ? bookings.intent(position).leftE8() : bookings.inDoubtE8(position);
  }

  @Override
  void say(Position position, OrderIntent intent, long nowNs) {
    context.decisions.onExitOrder(
        nowNs,
        position.id(),
        position.instrumentId(),
        intent.lastSentHigh(),
        intent.lastSentLow(),
        position.side(),
        OrderType.MARKET,
        intent.attemptQuantityE8,
        intent.attempt,
        intent.reason,
        intent.source,
        intent.levelE8,
        intent.triggerPriceE8,
        intent.triggerTimeNs);
  }

  @Override
  void apply(Position position, OrderIntent intent, long quantityE8, long priceE8, long nowNs) {
    long mostE8 = position.openQuantityE8() + entries.inDoubtE8(position);
    Fills.reduce(context, position, quantityE8, mostE8, priceE8, nowNs);
  }

  @Override
  void onCovered(Position position, OrderIntent intent, long nowNs) {
    if (bookings.isLive(position) || entries.isLive(position)) {
      // What they still bring must be known first; their end goes on from here.
      park(position, intent);
    } else {
      proof.ask(position, intent, nowNs);
    }
  }

  @Override
  void onFailed(Position position, OrderIntent intent, boolean permanent, long nowNs) {
    if (permanent || intent.tries() >= RetrySchedule.FAST_ATTEMPTS) {
      context.notices.alert(
          AlertKind.EXIT_STUCK, position, intent.attempt, position.openQuantityE8(), nowNs);
    }
    retry(position, intent, permanent, nowNs);
  }

  /** Another order of the position is over: what it left is this one's. */
  void onOtherEnded(Position position, long nowNs) {
    resume(position, nowNs);
  }

  /**
   * A fill of another lane came late. An answer that is awaited would be to a question from before
   * it, and what an entry still brought is exited too. After a proved close nothing is sold on the
   * word of a late report: the venue was flat, and to sell what it may have sold would reverse.
   */
  void onOtherFilled(Position position, long nowNs) {
    OrderIntent intent = intent(position);
    if (intent.state == IntentState.PROVING) {
      go(position, intent, nowNs);
    } else if (intent.state == IntentState.DONE && position.openQuantityE8() > 0) {
      context.notices.alert(AlertKind.NOT_FLAT, position, position.openQuantityE8(), 0, nowNs);
    }
  }

  @Override
  void ask(Position position, long nowNs) {
    super.ask(position, nowNs);
    if (intent(position).state == IntentState.PROVING) {
      proof.ask(position, intent(position), nowNs);
    }
  }

  @Override
  void onDeadline(Position position, long nowNs) {
    if (intent(position).state == IntentState.PROVING) {
      proof.askAgain(position, intent(position), nowNs);
    } else {
      super.onDeadline(position, nowNs);
    }
  }

  /**
   * An answer to the proof's question is complete: only now does an absent row mean flat.
   *
   * @return the position that it proves closed, {@code null} if none
   */
  Position onAnswerEnd(long queryId, int rowCount, long nowNs) {
    Position position = proof.onAnswerEnd(queryId, rowCount);
    if (position != null) {
      finish(position, intent(position));
      position.status(PositionStatus.CLOSED);
      context.notices.changed(position, nowNs);
    }
    return position;
  }
}
