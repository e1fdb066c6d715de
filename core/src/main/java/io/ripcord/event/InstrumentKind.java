package io.ripcord.event;

/**
 * What is traded; decides the order in which a group's positions leave. Twin of the schema's enum.
 */
public enum InstrumentKind {
  /** Bought and sold itself. */
  SPOT(1),
  /** A contract to trade later. */
  FUTURE(2),
  /** A right to trade later. */
  OPTION(3);

  private static final InstrumentKind[] BY_CODE =
      Codes.table(values(), new InstrumentKind[4], InstrumentKind::code);

  private final int code;

  InstrumentKind(int code) {
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
  public static InstrumentKind of(int code) {
    return Codes.lookup(BY_CODE, code);
  }
}
