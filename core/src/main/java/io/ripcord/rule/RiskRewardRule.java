package io.ripcord.rule;

import io.ripcord.indicator.IndicatorKind;
import io.ripcord.indicator.IndicatorSpec;
import io.ripcord.money.E6;
import io.ripcord.money.E8;
import io.ripcord.money.MulDiv;
import io.ripcord.position.Position;
import java.util.Arrays;
import java.util.List;

/**
 * Target by a multiple of the risk that the first stop leaves.
 *
 * <pre>
 *   risk      |entry - stop as first set|
 *   ratio     fixed-ratio          base
 *             volatility-adjusted  base * volatility
 *             regime               base * regime factor * volatility           then min &lt;= ratio &lt;= max
 *   base      of the symbol, else the default
 *   volatility  1 + volatility-factor * (ATR14 / ATR100 - 1)
 *   regime    volatile when ATR14 / ATR100 >= 1.5, else trending when ER20 >= 0.4, else ranging
 *   long:     target = entry + ratio * risk, rounded up       short: entry - ratio * risk, rounded down
 * </pre>
 *
 * <p>Factors are rounded half even to 1e-6 after each product. What is not warm at registration
 * counts as 1; the target is set once more when it is, and then stays. MISSION D4.
 */
public final class RiskRewardRule implements ExitRule {
  /** The strategy that takes the base as it is. */
  public static final long FIXED_RATIO = 0;

  /** The strategy that scales the base with volatility. */
  public static final long VOLATILITY_ADJUSTED = 1;

  /** The strategy that scales the base with volatility and the kind of market. */
  public static final long REGIME = 2;

  private static final int SETTLED = 0;
  private static final int FAST = 0;
  private static final int SLOW = 1;
  private static final int EFFICIENCY = 2;

  private static final int FAST_BARS = 14;
  private static final int SLOW_BARS = 100;
  private static final int EFFICIENCY_BARS = 20;
  private static final long VOLATILE_FROM_E6 = 1_500_000;
  private static final long TRENDING_FROM_E6 = 400_000;

  private static final int STRATEGY = 0;
  private static final int BASE_E6 = 1;
  private static final int MIN_E6 = 2;
  private static final int MAX_E6 = 3;
  private static final int VOLATILITY_FACTOR_E6 = 4;
  private static final int TRENDING_E6 = 5;
  private static final int RANGING_E6 = 6;
  private static final int VOLATILE_E6 = 7;
  private static final int BAR_NS = 8;
  private static final int FIRST_SYMBOL = 9;

  private final long[] p;

  /** In the order of {@link RuleKind#RISK_REWARD}. */
  public RiskRewardRule(long... parameters) {
    p = Arrays.copyOf(parameters, parameters.length);
  }

  @Override
  public int words() {
    return 1;
  }

  @Override
  public List<IndicatorSpec> indicators() {
    if (p[STRATEGY] == FIXED_RATIO) {
      return List.of();
    }
    IndicatorSpec fast = Atr.spec(p[BAR_NS], FAST_BARS);
    IndicatorSpec slow = Atr.spec(p[BAR_NS], SLOW_BARS);
    return p[STRATEGY] == VOLATILITY_ADJUSTED
        ? List.of(fast, slow)
        : List.of(
            fast,
            slow,
            IndicatorSpec.of(IndicatorKind.EFFICIENCY_RATIO, p[BAR_NS], EFFICIENCY_BARS));
  }

  @Override
  public void arm(RuleScope scope) {
    setTarget(scope);
  }

  @Override
  public void onBar(RuleScope scope) {
    if (scope.word(SETTLED) == 0 && isWarm(scope)) {
      setTarget(scope);
    }
  }

  private boolean isWarm(RuleScope scope) {
    return p[STRATEGY] == FIXED_RATIO
        || (scope.isWarm(FAST)
            && scope.isWarm(SLOW)
            && scope.value(SLOW) > 0
            && (p[STRATEGY] == VOLATILITY_ADJUSTED || scope.isWarm(EFFICIENCY)));
  }

  private void setTarget(RuleScope scope) {
    Position position = scope.position();
    boolean warm = isWarm(scope);
    scope.word(SETTLED, warm ? 1 : 0);
    if (position.firstStopE8() == E8.NULL) {
      return;
    }
    long ratioE6 = base(scope.instrument().nameId());
    if (warm && p[STRATEGY] != FIXED_RATIO) {
      ratioE6 = adjusted(scope, ratioE6);
    }
    ratioE6 = Math.max(p[MIN_E6], Math.min(p[MAX_E6], ratioE6));
    long entryE8 = position.entryPriceE8();
    long riskE8 = E8.distance(entryE8, position.firstStopE8());
    position.target(entryE8 + position.side().sign() * MulDiv.ceil(riskE8, ratioE6, E6.ONE));
  }

  private long base(long nameId) {
    for (int i = FIRST_SYMBOL; i < p.length; i += 2) {
      if (p[i] == nameId) {
        return p[i + 1];
      }
    }
    return p[BASE_E6];
  }

  private long adjusted(RuleScope scope, long baseE6) {
    long atrRatioE6 = Atr.ratioE6(scope.value(FAST), scope.value(SLOW));
    long volatilityE6 = E6.ONE + Atr.productE6(p[VOLATILITY_FACTOR_E6], atrRatioE6 - E6.ONE);
    return p[STRATEGY] == REGIME
        ? Atr.productE6(Atr.productE6(baseE6, regimeE6(scope, atrRatioE6)), volatilityE6)
        : Atr.productE6(baseE6, volatilityE6);
  }

  private long regimeE6(RuleScope scope, long atrRatioE6) {
    if (atrRatioE6 >= VOLATILE_FROM_E6) {
      return p[VOLATILE_E6];
    }
    return scope.value(EFFICIENCY) >= TRENDING_FROM_E6 ? p[TRENDING_E6] : p[RANGING_E6];
  }

  @Override
  public RuleStatus status(RuleScope scope) {
    if (scope.position().firstStopE8() == E8.NULL) {
      return RuleStatus.of(this, RuleState.IDLE);
    }
    boolean settled = scope.word(SETTLED) != 0;
    RuleStatus status =
        RuleStatus.of(this, settled ? RuleState.ACTIVE : RuleState.NOT_WARM)
            .level(scope.position().targetE8());
    return p[STRATEGY] == FIXED_RATIO ? status : status.bars(scope.barsSeen(SLOW), SLOW_BARS);
  }

  @Override
  public RuleKind kind() {
    return RuleKind.RISK_REWARD;
  }

  @Override
  public long[] parameters() {
    return Arrays.copyOf(p, p.length);
  }
}
