package io.ripcord.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.ripcord.money.E8;
import io.ripcord.testing.StateNumbers;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule there is finds its way through the state and back. */
class RuleKindTest {
  static List<ExitRule> rules() {
    return List.of(
        new StopLossRule(1, E8.NULL, E8.NULL),
        new StopLossRule(E8.NULL, 2, E8.NULL),
        new StopLossRule(E8.NULL, E8.NULL, 3),
        new TakeProfitRule(4, E8.NULL),
        new TakeProfitRule(E8.NULL, 5),
        new TargetLadderRule(new long[] {0}, new long[] {E8.NULL}),
        new TargetLadderRule(new long[] {0, 6, 7}, new long[] {8, 9, E8.NULL}),
        new TrailingStopRule(10, 11, 12, 13, 14),
        new TrailingStopRule(15, 0, 0, E8.NULL, E8.NULL));
  }

  private static ExitRule copy(ExitRule rule) {
    StateNumbers state = StateNumbers.of(out -> Policy.writeRule(rule, out));
    ExitRule copy = Policy.readRule(state.in());
    assertThat(state.left()).isZero();
    return copy;
  }

  @ParameterizedTest
  @MethodSource("rules")
  void shouldComeBackAsItWas(ExitRule rule) {
    ExitRule copy = copy(rule);

    assertThat(copy).isExactlyInstanceOf(rule.getClass()).isNotSameAs(rule);
    assertThat(copy).usingRecursiveComparison().isEqualTo(rule);
    assertThat(copy.kind()).isEqualTo(rule.kind());
    assertThat(copy.parameters()).isEqualTo(rule.parameters());
  }

  @Test
  void shouldCoverEveryRuleThatThereIs() {
    Set<String> written =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.ripcord")
                .stream()
                .filter(type -> type.isAssignableTo(ExitRule.class) && !type.isInterface())
                .map(JavaClass::getName)
                .collect(Collectors.toSet());

    assertThat(rules().stream().map(rule -> rule.getClass().getName()).collect(Collectors.toSet()))
        .isEqualTo(written);
    assertThat(rules().stream().map(ExitRule::kind).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(RuleKind.values());
  }

  @Test
  void shouldHaveOneCodeEach() {
    assertThat(Stream.of(RuleKind.values()).map(RuleKind::code)).doesNotHaveDuplicates();
    for (RuleKind kind : RuleKind.values()) {
      assertThat(RuleKind.of(kind.code())).isEqualTo(kind);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 99, Integer.MAX_VALUE})
  void shouldRefuseANumberThatIsNoKind(int code) {
    assertThatThrownBy(() -> RuleKind.of(code))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("code=%d is no RuleKind", code);
  }

  private static Policy policy(int id, boolean signalExit, ExitRule... rules) {
    return new Policy(id, id, id, signalExit, rules);
  }

  @Test
  void shouldCompareRulesWhateverTheirNumberAndName() {
    ExitRule stop = new StopLossRule(E8.NULL, 2, E8.NULL);
    ExitRule target = new TakeProfitRule(E8.NULL, 2);
    Policy policy = policy(1, true, stop, target);

    assertThat(policy.hasRulesOf(policy(2, true, copy(stop), copy(target)))).isTrue();
    assertThat(policy.hasRulesOf(policy(1, false, stop, target))).isFalse();
    assertThat(policy.hasRulesOf(policy(1, true, stop))).isFalse();
    assertThat(policy(1, true, stop).hasRulesOf(policy)).isFalse();
    assertThat(policy.hasRulesOf(policy(1, true, target, stop))).isFalse();
    assertThat(policy.hasRulesOf(policy(1, true, stop, new TakeProfitRule(E8.NULL, 3)))).isFalse();
    assertThat(policy(1, true).hasRulesOf(policy(2, true))).isTrue();
  }
}
