package io.ripcord.event;

/** Which layer closed the position. Twin of the schema's enum. */
public enum ExitSource {
  UNKNOWN(0),
  EXCHANGE_BRACKET_STOP(1),
  EXCHANGE_BRACKET_TP(2),
  MONITOR_SOFT(3),
  MONITOR_HARD(4),
  MONITOR_TRAILING(5),
  MONITOR_SIGNAL(6),
  TP(7),
  TIME(8),
  PARTIAL(9),
  BOOK(10),
  EMERGENCY(11),
  MANUAL(12),
  GUARD(13),
  GROUP(14);

  private static final ExitSource[] BY_CODE =
      Codes.table(values(), new ExitSource[15], ExitSource::code);

  private final int code;

  ExitSource(int code) {
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
  public static ExitSource of(int code) {
    return Codes.lookup(BY_CODE, code);
  }
}
