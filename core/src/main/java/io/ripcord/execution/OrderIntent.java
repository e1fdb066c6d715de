package io.ripcord.execution;

import io.ripcord.event.ClOrdId;
import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;
import io.ripcord.money.E8;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;
import java.util.Arrays;

/**
 * What one lane of orders wants for a position: why, how far it is, and under which ids it was
 * tried. One after the other may use it; attempts count on, so that an id always finds its own.
 * Engine thread only; made at registration, so that an order allocates nothing before the fifth.
 */
public final class OrderIntent {
  IntentState state = IntentState.NONE;
  ExitReason reason;
  ExitSource source;
  long levelE8 = E8.NULL;
  long triggerPriceE8 = E8.NULL;
  long triggerTimeNs = E8.NULL;
  int attempt;
  long attemptQuantityE8;
  long attemptFilledE8;
  long attemptCumE8;
  long earlierInDoubtE8;
  boolean attemptHeardOf;
  boolean attemptEnded;
  long filledE8;
  long queryId = NO_QUERY;
  int inquiries;
  long absentSinceNs = NEVER;
  int answerRows = NO_ANSWER;
  int answerRowsSeen;
  long answerNetE8;
  private long targetE8;
  private int earlierAttempts;
  private long[] sentHigh = new long[FIRST_ATTEMPTS];
  private long[] sentLow = new long[FIRST_ATTEMPTS];

  static final int NO_ANSWER = -1;
  static final long NO_QUERY = 0;
  static final long NEVER = Long.MIN_VALUE;
  private static final int FIRST_ATTEMPTS = 4;

  /** Where it stands. */
  public IntentState state() {
    return state;
  }

  /** Writes everything that a later decision may depend on. */
  void write(StateOut out) {
    out.put(state.code());
    out.put(reason == null ? 0 : reason.code());
    out.put(source == null ? 0 : source.code());
    out.put(levelE8);
    out.put(triggerPriceE8);
    out.put(triggerTimeNs);
    out.put(attempt);
    out.put(attemptQuantityE8);
    out.put(attemptFilledE8);
    out.put(attemptCumE8);
    out.put(earlierInDoubtE8);
    out.put(attemptHeardOf);
    out.put(attemptEnded);
    out.put(filledE8);
    out.put(targetE8);
    out.put(earlierAttempts);
    out.put(answerRows);
    out.put(answerRowsSeen);
    out.put(answerNetE8);
    out.putStartBound(queryId);
    out.putStartBound(inquiries);
    out.putStartBound(absentSinceNs);
    for (int sent = 0; sent < attempt; sent++) {
      out.putStartBound(sentHigh[sent]);
      out.putStartBound(sentLow[sent]);
    }
  }

  /** Takes on what was written. */
  void read(StateIn in) {
    state = IntentState.of(in.nextInt());
    int reasonCode = in.nextInt();
    int sourceCode = in.nextInt();
    // An entry has neither.
    reason = reasonCode == 0 ? null : ExitReason.of(reasonCode);
    source = sourceCode == 0 ? null : ExitSource.of(sourceCode);
    levelE8 = in.next();
    triggerPriceE8 = in.next();
    triggerTimeNs = in.next();
    attempt = in.nextCount(ClOrdId.MAX_ATTEMPT);
    attemptQuantityE8 = in.next();
    attemptFilledE8 = in.next();
    attemptCumE8 = in.next();
    earlierInDoubtE8 = in.next();
    attemptHeardOf = in.nextFlag();
    attemptEnded = in.nextFlag();
    filledE8 = in.next();
    targetE8 = in.next();
    earlierAttempts = in.nextInt();
    answerRows = in.nextInt();
    answerRowsSeen = in.nextInt();
    answerNetE8 = in.next();
    queryId = in.next();
    inquiries = in.nextInt();
    absentSinceNs = in.next();
    sentHigh = new long[Math.max(FIRST_ATTEMPTS, attempt)];
    sentLow = new long[sentHigh.length];
    for (int sent = 0; sent < attempt; sent++) {
      sentHigh[sent] = in.next();
      sentLow[sent] = in.next();
    }
  }

