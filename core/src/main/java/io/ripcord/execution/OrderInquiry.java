package io.ripcord.execution;

import io.ripcord.event.AlertKind;
import io.ripcord.event.OrdStatus;
import io.ripcord.position.Deadlines;
import io.ripcord.position.Position;

/**
 * Finds out what became of an order of which nobody knows: after a restart, a lost connection or a
 * silence. Only the venue can end the doubt. That it has never seen the order counts when it says
 * so twice, a while apart: an order may be on its way for longer than a question. Engine thread.
 */
final class OrderInquiry {
  private final OrderContext context;
  private final Deadlines deadlines;

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

  OrderInquiry(OrderContext context, Deadlines deadlines) {
    this.context = context;
    this.deadlines = deadlines;
  }

  /** From now on nobody knows; asks. */
  void doubt(Position position, OrderIntent intent, long nowNs) {
    if (intent.state != IntentState.UNKNOWN) {
      intent.state = IntentState.UNKNOWN;
      intent.inquiries = 0;
    }
    intent.absentSinceNs = OrderIntent.NEVER;
    ask(position, intent, nowNs);
  }

  private void ask(Position position, OrderIntent intent, long nowNs) {
    intent.inquiries++;
    intent.queryId = context.questions.next(position);
    deadlines.set(position, nowNs + RetrySchedule.afterProofNs(intent.inquiries));
    context.decisions.onOrderQuery(
        nowNs,
        intent.queryId,
        position.id(),
        position.instrumentId(),
        intent.lastSentHigh(),
        intent.lastSentLow());
  }

  /** No answer in time, or one that must be heard twice. */
  void askAgain(Position position, OrderIntent intent, long nowNs) {
    if (intent.inquiries >= RetrySchedule.FAST_PROOFS) {
      context.notices.alert(
          AlertKind.EXIT_UNKNOWN, position, intent.attempt, intent.inquiries, nowNs);
    }
    ask(position, intent, nowNs);
  }

  /** The venue answers about the current order of an intent. */
  Verdict onStatus(OrderIntent intent, long queryId, OrdStatus status, long cumE8, long nowNs) {
    if (intent.state != IntentState.UNKNOWN || intent.queryId != queryId) {
      return Verdict.OPEN;
    }
    if (status == OrdStatus.UNKNOWN_ORDER) {
      return absent(intent, nowNs);
    }
    intent.absentSinceNs = OrderIntent.NEVER;
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

  private static Verdict absent(OrderIntent intent, long nowNs) {
    if (intent.attemptHeardOf) {
      // The venue contradicts itself: never send on such a word.
      return Verdict.OPEN;
    }
    // Used up: the same answer, delivered again, is no second word.
    intent.queryId = OrderIntent.NO_QUERY;
    if (intent.absentSinceNs == OrderIntent.NEVER) {
      intent.absentSinceNs = nowNs;
      return Verdict.OPEN;
    }
    boolean longEnough = nowNs - intent.absentSinceNs >= RetrySchedule.ABSENCE_GRACE_NS;
    return longEnough ? Verdict.NEVER_ARRIVED : Verdict.OPEN;
  }
}
