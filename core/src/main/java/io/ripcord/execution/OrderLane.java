package io.ripcord.execution;

import io.ripcord.event.AlertKind;
import io.ripcord.event.ClOrdId;
import io.ripcord.event.ExecType;
import io.ripcord.event.OrdStatus;
import io.ripcord.event.RejectKind;
import io.ripcord.position.Deadlines;
import io.ripcord.position.Position;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;

/**
 * Orders of one purpose: at most one live intent per position, whose attempts follow one another,
 * each for what is needed and not in doubt. A sum may tell of a fill before its own report comes,
 * so working and in-doubt quantity never pass what is needed. What is needed, what an order looks
 * like, what a fill does and what follows the last one is each lane's own.
 *
 * <p>Engine thread only. Decisions come in the order in which they must happen; reports in any: a
 * fill counts once, by its execution id, in whatever state.
 */
abstract class OrderLane {
  final OrderContext context;
  final Deadlines deadlines;
  private final int kind;
  private final OrderInquiry inquiry;
  private final OrderIntent[] intents;
  private int live;
  private boolean halted;

  /** Whether any position ever had one: most lanes of most engines stay empty. */
  private boolean used;

  /** A lane whose order ids carry {@code kind}. */
  OrderLane(OrderContext context, Deadlines deadlines, int kind) {
    this.context = context;
    this.deadlines = deadlines;
    this.kind = kind;
    inquiry = new OrderInquiry(context, deadlines);
    intents = new OrderIntent[context.positions.capacity()];
  }

  /** What this lane still has to get filled, in doubt or not. */
  abstract long neededE8(Position position, OrderIntent intent);

  /** Says the order of the current attempt. */
  abstract void say(Position position, OrderIntent intent, long nowNs);

  /** Applies a fill to the position. */
  abstract void apply(
      Position position, OrderIntent intent, long quantityE8, long priceE8, long nowNs);

  /** All that is needed has been filled, as far as the venue's sums tell. */
  abstract void onCovered(Position position, OrderIntent intent, long nowNs);

  /** An attempt ended without any fill. */
  abstract void onFailed(Position position, OrderIntent intent, boolean permanent, long nowNs);

  /** Whether what an order leaves unfilled takes another. */
  boolean isPersistent() {
    return true;
  }

  /** Makes room for a position's orders. */
  void register(Position position) {
    intents[position.slot()] = new OrderIntent();
  }

  OrderIntent intent(Position position) {
    return intents[position.slot()];
  }

  /** How many intents are under way. */
  final int live() {
    return live;
  }

  /** Whether a position has one under way. */
  final boolean isLive(Position position) {
    return intents[position.slot()].isLive();
  }

  /** Whether one is under way, or was and reports of its fills are still to come. */
  final boolean isUnsettled(Position position) {
    OrderIntent intent = intents[position.slot()];
    return intent.isLive() || intent.inDoubtE8() > 0;
  }

  /** What the venue's sums say was filled, and no report has told. */
  final long inDoubtE8(Position position) {
    return used ? intents[position.slot()].inDoubtE8() : 0;
  }

  /** Whether nothing may be sent. */
  final boolean isHalted() {
    return halted;
  }

  /** An intent has begun: the order is out before anything else is said. */
  final void begun(Position position, long nowNs) {
    live++;
    used = true;
    OrderIntent intent = intent(position);
    if (isCovered(position, intent)) {
      // Nothing to sell: what is open on paper was sold by an order whose fills were not told.
      onCovered(position, intent, nowNs);
    } else {
      send(position, intent, nowNs);
    }
  }

  /** An intent is over. */
  final void finish(Position position, OrderIntent intent) {
    intent.state = IntentState.DONE;
    live--;
    deadlines.set(position, Deadlines.NONE);
  }

  /** After a restart or a lost connection: asks about the order under way. */
  void ask(Position position, long nowNs) {
    OrderIntent intent = intent(position);
    if (intent.isOrderLive()) {
      inquiry.doubt(position, intent, nowNs);
    }
  }

  /** Whether nothing may be sent; what waits is sent when that ends. */
  final void halted(boolean newHalted) {
    halted = newHalted;
  }

  /** The halt has ended. */
  final void resume(Position position, long nowNs) {
    OrderIntent intent = intent(position);
    if (intent.state == IntentState.RETRY_WAIT && deadlines.of(position) == Deadlines.NONE) {
      go(position, intent, nowNs);
    }
  }

  /** The next order, or what follows when none is needed. */
  final void go(Position position, OrderIntent intent, long nowNs) {
    if (isCovered(position, intent)) {
      onCovered(position, intent, nowNs);
    } else if (halted) {
      park(position, intent);
    } else {
      send(position, intent, nowNs);
    }
  }

  /** Waits without a deadline, for whoever calls {@link #go}. */
  final void park(Position position, OrderIntent intent) {
    intent.state = IntentState.RETRY_WAIT;
    deadlines.set(position, Deadlines.NONE);
  }

  /** Waits for the time of the next attempt. */
  final void retry(Position position, OrderIntent intent, boolean permanent, long nowNs) {
    intent.state = IntentState.RETRY_WAIT;
    deadlines.set(position, nowNs + RetrySchedule.afterAttemptNs(intent.tries(), permanent));
  }

