package io.ripcord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.engine.ScenarioRun.Tape;
import io.ripcord.rule.Corridor;
import io.ripcord.testing.naive.Scenario;
import java.lang.reflect.Field;
import org.junit.jupiter.api.Test;

/**
 * An engine with a corridor says the same, byte for byte, as one that evaluates every position on
 * every tick, and ends in the same state; and its corridor does sleep. Plain ticks of seeded
 * scenarios, and how the number of seeds is set, are in {@link EngineAgainstNaiveTest}.
 */
class CorridorAgainstEverythingTest {
  private static final int SCENARIOS = 5_000;
  private static final int BUSY_MARKETS = 5;

  @Test
  void shouldDecideAsIfEveryConflatedTickWereEvaluated() {
    SeedSweep.check(SCENARIOS, scenario -> Agreement.difference(scenario, Tape.BURSTS));
  }

  @Test
  void shouldDecideAsIfEveryTickOfABusyMarketWereEvaluated() {
    for (long seed = 1; seed <= BUSY_MARKETS; seed++) {
      Scenario scenario = new BusyMarket(seed).generate();
      for (Tape tape : new Tape[] {Tape.PLAIN, Tape.BURSTS}) {
        assertThat(SeedSweep.complaint(scenario, each -> Agreement.difference(each, tape)))
            .as("busy market, seed %d, %s", seed, tape)
            .isNull();
      }
    }
  }

  @Test
  void shouldSleepOnMostTicksOfABusyMarket() {
    for (long seed = 1; seed <= BUSY_MARKETS; seed++) {
      SleepCount sleep = new SleepCount();

      ScenarioRun.watched(new BusyMarket(seed).generate(), Tape.PLAIN, false, sleep);

      assertThat(sleep.openPositions / (double) sleep.prices)
          .as("open positions at a price, seed %d", seed)
          .isGreaterThan(20);
      assertThat(sleep.quiet / (double) sleep.prices)
          .as("share of prices on which the corridor slept, seed %d", seed)
          .isGreaterThan(0.5);
    }
  }

  @Test
  void shouldNeverSleepWhenEverythingIsToBeEvaluated() {
    SleepCount sleep = new SleepCount();

    ScenarioRun.watched(new BusyMarket(1).generate(), Tape.PLAIN, true, sleep);

    assertThat(sleep.quiet).isZero();
  }

  /** Asks the engine's own corridor before every price whether it will sleep. */
  private static final class SleepCount implements ScenarioRun.PriceWatch {
    private long prices;
    private long quiet;
    private long openPositions;

    @Override
    public void beforePrice(Engine engine, int instrumentId, long lowE8, long highE8) {
      prices++;
      quiet += corridor(engine).isQuiet(instrumentId, lowE8, highE8) ? 1 : 0;
      openPositions += engine.view().openPositions();
    }

    private static Corridor corridor(Engine engine) {
      try {
        Field field = Definitions.class.getDeclaredField("corridor");
        field.setAccessible(true);
        return (Corridor) field.get(engine);
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(e.getMessage(), e);
      }
    }
  }
}
