package io.ripcord.rule;

import java.util.Arrays;

/** The kinds of rules, as the state tells them apart; a rule is its kind and its parameters. */
public enum RuleKind {
  /** Fixed stop. */
  STOP_LOSS(1),
  /** Fixed target. */
  TAKE_PROFIT(2),
  /** Time-graded target. */
  TARGET_LADDER(3),
  /** Trailing stop. */
  TRAILING_STOP(4);

  private final int code;

  RuleKind(int code) {
    this.code = code;
  }

  /** Number in the state. */
  int code() {
    return code;
  }

  /** The rule with these parameters, as {@link ExitRule#parameters} gave them. */
  ExitRule rule(long[] p) {
    return switch (this) {
      case STOP_LOSS -> new StopLossRule(p[0], p[1], p[2]);
      case TAKE_PROFIT -> new TakeProfitRule(p[0], p[1]);
      case TARGET_LADDER ->
          new TargetLadderRule(
              Arrays.copyOf(p, p.length / 2), Arrays.copyOfRange(p, p.length / 2, p.length));
      case TRAILING_STOP -> new TrailingStopRule(p[0], p[1], p[2], p[3], p[4]);
    };
  }

  static RuleKind of(int code) {
    for (RuleKind kind : values()) {
      if (kind.code == code) {
        return kind;
      }
    }
    throw new IllegalArgumentException("code=" + code + " is no RuleKind");
  }
}
