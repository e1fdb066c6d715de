package io.ripcord.execution;

import io.ripcord.event.AlertKind;
import io.ripcord.event.DecisionListener;
import io.ripcord.event.OrdStatus;
import io.ripcord.position.Deadlines;
import io.ripcord.position.Position;

/**
 * Finds out what became of an order of which nobody knows: after a restart, a lost connection or a
 * silence. Only the venue can end the doubt. That it has never seen the order counts when it says
 * so twice, a while apart: an order may be on its way for longer than a question. Engine thread.
 */
final class OrderInquiry {
  private final Deadlines deadlines;
  private final DecisionListener decisions;
  private final ExitNotices notices;
  private int epoch;

  /** What an answer means. */
  enum Verdict {
    /** Not known yet. */
    OPEN,
    /** It works at the venue. */
    WORKING,
    /** It has ended, filled or not. */
    ENDED,
    /** The venue refused it. */
    REFUSED,
    /** The venue never got it. */
    NEVER_ARRIVED
  }

  OrderInquiry(Deadlines deadlines, DecisionListener decisions, ExitNotices notices) {
    this.deadlines = deadlines;
    this.decisions = decisions;
    this.notices = notices;
  }

  /** Questions carry this epoch from now on. */
  void epoch(int newEpoch) {
    epoch = newEpoch;
  }

  /** From now on nobody knows; asks. */
  void doubt(Position position, ExitIntent intent, long nowNs) {
    if (intent.state != IntentState.UNKNOWN) {
      intent.state = IntentState.UNKNOWN;
      intent.inquiries = 0;
    }
    intent.absentSinceNs = ExitIntent.NEVER;
    ask(position, intent, nowNs);
  }

  private void ask(Position position, ExitIntent intent, long nowNs) {
    intent.queries++;
    intent.inquiries++;
    intent.queryId = QueryId.of(epoch, position.ordinal(), intent.queries);
    deadlines.set(position, nowNs + RetrySchedule.afterProofNs(intent.inquiries));
    decisions.onOrderQuery(
        nowNs,
        intent.queryId,
        position.id(),
        position.instrumentId(),
        intent.lastSentHigh(),
        intent.lastSentLow());
  }

  /** No answer in time, or one that must be heard twice. */
  void askAgain(Position position, ExitIntent intent, long nowNs) {
    if (intent.inquiries >= RetrySchedule.FAST_PROOFS) {
      notices.alert(AlertKind.EXIT_UNKNOWN, position, intent.attempt, intent.inquiries, nowNs);
    }
    ask(position, intent, nowNs);
  }

  /** The venue answers about the current order of an intent. */
  Verdict onStatus(ExitIntent intent, long queryId, OrdStatus status, long cumE8, long nowNs) {
    if (intent.state != IntentState.UNKNOWN || intent.queryId != queryId) {
      return Verdict.OPEN;
    }
    if (status == OrdStatus.UNKNOWN_ORDER) {
      return absent(intent, nowNs);
    }
    intent.absentSinceNs = ExitIntent.NEVER;
    intent.attemptHeardOf = true;
    // Filled means all of it, also at a venue that gives no sum.
    long filledE8 = status == OrdStatus.FILLED ? intent.attemptQuantityE8 : 0;
    intent.attemptCumE8 = Math.max(intent.attemptCumE8, Math.max(cumE8, filledE8));
    return switch (status) {
      case NEW, PARTIALLY_FILLED -> Verdict.WORKING;
      case REJECTED -> Verdict.REFUSED;
      default -> Verdict.ENDED;
    };
  }

  private static Verdict absent(ExitIntent intent, long nowNs) {
    if (intent.attemptHeardOf) {
      // The venue contradicts itself: never send on such a word.
      return Verdict.OPEN;
    }
    // Used up: the same answer, delivered again, is no second word.
    intent.queryId = ExitIntent.NO_QUERY;
    if (intent.absentSinceNs == ExitIntent.NEVER) {
      intent.absentSinceNs = nowNs;
      return Verdict.OPEN;
    }
    boolean longEnough = nowNs - intent.absentSinceNs >= RetrySchedule.ABSENCE_GRACE_NS;
    return longEnough ? Verdict.NEVER_ARRIVED : Verdict.OPEN;
  }
}
