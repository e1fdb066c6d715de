package io.ripcord.rule;

import static io.ripcord.rule.RuleRig.MINUTE_NS;
import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.Side;
import io.ripcord.money.E8;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Entry at 100, stop at 98. The fast range is that of the last bar; the slow one of two bars is
 * their mean at the second. So ranges 2 and 4 are 4 over 3.
 */
class VolatilityRuleTest {
  private static final String RANGE_2 = "101/99/100";
  private static final String RANGE_4 = "102/98/100";

  private static RuleRig rig(Side side, long slow, String above, String below) {
    RuleRig rig = new RuleRig(side);
    return rig.rule(RuleKind.STOP_LOSS, rig.e8("98"), E8.NULL, E8.NULL)
        .rule(RuleKind.TRAILING_STOP, RuleFixture.percent("10"), 0, 0, E8.NULL, E8.NULL)
        .rule(RuleKind.VOLATILITY, 1, slow, e6(above), e6(below), MINUTE_NS);
  }

  private static long e6(String factor) {
    return factor.equals("-") ? E8.NULL : E8.parse(factor) / 100;
  }

  private static String divisor(RuleRig rig) {
    return E8.format(rig.position().divisorE6() * 100);
  }

  @ParameterizedTest
  @CsvSource({
    // 2 / 1.333333 = 1.500000375, away from the price.
    "LONG,  1.333332, 1.333333, 98.49999962*",
    "SHORT, 1.333332, 1.333333, 98.49999962*",
    "LONG,  1.333333, 1, 98",
    "SHORT, 1.333333, 1, 98",
  })
  void shouldTightenOnlyAboveItsRatio(Side side, String above, String divisor, String stop) {
    RuleRig rig = rig(side, 2, above, "-").open().bars(RANGE_2 + " " + RANGE_4);

    assertThat(divisor(rig)).isEqualTo(divisor);
    assertThat(rig.stop()).isEqualTo(stop);
    assertThat(rig.firstStop()).isEqualTo("98");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldTightenToHalfTheDistanceAtMost(Side side) {
    // Ranges 0, 0, 0 and 8: 8 over 2 is 4.
    RuleRig rig = rig(side, 4, "1.5", "-").open().bars("100 100 100 104/96/100");

    assertThat(divisor(rig)).isEqualTo("2");
    assertThat(rig.stop()).isEqualTo("99*");
    assertThat(rig.position().stop().movedBy()).isEqualTo(RuleKind.VOLATILITY.code());
  }

  @ParameterizedTest
  @CsvSource({
    // 2 over 3; 1 over 2.5 is less than a half.
    "LONG,  102/98/100 101/99/100, 0.666667, 0.666667",
    "LONG,  102/98/100 101/99/100, 0.666668, 0.666667",
    "SHORT, 102/98/100 101/99/100, 0.666668, 0.666667",
    "LONG,  102/98/100 100.5/99.5/100, 0.7, 0.5",
    "SHORT, 102/98/100 100.5/99.5/100, 0.7, 0.5",
  })
  void shouldWidenLaterDistancesAndLeaveTheStop(
      Side side, String bars, String below, String divisor) {
    RuleRig rig = rig(side, 2, "1.5", below).open().price("100").bars(bars);

    boolean isBelow = !below.equals("0.666667");
    assertThat(divisor(rig)).isEqualTo(isBelow ? divisor : "1");
    assertThat(rig.stop()).isEqualTo("98");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldNeverWidenUnlessItIsTold(Side side) {
    assertThat(divisor(rig(side, 2, "1.5", "-").open().bars("102/98/100 100"))).isEqualTo("1");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldGoBackToOneWhenTheMarketDoes(Side side) {
    RuleRig rig = rig(side, 2, "1.3", "-").open().bars(RANGE_2 + " " + RANGE_4);
    assertThat(divisor(rig)).isEqualTo("1.333333");

    // 4 over 3.5, and the stop that moved stays.
    assertThat(divisor(rig.bars(RANGE_4))).isEqualTo("1");
    assertThat(rig.stop()).isEqualTo("98.49999962*");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldDoNothingBeforeItIsWarmOnOtherBarsAndWithoutAnyRange(Side side) {
    RuleRig rig = rig(side, 2, "1", "1").open();
    assertThat(divisor(rig.bars(RANGE_4))).isEqualTo("1");

    RuleRig warm = rig(side, 2, "1.3", "-").bars(RANGE_2 + " " + RANGE_4).open();
    assertThat(divisor(warm.foreignBar())).isEqualTo("1");

    RuleRig still = rig(side, 2, "1.3", "0.9").open().bars("100 100");
    assertThat(divisor(still)).isEqualTo("1");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldLetStopsThatTrailFollowAtOnce(Side side) {
    RuleRig rig = rig(side, 4, "1.5", "-").open().price("107");
    assertThat(rig.stop()).isEqualTo("98");

    // 10 percent of the watermark become 5: 107 x 0.95; short 93 x 1.05 = 97.65.
    rig.bars("100 100 100 104/96/100");
    assertThat(rig.stop()).isEqualTo(side == Side.LONG ? "101.65*" : "102.35*");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldNotMoveAFirstStopThatIsBeyondTheEntry(Side side) {
    RuleRig rig = new RuleRig(side);
    rig.rule(RuleKind.STOP_LOSS, rig.e8("101"), E8.NULL, E8.NULL)
        .rule(RuleKind.VOLATILITY, 1, 2, e6("1.3"), E8.NULL, MINUTE_NS)
        .open()
        .bars(RANGE_2 + " " + RANGE_4);

    assertThat(rig.stop()).isEqualTo("101");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldPutNoStopWhereThereWasNone(Side side) {
    RuleRig rig =
        new RuleRig(side)
            .rule(RuleKind.VOLATILITY, 1, 2, e6("1.3"), E8.NULL, MINUTE_NS)
            .open()
            .bars(RANGE_2 + " " + RANGE_4);

    assertThat(divisor(rig)).isEqualTo("1.333333");
    assertThat(rig.stop()).isEqualTo("-");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldLeaveALoosenedStopWhereNothingTightens(Side side) {
    RuleRig rig = rig(side, 2, "1.5", "-").open();
    rig.position().stop().set(rig.e8("97"));

    assertThat(rig.bars(RANGE_2 + " " + RANGE_4).stop()).isEqualTo("97");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldCountTheBarsOfTheSlowerRangeWhicheverItIs(Side side) {
    RuleRig fast = rig(side, 2, "1.5", "-").bars(RANGE_2);
    RuleRig slow = rig(side, 2, "1.5", "-").bars(RANGE_2);
    // The range of two bars has been watched for a bar, that of three has not.
    fast.rule(RuleKind.VOLATILITY, 2, 3, e6("1.5"), E8.NULL, MINUTE_NS).open();
    slow.rule(RuleKind.VOLATILITY, 3, 2, e6("1.5"), E8.NULL, MINUTE_NS).open();

    assertThat(fast.status()).isEqualTo("NOT_WARM bars 0/3");
    assertThat(slow.status()).isEqualTo("NOT_WARM bars 0/3");
  }
}
