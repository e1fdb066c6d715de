package io.ripcord.event;

/** What is known of a position's stop and target orders at the venue. Twin of the schema's enum. */
public enum BracketState {
  /** They work. */
  LIVE(1),
  /** There are none. */
  NONE(2),
  /** Not to be counted on. */
  UNKNOWN(3);

  private static final BracketState[] BY_CODE =
      Codes.table(values(), new BracketState[4], BracketState::code);

  private final int code;

  BracketState(int code) {
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
  public static BracketState of(int code) {
    return Codes.lookup(BY_CODE, code);
  }
}
