package io.ripcord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.engine.ScenarioRun.Tape;
import io.ripcord.testing.EngineRig;
import io.ripcord.testing.naive.NaiveKind;
import io.ripcord.testing.naive.Scenario;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The engine is a function of its input bytes. Seeds are set as in {@link EngineAgainstNaiveTest}.
 */
class ScenarioDeterminismTest {
  private static final int SCENARIOS = 2_000;

  @Test
  void shouldRepeatItselfByteForByte() {
    SeedSweep.check(
        SCENARIOS,
        scenario -> {
          ScenarioRun first = ScenarioRun.of(scenario);
          ScenarioRun second = ScenarioRun.of(scenario);

          assertThat(second.decisionFrames()).isEqualTo(first.decisionFrames());
          assertThat(second.stateHash()).isEqualTo(first.stateHash());
          assertThat(second.inputFrames()).containsExactlyElementsOf(first.inputFrames());
          return null;
        });
  }

  @Test
  void shouldDecideTheSameFromTheRecordedBytes() {
    SeedSweep.check(SCENARIOS, ScenarioDeterminismTest::replayed);
  }

  @Test
  void shouldDecideTheSameFromTheRecordedBytesOfABusyMarket() {
    for (long seed = 1; seed <= 2; seed++) {
      assertThat(
              SeedSweep.complaint(
                  new BusyMarket(seed).generate(), ScenarioDeterminismTest::replayed))
          .as("busy market, seed %d", seed)
          .isNull();
    }
  }

  private static String replayed(Scenario scenario) {
    ScenarioRun run = ScenarioRun.of(scenario);

    EngineRig fresh = new EngineRig(scenario.positions().size(), false).replay(run.inputFrames());

    assertThat(fresh.decisionFrames()).isEqualTo(run.decisionFrames());
    assertThat(fresh.engine().stateHash()).isEqualTo(run.stateHash());
    return null;
  }

  /** Without rules on bars: of a conflated tick nobody knows the volume. */
  @Test
  void shouldTreatAConflatedTickOfASinglePriceAsThatTick() {
    SeedSweep.check(
        SCENARIOS,
        NaiveKind.basic(),
        scenario -> {
          ScenarioRun plain = ScenarioRun.of(scenario);
          for (Tape tape : List.of(Tape.SINGLES_HIGH_FIRST, Tape.SINGLES_LOW_FIRST)) {
            ScenarioRun conflated = ScenarioRun.of(scenario, tape, false);
            if (!conflated.decisionFrames().equals(plain.decisionFrames())
                || conflated.stateHash() != plain.stateHash()) {
              return tape
                  + "\n"
                  + String.join("\n", conflated.transcript())
                  + "\nplain ticks\n"
                  + String.join("\n", plain.transcript())
                  + "\n"
                  + scenario;
            }
          }
          return null;
        });
  }

  @Test
  void shouldGiveEveryScenarioAnotherState() {
    long states =
        IntStream.rangeClosed(1, 20)
            .mapToLong(seed -> ScenarioRun.of(new BusyMarket(seed).generate()).stateHash())
            .distinct()
            .count();

    assertThat(states).isEqualTo(20);
  }
}
