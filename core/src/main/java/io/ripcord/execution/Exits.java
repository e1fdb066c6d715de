package io.ripcord.execution;

import io.ripcord.event.AlertKind;
import io.ripcord.event.ClOrdId;
import io.ripcord.event.DecisionListener;
import io.ripcord.event.ExecType;
import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;
import io.ripcord.event.OrdStatus;
import io.ripcord.event.OrderType;
import io.ripcord.event.PositionStatus;
import io.ripcord.event.RejectKind;
import io.ripcord.market.Instruments;
import io.ripcord.position.Deadlines;
import io.ripcord.position.Position;
import io.ripcord.position.Positions;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;

/**
 * Carries exits from the decision to the proof. One live intent per position; its attempts follow
 * one another and each is for what is open and not in doubt: a sum may tell of a fill before its
 * own report comes, so working and in-doubt quantity never pass open quantity. A position is closed
 * only by a complete answer of the venue to a question asked after the last fill.
 *
 * <p>Engine thread only. Decisions come in the order in which they must happen; reports in any: a
 * fill counts once, by its execution id, in whatever state, a late one after the close included.
 */
public final class Exits {
  private final Positions positions;
  private final Deadlines deadlines;
  private final DecisionListener decisions;
  private final ExitNotices notices;
  private final FlatProof proof;
  private final OrderInquiry inquiry;
  private final ExitIntent[] intents;
  private final Executions executions = new Executions();
  private int instance;
  private int epoch;
  private int live;
  private boolean halted;

  /** Exits of these positions. */
  public Exits(
      Positions positions,
      Instruments instruments,
      Deadlines deadlines,
      DecisionListener decisions) {
    this.positions = positions;
    this.deadlines = deadlines;
    this.decisions = decisions;
    intents = new ExitIntent[positions.capacity()];
    notices = new ExitNotices(instruments, decisions);
    proof = new FlatProof(positions, intents, deadlines, decisions, notices);
    inquiry = new OrderInquiry(deadlines, decisions, notices);
  }

  /**
   * A new engine start: order ids carry its numbers from now on, answers to the questions of the
   * one before mean nothing, and nobody knows what became of the orders under way.
   */
  public void start(int newInstance, int newEpoch, long nowNs) {
    instance = newInstance;
    epoch = newEpoch;
    proof.epoch(newEpoch);
    inquiry.epoch(newEpoch);
    askAll(nowNs);
  }

  /** Asks the venue about every order and every proof under way, in order of position id. */
  public void askAll(long nowNs) {
    if (live == 0) {
      return;
    }
    for (Position position : positions.sortedById()) {
      ExitIntent intent = intent(position);
      if (intent.isOrderLive()) {
        inquiry.doubt(position, intent, nowNs);
      } else if (intent.state == IntentState.PROVING) {
        proof.ask(position, intent, nowNs);
      }
    }
  }

  /** Whether nothing may be sent; what waits is sent when that ends. */
  public void halted(boolean newHalted, long nowNs) {
    boolean resumed = halted && !newHalted;
    halted = newHalted;
    if (resumed && live > 0) {
      for (Position position : positions.sortedById()) {
        ExitIntent intent = intent(position);
        if (intent.state == IntentState.RETRY_WAIT && deadlines.of(position) == Deadlines.NONE) {
          sendOrProve(position, intent, nowNs);
        }
      }
    }
  }

  /** Makes room for a position's exit. */
  public void register(Position position) {
    intents[position.slot()] = new ExitIntent();
  }

  /** A position's exit. */
  public ExitIntent intent(Position position) {
    return intents[position.slot()];
  }

  /** How many are under way. */
  public int live() {
    return live;
  }

  /** Writes the intents, and the execution ids that were applied. */
  public void write(StateOut out) {
    out.putStartBound(instance);
    out.putStartBound(epoch);
    out.put(live);
    out.put(halted);
    for (int slot = 0; slot < positions.count(); slot++) {
      intents[slot].write(out);
    }
    executions.write(out);
  }

  /** Takes on what was written for these positions. */
  public void read(StateIn in) {
    instance = in.nextInt();
    epoch = in.nextInt();
    proof.epoch(epoch);
    inquiry.epoch(epoch);
    live = in.nextInt();
    halted = in.nextFlag();
    for (int slot = 0; slot < positions.count(); slot++) {
      intents[slot] = new ExitIntent();
      intents[slot].read(in);
    }
    executions.read(in);
  }

