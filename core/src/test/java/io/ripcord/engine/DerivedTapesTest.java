package io.ripcord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.engine.ScenarioRun.Tape;
import io.ripcord.testing.naive.DerivedTape;
import io.ripcord.testing.naive.NaiveEvaluator;
import io.ripcord.testing.naive.NaiveEvent;
import io.ripcord.testing.naive.RecordedTicks;
import io.ripcord.testing.naive.Scenario;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * On stretches of recorded tapes with jumps and faults put in, the engine decides what the naive
 * evaluator and the engine without a corridor decide; with ticks conflated, what the latter does.
 * More of them, or one alone:
 *
 * <pre>
 *   mvn -B test -pl core -Dtest=DerivedTapesTest -Dripcord.derived=2000
 *   mvn -B test -pl core -Dtest=DerivedTapesTest -Dripcord.scenario=47
 * </pre>
 */
class DerivedTapesTest {
  private static final int TAPES = 40;

  private final Map<String, Integer> seen = new TreeMap<>();
  private long events;
  private long positions;

  @Test
  void shouldDecideAlikeOnRecordedTapesWithDerivedJumps() {
    List<List<NaiveEvent>> tapes = RecordedTicks.tapes();
    int count = Integer.getInteger("ripcord.derived", TAPES);

    SeedSweep.run(
        count, seed -> new DerivedTape(seed, tapes).generate(), scenario -> difference(scenario));

    System.out.printf(
        "%d derived tapes, %d events, %d positions: %s%n", count, events, positions, seen);
    if (Long.getLong("ripcord.scenario") == null) {
      assertThat(seen)
          .containsKeys(
              "HARD_STOP by MONITOR_HARD",
              "STOP_LOSS by MONITOR_SOFT",
              "STOP_LOSS by BOOK",
              "TRAILING_STOP by MONITOR_TRAILING",
              "TAKE_PROFIT by TP",
              "MA_CROSS by MONITOR_SIGNAL",
              "SIGNAL by MONITOR_SIGNAL",
              "TIME by TIME",
              "PARTIAL by PARTIAL",
              "EMERGENCY by EMERGENCY",
              "scale-in",
              "alert GAP",
              "alert STALE",
              "alert RUNG_SKIPPED",
              "alert BREACH_OUTSIDE_SESSION");
    }
  }

  private String difference(Scenario scenario) {
    String difference = Agreement.difference(scenario);
    if (difference == null) {
      note(scenario);
      difference = Agreement.difference(scenario, Tape.BURSTS);
    }
    return difference;
  }

  private void note(Scenario scenario) {
    NaiveEvaluator.Result result = scenario.evaluate();
    events += scenario.events().size();
    positions += scenario.positions().size();
    for (int i = 0; i < result.exits().size(); i++) {
      count(result.exits().get(i).reason() + " by " + result.sources().get(i));
    }
    result.entries().forEach(entry -> count("scale-in"));
    result.alerts().forEach(alert -> count("alert " + alert.kind()));
  }

  private void count(String what) {
    seen.merge(what, 1, Integer::sum);
  }
}
