package io.ripcord.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.ExecType;
import io.ripcord.event.OrdStatus;
import io.ripcord.event.RejectKind;
import io.ripcord.event.Side;
import io.ripcord.money.E8;
import io.ripcord.state.StateHash;
import io.ripcord.testing.EngineHarness;
import io.ripcord.testing.RecordedDecisions.Decision;
import io.ripcord.testing.RecordedDecisions.ExitOrder;
import io.ripcord.testing.RecordedDecisions.OrderQuery;
import io.ripcord.testing.RecordedDecisions.PositionsQuery;
import io.ripcord.testing.Seeds;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A run that was interrupted and one that was not have one hash once all is flat. */
class AcrossStartsTest {
  private static final int RUNS = 300;
  private static final long STEP_NS = 100_000_000;
  private static final long[] FILLS = {E8.ONE / 2, E8.ONE / 4, E8.ONE / 4};

  /** One position, its order filled in parts; the engine may be started again between steps. */
  private static final class Run {
    private final EngineHarness engine =
        new EngineHarness(4, false)
            .instrument("X")
            .policy(p -> p.stopPercent("2").trailing("1"))
            .open(1, Side.LONG, "1", "100")
            .open(2, Side.SHORT, "1", "100")
            .tick("101")
            .tick("99");

    private final Random restarts;
    private int epoch = 1;
    private int answered;
    private long filledE8;

    Run(Random restarts) {
      this.restarts = restarts;
    }

    long hash(boolean refused) {
      step();
      if (refused) {
        engine.reject(RejectKind.TRANSIENT);
        step();
        engine.timer();
      }
      step();
      engine.venue().report(engine.nowNs(), order(), ExecType.NEW, 50, 0, E8.NULL, 0, E8.ONE, NONE);
      for (int part = 0; part < FILLS.length; part++) {
        step();
        // The venue has filled it a while before the report comes.
        filledE8 += FILLS[part];
        step();
        fill(60 + part, FILLS[part]);
      }
      step();
      assertThat(engine.engine().exitsInFlight()).isZero();
      StateHash hash = StateHash.acrossStarts();
      engine.engine().write(hash);
      return hash.value();
    }

    private static final RejectKind NONE = RejectKind.NONE;

    private ExitOrder order() {
      return engine.decisions().lastOrder();
    }

    private void fill(long execId, long lastE8) {
      engine
          .venue()
          .report(
              engine.nowNs(),
              order(),
              ExecType.TRADE,
              execId,
              lastE8,
              99 * E8.ONE,
              filledE8,
              E8.ONE - filledE8,
              NONE);
    }

    private void step() {
      engine.after(STEP_NS);
      for (int i = restarts == null ? 0 : restarts.nextInt(3); i > 0; i--) {
        engine.restart(++epoch);
      }
      answer();
    }

    private void answer() {
      List<Decision> said = engine.decisions().all();
      for (; answered < said.size(); answered++) {
        if (said.get(answered) instanceof OrderQuery query) {
          OrdStatus part = filledE8 == 0 ? OrdStatus.NEW : OrdStatus.PARTIALLY_FILLED;
          OrdStatus status = filledE8 == E8.ONE ? OrdStatus.FILLED : part;
          engine.venue().status(engine.nowNs(), query, status, filledE8, E8.ONE - filledE8);
        } else if (said.get(answered) instanceof PositionsQuery query && isReported()) {
          engine.venue().flat(engine.nowNs(), query.queryId());
        }
      }
    }

    private boolean isReported() {
      return engine.position(order().positionId()).openQuantityE8() == 0;
    }
  }

  @Test
  void shouldHaveOneHashHoweverOftenTheEngineWasStarted() {
    Random seeds = Seeds.random(this);
    for (boolean refused : new boolean[] {false, true}) {
      long uninterrupted = new Run(null).hash(refused);
      for (int i = 0; i < RUNS; i++) {
        long seed = seeds.nextLong();
        assertThat(new Run(new Random(seed)).hash(refused))
            .as("refused=%s, restarts by seed %d", refused, seed)
            .isEqualTo(uninterrupted);
      }
    }
  }

  @Test
  void shouldStillTellDifferentRunsApart() {
    assertThat(new Run(null).hash(false)).isNotEqualTo(new Run(null).hash(true));
  }

  @Test
  void shouldTellStartsApartWhenItCoversEverything() {
    EngineHarness one = new EngineHarness();
    EngineHarness two = new EngineHarness().restart(2);

    assertThat(one.engine().stateHash()).isNotEqualTo(two.engine().stateHash());
    assertThat(acrossStarts(one)).isEqualTo(acrossStarts(two));
  }

  private static long acrossStarts(EngineHarness engine) {
    StateHash hash = StateHash.acrossStarts();
    engine.engine().write(hash);
    return hash.value();
  }
}
