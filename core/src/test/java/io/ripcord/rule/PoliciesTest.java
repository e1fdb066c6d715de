package io.ripcord.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ripcord.event.ExitReason;
import io.ripcord.event.Side;
import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import io.ripcord.position.Position;
import io.ripcord.testing.StateNumbers;
import org.junit.jupiter.api.Test;

class PoliciesTest {
  private static final TakeProfitRule TARGET = new TakeProfitRule(E8.NULL, 4 * Percent.ONE);
  private static final StopLossRule STOP = new StopLossRule(E8.NULL, 2 * Percent.ONE, E8.NULL);

  private final Policies policies = new Policies();

  @Test
  void shouldTakeEffectAtItsEnd() {
    policies.begin(3, 7, 2, 2, true);
    policies.part(3, STOP);
    policies.part(3, TARGET);
    assertThat(policies.contains(3)).isFalse();

    policies.end(3, 2, 2);

    assertThat(policies.contains(3)).isTrue();
    Policy policy = policies.get(3);
    assertThat(policy.id()).isEqualTo(3);
    assertThat(policy.nameId()).isEqualTo(7);
    assertThat(policy.version()).isEqualTo(2);
    assertThat(policy.isSignalExit()).isTrue();
    Position position = RuleFixture.position(Side.LONG, "100");
    policy.arm(RuleFixture.scope(position, "0.05"));
    assertThat(E8.format(position.stop().levelE8())).isEqualTo("98");
    assertThat(E8.format(position.targetE8())).isEqualTo("104");
  }

  @Test
  void shouldLetDefinitionsInterleave() {
    policies.begin(0, 1, 1, 1, false);
    policies.begin(100, 2, 1, 1, false);
    policies.part(100, TARGET);
    policies.part(0, STOP);
    policies.end(100, 1, 1);
    policies.end(0, 1, 1);

    Position first = RuleFixture.position(Side.LONG, "100");
    policies.get(0).arm(RuleFixture.scope(first));
    Position second = RuleFixture.position(Side.LONG, "100");
    policies.get(100).arm(RuleFixture.scope(second));

    assertThat(RuleFixture.level(first.targetE8())).isEqualTo("-");
    assertThat(RuleFixture.level(second.targetE8())).isEqualTo("104");
    assertThat(policies.contains(1)).isFalse();
    assertThat(policies.contains(-1)).isFalse();
    assertThat(policies.contains(Integer.MAX_VALUE)).isFalse();
  }

  @Test
  void shouldRefuseAnIncompleteDefinition() {
    policies.begin(0, 1, 1, 2, false);
    policies.part(0, STOP);

    assertThatThrownBy(() -> policies.end(0, 1, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("policyId=0 has parts=1, expected 2");
    assertThatThrownBy(() -> policies.end(0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThat(policies.contains(0)).isFalse();
  }

  @Test
  void shouldRefuseAnEndOfAnotherVersion() {
    policies.begin(0, 1, 1, 0, false);

    assertThatThrownBy(() -> policies.end(0, 2, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("policyId=0 ends version=2, expected 1");
  }

  @Test
  void shouldRefusePartsOfNoDefinition() {
    assertThatThrownBy(() -> policies.part(0, STOP))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("policyId=0 is not being defined");
    assertThatThrownBy(() -> policies.rung(99, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> policies.end(-1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> policies.begin(-1, 0, 0, 0, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("policyId=-1, expected 0 to 1048575");
    policies.begin(0, 1, 1, 0, false);
    policies.end(0, 1, 0);
    assertThatThrownBy(() -> policies.part(0, STOP)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldVoidWhatIsUnfinishedAtAStart() {
    policies.begin(0, 1, 1, 0, false);
    policies.end(0, 1, 0);
    policies.begin(0, 1, 2, 1, false);
    policies.begin(1, 1, 1, 1, false);

    policies.voidDrafts();

    assertThatThrownBy(() -> policies.part(0, STOP)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> policies.part(1, STOP)).isInstanceOf(IllegalArgumentException.class);
    assertThat(policies.get(0).version()).isEqualTo(1);
  }

  @Test
  void shouldStartOverWhenADefinitionIsBegunAgain() {
    policies.begin(0, 1, 1, 2, false);
    policies.part(0, STOP);
    policies.begin(0, 1, 1, 1, false);
    policies.part(0, TARGET);
    policies.end(0, 1, 1);

    Position position = RuleFixture.position(Side.LONG, "100");
    policies.get(0).arm(RuleFixture.scope(position, "0.05"));

    assertThat(position.stop().isSet()).isFalse();
    assertThat(RuleFixture.level(position.targetE8())).isEqualTo("104");
  }

  @Test
  void shouldMakeOneLadderOfAllRungs() {
    policies.begin(0, 1, 1, 3, false);
    policies.rung(0, 0, 10 * Percent.ONE);
    policies.part(0, STOP);
    policies.rung(0, 60, E8.NULL);
    policies.end(0, 1, 3);
    Policy policy = policies.get(0);
    Position position = RuleFixture.position(Side.SHORT, "100");

    policy.arm(RuleFixture.scope(position, "0.05"));

    assertThat(RuleFixture.level(position.targetE8())).isEqualTo("90");
    assertThat(RuleFixture.level(position.stop().levelE8())).isEqualTo("102");
    long due = RuleFixture.REGISTERED_NS + 60;
    assertThat(policy.deadlineNs(RuleFixture.scope(position))).isEqualTo(due);
    policy.onDeadline(RuleFixture.scope(position), due - 1);
    assertThat(position.isPending(ExitReason.TIME)).isFalse();
    policy.onDeadline(RuleFixture.scope(position), due);
    assertThat(position.isPending(ExitReason.TIME)).isTrue();
    assertThat(policy.deadlineNs(RuleFixture.scope(position))).isEqualTo(ExitRule.NO_DEADLINE);
  }

  @Test
  void shouldTakeTheEarliestOfItsDeadlines() {
    policies.begin(0, 1, 1, 2, false);
    policies.part(0, new TargetLadderRule(new long[] {50}, new long[] {Percent.ONE}));
    policies.part(0, new TargetLadderRule(new long[] {20}, new long[] {Percent.ONE}));
    policies.end(0, 1, 2);

    assertThat(
            policies.get(0).deadlineNs(RuleFixture.scope(RuleFixture.position(Side.LONG, "100"))))
        .isEqualTo(RuleFixture.REGISTERED_NS + 20);
  }

  @Test
  void shouldStillBeReadAfterTheyHaveGrownTwice() {
    policies.begin(600_000, 1, 1, 1, false);
    policies.part(600_000, STOP);
    policies.end(600_000, 1, 1);
    policies.begin(700_000, 1, 1, 1, false);
    Policies copy = new Policies();

    copy.read(StateNumbers.of(policies::write).in());
    copy.part(700_000, TARGET);
    copy.end(700_000, 1, 1);

    assertThat(copy.get(600_000).hasRulesOf(policies.get(600_000))).isTrue();
    assertThat(copy.contains(700_000)).isTrue();
  }
}
