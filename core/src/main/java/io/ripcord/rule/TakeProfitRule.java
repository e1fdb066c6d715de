package io.ripcord.rule;

import io.ripcord.money.E8;
import io.ripcord.position.Position;

/**
 * Fixed take profit: a price, or a distance in percent of the entry price.
 *
 * <pre>
 *   long:  target = entry * (1 + percent / 100), rounded up    short: entry * (1 - percent / 100), down
 * </pre>
 *
 * <p>Touch counts: a long position exits at {@code price >= target}. MISSION D2.
 */
public final class TakeProfitRule implements ExitRule {
  private final long priceE8;
  private final long percentE6;

  /** Exactly one of the two is not {@link E8#NULL}. */
  public TakeProfitRule(long priceE8, long percentE6) {
    this.priceE8 = priceE8;
    this.percentE6 = percentE6;
  }

  @Override
  public void arm(RuleScope scope) {
    Position position = scope.position();
    position.target(priceE8 != E8.NULL ? priceE8 : ProfitLevel.of(position, percentE6));
  }

  @Override
  public RuleStatus status(RuleScope scope) {
    return RuleStatus.of(this, RuleState.ACTIVE).level(scope.position().targetE8());
  }

  @Override
  public RuleKind kind() {
    return RuleKind.TAKE_PROFIT;
  }

  @Override
  public long[] parameters() {
    return new long[] {priceE8, percentE6};
  }
}
