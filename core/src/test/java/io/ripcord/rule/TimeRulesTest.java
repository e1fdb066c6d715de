package io.ripcord.rule;

import static io.ripcord.rule.RuleRig.MINUTE_NS;
import static io.ripcord.rule.RuleRig.REGISTERED_NS;
import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.ExitReason;
import io.ripcord.event.Side;
import io.ripcord.money.E8;
import io.ripcord.position.Mark;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules that go by the clock: largest age, square-off, and stops that tighten with age. */
class TimeRulesTest {
  private static boolean pends(RuleRig rig) {
    return rig.position().isPending(ExitReason.TIME);
  }

  private static long percent(String percent) {
    return RuleFixture.percent(percent);
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldLeaveAtTheLargestAge(Side side) {
    RuleRig rig = new RuleRig(side).rule(RuleKind.MAX_AGE, 4 * MINUTE_NS).open().price("101");
    assertThat(rig.dueSeconds()).isEqualTo(240);
    assertThat(pends(rig)).isFalse();

    assertThat(pends(rig.timer())).isTrue();
    assertThat(rig.dueSeconds()).isEqualTo(-1);
    assertThat(rig.stop()).isEqualTo("-");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldSquareOffAtTheTimeOfThePosition(Side side) {
    RuleRig rig =
        new RuleRig(side)
            .squareOff(REGISTERED_NS + 7 * MINUTE_NS)
            .rule(RuleKind.SQUARE_OFF, 54_000 * RuleRig.SECOND_NS, E8.NULL, 1)
            .open();
    assertThat(rig.dueSeconds()).isEqualTo(420);

    assertThat(pends(rig.timer())).isTrue();
    assertThat(rig.dueSeconds()).isEqualTo(-1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Mark.class,
      names = {"SQUARE_OFF_WAITS", "SQUARE_OFF_MISSED"})
  void shouldNotSquareOffTwice(Mark mark) {
    RuleRig rig =
        new RuleRig(Side.LONG)
            .squareOff(REGISTERED_NS + MINUTE_NS)
            .rule(RuleKind.SQUARE_OFF, E8.NULL, MINUTE_NS, 1)
            .open();

    rig.position().mark(mark, true);

    assertThat(rig.dueSeconds()).isEqualTo(-1);
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldNotSquareOffAPositionWithoutATime(Side side) {
    RuleRig rig = new RuleRig(side).rule(RuleKind.SQUARE_OFF, E8.NULL, MINUTE_NS, 1).open();

    assertThat(rig.dueSeconds()).isEqualTo(-1);
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldTightenStepByStep(Side side) {
    RuleRig rig =
        new RuleRig(side)
            .rule(RuleKind.TIME_TIGHTEN, MINUTE_NS, percent("1"), 2 * MINUTE_NS, percent("0.5"))
            .open();
    rig.position().stop().set(rig.e8("98"));
    assertThat(rig.dueSeconds()).isEqualTo(60);

    assertThat(rig.timer().stop()).isEqualTo("99*");
    assertThat(rig.position().stop().movedBy()).isEqualTo(RuleKind.TIME_TIGHTEN.code());
    assertThat(rig.dueSeconds()).isEqualTo(120);
    assertThat(rig.timer().stop()).isEqualTo("99.5*");
    assertThat(rig.dueSeconds()).isEqualTo(-1);
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldNotLoosenAndCountNoMoveThatIsNone(Side side) {
    RuleRig rig =
        new RuleRig(side)
            .rule(RuleKind.TIME_TIGHTEN, MINUTE_NS, percent("1"), 2 * MINUTE_NS, percent("0.5"))
            .open();
    rig.position().stop().set(rig.e8("99"));

    assertThat(rig.timer().stop()).isEqualTo("99");
    assertThat(rig.timer().stop()).isEqualTo("99.5*");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldTakeTheEntryOfItsTimeAndRoundAway(Side side) {
    RuleRig rig = new RuleRig(side).rule(RuleKind.TIME_TIGHTEN, MINUTE_NS, percent("1")).open();
    rig.position().add(10 * E8.ONE, rig.e8("100.00000002"));

    // Long 100.00000001 x 0.99 = 99.0000000099, down. Short 99.99999999 x 1.01 = 100.9999999899,
    // up.
    assertThat(rig.timer().stop()).isEqualTo(side == Side.LONG ? "99*" : "99.00000001*");
  }
}
