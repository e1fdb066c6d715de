package io.ripcord.rule;

import static io.ripcord.rule.RuleRig.MINUTE_NS;
import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.Side;
import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Average true range of two bars times 1.5, times 0.5 from 5 percent of profit on; entry at 100.
 */
class TrailingAtrRuleTest {
  private static RuleRig rig(Side side, String activateAt, String step) {
    return new RuleRig(side)
        .rule(
            RuleKind.TRAILING_ATR,
            2,
            1_500_000,
            MINUTE_NS,
            Percent.parse(activateAt),
            Percent.parse(step),
            5 * Percent.ONE,
            500_000)
        .open();
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldDoNothingBeforeItIsWarmAndMoveWithTheBarThatWarmsIt(Side side) {
    RuleRig rig = rig(side, "0", "0");

    // Ranges 4 and 2: the mean is 3, the distance 4.5.
    assertThat(rig.price("100").bars("102/98/100").price("100").stop()).isEqualTo("-");
    assertThat(rig.bars("101/99/100").stop()).isEqualTo("95.5*");
    assertThat(rig.price("103").stop()).isEqualTo("98.5*");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldMoveOnABarOnlyWhenThatIsTighter(Side side) {
    RuleRig rig = rig(side, "0", "0").price("103").bars("102/98/100 101/99/100");
    assertThat(rig.stop()).isEqualTo("98.5*");

    // 3 + (4 - 3) / 2 = 3.5, distance 5.25: wider. Then 3.5 - 3.5 / 2 = 1.75, distance 2.625.
    assertThat(rig.bars("104/100/102").stop()).isEqualTo("98.5*");
    assertThat(rig.bars("102").stop()).isEqualTo("100.375*");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldActivateStepAndTightenAsTheOthers(Side side) {
    RuleRig rig = rig(side, "2", "1").bars("102/98/100 101/99/100");

    assertThat(rig.price("101.99999999").stop()).isEqualTo("-");
    assertThat(rig.price("102").stop()).isEqualTo("97.5*");
    assertThat(rig.price("102.99999999").stop()).isEqualTo("97.5*");
    assertThat(rig.price("103").stop()).isEqualTo("98.5*");
    assertThat(rig.price("104.99999999").stop()).isEqualTo("100.49999999*");
    assertThat(rig.price("105").stop()).isEqualTo("103.5*");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldNotMoveOnABarThatIsNotItsOwn(Side side) {
    RuleRig rig = rig(side, "0", "0").bars("102/98/100 101/99/100");
    rig.position().see(rig.e8("103"));

    assertThat(rig.foreignBar().stop()).isEqualTo("95.5*");
  }

  @ParameterizedTest
  @CsvSource({
    // Ranges in units of the last digit: 1 x 1.5 is 2, 3 x 1.5 is 4, half to even.
    "LONG,  100.00000001/100/100, 99.99999998*",
    "SHORT, 100.00000001/100/100, 99.99999998*",
    "LONG,  100.00000003/100/100, 99.99999996*",
    "SHORT, 100.00000003/100/100, 99.99999996*",
  })
  void shouldRoundTheDistanceHalfToEven(Side side, String bar, String stop) {
    assertThat(rig(side, "0", "0").bars(bar + " " + bar).stop()).isEqualTo(stop);
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldDivideTheMultiplierRoundedDown(Side side) {
    RuleRig rig = rig(side, "0", "0");
    rig.position().divisor(1_333_333);

    // 1.5 / 1.333333 is 1.12500028: 1.125, times 3.
    assertThat(rig.bars("102/98/100 101/99/100").stop()).isEqualTo("96.625*");
    assertThat(E8.format(rig.position().watermarkE8())).isEqualTo("100");
  }
}
