package io.ripcord.event;

/** What may leave the engine. Twin of the schema's enum. */
public enum TradingState {
  /** Everything. */
  ACTIVE(1),
  /** Exits go on, no position is taken over. */
  REDUCING(2),
  /** Nothing leaves; rules keep watching. */
  HALTED(3);

  private static final TradingState[] BY_CODE =
      Codes.table(values(), new TradingState[4], TradingState::code);

  private final int code;

  TradingState(int code) {
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
  public static TradingState of(int code) {
    return Codes.lookup(BY_CODE, code);
  }
}
