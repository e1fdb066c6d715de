package io.ripcord.rule;

import io.ripcord.indicator.IndicatorSpec;
import io.ripcord.position.Position;
import java.util.List;

/**
 * First stop by a multiple of the average true range.
 *
 * <pre>
 *   warm       distance = ATR(period) * multiplier, half even, but min-percent of entry at least
 *   not warm   distance = fallback-percent of entry
 *   long:      stop = entry - distance          short: entry + distance
 * </pre>
 *
 * <p>Set at registration. Was the range not warm then, the stop is set once more when it is,
 * through the ratchet; that is still the stop as first set, not a move. After that it stays.
 * MISSION D3.
 */
public final class AtrStopRule implements ExitRule {
  private static final int SETTLED = 0;
  private static final int ATR = 0;

  private final long period;
  private final long multiplierE6;
  private final long barNs;
  private final long minPercentE6;
  private final long fallbackPercentE6;

  /** All of them are given. */
  public AtrStopRule(
      long period, long multiplierE6, long barNs, long minPercentE6, long fallbackPercentE6) {
    this.period = period;
    this.multiplierE6 = multiplierE6;
    this.barNs = barNs;
    this.minPercentE6 = minPercentE6;
    this.fallbackPercentE6 = fallbackPercentE6;
  }

  @Override
  public int words() {
    return 1;
  }

  @Override
  public List<IndicatorSpec> indicators() {
    return List.of(Atr.spec(barNs, period));
  }

  @Override
  public void arm(RuleScope scope) {
    Position position = scope.position();
    if (scope.isWarm(ATR)) {
      scope.word(SETTLED, 1);
      position.firstStop(levelE8(scope));
    } else {
      position.firstStop(LossLevel.of(position, position.entryPriceE8(), fallbackPercentE6));
    }
  }

  @Override
  public void onBar(RuleScope scope) {
    if (scope.word(SETTLED) == 0 && scope.isWarm(ATR)) {
      scope.word(SETTLED, 1);
      scope.position().tightenFirstStop(levelE8(scope));
    }
  }

  private long levelE8(RuleScope scope) {
    Position position = scope.position();
    long entryE8 = position.entryPriceE8();
    long distanceE8 = Atr.timesE8(scope.value(ATR), multiplierE6);
    long byRangeE8 = entryE8 - position.side().sign() * distanceE8;
    long leastE8 = LossLevel.of(position, entryE8, minPercentE6);
    return position.isBetter(byRangeE8, leastE8) ? leastE8 : byRangeE8;
  }

  @Override
  public RuleStatus status(RuleScope scope) {
    boolean settled = scope.word(SETTLED) != 0;
    return RuleStatus.of(this, settled ? RuleState.ACTIVE : RuleState.NOT_WARM)
        .level(scope.position().firstStopE8())
        .bars(scope.barsSeen(ATR), period);
  }

  @Override
  public RuleKind kind() {
    return RuleKind.ATR_STOP;
  }

  @Override
  public long[] parameters() {
    return new long[] {period, multiplierE6, barNs, minPercentE6, fallbackPercentE6};
  }
}
