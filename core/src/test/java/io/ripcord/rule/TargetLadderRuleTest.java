package io.ripcord.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.ExitReason;
import io.ripcord.event.PositionStatus;
import io.ripcord.event.Side;
import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import io.ripcord.position.Position;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TargetLadderRuleTest {
  private static final long ANY = E8.NULL;

  /** Target and deadline at registration and after each deadline: {@code target@next}. */
  private static List<String> walk(TargetLadderRule rule, Position position) {
    List<String> steps = new ArrayList<>();
    rule.arm(RuleFixture.scope(position, "0.05"));
    steps.add(step(rule, position));
    while (rule.deadlineNs(RuleFixture.scope(position)) != ExitRule.NO_DEADLINE) {
      rule.onDeadline(RuleFixture.scope(position));
      steps.add(step(rule, position));
    }
    return steps;
  }

  private static String step(TargetLadderRule rule, Position position) {
    long next = rule.deadlineNs(RuleFixture.scope(position));
    return (position.isPending(ExitReason.TIME) ? "any" : RuleFixture.level(position.targetE8()))
        + "@"
        + (next == ExitRule.NO_DEADLINE ? "-" : next - RuleFixture.REGISTERED_NS);
  }

  @ParameterizedTest
  @CsvSource({"LONG, 110, 104, 101", "SHORT, 90, 96, 99"})
  void shouldAskForLessWithTime(Side side, String first, String second, String third) {
    TargetLadderRule rule =
        new TargetLadderRule(
            new long[] {0, 60, 120, 240},
            new long[] {10 * Percent.ONE, 4 * Percent.ONE, Percent.ONE, ANY});

    assertThat(walk(rule, RuleFixture.position(side, "100")))
        .containsExactly(first + "@60", second + "@120", third + "@240", "any@-");
  }

  @ParameterizedTest
  @CsvSource({"LONG, 104", "SHORT, 96"})
  void shouldHaveNoTargetBeforeTheFirstRung(Side side, String level) {
    TargetLadderRule rule = new TargetLadderRule(new long[] {60}, new long[] {4 * Percent.ONE});

    assertThat(walk(rule, RuleFixture.position(side, "100"))).containsExactly("-@60", level + "@-");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldHaveNoTargetLeftWhenAnyPriceWillDo(Side side) {
    Position position = RuleFixture.position(side, "100");

    walk(new TargetLadderRule(new long[] {0, 60}, new long[] {Percent.ONE, ANY}), position);

    assertThat(position.isPending(ExitReason.TIME)).isTrue();
    assertThat(position.targetE8()).isEqualTo(E8.NULL);
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldNotExitAtAnyPriceBeforeItsDeadlineComesAsAnEvent(Side side) {
    TargetLadderRule rule = new TargetLadderRule(new long[] {0}, new long[] {ANY});

    assertThat(walk(rule, RuleFixture.position(side, "100"))).containsExactly("-@0", "any@-");
  }

  @ParameterizedTest
  @CsvSource({"LONG, 0.00000004", "SHORT, 0.00000002"})
  void shouldRoundAsTheFixedTargetDoes(Side side, String level) {
    Position position = RuleFixture.position(side, "0.00000003");

    new TargetLadderRule(new long[] {0}, new long[] {Percent.ONE})
        .arm(RuleFixture.scope(position, "0.05"));

    assertThat(E8.format(position.targetE8())).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({"LONG, 97", "SHORT, 103"})
  void shouldGoBelowTheEntryWhenARungAsksForALoss(Side side, String level) {
    TargetLadderRule rule = new TargetLadderRule(new long[] {5}, new long[] {-3 * Percent.ONE});

    assertThat(walk(rule, RuleFixture.position(side, "100"))).containsExactly("-@5", level + "@-");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldKeepItsOwnCopyOfTheRungs(Side side) {
    long[] after = {60};
    long[] percent = {4 * Percent.ONE};
    TargetLadderRule rule = new TargetLadderRule(after, percent);

    after[0] = 1;
    percent[0] = ANY;

    assertThat(walk(rule, RuleFixture.position(side, "100")).get(0)).isEqualTo("-@60");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldLeaveATargetThatIsNotItsOwn(Side side) {
    RuleRig rig =
        new RuleRig(side)
            .rule(RuleKind.TAKE_PROFIT, E8.NULL, 4 * Percent.ONE)
            .rule(RuleKind.TARGET_LADDER, RuleRig.MINUTE_NS, ANY)
            .open();

    assertThat(rig.timer().target()).isEqualTo("104");
    assertThat(rig.position().isPending(ExitReason.TIME)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldBeActiveUntilThePositionHasLeft(Side side) {
    RuleRig rig =
        new RuleRig(side)
            .rule(RuleKind.TARGET_LADDER, 0, RuleRig.MINUTE_NS, 4 * Percent.ONE, Percent.ONE)
            .open();
    RuleRig early =
        new RuleRig(side).rule(RuleKind.TARGET_LADDER, RuleRig.MINUTE_NS, Percent.ONE).open();

    assertThat(early.status()).isEqualTo("WAITING_FOR_TIME due 60");
    assertThat(rig.status()).isEqualTo("ACTIVE level 104 due 60");
    assertThat(rig.timer().status()).isEqualTo("ACTIVE level 101");
    rig.position().status(PositionStatus.CLOSED);
    assertThat(rig.status()).isEqualTo("DONE level 101");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldNotBeDoneWithRungsLeft(Side side) {
    RuleRig rig =
        new RuleRig(side)
            .rule(RuleKind.TARGET_LADDER, 0, RuleRig.MINUTE_NS, 4 * Percent.ONE, Percent.ONE)
            .open();
    rig.position().status(PositionStatus.CLOSED);

    assertThat(rig.status()).isEqualTo("ACTIVE level 104 due 60");
  }
}