  private void send(Position position, OrderIntent intent, long nowNs) {
    intent.nextAttempt(neededE8(position, intent));
    intent.sent(
        ClOrdId.high(context.instance(), context.epoch(), position.ordinal()),
        ClOrdId.low(position.ordinal(), intent.attempt, 0, kind));
    order(position, intent, nowNs);
  }

  /** Says the current attempt's order: for the first time, or because it never arrived. */
  private void order(Position position, OrderIntent intent, long nowNs) {
    intent.state = IntentState.REQUESTED;
    deadlines.set(position, nowNs + RetrySchedule.ACK_TIMEOUT_NS);
    say(position, intent, nowNs);
  }

  private boolean isCovered(Position position, OrderIntent intent) {
    return neededE8(position, intent) <= intent.inDoubtE8();
  }

  /** The sender wrote the order. */
  final void onSent(Position position, long clOrdIdLow) {
    OrderIntent intent = intent(position);
    if (intent.isCurrent(clOrdIdLow) && intent.state == IntentState.REQUESTED) {
      intent.state = IntentState.SENT;
    }
  }

  /** The venue speaks of an order, for the first time with these words. */
  final void onReport(
      Position position,
      long clOrdIdLow,
      ExecType execType,
      long lastQuantityE8,
      long lastPriceE8,
      long cumQuantityE8,
      long leavesQuantityE8,
      RejectKind rejectKind,
      long nowNs) {
    OrderIntent intent = intent(position);
    boolean current = intent.isCurrent(clOrdIdLow);
    if (current) {
      intent.attemptHeardOf = true;
      intent.attemptCumE8 = Math.max(intent.attemptCumE8, cumQuantityE8);
    }
    switch (execType) {
      case NEW -> acknowledged(position, intent, current);
      case TRADE -> {
        acknowledged(position, intent, current);
        intent.filled(ClOrdId.attempt(clOrdIdLow), lastQuantityE8);
        apply(position, intent, lastQuantityE8, lastPriceE8, nowNs);
        if (intent.isLive() && isCovered(position, intent)) {
          // Also while an answer is awaited: it would be to a question from before this fill.
          onCovered(position, intent, nowNs);
        }
        if (leavesQuantityE8 == 0 && current) {
          ended(position, intent, RejectKind.NONE, nowNs);
        }
      }
      case REJECTED, CANCELED, EXPIRED -> {
        if (current) {
          boolean rejected = execType == ExecType.REJECTED;
          ended(position, intent, rejected ? rejectKind : RejectKind.NONE, nowNs);
        }
      }
    }
  }

  private void acknowledged(Position position, OrderIntent intent, boolean current) {
    // A report may be older than the doubt: what it says held then, not now.
    if (current && intent.isOrderLive() && intent.state != IntentState.UNKNOWN) {
      working(position, intent);
    }
  }

  private void working(Position position, OrderIntent intent) {
    intent.state = IntentState.WORKING;
    deadlines.set(position, Deadlines.NONE);
  }

  /** The current order no longer works: what is still needed takes another. */
  private void ended(Position position, OrderIntent intent, RejectKind rejectKind, long nowNs) {
    if (!intent.end()) {
      return;
    }
    if (rejectKind != RejectKind.NONE) {
      context.notices.alert(
          AlertKind.EXIT_REJECTED, position, intent.attempt, rejectKind.code(), nowNs);
    }
    boolean progress = intent.attemptFilledE8 > 0 || intent.attemptCumE8 > 0;
    if (progress && isPersistent()) {
      go(position, intent, nowNs);
    } else if (progress) {
      onCovered(position, intent, nowNs);
    } else {
      onFailed(position, intent, rejectKind == RejectKind.PERMANENT, nowNs);
    }
  }

  /** The venue says where an order stands. */
  final void onStatus(
      Position position,
      long queryId,
      long clOrdIdLow,
      OrdStatus status,
      long cumQuantityE8,
      long nowNs) {
    OrderIntent intent = intent(position);
    if (!intent.isCurrent(clOrdIdLow)) {
      return;
    }
    switch (inquiry.onStatus(intent, queryId, status, cumQuantityE8, nowNs)) {
      case OPEN -> {}
      case WORKING -> working(position, intent);
      case ENDED -> ended(position, intent, RejectKind.NONE, nowNs);
      case REFUSED -> ended(position, intent, RejectKind.TRANSIENT, nowNs);
      case NEVER_ARRIVED -> {
        // In a halt the questions go on: should it arrive after all, one more id would be too many.
        if (!halted) {
          order(position, intent, nowNs);
        }
      }
    }
  }

  /** The deadline of the intent has come. */
  void onDeadline(Position position, long nowNs) {
    OrderIntent intent = intent(position);
    switch (intent.state) {
      case RETRY_WAIT -> go(position, intent, nowNs);
      case REQUESTED, SENT -> inquiry.doubt(position, intent, nowNs);
      case UNKNOWN -> inquiry.askAgain(position, intent, nowNs);
      default -> {}
    }
  }

  /** Writes the intents. */
  final void write(StateOut out) {
    out.put(live);
    out.put(halted);
    for (int slot = 0; slot < context.positions.count(); slot++) {
      intents[slot].write(out);
    }
  }

  /** Takes on what was written for these positions. */
  final void read(StateIn in) {
    live = in.nextInt();
    halted = in.nextFlag();
    for (int slot = 0; slot < context.positions.count(); slot++) {
      intents[slot] = new OrderIntent();
      intents[slot].read(in);
      used |= intents[slot].attempt > 0;
    }
  }
}
