package io.ripcord.execution;

import io.ripcord.event.AlertKind;
import io.ripcord.event.ClOrdId;
import io.ripcord.event.OrderType;
import io.ripcord.position.Deadlines;
import io.ripcord.position.Position;

/**
 * Orders that add to a position. One that fails is given up and said: an entry is never worth a
 * second try on old reasons. What is filled after an exit has begun is exited too.
 */
final class EntryLane extends OrderLane {
  private ExitLane exits;

  EntryLane(OrderContext context, Deadlines deadlines) {
    super(context, deadlines, ClOrdId.KIND_ENTRY);
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
    context.decisions.onEntryOrder(
        nowNs,
        position.id(),
        position.instrumentId(),
        intent.lastSentHigh(),
        intent.lastSentLow(),
        position.side(),
        OrderType.MARKET,
        intent.attemptQuantityE8,
        intent.attempt,
        intent.levelE8,
        intent.triggerPriceE8);
  }

  @Override
  void apply(Position position, OrderIntent intent, long quantityE8, long priceE8, long nowNs) {
    position.add(quantityE8, priceE8);
    exits.onOtherFilled(position, nowNs);
    context.notices.changed(position, nowNs);
  }

  @Override
  void onCovered(Position position, OrderIntent intent, long nowNs) {
    finish(position, intent);
    exits.onOtherEnded(position, nowNs);
  }

  @Override
  void onFailed(Position position, OrderIntent intent, boolean permanent, long nowNs) {
    context.notices.alert(AlertKind.ENTRY_FAILED, position, intent.attempt, intent.leftE8(), nowNs);
    finish(position, intent);
    exits.onOtherEnded(position, nowNs);
  }

  @Override
  boolean isPersistent() {
    return false;
  }
}
