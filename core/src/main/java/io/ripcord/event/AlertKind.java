package io.ripcord.event;

/**
 * What somebody should know; the two values of an alert are described in the event schema. Twin of
 * the schema's enum.
 */
public enum AlertKind {
  BAD_TICK(1),
  EXIT_REJECTED(2),
  EXIT_STUCK(3),
  NOT_FLAT(4),
  OVER_FILL(5),
  UNKNOWN_ORDER(6),
  MONEY_OUT_OF_RANGE(7),
  UNKNOWN_INSTRUMENT(8),
  REGISTRATION_REFUSED(9),
  COMMAND_REFUSED(10),
  EXIT_UNKNOWN(11),
  STOP_LOOSENED(12),
  EVENT_SKIPPED(13),
  SESSION_DOWN(14),
  GAP(15),
  RUNG_SKIPPED(16),
  STALE(17),
  BREACH_OUTSIDE_SESSION(18),
  TICK_SUSPECTED(19),
  TICK_REJECTED(20),
  TICK_CONFIRMED(21),
  BRACKET_MISMATCH(22),
  BRACKET_DEFERRED(23),
  BRACKET_TAKEN_OVER(24),
  GROUP_FIRED(25),
  GROUP_STALE(26),
  SQUARE_OFF_OVERDUE(27),
  POLICY_ADOPTED(28),
  DAILY_LOSS(29),
  ENTRY_FAILED(30);

  private static final AlertKind[] BY_CODE =
      Codes.table(values(), new AlertKind[31], AlertKind::code);

  private final int code;

  AlertKind(int code) {
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
  public static AlertKind of(int code) {
    return Codes.lookup(BY_CODE, code);
  }
}
