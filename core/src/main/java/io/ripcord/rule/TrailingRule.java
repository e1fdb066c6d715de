package io.ripcord.rule;

import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import io.ripcord.position.Position;

/**
 * What trailing stops have in common: from which profit they work, when they tighten, and how far a
 * move must go. How far behind the watermark the stop follows is each one's own.
 *
 * <pre>
 *   active    when best profit >= activate-at percent of entry          (best profit: of the watermark)
 *   tight     once best profit >= tighten.at
 *   moves     if strictly tighter and, where there is a stop, by at least step percent of entry
 * </pre>
 *
 * <p>The price that moved the watermark was checked against the old stop first and is not checked
 * again against the new one. MISSION D5, DESIGN section 4.
 */
abstract class TrailingRule implements ExitRule {
  private final long activateAtE6;
  private final long stepE6;
  private final long tightenAtE6;

  /** Tighten-at is {@link E8#NULL} where there is none; activate-at and step may be 0. */
  TrailingRule(long activateAtE6, long stepE6, long tightenAtE6) {
    this.activateAtE6 = activateAtE6;
    this.stepE6 = stepE6;
    this.tightenAtE6 = tightenAtE6;
  }

  /**
   * Where the stop should be, rounded away from the price.
   *
   * @return {@link E8#NULL} as long as the rule cannot tell
   */
  abstract long candidateE8(RuleScope scope, boolean tight);

  @Override
  public final void follow(RuleScope scope) {
    Position position = scope.position();
    if (!isActive(position)) {
      return;
    }
    long candidateE8 = candidateE8(scope, isTight(position));
    if (candidateE8 != E8.NULL && isFarEnough(position, candidateE8)) {
      position.stop().tighten(candidateE8, kind().code());
    }
  }

  @Override
  public final void onVolatility(RuleScope scope) {
    follow(scope);
  }

  /** Without an activation profit always: an entry that has grown may lie past the watermark. */
  private boolean isActive(Position position) {
    return activateAtE6 == 0 || ProfitLevel.isReached(position, activateAtE6);
  }

  private boolean isTight(Position position) {
    return tightenAtE6 != E8.NULL && ProfitLevel.isReached(position, tightenAtE6);
  }

  @Override
  public final RuleStatus status(RuleScope scope) {
    Position position = scope.position();
    if (!isActive(position)) {
      return withBars(RuleStatus.of(this, RuleState.WAITING_FOR_PROFIT), scope)
          .waitsFor(ProfitLevel.of(position, activateAtE6));
    }
    boolean tight = isTight(position);
    long candidateE8 = candidateE8(scope, tight);
    RuleState state = candidateE8 == E8.NULL ? RuleState.NOT_WARM : RuleState.ACTIVE;
    boolean tightens = !tight && tightenAtE6 != E8.NULL;
    return withBars(RuleStatus.of(this, state), scope)
        .level(candidateE8)
        .waitsFor(tightens ? ProfitLevel.of(position, tightenAtE6) : E8.NULL);
  }

  /** The status with the bars that the rule needs; without indicators as it is. */
  RuleStatus withBars(RuleStatus status, RuleScope scope) {
    return status;
  }

  private boolean isFarEnough(Position position, long candidateE8) {
    if (stepE6 == 0 || !position.stop().isSet()) {
      return true;
    }
    long improvementE8 = position.side().sign() * (candidateE8 - position.stop().levelE8());
    return improvementE8 >= Percent.distanceUp(position.entryPriceE8(), stepE6);
  }
}
