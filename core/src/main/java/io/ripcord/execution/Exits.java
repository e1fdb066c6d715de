package io.ripcord.execution;

import io.ripcord.event.AlertKind;
import io.ripcord.event.ClOrdId;
import io.ripcord.event.DecisionListener;
import io.ripcord.event.ExecType;
import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;
import io.ripcord.event.OrderType;
import io.ripcord.event.PositionStatus;
import io.ripcord.event.RejectKind;
import io.ripcord.market.Instruments;
import io.ripcord.money.E8;
import io.ripcord.position.Deadlines;
import io.ripcord.position.Position;
import io.ripcord.position.Positions;
import org.agrona.collections.LongHashSet;

/**
 * Carries exits from the decision to the proof. One live intent per position; its attempts follow
 * one another and each is for what is open and not in doubt: a sum may tell of a fill before its
 * own report comes, so working and in-doubt quantity never pass open quantity. A position is closed
 * only by a complete answer of the venue to a question asked after the last fill.
 *
 * <p>Engine thread only. Emits decisions in the order in which they must happen. Reports may repeat
 * or come out of order: a fill counts once, by its execution id, in whatever state it finds the
 * intent, a late one after the close included.
 */
public final class Exits {
  private static final int FIRST_EXECUTIONS = 1024;

  private final Positions positions;
  private final Instruments instruments;
  private final Deadlines deadlines;
  private final DecisionListener decisions;
  private final ExitIntent[] intents;
  private final LongHashSet seenExecutions = new LongHashSet(FIRST_EXECUTIONS);
  private long executionsHash;
  private int instance;
  private int epoch;
  private int live;

  /** Exits of these positions. */
  public Exits(
      Positions positions,
      Instruments instruments,
      Deadlines deadlines,
      DecisionListener decisions) {
    this.positions = positions;
    this.instruments = instruments;
    this.deadlines = deadlines;
    this.decisions = decisions;
    intents = new ExitIntent[positions.capacity()];
  }

