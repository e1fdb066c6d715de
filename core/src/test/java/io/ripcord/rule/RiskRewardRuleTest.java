package io.ripcord.rule;

import static io.ripcord.rule.RuleRig.MINUTE_NS;
import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.Side;
import io.ripcord.money.E8;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Entry at 100, stop at 98: a risk of 2. Of 100 bars the first 99 have a range of 1; one of range r
 * after them makes ATR14 {@code 1 + (r - 1) / 14} and ATR100 {@code 1 + (r - 1) / 100}, so that
 * with 15 they are 2 and 1.14, a ratio of 1.754386.
 */
class RiskRewardRuleTest {
  private static final String QUIET = "100.5/99.5/100";
  private static final String WILD = "115/100/100";

  private static RuleRig rig(Side side, long strategy, String base, long... symbols) {
    RuleRig rig = new RuleRig(side);
    return rig.rule(RuleKind.STOP_LOSS, rig.e8("98"), E8.NULL, E8.NULL)
        .rule(RuleKind.RISK_REWARD, parameters(strategy, base, 1_000_000, symbols));
  }

  private static long[] parameters(long strategy, String base, long factorE6, long... symbols) {
    long[] first = {
      strategy, e6(base), 1_000_000, 3_000_000, factorE6, 1_200_000, 900_000, 800_000, MINUTE_NS
    };
    long[] all = Arrays.copyOf(first, first.length + symbols.length);
    System.arraycopy(symbols, 0, all, first.length, symbols.length);
    return all;
  }

  private static long e6(String factor) {
    return E8.parse(factor) / 100;
  }

