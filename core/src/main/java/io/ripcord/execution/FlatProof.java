package io.ripcord.execution;

import io.ripcord.event.AlertKind;
import io.ripcord.money.E8;
import io.ripcord.position.Position;

/**
 * Asks the venue whether a position is flat, as often as it takes. Only a complete answer to the
 * question asked last proves it; an absent row means flat, but only at the answer's end. Engine
 * thread.
 */
final class FlatProof {
  private final ExitLane lane;
  private final OrderContext context;

  FlatProof(ExitLane lane) {
    this.lane = lane;
    context = lane.context;
  }

  /** Asks; an answer to an earlier question no longer counts. */
  void ask(Position position, OrderIntent intent, long nowNs) {
    if (intent.state != IntentState.PROVING) {
      intent.state = IntentState.PROVING;
      intent.inquiries = 0;
    }
    intent.inquiries++;
    intent.queryId = context.questions.next(position);
    intent.answerRows = OrderIntent.NO_ANSWER;
    lane.deadlines.set(position, nowNs + RetrySchedule.afterProofNs(intent.inquiries));
    context.decisions.onPositionsQuery(
        nowNs, intent.queryId, position.id(), position.instrumentId());
  }

  /** No proof in time. */
  void askAgain(Position position, OrderIntent intent, long nowNs) {
    if (intent.inquiries >= RetrySchedule.FAST_PROOFS) {
      context.notices.alert(
          AlertKind.NOT_FLAT, position, intent.answerNetE8, intent.inquiries, nowNs);
    }
    ask(position, intent, nowNs);
  }

  void onAnswerBegin(long queryId, int rowCount) {
    OrderIntent intent = asked(queryId);
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
  void onAnswerRow(long queryId, long positionId, int instrumentId, long netQuantityE8) {
    OrderIntent intent = asked(queryId);
    if (intent == null) {
      return;
    }
    intent.answerRowsSeen++;
    Position position = context.positions.byOrdinal(QueryId.ordinal(queryId));
    boolean netted = positionId == E8.NULL && instrumentId == position.instrumentId();
    if ((netted || positionId == position.id()) && netQuantityE8 != 0) {
      intent.answerNetE8 = netQuantityE8;
    }
  }

  /**
   * The answer is complete.
   *
   * @return the position that it proves flat, {@code null} if none
   */
  Position onAnswerEnd(long queryId, int rowCount) {
    OrderIntent intent = asked(queryId);
    if (intent == null) {
      return null;
    }
    boolean complete = intent.answerRows == rowCount && intent.answerRowsSeen == rowCount;
    intent.answerRows = OrderIntent.NO_ANSWER;
    return complete && intent.answerNetE8 == 0
        ? context.positions.byOrdinal(QueryId.ordinal(queryId))
        : null;
  }

  private OrderIntent asked(long queryId) {
    Position position = context.positions.byOrdinal(QueryId.ordinal(queryId));
    OrderIntent intent = position == null ? null : lane.intent(position);
    boolean asked =
        intent != null && intent.state == IntentState.PROVING && intent.queryId == queryId;
    return asked ? intent : null;
  }
}