  /**
   * A new engine start: order ids carry its numbers from now on, and answers to the questions of
   * the one before mean nothing; they are asked again at their deadline.
   */
  public void start(int newInstance, int newEpoch) {
    instance = newInstance;
    epoch = newEpoch;
    for (int slot = 0; slot < positions.count(); slot++) {
      intents[slot].queryId = ExitIntent.NO_QUERY;
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

  /** Order-independent hash of the execution ids that were applied. */
  public long executionsHash() {
    return executionsHash;
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
    intent.reason = reason;
    intent.source = source;
    intent.levelE8 = levelE8;
    intent.triggerPriceE8 = triggerPriceE8;
    intent.triggerTimeNs = nowNs;
    live++;
    position.status(PositionStatus.CLOSING);
    send(position, intent, nowNs);
    changed(position, intent, nowNs);
  }

  private void send(Position position, ExitIntent intent, long nowNs) {
    intent.attempt++;
    intent.earlierInDoubtE8 = intent.inDoubtE8();
    intent.attemptQuantityE8 = position.openQuantityE8() - intent.earlierInDoubtE8;
    intent.attemptFilledE8 = 0;
    intent.attemptCumE8 = 0;
    intent.attemptEnded = false;
    intent.state = IntentState.REQUESTED;
    deadlines.set(position, Deadlines.NONE);
    long clOrdIdHigh = ClOrdId.high(instance, epoch, position.ordinal());
    long clOrdIdLow = ClOrdId.low(position.ordinal(), intent.attempt, 0, ClOrdId.KIND_EXIT);
    intent.sent(clOrdIdHigh, clOrdIdLow);
    decisions.onExitOrder(
        nowNs,
        position.id(),
        position.instrumentId(),
        clOrdIdHigh,
        clOrdIdLow,
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

  /** The sender wrote the order; says nothing about the venue. */
  public void onSent(long clOrdIdHigh, long clOrdIdLow, long nowNs) {
    Position position = owner(clOrdIdHigh, clOrdIdLow, nowNs);
    if (position == null) {
      return;
    }
    ExitIntent intent = intent(position);
    if (isCurrent(intent, clOrdIdLow) && intent.state == IntentState.REQUESTED) {
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
    if (position == null || !seenExecutions.add(execId)) {
      return;
    }
    executionsHash += execId * 0x9E3779B97F4A7C15L;
    ExitIntent intent = intent(position);
    boolean current = isCurrent(intent, clOrdIdLow);
    if (current) {
      intent.attemptCumE8 = Math.max(intent.attemptCumE8, cumQuantityE8);
    }
    switch (execType) {
      case NEW -> acknowledged(intent, current);
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

  private static void acknowledged(ExitIntent intent, boolean current) {
    if (current && (intent.state == IntentState.REQUESTED || intent.state == IntentState.SENT)) {
      intent.state = IntentState.WORKING;
    }
  }

  private void filled(
      Position position,
      ExitIntent intent,
      boolean current,
      long quantityE8,
      long priceE8,
      long nowNs) {
    acknowledged(intent, current);
    if (quantityE8 > position.openQuantityE8()) {
      alert(AlertKind.OVER_FILL, position, position.openQuantityE8(), quantityE8, nowNs);
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
    changed(position, intent, nowNs);
    if (isCovered(position, intent) && intent.isLive()) {
      // Also while an answer is awaited: it would be to a question from before this fill.
      prove(position, intent, nowNs);
    }
  }

  /** Whether all that is open has been filled, as far as the venue's sums tell. */
  private static boolean isCovered(Position position, ExitIntent intent) {
    return position.openQuantityE8() <= intent.inDoubtE8();
  }

  /** The current order no longer works: what is still open needs another. */
  private void ended(Position position, ExitIntent intent, RejectKind rejectKind, long nowNs) {
    if (intent.attemptEnded || !intent.isLive() || intent.state == IntentState.PROVING) {
      return;
    }
    intent.attemptEnded = true;
    if (rejectKind != RejectKind.NONE) {
      alert(AlertKind.EXIT_REJECTED, position, intent.attempt, rejectKind.code(), nowNs);
    }
    boolean progress = intent.attemptFilledE8 > 0 || intent.attemptCumE8 > 0;
    if (progress) {
      sendOrProve(position, intent, nowNs);
      return;
    }
    boolean permanent = rejectKind == RejectKind.PERMANENT;
    if (permanent || intent.attempt >= RetrySchedule.FAST_ATTEMPTS) {
      alert(AlertKind.EXIT_STUCK, position, intent.attempt, position.openQuantityE8(), nowNs);
    }
    intent.state = IntentState.RETRY_WAIT;
    deadlines.set(position, nowNs + RetrySchedule.afterAttemptNs(intent.attempt, permanent));
  }

  private void sendOrProve(Position position, ExitIntent intent, long nowNs) {
    if (isCovered(position, intent)) {
      prove(position, intent, nowNs);
    } else {
      send(position, intent, nowNs);
    }
  }

  private void prove(Position position, ExitIntent intent, long nowNs) {
    intent.state = IntentState.PROVING;
    intent.queries++;
    intent.queryId = QueryId.of(epoch, position.ordinal(), intent.queries);
    intent.answerRows = ExitIntent.NO_ANSWER;
    deadlines.set(position, nowNs + RetrySchedule.afterProofNs(intent.queries));
    decisions.onPositionsQuery(nowNs, intent.queryId, position.id(), position.instrumentId());
  }

  /** A closing position's deadline has come. */
  public void onDeadline(Position position, long nowNs) {
    ExitIntent intent = intent(position);
    if (intent.state == IntentState.RETRY_WAIT) {
      sendOrProve(position, intent, nowNs);
    } else if (intent.state == IntentState.PROVING) {
      if (intent.queries >= RetrySchedule.FAST_PROOFS) {
        alert(AlertKind.NOT_FLAT, position, intent.answerNetE8, intent.queries, nowNs);
      }
      prove(position, intent, nowNs);
    }
  }

  /** An answer opens. */
  public void onAnswerBegin(long queryId, int rowCount) {
    ExitIntent intent = asked(queryId);
    if (intent != null) {
      intent.answerRows = rowCount;
      intent.answerRowsSeen = 0;
      intent.answerNetE8 = 0;
    }
  }

  /**
   * One row of an answer. Where the venue keeps no ledger per position, what it holds of the
   * instrument speaks against a flat position: rather ask for ever than take the unknown for flat.
   */
  public void onAnswerRow(long queryId, long positionId, int instrumentId, long netQuantityE8) {
    ExitIntent intent = asked(queryId);
    if (intent == null) {
      return;
    }
    intent.answerRowsSeen++;
    Position position = positions.byOrdinal(QueryId.ordinal(queryId));
    boolean netted = positionId == E8.NULL && instrumentId == position.instrumentId();
    if ((netted || positionId == position.id()) && netQuantityE8 != 0) {
      intent.answerNetE8 = netQuantityE8;
    }
  }

  /** An answer is complete: only now does an absent row mean flat. */
  public void onAnswerEnd(long queryId, int rowCount, long nowNs) {
    ExitIntent intent = asked(queryId);
    if (intent == null) {
      return;
    }
    boolean complete = intent.answerRows == rowCount && intent.answerRowsSeen == rowCount;
    intent.answerRows = ExitIntent.NO_ANSWER;
    if (!complete || intent.answerNetE8 != 0) {
      return;
    }
    Position position = positions.byOrdinal(QueryId.ordinal(queryId));
    intent.state = IntentState.DONE;
    live--;
    deadlines.set(position, Deadlines.NONE);
    position.status(PositionStatus.CLOSED);
    changed(position, intent, nowNs);
  }

  private ExitIntent asked(long queryId) {
    Position position = positions.byOrdinal(QueryId.ordinal(queryId));
    ExitIntent intent = position == null ? null : intent(position);
    boolean asked =
        intent != null && intent.state == IntentState.PROVING && intent.queryId == queryId;
    return asked ? intent : null;
  }

  private Position owner(long clOrdIdHigh, long clOrdIdLow, long nowNs) {
    Position position = positions.byOrdinal(ClOrdId.positionOrdinal(clOrdIdHigh, clOrdIdLow));
    if (position == null || !intent(position).hasSent(clOrdIdHigh, clOrdIdLow)) {
      decisions.onAlert(nowNs, AlertKind.UNKNOWN_ORDER, E8.NULL, -1, clOrdIdHigh, clOrdIdLow);
      return null;
    }
    return position;
  }

  private static boolean isCurrent(ExitIntent intent, long clOrdIdLow) {
    return intent.attempt == ClOrdId.attempt(clOrdIdLow);
  }

  private void changed(Position position, ExitIntent intent, long nowNs) {
    long multiplierE8 = instruments.get(position.instrumentId()).multiplierE8();
    long pnlE8 = intent.gain.timesDividedHalfEven(multiplierE8, E8.ONE * E8.ONE);
    if (Math.abs(pnlE8) == Long.MAX_VALUE) {
      alert(AlertKind.MONEY_OUT_OF_RANGE, position, pnlE8, multiplierE8, nowNs);
    }
    decisions.onPositionChanged(
        nowNs,
        position.id(),
        position.instrumentId(),
        position.status(),
        position.openQuantityE8(),
        intent.averagePriceE8(),
        pnlE8);
  }

  private void alert(AlertKind kind, Position position, long first, long second, long nowNs) {
    decisions.onAlert(nowNs, kind, position.id(), position.instrumentId(), first, second);
  }
}
