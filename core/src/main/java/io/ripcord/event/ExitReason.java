package io.ripcord.event;

/** Which rule fired. Twin of the schema's enum. */
public enum ExitReason {
  HARD_STOP(1),
  /** The stop as it was first set. */
  STOP_LOSS(2),
  TAKE_PROFIT(3),
  /** A stop that a rule had moved strictly tighter. */
  TRAILING_STOP(4),
  MA_CROSS(5),
  SIGNAL(6),
  TIME(7),
  PARTIAL(8),
  EMERGENCY(9),
  MANUAL(10);

  private static final ExitReason[] BY_CODE =
      Codes.table(values(), new ExitReason[11], ExitReason::code);

  private final int code;

  ExitReason(int code) {
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
  public static ExitReason of(int code) {
    return Codes.lookup(BY_CODE, code);
  }
}
