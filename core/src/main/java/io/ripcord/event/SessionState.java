package io.ripcord.event;

/** Whether a venue can be reached. Twin of the schema's enum. */
public enum SessionState {
  /** Orders and queries get through. */
  CONNECTED(1),
  /** Nothing gets through; what was on its way is unknown. */
  DISCONNECTED(2);

  private static final SessionState[] BY_CODE =
      Codes.table(values(), new SessionState[3], SessionState::code);

  private final int code;

  SessionState(int code) {
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
  public static SessionState of(int code) {
    return Codes.lookup(BY_CODE, code);
  }
}
