package io.ripcord.rule;

import io.ripcord.position.Position;

/**
 * Hard stop: the last line, wider than the stop and never moved.
 *
 * <pre>
 *   long:  hard stop = entry * (1 - percent / 100), rounded down    short: entry * (1 + percent / 100), up
 * </pre>
 *
 * <p>Touch counts. It is looked at before every other rule and defers to nothing; a price that gaps
 * through stop and hard stop exits for the hard one. MISSION D12.
 */
public final class HardStopRule implements ExitRule {
  private final long percentE6;

  /** So many percent of the entry price away. */
  public HardStopRule(long percentE6) {
    this.percentE6 = percentE6;
  }

  @Override
  public void arm(RuleScope scope) {
    Position position = scope.position();
    position.hardStop(LossLevel.of(position, position.entryPriceE8(), percentE6));
  }

  @Override
  public RuleStatus status(RuleScope scope) {
    return RuleStatus.of(this, RuleState.ACTIVE).level(scope.position().hardStopE8());
  }

  @Override
  public RuleKind kind() {
    return RuleKind.HARD_STOP;
  }

  @Override
  public long[] parameters() {
    return new long[] {percentE6};
  }
}
