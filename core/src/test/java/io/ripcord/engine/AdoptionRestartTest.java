package io.ripcord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.testing.EngineRig;
import io.ripcord.testing.naive.NaiveEvent;
import io.ripcord.testing.naive.NaiveKind;
import io.ripcord.testing.naive.Scenario;
import io.ripcord.testing.naive.ScenarioGenerator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Scenarios of every rule in which positions adopt other policies, with a restart at every event.
 */
class AdoptionRestartTest {
  private static final int SEEDS = 250;

  private static Scenario scenario(long seed) {
    return new ScenarioGenerator(seed).with(NaiveKind.all()).generate();
  }

  private static boolean hasAdoption(Scenario scenario) {
    return scenario.events().stream().anyMatch(NaiveEvent.Adopt.class::isInstance);
  }

  @Test
  void shouldGoOnWhenEveryEventIsAnotherEngines() {
    List<Scenario> scenarios =
        LongStream.rangeClosed(1, SEEDS)
            .mapToObj(AdoptionRestartTest::scenario)
            .filter(AdoptionRestartTest::hasAdoption)
            .toList();
    assertThat(scenarios).hasSizeGreaterThan(SEEDS / 5);

    scenarios.forEach(AdoptionRestartTest::relay);
  }

  /** Each input is for a new engine that has taken the state of the one before over. */
  private static void relay(Scenario scenario) {
    ScenarioRun whole = ScenarioRun.of(scenario);
    List<String> said = whole.decisionFrames();
    EngineRig runner = new EngineRig(scenario.positions().size(), false);
    int heard = 0;
    for (byte[] input : whole.inputFrames()) {
      EngineRig next = new EngineRig(scenario.positions().size(), false).takeOver(runner);
      next.replay(List.of(input));
      int count = next.decisionFrames().size();
      assertThat(next.decisionFrames())
          .as("seed %d event %d", scenario.seed(), next.engine().sequence())
          .isEqualTo(said.subList(heard, heard + count));
      heard += count;
      runner = next;
    }
    assertThat(heard).isEqualTo(said.size());
    assertThat(runner.engine().stateHash())
        .as("seed %d", scenario.seed())
        .isEqualTo(whole.stateHash());
  }
}
