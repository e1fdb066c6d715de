package io.ripcord.event;

/** What an instrument's market does. Twin of the schema's enum. */
public enum SessionPhase {
  /** Not yet open. */
  PRE_OPEN(1),
  /** Orders match as they come: the phase whose prices count. */
  CONTINUOUS(2),
  /** Orders are collected; prices are indicative. */
  AUCTION(3),
  /** Trading is stopped. */
  HALT(4),
  /** The session is over. */
  CLOSED(5);

  private static final SessionPhase[] BY_CODE =
      Codes.table(values(), new SessionPhase[6], SessionPhase::code);

  private final int code;

  SessionPhase(int code) {
    this.code = code;
  }

  /** Number in the event schema. */
  public int code() {
    return code;
  }

  /**
   * The value with this number.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static SessionPhase of(int code) {
    return Codes.lookup(BY_CODE, code);
  }
}
