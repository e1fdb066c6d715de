package io.ripcord.testing.naive;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The generator of every rule repeats itself, and each rule of it really decides something. */
class RuleScenariosTest {

  private static final List<Scenario> SCENARIOS =
      LongStream.rangeClosed(1, 500)
          .filter(seed -> seed % 4 != 0)
          .mapToObj(RuleScenariosTest::scenario)
          .toList();

  private static Scenario scenario(long seed) {
    return new ScenarioGenerator(seed).with(NaiveKind.all()).generate();
  }

  @Test
  void shouldGiveTheSameScenarioForTheSameSeedAndKinds() {
    assertThat(scenario(7)).isEqualTo(scenario(7)).isNotEqualTo(scenario(9));
    assertThat(scenario(7).evaluate()).isEqualTo(scenario(7).evaluate());
    assertThat(new ScenarioGenerator(7).with(NaiveKind.basic()).generate())
        .isEqualTo(new ScenarioGenerator(7).generate());
  }

  @Test
  void shouldUseTheGivenKindsOnly() {
    for (NaiveKind kind : NaiveKind.values()) {
      for (long seed = 1; seed <= 40; seed++) {
        Scenario scenario =
            new ScenarioGenerator(seed).with(EnumSet.of(NaiveKind.STOP_LOSS, kind)).generate();
        for (NaivePosition each : seed % 4 == 0 ? List.<NaivePosition>of() : scenario.positions()) {
          assertThat(each.policy().blocks())
              .allMatch(block -> block.code() == kind.code(), kind.name());
        }
      }
    }
  }

  /** A rule decides if leaving it out changes what comes of a scenario. */
  @Test
  void shouldLetEveryKindDecideOften() {
    Map<NaiveKind, Integer> decided = new EnumMap<>(NaiveKind.class);
    for (NaiveKind kind : NaiveKind.values()) {
      decided.put(kind, 0);
      for (Scenario scenario : SCENARIOS) {
        Scenario without = Without.kind(kind, scenario);
        if (!without.equals(scenario) && !without.evaluate().equals(scenario.evaluate())) {
          decided.merge(kind, 1, Integer::sum);
        }
      }
    }

    assertThat(decided.values()).as(decided.toString()).allMatch(count -> count >= 15);
  }

  @Test
  void shouldReachEveryReasonSourceAndAlertOften() {
    Map<String, Integer> seen = new TreeMap<>();
    // A square-off that a later session finds overdue is rare.
    for (long seed = 1; seed <= 4_000; seed++) {
      Scenario scenario = scenario(seed);
      NaiveEvaluator.Result result = scenario.evaluate();
      result.exits().forEach(each -> seen.merge(each.reason(), 1, Integer::sum));
      result.sources().forEach(each -> seen.merge("by " + each, 1, Integer::sum));
      result.alerts().forEach(each -> seen.merge("alert " + each.kind(), 1, Integer::sum));
      result.entries().forEach(each -> seen.merge("scale-in", 1, Integer::sum));
    }

    assertThat(seen)
        .containsOnlyKeys(
            "HARD_STOP",
            "STOP_LOSS",
            "TRAILING_STOP",
            "TAKE_PROFIT",
            "MA_CROSS",
            "SIGNAL",
            "TIME",
            "PARTIAL",
            "EMERGENCY",
            "by MONITOR_HARD",
            "by MONITOR_SOFT",
            "by MONITOR_TRAILING",
            "by MONITOR_SIGNAL",
            "by TP",
            "by TIME",
            "by PARTIAL",
            "by BOOK",
            "by EMERGENCY",
            "alert GAP",
            "alert RUNG_SKIPPED",
            "alert SQUARE_OFF_OVERDUE",
            "alert STALE",
            "alert BREACH_OUTSIDE_SESSION",
            "alert POLICY_ADOPTED",
            "alert COMMAND_REFUSED",
            "scale-in");
    assertThat(seen.values()).as(seen.toString()).allMatch(count -> count >= 10);
  }

  @Test
  void shouldAccountForEveryLot() {
    for (Scenario scenario : SCENARIOS) {
      NaiveEvaluator.Result result = scenario.evaluate();
      for (NaivePosition position : scenario.positions()) {
        long id = position.id();
        BigDecimal in =
            result.entries().stream()
                .filter(each -> each.positionId() == id)
                .map(NaiveEntry::quantity)
                .reduce(position.quantity(), BigDecimal::add);
        BigDecimal out =
            result.exits().stream()
                .filter(each -> each.positionId() == id)
                .flatMap(each -> each.fills().stream())
                .map(NaiveExit.Fill::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal left =
            result.levels().stream()
                .filter(each -> each.positionId() == id)
                .map(NaiveEvaluator.OpenLevels::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(out.add(left)).as("position %d of %s", id, scenario).isEqualByComparingTo(in);
      }
    }
  }

  @Test
  void shouldReachExactTouchesAndCollisions() {
    int touches = count(exit -> touches(exit));
    int beyond = count(exit -> exit.level() != null && !touches(exit));
    long together =
        SCENARIOS.stream()
            .map(each -> each.evaluate().exits())
            .filter(
                exits ->
                    exits.stream().mapToLong(NaiveExit::triggerTimeNs).distinct().count()
                        < exits.size())
            .count();

    assertThat(touches).as("exact touches").isGreaterThan(100);
    assertThat(beyond).as("prices beyond the level").isGreaterThan(100);
    assertThat(together).as("scenarios with exits at the same time").isGreaterThan(20);
  }

  private static boolean touches(NaiveExit exit) {
    return exit.level() != null && exit.level().compareTo(exit.triggerPrice()) == 0;
  }

  private static int count(Predicate<NaiveExit> what) {
    return SCENARIOS.stream()
        .mapToInt(each -> (int) each.evaluate().exits().stream().filter(what).count())
        .sum();
  }
}