  @ParameterizedTest
  @CsvSource({
    "LONG,  1.5, 103",
    "SHORT, 1.5, 103",
    "LONG,  0.999999, 102",
    "SHORT, 0.999999, 102",
    "LONG,  3.000001, 106",
    "SHORT, 3.000001, 106",
  })
  void shouldTakeTheBaseWithinItsBounds(Side side, String base, String target) {
    RuleRig rig = rig(side, RiskRewardRule.FIXED_RATIO, base).open();

    assertThat(rig.target()).isEqualTo(target);
    assertThat(rig.bars(120, "100").target()).isEqualTo(target);
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldTakeTheBaseOfItsSymbol(Side side) {
    long own = RuleRig.SYMBOL;

    assertThat(rig(side, 0, "1.5", own + 1, e6("2.5"), own, e6("2")).open().target())
        .isEqualTo("104");
    assertThat(rig(side, 0, "1.5", own + 1, e6("2.5")).open().target()).isEqualTo("103");
  }

  @ParameterizedTest
  @CsvSource({
    // A risk of one digit, one and a half times: the target is never too near.
    "LONG,  99.99999999, 100.00000002",
    "SHORT, 99.99999999, 100.00000002",
    // A stop at the entry is no risk, and one in profit counts with its distance.
    "LONG,  100, 100",
    "SHORT, 100, 100",
    "LONG,  102, 103",
    "SHORT, 102, 103",
  })
  void shouldMeasureTheRiskFromTheFirstStop(Side side, String stop, String target) {
    RuleRig rig = new RuleRig(side);
    rig.rule(RuleKind.STOP_LOSS, rig.e8(stop), E8.NULL, E8.NULL)
        .rule(RuleKind.RISK_REWARD, parameters(0, "1.5", 0))
        .open();

    assertThat(rig.target()).isEqualTo(target);
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldSetNoTargetWithoutAStop(Side side) {
    RuleRig rig =
        new RuleRig(side).rule(RuleKind.RISK_REWARD, parameters(1, "1.5", 1_000_000)).open();

    assertThat(rig.target()).isEqualTo("-");
    assertThat(rig.bars(100, QUIET).target()).isEqualTo("-");
  }

  @ParameterizedTest
  @CsvSource({
    // 1.5 x 1.754386 = 2.631579.
    "LONG,  1, 1.5, 105.263158",
    "SHORT, 1, 1.5, 105.263158",
    // 1.2 x 0.8 x 1.754386: volatile. 0.96 x 1.754386 = 1.684211 (1.68421056).
    "LONG,  2, 1.2, 103.368422",
    "SHORT, 2, 1.2, 103.368422",
    // 2 x 1.754386 is more than 3.
    "LONG,  1, 2, 106",
    "SHORT, 1, 2, 106",
  })
  void shouldFollowVolatilityWhenItIsWarmAtRegistration(
      Side side, long strategy, String base, String target) {
    assertThat(rig(side, strategy, base).bars(99, QUIET).bars(WILD).open().target())
        .isEqualTo(target);
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldCountAsOneUntilWarmAndThenSetItOnce(Side side) {
    RuleRig rig = rig(side, RiskRewardRule.VOLATILITY_ADJUSTED, "1.5").open();
    assertThat(rig.target()).isEqualTo("103");
    assertThat(rig.bars(99, QUIET).target()).isEqualTo("103");

    assertThat(rig.bars(WILD).target()).isEqualTo("105.263158");
    assertThat(rig.bars(50, QUIET).target()).isEqualTo("105.263158");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldNotCareForTheStopThatMovedSince(Side side) {
    RuleRig rig = rig(side, RiskRewardRule.VOLATILITY_ADJUSTED, "1.5").open().bars(99, QUIET);
    rig.position().stop().tighten(rig.e8("99.5"), RuleKind.TRAILING_STOP.code());

    assertThat(rig.bars(WILD).target()).isEqualTo("105.263158");
  }

  @ParameterizedTest
  @CsvSource({
    // Factor 0: the volatility is watched and counts as one. 2 x 1.5.
    "LONG,  0, 103",
    "SHORT, 0, 103",
    // 1 + 0.5 x 0.754386 = 1.377193; x 1.5 = 2.06578950, half to even 2.065790.
    "LONG,  0.5, 104.13158",
    "SHORT, 0.5, 104.13158",
  })
  void shouldScaleTheVolatilityByItsFactor(Side side, String factor, String target) {
    RuleRig rig = new RuleRig(side);
    rig.rule(RuleKind.STOP_LOSS, rig.e8("98"), E8.NULL, E8.NULL)
        .rule(RuleKind.RISK_REWARD, parameters(1, "1.5", e6(factor)))
        .bars(99, QUIET)
        .bars(WILD)
        .open();

    assertThat(rig.target()).isEqualTo(target);
  }

  @ParameterizedTest
  @CsvSource({
    // The least range that makes the ratio 1.5: 1.2 x 0.8 x 1.5 = 1.44. The next smaller: 1.499999,
    // and closes that did not move are ranging: 1.2 x 0.9 x 1.499999 = 1.619999 (1.61999892).
    "LONG,  109.86074988/100/100, 102.88",
    "SHORT, 109.86074988/100/100, 102.88",
    "LONG,  109.86074987/100/100, 103.239998",
    "SHORT, 109.86074987/100/100, 103.239998",
  })
  void shouldBeVolatileFromARatioOfOneAndAHalf(Side side, String last, String target) {
    assertThat(rig(side, RiskRewardRule.REGIME, "1.2").bars(99, QUIET).bars(last).open().target())
        .isEqualTo(target);
  }

  @ParameterizedTest
  @CsvSource({
    // Fourteen closes up and six down by the same: 8 / 20 = 0.4 trends, 1.5 x 1.2 = 1.8.
    "LONG,  14, 103.6",
    "SHORT, 14, 103.6",
    // Thirteen and seven: 0.3 ranges, 1.5 x 0.9 = 1.35. So does the way down, in either direction.
    "LONG,  13, 102.7",
    "SHORT, 13, 102.7",
    "LONG,  6,  103.6",
    "SHORT, 6,  103.6",
  })
  void shouldTrendFromAnEfficiencyOfFourTenths(Side side, int up, String target) {
    RuleRig rig = rig(side, RiskRewardRule.REGIME, "1.5").bars(100, QUIET);
    for (int i = 0; i < 20; i++) {
      // Each range is 1 about a close that moves by 0.01: the ratio of the ranges stays 1.
      int close = 10_000 + (i < up ? i + 1 : 2 * up - i - 1);
      rig.bars("%s/%s/%s".formatted(cents(close + 50), cents(close - 50), cents(close)));
    }

    assertThat(rig.open().target()).isEqualTo(target);
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldWaitForARangeToDivideBy(Side side) {
    RuleRig rig = rig(side, RiskRewardRule.VOLATILITY_ADJUSTED, "1.5").open();

    assertThat(rig.bars(100, "100").target()).isEqualTo("103");
    assertThat(rig.status()).isEqualTo("NOT_WARM level 103 bars 100/100");
    // 15 / 14 over 15 / 100, which is more than the bounds let through.
    assertThat(rig.bars("115/100/100").target()).isEqualTo("106");
    assertThat(rig.status()).isEqualTo("ACTIVE level 106 bars 101/100");
  }

  private static String cents(int price) {
    return E8.format(price * (E8.ONE / 100));
  }
}
