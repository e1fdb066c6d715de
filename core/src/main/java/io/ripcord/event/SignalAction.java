package io.ripcord.event;

/** What a signal asks for. Twin of the schema's enum. */
public enum SignalAction {
  /** Close at the market. */
  EXIT(1);

  private static final SignalAction[] BY_CODE =
      Codes.table(values(), new SignalAction[2], SignalAction::code);

  private final int code;

  SignalAction(int code) {
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
  public static SignalAction of(int code) {
    return Codes.lookup(BY_CODE, code);
  }
}
