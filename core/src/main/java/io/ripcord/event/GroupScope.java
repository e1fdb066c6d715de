package io.ripcord.event;

/** Whose positions a group sums up. Twin of the schema's enum. */
public enum GroupScope {
  /** Those that are said to be members. */
  STRATEGY(1),
  /** All, present and future. */
  ACCOUNT(2);

  private static final GroupScope[] BY_CODE =
      Codes.table(values(), new GroupScope[3], GroupScope::code);

  private final int code;

  GroupScope(int code) {
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
  public static GroupScope of(int code) {
    return Codes.lookup(BY_CODE, code);
  }
}
