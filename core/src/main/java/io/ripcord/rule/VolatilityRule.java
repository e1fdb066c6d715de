package io.ripcord.rule;

import io.ripcord.indicator.IndicatorSpec;
import io.ripcord.money.E6;
import io.ripcord.money.E8;
import io.ripcord.money.MulDiv;
import io.ripcord.position.Position;
import java.util.List;

/**
 * Lets distances follow volatility, when a bar closes.
 *
 * <pre>
 *   ratio     ATR(fast) / ATR(slow), half even
 *   divisor   min(2, ratio) when ratio > tighten-above;  max(0.5, ratio) when ratio &lt; widen-below;  else 1
 *   trailing  later candidates keep their distance divided by the divisor
 *   stop      divisor above 1: entry -/+ |entry - first stop| / divisor, rounded away, by the ratchet
 * </pre>
 *
 * <p>Widening only lengthens the distance of later candidates: a stop that is there stays. MISSION
 * D10.
 */
public final class VolatilityRule implements ExitRule {
  private static final int FAST = 0;
  private static final int SLOW = 1;
  private static final long MOST_E6 = 2_000_000;
  private static final long LEAST_E6 = 500_000;

  private final long fast;
  private final long slow;
  private final long tightenAboveE6;
  private final long widenBelowE6;
  private final long barNs;

  /** A widen-below of {@link E8#NULL} never widens. */
  public VolatilityRule(long fast, long slow, long tightenAboveE6, long widenBelowE6, long barNs) {
    this.fast = fast;
    this.slow = slow;
    this.tightenAboveE6 = tightenAboveE6;
    this.widenBelowE6 = widenBelowE6;
    this.barNs = barNs;
  }

  @Override
  public List<IndicatorSpec> indicators() {
    return List.of(Atr.spec(barNs, fast), Atr.spec(barNs, slow));
  }

  @Override
  public void onBar(RuleScope scope) {
    if (!scope.isClosedNow(FAST)
        || !scope.isWarm(FAST)
        || !scope.isWarm(SLOW)
        || scope.value(SLOW) == 0) {
      return;
    }
    Position position = scope.position();
    long divisorE6 = divisorE6(Atr.ratioE6(scope.value(FAST), scope.value(SLOW)));
    position.divisor(divisorE6);
    if (divisorE6 > E6.ONE && position.firstStopE8() != E8.NULL) {
      position.stop().tighten(tightenedE8(position), RuleKind.VOLATILITY.code());
    }
  }

  /** Where the divisor puts the fixed stop. */
  private static long tightenedE8(Position position) {
    int sign = position.side().sign();
    long entryE8 = position.entryPriceE8();
    long distanceE8 = Math.max(0, sign * (entryE8 - position.firstStopE8()));
    return entryE8 - sign * MulDiv.ceil(distanceE8, E6.ONE, position.divisorE6());
  }

  private long divisorE6(long ratioE6) {
    if (ratioE6 > tightenAboveE6) {
      return Math.min(MOST_E6, ratioE6);
    }
    return widenBelowE6 != E8.NULL && ratioE6 < widenBelowE6 ? Math.max(LEAST_E6, ratioE6) : E6.ONE;
  }

  @Override
  public RuleStatus status(RuleScope scope) {
    boolean warm = scope.isWarm(FAST) && scope.isWarm(SLOW);
    int slower = fast > slow ? FAST : SLOW;
    Position position = scope.position();
    boolean tightens = position.divisorE6() > E6.ONE && position.firstStopE8() != E8.NULL;
    return RuleStatus.of(this, warm ? RuleState.ACTIVE : RuleState.NOT_WARM)
        .level(tightens ? tightenedE8(position) : E8.NULL)
        .bars(scope.barsSeen(slower), Math.max(fast, slow));
  }

  @Override
  public RuleKind kind() {
    return RuleKind.VOLATILITY;
  }

  @Override
  public long[] parameters() {
    return new long[] {fast, slow, tightenAboveE6, widenBelowE6, barNs};
  }
}
