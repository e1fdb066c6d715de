package io.ripcord.rule;

import io.ripcord.event.ExitReason;
import io.ripcord.indicator.IndicatorKind;
import io.ripcord.indicator.IndicatorSpec;
import io.ripcord.money.E8;
import java.util.List;

/**
 * Exit when the fast moving average crosses the slow one against the position, on the close of a
 * bar.
 *
 * <pre>
 *   long:   fast >= slow at the bar before, fast &lt; slow now       short: fast &lt;= slow, then fast &gt; slow
 * </pre>
 *
 * <p>Both must be warm at both bars. The position leaves at the market in the event that closed the
 * bar, reason MA_CROSS, unless that event's price reaches stop or target. MISSION D5.
 */
public final class MaCrossRule implements ExitRule {
  /** The parameter {@code type} of an exponential average; 0 is a simple one. */
  public static final long EXPONENTIAL = 1;

  private static final int FAST = 0;
  private static final int SLOW = 1;

  private final long fast;
  private final long slow;
  private final long type;
  private final long barNs;

  /** Averages over so many bars. */
  public MaCrossRule(long fast, long slow, long type, long barNs) {
    this.fast = fast;
    this.slow = slow;
    this.type = type;
    this.barNs = barNs;
  }

  @Override
  public List<IndicatorSpec> indicators() {
    IndicatorKind kind = type == EXPONENTIAL ? IndicatorKind.EMA : IndicatorKind.SMA;
    return List.of(
        IndicatorSpec.of(kind, barNs, (int) fast), IndicatorSpec.of(kind, barNs, (int) slow));
  }

  @Override
  public void onBar(RuleScope scope) {
    if (!scope.isClosedNow(FAST)
        || scope.previous(FAST) == E8.NULL
        || scope.previous(SLOW) == E8.NULL) {
      return;
    }
    int sign = scope.position().side().sign();
    boolean wasAgainst = sign * (scope.previous(FAST) - scope.previous(SLOW)) < 0;
    boolean isAgainst = sign * (scope.value(FAST) - scope.value(SLOW)) < 0;
    if (isAgainst && !wasAgainst) {
      scope.position().pend(ExitReason.MA_CROSS);
    }
  }

  @Override
  public RuleStatus status(RuleScope scope) {
    boolean warm =
        scope.isWarm(FAST)
            && scope.isWarm(SLOW)
            && scope.previous(FAST) != E8.NULL
            && scope.previous(SLOW) != E8.NULL;
    RuleState state =
        scope.position().isPending(ExitReason.MA_CROSS)
            ? RuleStatus.wantsOut(scope)
            : warm ? RuleState.WAITING_FOR_BAR : RuleState.NOT_WARM;
    int slower = fast > slow ? FAST : SLOW;
    return RuleStatus.of(this, state).bars(scope.barsSeen(slower), Math.max(fast, slow) + 1);
  }

  @Override
  public RuleKind kind() {
    return RuleKind.MA_CROSS;
  }

  @Override
  public long[] parameters() {
    return new long[] {fast, slow, type, barNs};
  }
}
