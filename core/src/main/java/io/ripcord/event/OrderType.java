package io.ripcord.event;

/** FIX {@code OrdType} (tag 40), as far as exits use it. Twin of the schema's enum. */
public enum OrderType {
  MARKET(1),
  LIMIT(2);

  private static final OrderType[] BY_CODE =
      Codes.table(values(), new OrderType[3], OrderType::code);

  private final int code;

  OrderType(int code) {
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
  public static OrderType of(int code) {
    return Codes.lookup(BY_CODE, code);
  }
}
