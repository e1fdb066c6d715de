package io.ripcord.rule;

import io.ripcord.money.E8;

/**
 * Trailing stop by price increments (ticks) from the watermark.
 *
 * <pre>
 *   distance  tighten.ticks once tight, else ticks; times the increment, divided by the volatility divisor
 *   long:     candidate = watermark - distance          short: watermark + distance
 * </pre>
 *
 * <p>When it works and how far it moves: {@link TrailingRule}. MISSION D5.
 */
public final class TrailingTicksRule extends TrailingRule {
  private final long ticks;
  private final long activateAtE6;
  private final long stepE6;
  private final long tightenAtE6;
  private final long tightenTicks;

  /** The tighten pair is {@link E8#NULL} where there is none; activate-at and step may be 0. */
  public TrailingTicksRule(
      long ticks, long activateAtE6, long stepE6, long tightenAtE6, long tightenTicks) {
    super(activateAtE6, stepE6, tightenAtE6);
    this.ticks = ticks;
    this.activateAtE6 = activateAtE6;
    this.stepE6 = stepE6;
    this.tightenAtE6 = tightenAtE6;
    this.tightenTicks = tightenTicks;
  }

  @Override
  long candidateE8(RuleScope scope, boolean tight) {
    long distanceE8 =
        scope.divided((tight ? tightenTicks : ticks) * scope.instrument().priceIncrementE8());
    return scope.position().watermarkE8() - scope.position().side().sign() * distanceE8;
  }

  @Override
  public RuleKind kind() {
    return RuleKind.TRAILING_TICKS;
  }

  @Override
  public long[] parameters() {
    return new long[] {ticks, activateAtE6, stepE6, tightenAtE6, tightenTicks};
  }
}
