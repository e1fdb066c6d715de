package io.ripcord.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.ripcord.event.RuleLayout;
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
        new TrailingStopRule(15, 0, 0, E8.NULL, E8.NULL),
        new TrailingTicksRule(20, 21, 22, 23, 24),
        new TrailingAtrRule(14, 26, BAR_NS, 28, 29, 30, 31),
        new SuperTrendRule(10, 33, BAR_NS),
        new MaCrossRule(9, 21, MaCrossRule.EXPONENTIAL, BAR_NS),
        new AtrStopRule(14, 36, BAR_NS, 38, 39),
        new RiskRewardRule(2, 41, 42, 43, 44, 45, 46, 47, BAR_NS),
        new RiskRewardRule(0, 41, 42, 43, 44, 45, 46, 47, BAR_NS, 7, 49, 8, 50),
        new BreakEvenRule(51, E8.NULL),
        new PartialRule(52, 0, 54, 55, 56, 57),
        new ScaleInRule(58, 59, 5, 61, E8.NULL, 63, BAR_NS),
        new MaxAgeRule(64),
        new TimeTightenRule(65, 66, 67, 68),
        new SquareOffRule(69, E8.NULL, 71),
        new VolatilityRule(14, 100, 74, 75, BAR_NS),
        new HardStopRule(76));
  }

  private static final long BAR_NS = 60_000_000_000L;

  private static ExitRule copy(ExitRule rule) {
    RuleSpec spec = new RuleSpec(rule.kind(), rule.parameters());
    StateNumbers state = StateNumbers.of(spec::write);
    RuleSpec read = RuleSpec.read(state.in());
    assertThat(state.left()).isZero();
    assertThat(read).isEqualTo(spec);
    return read.rule();
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
                .filter(type -> type.isAssignableTo(ExitRule.class))
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(JavaClass::getName)
                .collect(Collectors.toSet());

    assertThat(rules().stream().map(rule -> rule.getClass().getName()).collect(Collectors.toSet()))
        .isEqualTo(written);
    assertThat(rules().stream().map(ExitRule::kind).collect(Collectors.toSet()))
        .isEqualTo(
            Stream.of(RuleKind.values())
                .filter(kind -> !kind.isSetting())
                .collect(Collectors.toSet()));
  }

  @Test
  void shouldMakeNoRuleOfASetting() {
    assertThatThrownBy(() -> RuleKind.TRIGGER.rule(new long[] {1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("kind=TRIGGER is a setting, not a rule");
  }

  @Test
  void shouldHaveTheCodesAndNamesThatEventsArePrintedWith() {
    for (RuleKind kind : RuleKind.values()) {
      assertThat(RuleLayout.of(kind.code())).isNotNull().hasToString(kind.name());
    }
    assertThat(RuleLayout.values()).hasSameSizeAs(RuleKind.values());
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

  private static Policy policy(int id, boolean signalExit, RuleSpec... rules) {
    return new Policy(id, id, id, signalExit, List.of(rules));
  }

  @Test
  void shouldCompareRulesWhateverTheirNumberAndName() {
    RuleSpec stop = new RuleSpec(RuleKind.STOP_LOSS, E8.NULL, 2, E8.NULL);
    RuleSpec target = new RuleSpec(RuleKind.TAKE_PROFIT, E8.NULL, 2);
    RuleSpec other = new RuleSpec(RuleKind.TAKE_PROFIT, E8.NULL, 3);
    RuleSpec sameStop = new RuleSpec(RuleKind.STOP_LOSS, E8.NULL, 2, E8.NULL);
    Policy policy = policy(1, true, stop, target);

    assertThat(policy.hasRules(true, List.of(sameStop, target))).isTrue();
    assertThat(policy.hasRules(false, List.of(stop, target))).isFalse();
    assertThat(policy.hasRules(true, List.of(stop))).isFalse();
    assertThat(policy(1, true, stop).hasRules(true, policy.specs())).isFalse();
    assertThat(policy.hasRules(true, List.of(target, stop))).isFalse();
    assertThat(policy.hasRules(true, List.of(stop, other))).isFalse();
    assertThat(policy(1, true).hasRules(true, List.of())).isTrue();
  }
}
