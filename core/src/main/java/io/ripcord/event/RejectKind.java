package io.ripcord.event;

/**
 * Why the venue refused an order, as far as it matters for trying again. Twin of the schema's enum.
 */
public enum RejectKind {
  /** Not refused. */
  NONE(0),
  /** Busy, throttled, unavailable: the same order may pass later. */
  TRANSIENT(1),
  /** Trying the same again cannot help. */
  PERMANENT(2);

  private static final RejectKind[] BY_CODE =
      Codes.table(values(), new RejectKind[3], RejectKind::code);

  private final int code;

  RejectKind(int code) {
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
  public static RejectKind of(int code) {
    return Codes.lookup(BY_CODE, code);
  }
}
