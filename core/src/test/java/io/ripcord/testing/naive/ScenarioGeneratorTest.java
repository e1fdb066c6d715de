package io.ripcord.testing.naive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The generator repeats itself, and its scenarios really reach the situations they are for. */
class ScenarioGeneratorTest {

  private static final List<Scenario> SCENARIOS =
      LongStream.rangeClosed(1, 500)
          .mapToObj(seed -> new ScenarioGenerator(seed).generate())
          .toList();

  @Test
  void shouldGiveTheSameScenarioForTheSameSeed() {
    Scenario scenario = new ScenarioGenerator(7).generate();

    assertThat(new ScenarioGenerator(7).generate()).isEqualTo(scenario);
    assertThat(new ScenarioGenerator(8).generate()).isNotEqualTo(scenario);
    assertThat(scenario.toString()).startsWith("# seed: 7\n");
    assertThat(scenario.evaluate()).isEqualTo(scenario.evaluate());
  }

  @Test
  void shouldEndEveryPositionOnceOrLeaveItOpen() {
    for (Scenario scenario : SCENARIOS) {
      NaiveEvaluator.Result result = scenario.evaluate();
      List<Long> ids =
          LongStream.concat(
                  result.exits().stream().mapToLong(NaiveExit::positionId),
                  result.open().stream().mapToLong(NaiveEvaluator.OpenPosition::positionId))
              .sorted()
              .boxed()
              .toList();

      assertThat(ids)
          .as("%s", scenario)
          .isEqualTo(scenario.positions().stream().map(NaivePosition::id).toList());
    }
  }

  @Test
  void shouldReachEveryReasonOften() {
    Map<String, Integer> reasons = new TreeMap<>();
    SCENARIOS.forEach(
        scenario ->
            scenario
                .evaluate()
                .exits()
                .forEach(exit -> reasons.merge(exit.reason(), 1, Integer::sum)));

    assertThat(reasons.keySet())
        .containsExactlyInAnyOrder("STOP_LOSS", "TRAILING_STOP", "TAKE_PROFIT", "SIGNAL", "TIME");
    assertThat(reasons.values()).allMatch(count -> count >= 50, reasons.toString());
  }

  @Test
  void shouldReachExactTouchesGapsAndDeadlinesOnTickTimes() {
    int touches = 0;
    int gaps = 0;
    int onDeadline = 0;
    for (Scenario scenario : SCENARIOS) {
      for (NaiveExit exit : scenario.evaluate().exits()) {
        boolean isOnATick =
            scenario.events().stream().anyMatch(event -> event.timeNs() == exit.triggerTimeNs());
        if (exit.level() == null) {
          onDeadline += exit.reason().equals("TIME") && isOnATick ? 1 : 0;
        } else if (exit.level().compareTo(exit.triggerPrice()) == 0) {
          touches++;
        } else {
          gaps++;
        }
      }
    }

    assertThat(touches).as("exact touches").isGreaterThan(100);
    assertThat(gaps).as("prices beyond the level").isGreaterThan(100);
    assertThat(onDeadline).as("deadlines on a tick time").isGreaterThan(20);
  }
}
