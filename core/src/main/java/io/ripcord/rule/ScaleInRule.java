package io.ripcord.rule;

import io.ripcord.indicator.IndicatorKind;
import io.ripcord.indicator.IndicatorSpec;
import io.ripcord.money.E8;
import io.ripcord.money.MulDiv;
import io.ripcord.money.Percent;
import io.ripcord.position.Position;
import java.util.List;

/**
 * Scale-in: adds to a position that is in profit and moving.
 *
 * <pre>
 *   when    current profit >= at percent of entry
 *           and rate of change over momentum.bars bars, in the position's direction, >= momentum.percent
 *           and volume of the last bar >= volume-ratio x mean of 20 bars
 *   order   add percent of the registered quantity, down to whole lots; max-adds times in all
 * </pre>
 *
 * <p>Never after profit was booked, never while another order of the position works, never unless
 * trading is active, and nothing as long as an indicator is not warm. Levels that are set stay;
 * what is computed later takes the average entry. MISSION D8.
 */
public final class ScaleInRule implements ExitRule {
  /** How often this policy wanted to; an order of no lot is none and is not wanted again. */
  private static final int TRIED = 0;

  private static final int MOMENTUM = 0;
  private static final int VOLUME = 1;
  private static final int VOLUME_BARS = 20;

  private final long atE6;
  private final long addE6;
  private final long momentumBars;
  private final long momentumE6;
  private final long volumeRatioE6;
  private final long maxAdds;
  private final long barNs;

  /** A volume ratio of {@link E8#NULL} asks for no volume. */
  public ScaleInRule(
      long atE6,
      long addE6,
      long momentumBars,
      long momentumE6,
      long volumeRatioE6,
      long maxAdds,
      long barNs) {
    this.atE6 = atE6;
    this.addE6 = addE6;
    this.momentumBars = momentumBars;
    this.momentumE6 = momentumE6;
    this.volumeRatioE6 = volumeRatioE6;
    this.maxAdds = maxAdds;
    this.barNs = barNs;
  }

  @Override
  public int words() {
    return 1;
  }

  @Override
  public List<IndicatorSpec> indicators() {
    IndicatorSpec momentum =
        IndicatorSpec.of(IndicatorKind.RATE_OF_CHANGE, barNs, (int) momentumBars);
    return volumeRatioE6 == E8.NULL
        ? List.of(momentum)
        : List.of(momentum, IndicatorSpec.of(IndicatorKind.VOLUME_RATIO, barNs, VOLUME_BARS));
  }

  @Override
  public void manage(RuleScope scope) {
    Position position = scope.position();
    if (isSpent(scope)
        || position.bookedE8() > 0
        || !isMoving(scope)
        || !scope.isAtOrPast(ProfitLevel.of(position, atE6))
        || !scope.actions().isEntryAllowed()
        || !scope.actions().isFree(position)) {
      return;
    }
    long lotE8 = scope.instrument().lotE8();
    long quantityE8 = MulDiv.floor(position.quantityE8(), addE6, 100 * Percent.ONE) / lotE8 * lotE8;
    scope.word(TRIED, scope.word(TRIED) + 1);
    if (quantityE8 > 0) {
      position.countAdd();
      long levelE8 = ProfitLevel.of(position, atE6);
      scope.actions().add(position, quantityE8, levelE8, scope.nowNs());
    }
  }

  @Override
  public void manageOnBar(RuleScope scope) {
    if (scope.isClosedNow(MOMENTUM)) {
      manage(scope);
    }
  }

  /** What an earlier policy has added counts as well. */
  private boolean isSpent(RuleScope scope) {
    return scope.word(TRIED) >= maxAdds || scope.position().adds() >= maxAdds;
  }

  private boolean isMoving(RuleScope scope) {
    return scope.isWarm(MOMENTUM)
        && scope.position().side().sign() * scope.value(MOMENTUM) >= momentumE6
        && (volumeRatioE6 == E8.NULL
            || (scope.isWarm(VOLUME) && scope.value(VOLUME) >= volumeRatioE6));
  }

  private RuleState state(RuleScope scope, long levelE8) {
    Position position = scope.position();
    if (isSpent(scope) || position.bookedE8() > 0) {
      return RuleState.DONE;
    }
    if (!scope.isWarm(MOMENTUM) || (volumeRatioE6 != E8.NULL && !scope.isWarm(VOLUME))) {
      return RuleState.NOT_WARM;
    }
    if (!scope.isAtOrPast(levelE8)) {
      return RuleState.WAITING_FOR_PROFIT;
    }
    if (!isMoving(scope)) {
      return RuleState.WAITING_FOR_MOMENTUM;
    }
    if (!scope.actions().isEntryAllowed()) {
      return RuleState.BARRED;
    }
    boolean busy = position.isOpen() && !scope.actions().isFree(position);
    return busy ? RuleState.BUSY : RuleState.ACTIVE;
  }

  /** As long as it may add and the market moves, every price from its level on. */
  @Override
  public long wakeE8(RuleScope scope) {
    return !isSpent(scope) && scope.position().bookedE8() == 0 && isMoving(scope)
        ? ProfitLevel.of(scope.position(), atE6)
        : E8.NULL;
  }

  @Override
  public RuleStatus status(RuleScope scope) {
    boolean volumeLacks = volumeRatioE6 != E8.NULL && !scope.isWarm(VOLUME);
    int slower = volumeLacks && VOLUME_BARS > momentumBars ? VOLUME : MOMENTUM;
    long levelE8 = ProfitLevel.of(scope.position(), atE6);
    return RuleStatus.of(this, state(scope, levelE8))
        .waitsFor(levelE8)
        .bars(scope.barsSeen(slower), slower == VOLUME ? VOLUME_BARS : momentumBars + 1);
  }

  @Override
  public RuleKind kind() {
    return RuleKind.SCALE_IN;
  }

  @Override
  public long[] parameters() {
    return new long[] {atE6, addE6, momentumBars, momentumE6, volumeRatioE6, maxAdds, barNs};
  }
}
