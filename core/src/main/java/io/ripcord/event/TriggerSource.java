package io.ripcord.event;

/** Which price touches a level. Twin of the schema's enum. */
public enum TriggerSource {
  /** Last trade. */
  LAST(1),
  /** Bid for a long position, ask for a short one. */
  BID_ASK(2),
  /** The venue's mark price. */
  MARK(3),
  /** Two trades in a row. */
  DOUBLE_LAST(4);

  private static final TriggerSource[] BY_CODE =
      Codes.table(values(), new TriggerSource[5], TriggerSource::code);

  private final int code;

  TriggerSource(int code) {
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
  public static TriggerSource of(int code) {
    return Codes.lookup(BY_CODE, code);
  }
}
