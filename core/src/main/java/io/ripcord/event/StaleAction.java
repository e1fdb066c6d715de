package io.ripcord.event;

/** What a policy wants when market data stops. A parameter of a rule, see {@link RuleLayout}. */
public enum StaleAction {
  /** Say so. */
  ALERT(1),
  /** Leave at the market. */
  EXIT(2),
  /** Let the rules pause until the next price. */
  HOLD(3);

  private static final StaleAction[] BY_CODE =
      Codes.table(values(), new StaleAction[4], StaleAction::code);

  private final int code;

  StaleAction(int code) {
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
  public static StaleAction of(int code) {
    return Codes.lookup(BY_CODE, code);
  }
}
