package io.ripcord.event;

/** Direction of a position. Twin of the schema's enum. */
public enum Side {
  /** Gains when the price rises. */
  LONG(1),
  /** Gains when the price falls. */
  SHORT(2);

  private static final Side[] BY_CODE = Codes.table(values(), new Side[3], Side::code);

  private final int code;

  Side(int code) {
    this.code = code;
  }

  /** Number in the event schema. */
  public int code() {
    return code;
  }

  /** {@code +1} for long, {@code -1} for short: a profit is {@code sign * (price - entry)}. */
  public int sign() {
    return this == LONG ? 1 : -1;
  }

  /** The other direction. */
  public Side opposite() {
    return this == LONG ? SHORT : LONG;
  }

  /**
   * The value with this number.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Side of(int code) {
    return Codes.lookup(BY_CODE, code);
  }
}
