package io.ripcord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.RuleLayout;
import io.ripcord.money.E8;
import io.ripcord.rule.RuleSpec;
import io.ripcord.testing.naive.NaiveKind;
import io.ripcord.testing.naive.NaivePolicy;
import io.ripcord.testing.naive.NaivePosition;
import io.ripcord.testing.naive.ScenarioGenerator;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The oracle's policies reach the engine with every parameter in its place. */
class NaiveSpecsTest {

  @Test
  void shouldGiveEveryKindItsParametersInAscendingOrderOfKinds() {
    TreeSet<Integer> seen = new TreeSet<>();
    for (long seed = 1; seed <= 200; seed++) {
      for (NaivePosition each :
          new ScenarioGenerator(seed).with(NaiveKind.all()).generate().positions()) {
        List<RuleSpec> specs = NaiveSpecs.of(each.policy(), symbol -> 7);
        assertThat(specs).extracting(RuleSpec::kindCode).isSorted().doesNotHaveDuplicates();
        specs.forEach(spec -> seen.add(spec.kindCode()));
        specs.forEach(NaiveSpecsTest::requireBarsToBeDurations);
      }
    }

    assertThat(seen)
        .containsExactly(
            1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 20, 21, 22, 23);
  }

  /** Only durations are that large, so a parameter in a wrong place shows. */
  private static void requireBarsToBeDurations(RuleSpec spec) {
    RuleLayout layout = RuleLayout.of(spec.kindCode());
    for (int i = 0; i < spec.count(); i++) {
      String name = layout.parameterName(i, spec.count());
      long value = spec.parameters()[i];
      if (name.equals("barNs")) {
        assertThat(value).as("%s %s", spec, name).isBetween(1_000_000_000L, 5_000_000_000L);
      } else if (!name.endsWith("Ns")
          && !name.endsWith("E8")
          && !name.endsWith("icks")
          && value != E8.NULL) {
        assertThat(value).as("%s %s", spec, name).isLessThan(1_000_000_000L);
      }
    }
  }

  @Test
  void shouldNameTheSymbolsOfARiskReward() {
    NaivePolicy policy =
        NaivePolicy.named("p")
            .withTakeProfit(
                new NaivePolicy.TakeProfit.RiskReward(
                    NaivePolicy.Strategy.REGIME,
                    new BigDecimal("1.5"),
                    BigDecimal.ONE,
                    new BigDecimal("3"),
                    BigDecimal.ONE,
                    new BigDecimal("1.2"),
                    BigDecimal.ONE,
                    new BigDecimal("0.8"),
                    Duration.ofMinutes(1),
                    Map.of("TSLA", new BigDecimal("2"))));

    assertThat(NaiveSpecs.of(policy, symbol -> symbol.equals("TSLA") ? 9 : 0).get(0).parameters())
        .containsExactly(
            2,
            1_500_000,
            1_000_000,
            3_000_000,
            1_000_000,
            1_200_000,
            1_000_000,
            800_000,
            60_000_000_000L,
            9,
            2_000_000);
  }
}
