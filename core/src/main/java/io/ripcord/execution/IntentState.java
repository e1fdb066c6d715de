package io.ripcord.execution;

/**
 * Where an exit intent stands.
 *
 * <pre>
 *   NONE -> REQUESTED -> SENT -> WORKING -> PROVING -> DONE
 *              |  |        | |      | |        |
 *              |  +--------+-|------+ |        +-> PROVING (asked again)
 *              |       |     |        |
 *              |       v     |        |
 *              |  RETRY_WAIT | -> REQUESTED (next attempt, for what is still open)
 *              |             |        |
 *              +-------------+--------+-> UNKNOWN -> WORKING, RETRY_WAIT, PROVING (what the venue says)
 *                                           +-----> REQUESTED (it never arrived: the same order again)
 * </pre>
 *
 * <p>Reports may come in any order: a fill is applied in every state but NONE.
 */
public enum IntentState {
  /** No exit decided. */
  NONE(0),
  /** The order is a decision. */
  REQUESTED(1),
  /** The sender handed it to the venue. */
  SENT(2),
  /** The venue acknowledged it or has filled a part. */
  WORKING(3),
  /** The order ended with a remainder; the next attempt waits for its time. */
  RETRY_WAIT(4),
  /** Fills cover the position; the venue is asked whether it is flat. */
  PROVING(5),
  /** Proved flat. */
  DONE(6),
  /**
   * Nobody knows what became of the order: a restart, a lost connection, a silence. Late reports
   * are taken in, but only an answer, an end or the last fill ends it.
   */
  UNKNOWN(7);

  private final int code;

  IntentState(int code) {
    this.code = code;
  }

  /** Number in the state. */
  public int code() {
    return code;
  }

  static IntentState of(int code) {
    return values()[code];
  }
}