  /**
   * Something new is wanted.
   *
   * @param newTargetE8 how much; a lane that does not go by it may say 0
   */
  void begin(
      ExitReason newReason,
      ExitSource newSource,
      long newTargetE8,
      long newLevelE8,
      long newTriggerPriceE8,
      long nowNs) {
    reason = newReason;
    source = newSource;
    targetE8 = newTargetE8;
    levelE8 = newLevelE8;
    triggerPriceE8 = newTriggerPriceE8;
    triggerTimeNs = nowNs;
    earlierAttempts = attempt;
    filledE8 = 0;
  }

  /** How much of what was wanted has not been filled. */
  long leftE8() {
    return Math.max(0, targetE8 - filledE8);
  }

  /** Orders that the present intent has taken. */
  int tries() {
    return attempt - earlierAttempts;
  }

  /** A fill of an order; one of an earlier intent does not count for this. */
  void filled(int ofAttempt, long quantityE8) {
    if (ofAttempt == attempt) {
      attemptFilledE8 += quantityE8;
    } else {
      earlierInDoubtE8 = Math.max(0, earlierInDoubtE8 - quantityE8);
    }
    if (ofAttempt > earlierAttempts) {
      filledE8 += quantityE8;
    }
  }

  /** Another order, for what is needed and not in doubt. */
  void nextAttempt(long neededE8) {
    attempt++;
    earlierInDoubtE8 = inDoubtE8();
    attemptQuantityE8 = neededE8 - earlierInDoubtE8;
    attemptFilledE8 = 0;
    attemptCumE8 = 0;
    attemptHeardOf = false;
    attemptEnded = false;
  }

  /** Why it was made, {@code null} before. */
  public ExitReason reason() {
    return reason;
  }

  /** Which layer made it, {@code null} before. */
  public ExitSource source() {
    return source;
  }

  /** The level that was touched, {@link E8#NULL} if none was. */
  public long levelE8() {
    return levelE8;
  }

  /** The price that fired, {@link E8#NULL} if none did. */
  public long triggerPriceE8() {
    return triggerPriceE8;
  }

  /** How many orders there were. */
  public int attempt() {
    return attempt;
  }

  /** Filled over all attempts of the present intent. */
  public long filledE8() {
    return filledE8;
  }

  /** Whether it is under way. */
  public boolean isLive() {
    return state != IntentState.NONE && state != IntentState.DONE;
  }

  /** Keeps the order id of the current attempt. */
  void sent(long clOrdIdHigh, long clOrdIdLow) {
    if (attempt > sentHigh.length) {
      sentHigh = Arrays.copyOf(sentHigh, 2 * sentHigh.length);
      sentLow = Arrays.copyOf(sentLow, 2 * sentLow.length);
    }
    sentHigh[attempt - 1] = clOrdIdHigh;
    sentLow[attempt - 1] = clOrdIdLow;
  }

  /** First half of the id of the current attempt. */
  long lastSentHigh() {
    return sentHigh[attempt - 1];
  }

  /** Second half of the id of the current attempt. */
  long lastSentLow() {
    return sentLow[attempt - 1];
  }

  /** Whether an order was sent of which the venue has not said how it ended. */
  boolean isOrderLive() {
    return !attemptEnded
        && (state == IntentState.REQUESTED
            || state == IntentState.SENT
            || state == IntentState.WORKING
            || state == IntentState.UNKNOWN);
  }

  /**
   * The current order no longer works.
   *
   * @return whether that is news, and something must follow
   */
  boolean end() {
    boolean news = !attemptEnded && isLive() && state != IntentState.PROVING;
    // Kept while proving too: whether a last fill or its end was heard first must leave no trace.
    attemptEnded |= isLive();
    return news;
  }

  /** Whether an order id was sent for this exit, by this start of the engine or another. */
  boolean hasSent(long clOrdIdHigh, long clOrdIdLow) {
    int of = ClOrdId.attempt(clOrdIdLow);
    return of >= 1
        && of <= attempt
        && sentHigh[of - 1] == clOrdIdHigh
        && sentLow[of - 1] == clOrdIdLow;
  }

  /** Whether an order id of this exit is that of the current attempt. */
  boolean isCurrent(long clOrdIdLow) {
    return attempt == ClOrdId.attempt(clOrdIdLow);
  }

  /** Filled according to the venue's sums, but not yet by reports of their own. */
  long inDoubtE8() {
    return earlierInDoubtE8 + Math.max(0, attemptCumE8 - attemptFilledE8);
  }
}
