package io.ripcord.execution;

import io.ripcord.event.ClOrdId;
import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;
import io.ripcord.money.E8;
import io.ripcord.money.WideSum;
import java.util.Arrays;

/**
 * The one live exit of a position: why, how far, and what it has brought. Engine thread only; made
 * at registration, so that an exit allocates nothing before its fifth attempt.
 */
public final class ExitIntent {
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
  boolean attemptEnded;
  long filledE8;
  int queries;
  long queryId = NO_QUERY;
  int answerRows = NO_ANSWER;
  int answerRowsSeen;
  long answerNetE8;
  final WideSum fillNotional = new WideSum();
  final WideSum gain = new WideSum();
  private long[] sentHigh = new long[FIRST_ATTEMPTS];
  private long[] sentLow = new long[FIRST_ATTEMPTS];

  /** Values that {@link #state(long[])} writes. */
  public static final int STATE_LENGTH = 23;

  static final int NO_ANSWER = -1;
  static final long NO_QUERY = 0;
  private static final int FIRST_ATTEMPTS = 4;

  /** Where it stands. */
  public IntentState state() {
    return state;
  }

  /** Everything that a later decision may depend on, in order, for the hash of the state. */
  public long[] state(long[] out) {
    int i = 0;
    out[i++] = state.code();
    out[i++] = reason == null ? 0 : reason.code();
    out[i++] = source == null ? 0 : source.code();
    out[i++] = levelE8;
    out[i++] = triggerPriceE8;
    out[i++] = triggerTimeNs;
    out[i++] = attempt;
    out[i++] = attemptQuantityE8;
    out[i++] = attemptFilledE8;
    out[i++] = attemptCumE8;
    out[i++] = earlierInDoubtE8;
    out[i++] = attemptEnded ? 1 : 0;
    out[i++] = filledE8;
    out[i++] = queries;
    out[i++] = queryId;
    out[i++] = answerRows;
    out[i++] = answerRowsSeen;
    out[i++] = answerNetE8;
    out[i++] = fillNotional.high();
    out[i++] = fillNotional.low();
    out[i++] = gain.high();
    out[i++] = gain.low();
    for (int sent = 0; sent < attempt; sent++) {
      out[i] = 31 * (31 * out[i] + sentHigh[sent]) + sentLow[sent];
    }
    return out;
  }

  /** Why it was made, {@code null} before. */
  public ExitReason reason() {
    return reason;
  }

  /** How many orders it has taken. */
  public int attempt() {
    return attempt;
  }

  /** Filled over all attempts. */
  public long filledE8() {
    return filledE8;
  }

  /** Whether an exit is under way. */
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

  /** Whether an order id was sent for this exit, by this start of the engine or another. */
  boolean hasSent(long clOrdIdHigh, long clOrdIdLow) {
    int of = ClOrdId.attempt(clOrdIdLow);
    return of >= 1
        && of <= attempt
        && sentHigh[of - 1] == clOrdIdHigh
        && sentLow[of - 1] == clOrdIdLow;
  }

  /** Filled according to the venue's sums, but not yet by reports of their own. */
  long inDoubtE8() {
    return earlierInDoubtE8 + Math.max(0, attemptCumE8 - attemptFilledE8);
  }

  /** Average fill price, half even; null before the first fill. */
  public long averagePriceE8() {
    return filledE8 == 0 ? E8.NULL : fillNotional.timesDividedHalfEven(1, filledE8);
  }
}
