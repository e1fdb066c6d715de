package io.ripcord.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ripcord.event.Side;
import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import io.ripcord.position.Position;
import io.ripcord.testing.StateNumbers;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoliciesTest {
  private static final RuleSpec TARGET =
      new RuleSpec(RuleKind.TAKE_PROFIT, E8.NULL, 4 * Percent.ONE);
  private static final RuleSpec STOP =
      new RuleSpec(RuleKind.STOP_LOSS, E8.NULL, 2 * Percent.ONE, E8.NULL);

  private final Policies policies = new Policies();

  /** All parts of a rule. */
  private static void part(Policies to, int id, int ruleIndex, RuleSpec rule) {
    long[] p = Arrays.copyOf(rule.parameters(), (rule.count() + 7) / 8 * 8);
    for (int i = 0; i < p.length; i += 8) {
      part(to, id, ruleIndex, rule.kindCode(), rule.count(), Arrays.copyOfRange(p, i, i + 8));
    }
  }

  private static void part(Policies to, int id, int ruleIndex, int kind, int count, long... p) {
    to.part(id, ruleIndex, kind, count, p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7]);
  }

  private static RuleSpec ladder(int rungs) {
    long[] parameters = new long[2 * rungs];
    for (int i = 0; i < rungs; i++) {
      parameters[i] = i;
      parameters[rungs + i] = (rungs - i) * Percent.ONE;
    }
    return new RuleSpec(RuleKind.TARGET_LADDER, parameters);
  }

  @Test
  void shouldTakeEffectAtItsEnd() {
    policies.begin(3, 7, 2, 2, true);
    part(policies, 3, 0, STOP);
    part(policies, 3, 1, TARGET);
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
    part(policies, 100, 0, TARGET);
    part(policies, 0, 0, STOP);
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
    part(policies, 0, 0, STOP);

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
    assertThatThrownBy(() -> part(policies, 0, 0, STOP))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("policyId=0 is not being defined");
    assertThatThrownBy(() -> part(policies, 99, 0, TARGET))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> policies.end(-1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> policies.begin(-1, 0, 0, 0, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("policyId=-1, expected 0 to 1048575");
    assertThatThrownBy(() -> policies.begin(1 << 20, 0, 0, 0, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("policyId=1048576, expected 0 to 1048575");
    assertThatThrownBy(() -> part(policies, policies.capacity(), 0, STOP))
        .isInstanceOf(IllegalArgumentException.class);
    policies.begin(0, 1, 1, 0, false);
    policies.end(0, 1, 0);
    assertThatThrownBy(() -> part(policies, 0, 0, STOP))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldVoidWhatIsUnfinishedAtAStart() {
    policies.begin(0, 1, 1, 0, false);
    policies.end(0, 1, 0);
    policies.begin(0, 1, 2, 1, false);
    policies.begin(1, 1, 1, 1, false);

    policies.voidDrafts();

    assertThatThrownBy(() -> part(policies, 0, 0, STOP))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> part(policies, 1, 0, STOP))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(policies.get(0).version()).isEqualTo(1);
  }

  @Test
  void shouldStartOverWhenADefinitionIsBegunAgain() {
    policies.begin(0, 1, 1, 2, false);
    part(policies, 0, 0, STOP);
    policies.begin(0, 1, 1, 1, false);
    part(policies, 0, 0, TARGET);
    policies.end(0, 1, 1);

    Position position = RuleFixture.position(Side.LONG, "100");
    policies.get(0).arm(RuleFixture.scope(position, "0.05"));

    assertThat(position.stop().isSet()).isFalse();
    assertThat(RuleFixture.level(position.targetE8())).isEqualTo("104");
  }

  @Test
  void shouldMakeOneRuleOfAllItsParts() {
    RuleSpec ladder = ladder(9);
    policies.begin(0, 1, 1, 4, false);
    part(policies, 0, 0, STOP);
    part(policies, 0, 1, ladder);

    policies.end(0, 1, 4);

    assertThat(policies.get(0).specs()).containsExactly(STOP, ladder);
    Position position = RuleFixture.position(Side.SHORT, "100");
    policies.get(0).arm(RuleFixture.scope(position));
    assertThat(RuleFixture.level(position.targetE8())).isEqualTo("91");
    assertThat(RuleFixture.level(position.stop().levelE8())).isEqualTo("102");
    assertThat(policies.get(0).deadlineNs(RuleFixture.scope(position)))
        .isEqualTo(RuleFixture.REGISTERED_NS + 1);
  }

  @Test
  void shouldRefuseARuleThatLacksParameters() {
    policies.begin(0, 1, 1, 1, false);
    part(policies, 0, 0, RuleKind.TARGET_LADDER.code(), 10, new long[8]);

    assertThatThrownBy(() -> policies.end(0, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("policyId=0 rule=0 has parameters=8, expected 10");
  }

  @Test
  void shouldRefuseARuleThatGoesOnAsAnother() {
    policies.begin(0, 1, 1, 2, false);
    part(policies, 0, 0, 3, 10, new long[8]);

    assertThatThrownBy(() -> part(policies, 0, 1, 3, 10, new long[8]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("policyId=0 goes on with rule=1, expected 0");
    assertThatThrownBy(() -> part(policies, 0, 0, 12, 10, new long[8]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("policyId=0 rule=0 goes on with kind=12 count=10, expected kind=3 count=10");
    assertThatThrownBy(() -> part(policies, 0, 0, 3, 12, new long[8]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> part(policies, 0, -1, 3, 10, new long[8]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 513, Integer.MAX_VALUE})
  void shouldRefuseMoreParametersThanTheStateHolds(int count) {
    policies.begin(0, 1, 1, 1, false);

    assertThatThrownBy(() -> part(policies, 0, 0, 3, count, new long[8]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("policyId=0 rule=0 has parameters=%d, expected 1 to 512", count);
  }

  @Test
  void shouldRefuseMoreRulesThanTheStateHolds() {
    policies.begin(0, 1, 1, 65, false);
    for (int i = 0; i < 64; i++) {
      part(policies, 0, i, STOP);
    }

    assertThatThrownBy(() -> part(policies, 0, 64, STOP))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("policyId=0 has more rules than 64");
  }

  @Test
  void shouldReadTheLargestPolicyFromTheState() {
    RuleSpec largest = ladder(256);
    policies.begin(0, 1, 1, 63 + 64, false);
    for (int i = 0; i < 63; i++) {
      part(policies, 0, i, STOP);
    }
    part(policies, 0, 63, largest);
    policies.end(0, 1, 63 + 64);
    Policies copy = new Policies();

    copy.read(StateNumbers.of(policies::write).in());

    assertThat(copy.get(0).specs()).hasSize(64).endsWith(largest);
  }

  @Test
  void shouldGoOnWithAHalfDefinedRuleAfterItWasRead() {
    RuleSpec ladder = ladder(9);
    long[] p = Arrays.copyOf(ladder.parameters(), 24);
    policies.begin(0, 1, 1, 4, true);
    part(policies, 0, 0, STOP);
    part(policies, 0, 1, 3, 18, Arrays.copyOfRange(p, 0, 8));
    Policies copy = new Policies();
    copy.read(StateNumbers.of(policies::write).in());

    part(copy, 0, 1, 3, 18, Arrays.copyOfRange(p, 8, 16));
    part(copy, 0, 1, 3, 18, Arrays.copyOfRange(p, 16, 24));
    copy.end(0, 1, 4);

    assertThat(copy.get(0).specs()).containsExactly(STOP, ladder);
  }

  @Test
  void shouldTakeTheEarliestOfItsDeadlines() {
    policies.begin(0, 1, 1, 2, false);
    part(policies, 0, 0, new RuleSpec(RuleKind.TARGET_LADDER, 50, Percent.ONE));
    part(policies, 0, 1, new RuleSpec(RuleKind.TARGET_LADDER, 20, Percent.ONE));
    policies.end(0, 1, 2);

    assertThat(
            policies.get(0).deadlineNs(RuleFixture.scope(RuleFixture.position(Side.LONG, "100"))))
        .isEqualTo(RuleFixture.REGISTERED_NS + 20);
  }

  @Test
  void shouldStillBeReadAfterTheyHaveGrownTwice() {
    policies.begin(600_000, 1, 1, 1, false);
    part(policies, 600_000, 0, STOP);
    policies.end(600_000, 1, 1);
    policies.begin(700_000, 1, 1, 1, false);
    Policies copy = new Policies();

    copy.read(StateNumbers.of(policies::write).in());
    part(copy, 700_000, 0, TARGET);
    copy.end(700_000, 1, 1);

    assertThat(copy.get(600_000).hasRules(false, List.of(STOP))).isTrue();
    assertThat(copy.contains(700_000)).isTrue();
  }

  @Test
  void shouldHoldEveryIdUpToItsCapacity() {
    assertThat(policies.capacity()).isEqualTo(16);
    for (int id : new int[] {0, 15, 16}) {
      policies.begin(id, 1, 1, 0, false);
      policies.end(id, 1, 0);
      assertThat(policies.contains(id)).isTrue();
    }

    // Doubled, so that ids that come one by one are not copied each time.
    assertThat(policies.capacity()).isEqualTo(32);
    assertThat(policies.contains(31)).isFalse();
    assertThat(policies.contains(32)).isFalse();
  }
}