  /**
   * Starts the exit of an open position: the order is out before anything else is said.
   *
   * @param levelE8 level that was touched, null if the rule has none
   * @param triggerPriceE8 price that fired, null if none is known
   */
  public void begin(
      Position position,
      ExitReason reason,
      ExitSource source,
      long levelE8,
      long triggerPriceE8,
      long nowNs) {
    ExitIntent intent = intent(position);
    intent.begin(reason, source, levelE8, triggerPriceE8, nowNs);
    live++;
    position.status(PositionStatus.CLOSING);
    send(position, intent, nowNs);
    notices.changed(position, intent, nowNs);
  }

  private void send(Position position, ExitIntent intent, long nowNs) {
    intent.nextAttempt(position.openQuantityE8());
    intent.sent(
        ClOrdId.high(instance, epoch, position.ordinal()),
        ClOrdId.low(position.ordinal(), intent.attempt, 0, ClOrdId.KIND_EXIT));
    order(position, intent, nowNs);
  }

  /** Says the current attempt's order: for the first time, or because it never arrived. */
  private void order(Position position, ExitIntent intent, long nowNs) {
    intent.state = IntentState.REQUESTED;
    deadlines.set(position, nowNs + RetrySchedule.ACK_TIMEOUT_NS);
    decisions.onExitOrder(
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

  /** A position is no longer watched. */
  public void unregister(Position position, long nowNs) {
    position.status(PositionStatus.UNREGISTERED);
    notices.changed(position, intent(position), nowNs);
  }

  /** The sender wrote the order. */
  public void onSent(long clOrdIdHigh, long clOrdIdLow, long nowNs) {
    Position position = owner(clOrdIdHigh, clOrdIdLow, nowNs);
    if (position == null) {
      return;
    }
    ExitIntent intent = intent(position);
    if (intent.isCurrent(clOrdIdLow) && intent.state == IntentState.REQUESTED) {
      intent.state = IntentState.SENT;
    }
  }

  /** The venue speaks of an order. */
  public void onReport(
      long clOrdIdHigh,
      long clOrdIdLow,
      ExecType execType,
      long execId,
      long lastQuantityE8,
      long lastPriceE8,
      long cumQuantityE8,
      long leavesQuantityE8,
      RejectKind rejectKind,
      long nowNs) {
    Position position = owner(clOrdIdHigh, clOrdIdLow, nowNs);
    if (position == null || !executions.add(execId)) {
      return;
    }
    ExitIntent intent = intent(position);
    boolean current = intent.isCurrent(clOrdIdLow);
    if (current) {
      intent.attemptHeardOf = true;
      intent.attemptCumE8 = Math.max(intent.attemptCumE8, cumQuantityE8);
    }
    switch (execType) {
      case NEW -> acknowledged(position, intent, current);
      case TRADE -> {
        filled(position, intent, current, lastQuantityE8, lastPriceE8, nowNs);
        if (leavesQuantityE8 == 0 && current) {
          ended(position, intent, RejectKind.NONE, nowNs);
        }
      }
      case REJECTED, CANCELED, EXPIRED -> {
        if (current) {
          ended(
              position,
              intent,
              execType == ExecType.REJECTED ? rejectKind : RejectKind.NONE,
              nowNs);
        }
      }
    }
  }

  private void acknowledged(Position position, ExitIntent intent, boolean current) {
    // A report may be older than the doubt: what it says held then, not now.
    if (current && intent.isOrderLive() && intent.state != IntentState.UNKNOWN) {
      working(position, intent);
    }
  }

  private void working(Position position, ExitIntent intent) {
    intent.state = IntentState.WORKING;
    deadlines.set(position, Deadlines.NONE);
  }

  private void filled(
      Position position,
      ExitIntent intent,
      boolean current,
      long quantityE8,
      long priceE8,
      long nowNs) {
    acknowledged(position, intent, current);
    if (quantityE8 > position.openQuantityE8()) {
      notices.alert(AlertKind.OVER_FILL, position, position.openQuantityE8(), quantityE8, nowNs);
    }
    position.reduce(quantityE8);
    intent.filledE8 += quantityE8;
    if (current) {
      intent.attemptFilledE8 += quantityE8;
    } else {
      intent.earlierInDoubtE8 = Math.max(0, intent.earlierInDoubtE8 - quantityE8);
    }
    intent.fillNotional.addProduct(priceE8, quantityE8);
    intent.gain.addProduct(
        position.side().sign() * (priceE8 - position.entryPriceE8()), quantityE8);
    notices.changed(position, intent, nowNs);
    if (isCovered(position, intent) && intent.isLive()) {
      // Also while an answer is awaited: it would be to a question from before this fill.
      proof.ask(position, intent, nowNs);
    }
  }

  /** Whether all that is open has been filled, as far as the venue's sums tell. */
  private static boolean isCovered(Position position, ExitIntent intent) {
    return position.openQuantityE8() <= intent.inDoubtE8();
  }

  /** The current order no longer works: what is still open needs another. */
  private void ended(Position position, ExitIntent intent, RejectKind rejectKind, long nowNs) {
    if (!intent.end()) {
      return;
    }
    if (rejectKind != RejectKind.NONE) {
      notices.alert(AlertKind.EXIT_REJECTED, position, intent.attempt, rejectKind.code(), nowNs);
    }
    boolean progress = intent.attemptFilledE8 > 0 || intent.attemptCumE8 > 0;
    if (progress) {
      sendOrProve(position, intent, nowNs);
      return;
    }
    boolean permanent = rejectKind == RejectKind.PERMANENT;
    if (permanent || intent.attempt >= RetrySchedule.FAST_ATTEMPTS) {
      notices.alert(
          AlertKind.EXIT_STUCK, position, intent.attempt, position.openQuantityE8(), nowNs);
    }
    intent.state = IntentState.RETRY_WAIT;
    deadlines.set(position, nowNs + RetrySchedule.afterAttemptNs(intent.attempt, permanent));
  }

  private void sendOrProve(Position position, ExitIntent intent, long nowNs) {
    if (isCovered(position, intent)) {
      proof.ask(position, intent, nowNs);
    } else if (halted) {
      intent.state = IntentState.RETRY_WAIT;
      deadlines.set(position, Deadlines.NONE);
    } else {
      send(position, intent, nowNs);
    }
  }

  /** The venue says where an order stands. */
  public void onStatus(
      long queryId,
      long clOrdIdHigh,
      long clOrdIdLow,
      OrdStatus status,
      long cumQuantityE8,
      long nowNs) {
    Position position = owner(clOrdIdHigh, clOrdIdLow, nowNs);
    if (position == null || !intent(position).isCurrent(clOrdIdLow)) {
      return;
    }
    ExitIntent intent = intent(position);
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

  /** A closing position's deadline has come. */
  public void onDeadline(Position position, long nowNs) {
    ExitIntent intent = intent(position);
    switch (intent.state) {
      case RETRY_WAIT -> sendOrProve(position, intent, nowNs);
      case PROVING -> proof.askAgain(position, intent, nowNs);
      case REQUESTED, SENT -> inquiry.doubt(position, intent, nowNs);
      case UNKNOWN -> inquiry.askAgain(position, intent, nowNs);
      default -> {}
    }
  }

  /** An answer opens. */
  public void onAnswerBegin(long queryId, int rowCount) {
    proof.onAnswerBegin(queryId, rowCount);
  }

  /** One row of an answer. */
  public void onAnswerRow(long queryId, long positionId, int instrumentId, long netQuantityE8) {
    proof.onAnswerRow(queryId, positionId, instrumentId, netQuantityE8);
  }

  /** An answer is complete: only now does an absent row mean flat. */
  public void onAnswerEnd(long queryId, int rowCount, long nowNs) {
    Position position = proof.onAnswerEnd(queryId, rowCount);
    if (position != null) {
      intent(position).state = IntentState.DONE;
      live--;
      deadlines.set(position, Deadlines.NONE);
      position.status(PositionStatus.CLOSED);
      notices.changed(position, intent(position), nowNs);
    }
  }

  private Position owner(long clOrdIdHigh, long clOrdIdLow, long nowNs) {
    Position position = positions.byOrdinal(ClOrdId.positionOrdinal(clOrdIdHigh, clOrdIdLow));
    if (position == null || !intent(position).hasSent(clOrdIdHigh, clOrdIdLow)) {
      notices.unknownOrder(clOrdIdHigh, clOrdIdLow, nowNs);
      return null;
    }
    return position;
  }
}
