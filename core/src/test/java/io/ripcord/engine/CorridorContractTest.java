package io.ripcord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.AlertKind;
import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;
import io.ripcord.testing.EngineHarness;
import io.ripcord.testing.EngineRig;
import io.ripcord.testing.RandomSession;
import io.ripcord.testing.RecordedDecisions.ExitOrder;
import io.ripcord.testing.Seeds;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The contract of the corridor: an engine that skips quiet positions decides as one that does not.
 */
class CorridorContractTest {
  private static final int SCENARIOS = 30;
  private static final int EVENTS = 3_000;

  @Test
  void shouldDecideAsAnEngineThatEvaluatesEverything() {
    Random seeds = Seeds.random(this);
    Set<ExitReason> reasons = EnumSet.noneOf(ExitReason.class);
    Set<ExitSource> sources = EnumSet.noneOf(ExitSource.class);
    Set<AlertKind> alerts = EnumSet.noneOf(AlertKind.class);
    int orders = 0;
    for (int i = 0; i < SCENARIOS; i++) {
      long seed = seeds.nextLong();
      EngineHarness corridor = RandomSession.run(new Random(seed), EVENTS, false);

      EngineRig everything =
          new EngineRig(EngineHarness.CAPACITY, true).replay(corridor.rig().inputFrames());

      assertThat(everything.decisions().lines())
          .as("scenario seed %d", seed)
          .isEqualTo(corridor.decisions().lines());
      assertThat(everything.decisionFrames()).isEqualTo(corridor.rig().decisionFrames());
      assertThat(everything.engine().stateHash()).isEqualTo(corridor.engine().stateHash());
      alerts.addAll(corridor.decisions().alertKinds());
      for (ExitOrder order : corridor.decisions().orders()) {
        reasons.add(order.reason());
        sources.add(order.source());
        orders++;
      }
    }
    assertThat(orders).isGreaterThan(SCENARIOS * 20);
    assertThat(reasons)
        .containsExactlyInAnyOrder(
            ExitReason.HARD_STOP,
            ExitReason.STOP_LOSS,
            ExitReason.TAKE_PROFIT,
            ExitReason.TRAILING_STOP,
            ExitReason.MA_CROSS,
            ExitReason.SIGNAL,
            ExitReason.TIME,
            ExitReason.PARTIAL,
            ExitReason.EMERGENCY,
            ExitReason.MANUAL);
    assertThat(sources).contains(ExitSource.BOOK);
    assertThat(alerts)
        .contains(
            AlertKind.GAP,
            AlertKind.STALE,
            AlertKind.BREACH_OUTSIDE_SESSION,
            AlertKind.TICK_SUSPECTED,
            AlertKind.TICK_CONFIRMED,
            AlertKind.TICK_REJECTED,
            AlertKind.SQUARE_OFF_OVERDUE,
            AlertKind.RUNG_SKIPPED,
            AlertKind.BRACKET_DEFERRED,
            AlertKind.BRACKET_TAKEN_OVER,
            AlertKind.ENTRY_FAILED);
  }
}
