package io.ripcord.rule;

import static io.ripcord.rule.RuleRig.MINUTE_NS;
import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.Side;
import io.ripcord.money.E8;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Average true range of two bars times 2, 1.2 percent at least, 2 percent while not warm. */
class AtrStopRuleTest {
  private static RuleRig rig(Side side) {
    return new RuleRig(side).rule(RuleKind.ATR_STOP, 2, 2_000_000, MINUTE_NS, 1_200_000, 2_000_000);
  }

  @ParameterizedTest
  @CsvSource({
    // Ranges 4 and 2: 2 x 3 = 6.
    "LONG,  102/98/100 101/99/100, 94",
    "SHORT, 102/98/100 101/99/100, 94",
    // 2 x 0.5 = 1 is nearer than 1.2 percent.
    "LONG,  100.5/100/100 100.5/100/100, 98.8",
    "SHORT, 100.5/100/100 100.5/100/100, 98.8",
    // 2 x 0.6 is as far.
    "LONG,  100.6/100/100 100.6/100/100, 98.8",
    "SHORT, 100.6/100/100 100.6/100/100, 98.8",
    "LONG,  100.60000001/100/100 100.60000001/100/100, 98.79999998",
    "SHORT, 100.60000001/100/100 100.60000001/100/100, 98.79999998",
  })
  void shouldStandWhereTheRangeSaysWhenItIsWarmAtRegistration(Side side, String bars, String stop) {
    RuleRig rig = rig(side).bars(bars).open();

    assertThat(rig.stop()).isEqualTo(stop);
    assertThat(rig.firstStop()).isEqualTo(stop);
    assertThat(rig.bars("100 100 100").stop()).isEqualTo(stop);
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldReplaceTheFallbackOnceAndNotAsAMove(Side side) {
    RuleRig rig = rig(side).open();
    assertThat(rig.stop()).isEqualTo("98");
    assertThat(rig.bars("100.75/100/100").stop()).isEqualTo("98");

    // Warm: 2 x 0.75. Then it stays, however quiet the market gets.
    assertThat(rig.bars("100.75/100/100").stop()).isEqualTo("98.5");
    assertThat(rig.firstStop()).isEqualTo("98.5");
    assertThat(rig.bars("100 100 100 100").stop()).isEqualTo("98.5");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldKeepTheFallbackWhenTheRangeIsWider(Side side) {
    RuleRig rig = rig(side).open().bars("102/98/100 101/99/100");

    assertThat(rig.stop()).isEqualTo("98");
    assertThat(rig.firstStop()).isEqualTo("98");
    assertThat(rig.bars("100 100 100 100").stop()).isEqualTo("98");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldNotLoosenAStopThatAnotherRuleHasMoved(Side side) {
    RuleRig rig = rig(side).open().bars("100.75/100/100");
    rig.position().stop().tighten(rig.e8("99"), RuleKind.TRAILING_STOP.code());

    assertThat(rig.bars("100.75/100/100").stop()).isEqualTo("99*");
    assertThat(rig.firstStop()).isEqualTo("98");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldStandOnTheLosingSideOfTheEntry(Side side) {
    RuleRig rig = rig(side).open();

    assertThat(side.sign() * (rig.position().stop().levelE8() - 100 * E8.ONE))
        .isEqualTo(-2 * E8.ONE);
  }
}
