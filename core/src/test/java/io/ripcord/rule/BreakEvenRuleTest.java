package io.ripcord.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.Side;
import io.ripcord.money.E8;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Entry at 100, break-even at 10 percent of profit. */
class BreakEvenRuleTest {
  private static final long AT = RuleFixture.percent("10");

  private static RuleRig rig(Side side, String lock) {
    return new RuleRig(side).rule(RuleKind.BREAK_EVEN, AT, RuleFixture.percent(lock));
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldLockAtItsProfitInclusive(Side side) {
    RuleRig rig = rig(side, "2").open();

    assertThat(rig.wake()).isEqualTo("110");
    assertThat(rig.price("109.99999999").stop()).isEqualTo("-");
    assertThat(rig.price("110").stop()).isEqualTo("102*");
    assertThat(rig.wake()).isEqualTo("-");
    assertThat(rig.price("120").price("103").stop()).isEqualTo("102*");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldLookAtThePresentProfitNotTheBest(Side side) {
    RuleRig rig = rig(side, "2").open();
    rig.position().see(rig.e8("115"));

    assertThat(rig.price("109").stop()).isEqualTo("-");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldLeaveATighterStopAndOneThatAHumanLoosened(Side side) {
    RuleRig tighter = rig(side, "2").open();
    tighter.position().stop().set(tighter.e8("103"));
    assertThat(tighter.price("110").stop()).isEqualTo("103");

    RuleRig loosened = rig(side, "2").open().price("110");
    loosened.position().stop().amend(loosened.e8("95"), true);
    assertThat(loosened.price("111").stop()).isEqualTo("95*");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldLockAgainWhenTheEntryChanges(Side side) {
    RuleRig rig = rig(side, "2").open().price("110");
    // Ten at 100 and ten at 102: the entry is 101, 10 percent of it more are 111.1.
    rig.position().add(10 * E8.ONE, rig.e8("102"));
    String at = side == Side.LONG ? "111.1" : "110.9";
    String before = side == Side.LONG ? "111.09999999" : "110.89999999";

    assertThat(rig.price(before).stop()).isEqualTo("102*");
    assertThat(rig.wake()).isEqualTo(at);
    // Long 101 x 1.02, short 99 x 0.98 = 97.02, mirrored 102.98.
    assertThat(rig.price(at).stop()).isEqualTo(side == Side.LONG ? "103.02*" : "102.98*");
  }

  @ParameterizedTest
  @CsvSource({
    // Long 100 x 1.001 / 0.999 = 100.2002002002, up; short 100 x 0.999 / 1.001 = 99.8001998002,
    // down.
    "LONG,  0.1, 100.20020021",
    "SHORT, 0.1, 99.8001998",
    "LONG,  0, 100",
    "SHORT, 0, 100",
    // 100 x 1.1 / 0.9 = 122.2222222222; 100 x 0.9 / 1.1 = 81.8181818182.
    "LONG,  10, 122.22222223",
    "SHORT, 10, 81.81818181",
  })
  void shouldCoverTheFeesAndRoundToTheSideThatEarns(Side side, String fee, String stop) {
    RuleRig rig = rig(side, "-").fee(fee).open().price("110");

    assertThat(E8.format(rig.position().stop().levelE8())).isEqualTo(stop);
    assertThat(rig.position().stop().movedBy()).isEqualTo(RuleKind.BREAK_EVEN.code());
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldRoundTheLockAwayFromThePrice(Side side) {
    // 100 x 0.000001 percent is 0.000001; of an entry of 100.00000001 it is a little more.
    RuleRig rig = rig(side, "0.000001").open();
    rig.position().add(10 * E8.ONE, rig.e8("100.00000002"));

    // Long 100.00000001 x 1.00000001 = 100.0000010100000001; short mirrored, up.
    assertThat(rig.price("120").stop())
        .isEqualTo(side == Side.LONG ? "100.00000101*" : "100.000001*");
  }
}
