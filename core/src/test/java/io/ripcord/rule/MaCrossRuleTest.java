package io.ripcord.rule;

import static io.ripcord.rule.RuleRig.MINUTE_NS;
import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.ExitReason;
import io.ripcord.event.Side;
import io.ripcord.money.E8;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Averages of one and two bars, so that the fast one is the close: it crosses when a close is worse
 * than the one before for the first time. Flat bars, entry at 100.
 */
class MaCrossRuleTest {
  private static RuleRig rig(Side side, long type) {
    return new RuleRig(side).rule(RuleKind.MA_CROSS, 1, 2, type, MINUTE_NS);
  }

  private static boolean pends(RuleRig rig) {
    return rig.position().isPending(ExitReason.MA_CROSS);
  }

  @ParameterizedTest
  @CsvSource({
    // 102 over 101, then 100 under 101.
    "LONG,  100 102, 100",
    "SHORT, 100 102, 100",
    // Level before counts as on the right side.
    "LONG,  100 100, 99.99999998",
    "SHORT, 100 100, 99.99999998",
    // Against it first, over it again, and then the cross.
    "LONG,  102 101 103, 100",
    "SHORT, 102 101 103, 100",
  })
  void shouldExitOnTheBarThatCrosses(Side side, String before, String crossing) {
    RuleRig rig = rig(side, 0).open().price("100").bars(before);
    assertThat(pends(rig)).isFalse();

    rig.bars(crossing);

    assertThat(pends(rig)).isTrue();
    assertThat(rig.stop()).isEqualTo("-");
  }

  @ParameterizedTest
  @CsvSource({
    // Against it from the first warm bar on: nothing crossed.
    "LONG,  102 101 100 99",
    "SHORT, 102 101 100 99",
    // Level now is not against.
    "LONG,  100 102 102 102",
    "SHORT, 100 102 102 102",
    // The first bar at which both are warm has no bar before.
    "LONG,  102 100",
    "SHORT, 102 100",
    // Across, but for the better.
    "LONG,  102 100 103",
    "SHORT, 102 100 103",
  })
  void shouldStayWhenNothingCrosses(Side side, String bars) {
    assertThat(pends(rig(side, 0).open().price("100").bars(bars))).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldCountTheBarBeforeFromBeforeTheRegistration(Side side) {
    assertThat(pends(rig(side, 0).bars("100 102").open().bars("100"))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldNotCountACrossFromBeforeTheRegistration(Side side) {
    RuleRig rig = rig(side, 0).bars("100 102 100").open();

    assertThat(pends(rig.foreignBar())).isFalse();
    assertThat(pends(rig.bars("99"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    // Simple: (103 + 102) / 2 = 102.5. Exponential: 101.5 + (102 - 101.5) * 2 / 3 = 101.83.
    "LONG,  0, 102, true",
    "SHORT, 0, 102, true",
    "LONG,  1, 102, false",
    "SHORT, 1, 102, false",
    // 101.5 + (101 - 101.5) * 2 / 3 = 101.17.
    "LONG,  1, 101, true",
    "SHORT, 1, 101, true",
  })
  void shouldAverageAsItsTypeSays(Side side, long type, String close, boolean crosses) {
    RuleRig rig = rig(side, type).open().bars("100 103").bars(close);

    assertThat(pends(rig)).isEqualTo(crosses);
    assertThat(rig.position().targetE8()).isEqualTo(E8.NULL);
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldWaitForTheSlowerAverageWhicheverItIs(Side side) {
    // The average of two bars has been watched for a bar, the other one has not.
    RuleRig before = rig(side, 0).bars("100").rule(RuleKind.MA_CROSS, 3, 2, 0, MINUTE_NS).open();
    RuleRig after = rig(side, 0).bars("100").rule(RuleKind.MA_CROSS, 2, 3, 0, MINUTE_NS).open();

    assertThat(before.status()).isEqualTo("NOT_WARM bars 0/4");
    assertThat(after.status()).isEqualTo("NOT_WARM bars 0/4");
  }
}
