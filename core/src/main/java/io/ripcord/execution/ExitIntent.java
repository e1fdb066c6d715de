package io.ripcord.execution;

import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;
import io.ripcord.money.E8;
import io.ripcord.money.WideSum;

/**
 * The one live exit of a position: why, how far, and what it has brought. Engine thread only; made
 * at registration, so that an exit allocates nothing.
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

  static final int NO_ANSWER = -1;
  static final long NO_QUERY = 0;

  /** Where it stands. */
  public IntentState state() {
    return state;
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

  /** Filled according to the venue's sums, but not yet by reports of their own. */
  long inDoubtE8() {
    return earlierInDoubtE8 + Math.max(0, attemptCumE8 - attemptFilledE8);
  }

  /** Average fill price, half even; null before the first fill. */
  public long averagePriceE8() {
    return filledE8 == 0 ? E8.NULL : fillNotional.timesDividedHalfEven(1, filledE8);
  }
}
