package io.ripcord.rule;

/** What a rule does at present, for whoever asks why it did or did not act. */
public enum RuleState {
  /** Its level is in force, or it acts on the next price that is right. */
  ACTIVE,
  /** Waits for a profit that has not been there yet. */
  WAITING_FOR_PROFIT,
  /** Waits for its time. */
  WAITING_FOR_TIME,
  /** Wants the position out and waits for a price to leave at. */
  WAITING_FOR_PRICE,
  /** Its time has come outside continuous trading; it acts at the first price after that. */
  WAITING_FOR_SESSION,
  /** Is looked at when a bar closes, and the last one did not ask for anything. */
  WAITING_FOR_BAR,
  /** Waits for the market to move fast enough, or with enough volume. */
  WAITING_FOR_MOMENTUM,
  /** Lacks bars; a level that it has all the same is its fallback. */
  NOT_WARM,
  /** Waits for another order of the position, or for the end of a halt. */
  BUSY,
  /** May not, because trading takes no new risk. */
  BARRED,
  /** Has done all that it can do for the position. */
  DONE,
  /** Its time came outside continuous trading, and a new session has started: it is off. */
  MISSED,
  /** Has nothing to work with in this position. */
  IDLE
}
