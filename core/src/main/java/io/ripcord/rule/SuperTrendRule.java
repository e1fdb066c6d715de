package io.ripcord.rule;

import io.ripcord.event.Side;
import io.ripcord.indicator.IndicatorKind;
import io.ripcord.indicator.IndicatorSpec;
import io.ripcord.money.E8;
import io.ripcord.position.Position;
import java.util.List;

/**
 * Stop on the SuperTrend line, moved when a bar closes.
 *
 * <pre>
 *   long:   direction up, value above the stop      -> stop = value
 *   short:  direction down, value below the stop    -> stop = value
 * </pre>
 *
 * <p>The line is that of {@link io.ripcord.indicator.SuperTrend}; not warm, the rule does nothing.
 * A stop that moves past the market meets the last price in that same event. MISSION D5.
 */
public final class SuperTrendRule implements ExitRule {
  private static final int LINE = 0;

  private final long period;
  private final long multiplierE6;
  private final long barNs;

  /** The line of so many bars and so many average true ranges. */
  public SuperTrendRule(long period, long multiplierE6, long barNs) {
    this.period = period;
    this.multiplierE6 = multiplierE6;
    this.barNs = barNs;
  }

  @Override
  public List<IndicatorSpec> indicators() {
    return List.of(new IndicatorSpec(IndicatorKind.SUPERTREND, barNs, (int) period, multiplierE6));
  }

  @Override
  public void onBar(RuleScope scope) {
    Position position = scope.position();
    if (scope.isClosedNow(LINE)
        && scope.isWarm(LINE)
        && scope.isUp(LINE) == (position.side() == Side.LONG)) {
      position.stop().tighten(scope.value(LINE), RuleKind.SUPERTREND.code());
    }
  }

  @Override
  public RuleStatus status(RuleScope scope) {
    boolean warm = scope.isWarm(LINE);
    boolean sameWay = warm && scope.isUp(LINE) == (scope.position().side() == Side.LONG);
    RuleState state = sameWay ? RuleState.ACTIVE : RuleState.WAITING_FOR_BAR;
    return RuleStatus.of(this, warm ? state : RuleState.NOT_WARM)
        .level(sameWay ? scope.value(LINE) : E8.NULL)
        .bars(scope.barsSeen(LINE), period);
  }

  @Override
  public RuleKind kind() {
    return RuleKind.SUPERTREND;
  }

  @Override
  public long[] parameters() {
    return new long[] {period, multiplierE6, barNs};
  }
}
