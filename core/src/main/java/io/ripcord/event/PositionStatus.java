package io.ripcord.event;

/** Where a position stands. Twin of the schema's enum. */
public enum PositionStatus {
  /** Its rules are armed. */
  OPEN(1),
  /** An exit intent is live. */
  CLOSING(2),
  /** Proved flat by the venue. */
  CLOSED(3),
  /** No longer watched, on request; the venue may still hold it. */
  UNREGISTERED(4);

  private static final PositionStatus[] BY_CODE =
      Codes.table(values(), new PositionStatus[5], PositionStatus::code);

  private final int code;

  PositionStatus(int code) {
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
  public static PositionStatus of(int code) {
    return Codes.lookup(BY_CODE, code);
  }
}
