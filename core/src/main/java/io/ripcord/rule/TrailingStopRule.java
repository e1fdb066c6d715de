package io.ripcord.rule;

import io.ripcord.event.Side;
import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import io.ripcord.position.Position;

/**
 * Trailing stop by percent of the watermark, the best trigger price since registration.
 *
 * <pre>
 *   active    when best profit >= activate-at percent of entry          (best profit: of the watermark)
 *   distance  tighten.percent once best profit >= tighten.at, else percent
 *   long:     candidate = watermark * (1 - distance / 100), rounded down
 *   short:    candidate = watermark * (1 + distance / 100), rounded up
 *   moves     if strictly tighter and, where there is a stop, by at least step percent of entry
 * </pre>
 *
 * <p>The price that moved the watermark was checked against the old stop first and is not checked
 * again against the new one. MISSION D5, DESIGN section 4.
 */
public final class TrailingStopRule implements ExitRule {
  private final long percentE6;
  private final long activateAtE6;
  private final long stepE6;
  private final long tightenAtE6;
  private final long tightenPercentE6;

  /** The tighten pair is {@link E8#NULL} where there is none; activate-at and step may be 0. */
  public TrailingStopRule(
      long percentE6, long activateAtE6, long stepE6, long tightenAtE6, long tightenPercentE6) {
    this.percentE6 = percentE6;
    this.activateAtE6 = activateAtE6;
    this.stepE6 = stepE6;
    this.tightenAtE6 = tightenAtE6;
    this.tightenPercentE6 = tightenPercentE6;
  }

  @Override
  public void follow(RuleScope scope) {
    Position position = scope.position();
    if (!ProfitLevel.isReached(position, activateAtE6)) {
      return;
    }
    long candidateE8 = candidate(position);
    if (isFarEnough(position, candidateE8)) {
      position.stop().tighten(candidateE8);
    }
  }

  private long candidate(Position position) {
    boolean tight = tightenAtE6 != E8.NULL && ProfitLevel.isReached(position, tightenAtE6);
    long distanceE6 = tight ? tightenPercentE6 : percentE6;
    return position.side() == Side.LONG
        ? Percent.shiftDown(position.watermarkE8(), -distanceE6)
        : Percent.shiftUp(position.watermarkE8(), distanceE6);
  }

  private boolean isFarEnough(Position position, long candidateE8) {
    if (stepE6 == 0 || !position.stop().isSet()) {
      return true;
    }
    long improvementE8 = position.side().sign() * (candidateE8 - position.stop().levelE8());
    return improvementE8 >= Percent.distanceUp(position.entryPriceE8(), stepE6);
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
