package io.ripcord.event;

/**
 * What an execution report says, after FIX {@code ExecType} (tag 150). Twin of the schema's enum.
 */
public enum ExecType {
  /** Accepted and working. */
  NEW(1),
  /** A fill, partial or last. */
  TRADE(2),
  /** Never worked. */
  REJECTED(3),
  /** The remainder no longer works. */
  CANCELED(4),
  /** The remainder no longer works. */
  EXPIRED(5);

  private static final ExecType[] BY_CODE = Codes.table(values(), new ExecType[6], ExecType::code);

  private final int code;

  ExecType(int code) {
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
  public static ExecType of(int code) {
    return Codes.lookup(BY_CODE, code);
  }
}
