package io.ripcord.rule;

import io.ripcord.money.E8;

/**
 * Trailing stop by percent of the watermark, the best trigger price since registration.
 *
 * <pre>
 *   distance  tighten.percent once tight, else percent; divided by the volatility divisor
 *   long:     candidate = watermark * (1 - distance / 100), rounded down
 *   short:    candidate = watermark * (1 + distance / 100), rounded up
 * </pre>
 *
 * <p>When it works and how far it moves: {@link TrailingRule}. MISSION D5.
 */
public final class TrailingStopRule extends TrailingRule {
  private final long percentE6;
  private final long activateAtE6;
  private final long stepE6;
  private final long tightenAtE6;
  private final long tightenPercentE6;

  /** The tighten pair is {@link E8#NULL} where there is none; activate-at and step may be 0. */
  public TrailingStopRule(
      long percentE6, long activateAtE6, long stepE6, long tightenAtE6, long tightenPercentE6) {
    super(activateAtE6, stepE6, tightenAtE6);
    this.percentE6 = percentE6;
    this.activateAtE6 = activateAtE6;
    this.stepE6 = stepE6;
    this.tightenAtE6 = tightenAtE6;
    this.tightenPercentE6 = tightenPercentE6;
  }

  @Override
  long candidateE8(RuleScope scope, boolean tight) {
    long distanceE6 = scope.divided(tight ? tightenPercentE6 : percentE6);
    return LossLevel.of(scope.position(), scope.position().watermarkE8(), distanceE6);
  }

  @Override
  public RuleKind kind() {
    return RuleKind.TRAILING_STOP;
  }

  @Override
  public long[] parameters() {
    return new long[] {percentE6, activateAtE6, stepE6, tightenAtE6, tightenPercentE6};
  }
}
