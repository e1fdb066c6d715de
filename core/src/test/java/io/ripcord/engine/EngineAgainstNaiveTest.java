package io.ripcord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.testing.naive.NaiveEvaluator;
import io.ripcord.testing.naive.Scenario;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The engine, fed with real bytes, decides what the naive evaluator decides: every exit with its
 * reason, time, prices and profit, and every stop and watermark of what stays open. More seeds, or
 * one alone:
 *
 * <pre>
 *   mvn -B test -pl core -Dtest=EngineAgainstNaiveTest -Dripcord.scenarios=100000
 *   mvn -B test -pl core -Dtest=EngineAgainstNaiveTest -Dripcord.scenario=4711
 * </pre>
 */
class EngineAgainstNaiveTest {
  private static final int SCENARIOS = 8_000;

  @Test
  void shouldDecideWhatTheNaiveEvaluatorDecides() {
    SeedSweep.check(SCENARIOS, EngineAgainstNaiveTest::difference);
  }

  @Test
  void shouldDecideWhatTheNaiveEvaluatorDecidesInABusyMarket() {
    for (long seed = 1; seed <= 3; seed++) {
      Scenario scenario = new BusyMarket(seed).generate();

      assertThat(SeedSweep.complaint(scenario, EngineAgainstNaiveTest::difference))
          .as("busy market, seed %d", seed)
          .isNull();
    }
  }

  @Test
  void shouldMeetEveryReasonInABusyMarket() {
    Map<String, Integer> reasons = new TreeMap<>();
    NaiveEvaluator.Result result = ScenarioRun.of(new BusyMarket(1).generate()).result();

    result.exits().forEach(exit -> reasons.merge(exit.reason(), 1, Integer::sum));

    assertThat(reasons)
        .containsOnlyKeys("STOP_LOSS", "TRAILING_STOP", "TAKE_PROFIT", "SIGNAL", "TIME");
    assertThat(result.open()).isNotEmpty();
  }

  /** What differs, with all that is needed to see why; {@code null} if nothing does. */
  private static String difference(Scenario scenario) {
    NaiveEvaluator.Result expected = scenario.evaluate();
    ScenarioRun run = ScenarioRun.of(scenario);
    NaiveEvaluator.Result actual = run.result();
    if (actual.equals(expected)) {
      return null;
    }
    return """
        the engine differs from the oracle
        oracle:
        %s
        engine:
        %s
        events and -> decisions of the engine:
        %s
        scenario:
        %s"""
        .formatted(text(expected), text(actual), String.join("\n", run.transcript()), scenario);
  }

  private static String text(NaiveEvaluator.Result result) {
    StringBuilder out = new StringBuilder();
    result.exits().forEach(each -> out.append("  ").append(each).append('\n'));
    result.entries().forEach(each -> out.append("  ").append(each).append('\n'));
    result.alerts().forEach(each -> out.append("  ").append(each).append('\n'));
    result.open().forEach(each -> out.append("  ").append(each).append('\n'));
    result.levels().forEach(each -> out.append("  ").append(each).append('\n'));
    out.append("  ").append(result.sources()).append('\n');
    return out.toString();
  }
}
