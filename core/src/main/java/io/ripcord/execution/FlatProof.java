package io.ripcord.execution;

import io.ripcord.event.AlertKind;
import io.ripcord.event.DecisionListener;
import io.ripcord.money.E8;
import io.ripcord.position.Deadlines;
import io.ripcord.position.Position;
import io.ripcord.position.Positions;

/**
 * Asks the venue whether a position is flat, as often as it takes. Only a complete answer to the
 * question asked last proves it; an absent row means flat, but only at the answer's end. Engine
 * thread.
 */
final class FlatProof {
  private final Positions positions;
  private final ExitIntent[] intents;
  private final Deadlines deadlines;
  private final DecisionListener decisions;
  private final ExitNotices notices;
  private int epoch;

  FlatProof(
      Positions positions,
      ExitIntent[] intents,
      Deadlines deadlines,
      DecisionListener decisions,
      ExitNotices notices) {
    this.positions = positions;
    this.intents = intents;
    this.deadlines = deadlines;
    this.decisions = decisions;
    this.notices = notices;
  }

  /** Questions carry this epoch from now on. */
  void epoch(int newEpoch) {
    epoch = newEpoch;
  }

  /** Asks; an answer to an earlier question no longer counts. */
  void ask(Position position, ExitIntent intent, long nowNs) {
    if (intent.state != IntentState.PROVING) {
      intent.state = IntentState.PROVING;
      intent.inquiries = 0;
    }
    intent.queries++;
    intent.inquiries++;
    intent.queryId = QueryId.of(epoch, position.ordinal(), intent.queries);
    intent.answerRows = ExitIntent.NO_ANSWER;
    deadlines.set(position, nowNs + RetrySchedule.afterProofNs(intent.inquiries));
    decisions.onPositionsQuery(nowNs, intent.queryId, position.id(), position.instrumentId());
  }

  /** No proof in time. */
  void askAgain(Position position, ExitIntent intent, long nowNs) {
    if (intent.inquiries >= RetrySchedule.FAST_PROOFS) {
      notices.alert(AlertKind.NOT_FLAT, position, intent.answerNetE8, intent.inquiries, nowNs);
    }
    ask(position, intent, nowNs);
  }

  void onAnswerBegin(long queryId, int rowCount) {
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
  void onAnswerRow(long queryId, long positionId, int instrumentId, long netQuantityE8) {
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

  /**
   * The answer is complete.
   *
   * @return the position that it proves flat, {@code null} if none
   */
  Position onAnswerEnd(long queryId, int rowCount) {
    ExitIntent intent = asked(queryId);
    if (intent == null) {
      return null;
    }
    boolean complete = intent.answerRows == rowCount && intent.answerRowsSeen == rowCount;
    intent.answerRows = ExitIntent.NO_ANSWER;
    return complete && intent.answerNetE8 == 0
        ? positions.byOrdinal(QueryId.ordinal(queryId))
        : null;
  }

  private ExitIntent asked(long queryId) {
    Position position = positions.byOrdinal(QueryId.ordinal(queryId));
    ExitIntent intent = position == null ? null : intents[position.slot()];
    boolean asked =
        intent != null && intent.state == IntentState.PROVING && intent.queryId == queryId;
    return asked ? intent : null;
  }
}
