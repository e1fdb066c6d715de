package io.ripcord.event;

/** Why the engine stopped. Twin of the schema's enum. */
public enum StopReason {
  /** The tapes ended. */
  FINISHED(1),
  /** An operator or the system asked. */
  REQUESTED(2);

  private static final StopReason[] BY_CODE =
      Codes.table(values(), new StopReason[3], StopReason::code);

  private final int code;

  StopReason(int code) {
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
  public static StopReason of(int code) {
    return Codes.lookup(BY_CODE, code);
  }
}
