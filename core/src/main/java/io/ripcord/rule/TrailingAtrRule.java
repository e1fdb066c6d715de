package io.ripcord.rule;

import io.ripcord.indicator.IndicatorSpec;
import io.ripcord.money.E8;
import java.util.List;

/**
 * Trailing stop by a multiple of the average true range from the watermark (chandelier exit).
 *
 * <pre>
 *   distance  ATR(period) of the last closed bar * multiplier, half even; tighten.multiplier once tight
 *             the multiplier is divided by the volatility divisor, rounded down
 *   long:     candidate = watermark - distance          short: watermark + distance
 * </pre>
 *
 * <p>Moves with the watermark and with each closed bar; not warm, it does nothing. When it works
 * and how far it moves: {@link TrailingRule}. Chandelier exit: Charles Le Beau. MISSION D5.
 */
public final class TrailingAtrRule extends TrailingRule {
  private static final int ATR = 0;

  private final long period;
  private final long multiplierE6;
  private final long barNs;
  private final long activateAtE6;
  private final long stepE6;
  private final long tightenAtE6;
  private final long tightenMultiplierE6;

  /** The tighten pair is {@link E8#NULL} where there is none; activate-at and step may be 0. */
  public TrailingAtrRule(
      long period,
      long multiplierE6,
      long barNs,
      long activateAtE6,
      long stepE6,
      long tightenAtE6,
      long tightenMultiplierE6) {
    super(activateAtE6, stepE6, tightenAtE6);
    this.period = period;
    this.multiplierE6 = multiplierE6;
    this.barNs = barNs;
    this.activateAtE6 = activateAtE6;
    this.stepE6 = stepE6;
    this.tightenAtE6 = tightenAtE6;
    this.tightenMultiplierE6 = tightenMultiplierE6;
  }

  @Override
  public List<IndicatorSpec> indicators() {
    return List.of(Atr.spec(barNs, period));
  }

  @Override
  public void onBar(RuleScope scope) {
    if (scope.isClosedNow(ATR)) {
      follow(scope);
    }
  }

  @Override
  long candidateE8(RuleScope scope, boolean tight) {
    if (!scope.isWarm(ATR)) {
      return E8.NULL;
    }
    long factorE6 = scope.divided(tight ? tightenMultiplierE6 : multiplierE6);
    long distanceE8 = Atr.timesE8(scope.value(ATR), factorE6);
    return scope.position().watermarkE8() - scope.position().side().sign() * distanceE8;
  }

  @Override
  RuleStatus withBars(RuleStatus status, RuleScope scope) {
    return status.bars(scope.barsSeen(ATR), period);
  }

  @Override
  public RuleKind kind() {
    return RuleKind.TRAILING_ATR;
  }

  @Override
  public long[] parameters() {
    return new long[] {
      period, multiplierE6, barNs, activateAtE6, stepE6, tightenAtE6, tightenMultiplierE6
    };
  }
}
