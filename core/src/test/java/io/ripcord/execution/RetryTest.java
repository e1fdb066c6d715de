package io.ripcord.execution;

import static io.ripcord.testing.EngineHarness.SECOND_NS;
import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.ExecType;
import io.ripcord.event.RejectKind;
import io.ripcord.event.Side;
import io.ripcord.testing.EngineHarness;
import io.ripcord.testing.RecordedDecisions.ExitOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest {
  private final EngineHarness engine =
      new EngineHarness()
          .instrument("X")
          .policy(p -> p.stopPercent("2"))
          .open(1, Side.LONG, "1", "100")
          .tick("98");

  /** Seconds from each refusal to the next order. */
  private List<Long> waits(int attempts, Runnable refuse) {
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < attempts; i++) {
      refuse.run();
      waits.add((engine.engine().nextDeadlineNs() - engine.nowNs()) / SECOND_NS);
      engine.timer();
      assertThat(engine.decisions().lastOrder().attempt()).isEqualTo(i + 2);
      assertThat(engine.decisions().lastOrder().timeNs()).isEqualTo(engine.nowNs());
    }
    return waits;
  }

  @Test
  void shouldTryAgainAfterOneTwoAndFourSecondsAndThenEveryTen() {
    assertThat(waits(6, () -> engine.reject(RejectKind.TRANSIENT)))
        .containsExactly(1L, 2L, 4L, 10L, 10L, 10L);

    assertThat(engine.decisions().alertKinds())
        .hasToString(
            "[EXIT_REJECTED, EXIT_REJECTED, EXIT_REJECTED, EXIT_STUCK, EXIT_REJECTED, EXIT_STUCK,"
                + " EXIT_REJECTED, EXIT_STUCK, EXIT_REJECTED, EXIT_STUCK]");
    assertThat(engine.decisions().alerts().get(3))
        .hasToString("alert EXIT_STUCK position=1 first=3 second=100000000");
  }

  @Test
  void shouldGoToTheSlowLoopAtOnceWhenTheSameCannotHelp() {
    assertThat(waits(3, () -> engine.reject(RejectKind.PERMANENT))).containsExactly(10L, 10L, 10L);

    assertThat(engine.decisions().alertKinds())
        .hasToString(
            "[EXIT_REJECTED, EXIT_STUCK, EXIT_REJECTED, EXIT_STUCK, EXIT_REJECTED, EXIT_STUCK]");
    assertThat(engine.decisions().alerts().get(0))
        .hasToString("alert EXIT_REJECTED position=1 first=1 second=2");
  }

  @Test
  void shouldTryAgainWhenAnOrderEndsWithoutAFill() {
    assertThat(waits(4, engine::cancel)).containsExactly(1L, 2L, 4L, 10L);
    assertThat(engine.decisions().alertKinds()).hasToString("[EXIT_STUCK, EXIT_STUCK]");
  }

  @Test
  void shouldTakeTheSameWaitWhenAnOrderExpires() {
    assertThat(waits(2, engine::expire)).containsExactly(1L, 2L);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldSendForTheRemainderAtOnceAfterAPartialFill(boolean cancelled) {
    engine.ack().fill("0.3", "97").fill("0.2", "96.5");

    if (cancelled) {
      engine.cancel();
    } else {
      engine.expire();
    }

    engine.assertOrders(
        "order 1 LONG 1 STOP_LOSS level=98 trigger=98 attempt=1",
        "order 1 LONG 0.5 STOP_LOSS level=98 trigger=98 attempt=2");
    engine.fill("96").flat();
    assertThat(engine.decisions().lines()).contains("position 1 CLOSED open=0 exit=96.4 pnl=-3.6");
  }

  @Test
  void shouldKeepReasonLevelAndTriggerOverAllAttempts() {
    engine.after(SECOND_NS).reject(RejectKind.TRANSIENT).tick("50").timer();

    ExitOrder first = engine.decisions().orders().get(0);
    ExitOrder second = engine.decisions().orders().get(1);
    assertThat(second.reason()).isEqualTo(first.reason());
    assertThat(second.source()).isEqualTo(first.source());
    assertThat(second.levelE8()).isEqualTo(first.levelE8());
    assertThat(second.triggerPriceE8()).isEqualTo(first.triggerPriceE8());
    assertThat(second.triggerTimeNs()).isEqualTo(first.triggerTimeNs());
    assertThat(first.clOrdId()).isEqualTo("0000010000001000100E");
    assertThat(second.clOrdId()).isEqualTo("0000010000001000200E");
  }

  @Test
  void shouldGiveItsOrdersTheEpochOfTheStart() {
    engine.restart(7).reject(RejectKind.TRANSIENT).timer();

    assertThat(engine.decisions().lastOrder().clOrdId()).isEqualTo("0000070000001000200E");
  }

  @ParameterizedTest
  @EnumSource(RejectKind.class)
  void shouldIgnoreASecondEndOfOneOrder(RejectKind kind) {
    ExitOrder order = engine.decisions().lastOrder();
    engine.cancel().clear();

    engine.venue().report(engine.nowNs(), order, ExecType.REJECTED, 0, 0, kind);

    engine.assertSilence();
    assertThat(engine.engine().nextDeadlineNs()).isEqualTo(engine.nowNs() + SECOND_NS);
  }

  @Test
  void shouldTryAgainWithTheFirstEventAfterTheTime() {
    engine.open(2, Side.LONG, "1", "100").reject(RejectKind.TRANSIENT);
    long due = engine.engine().nextDeadlineNs();

    engine.at(due - 1).tick("99");
    assertThat(engine.decisions().orders()).hasSize(1);
    engine.at(due).tick("99");
    assertThat(engine.decisions().orders()).hasSize(1);
    engine.at(due + 1).tick("99");

    assertThat(engine.decisions().orders()).hasSize(2);
    assertThat(engine.decisions().lastOrder().timeNs()).isEqualTo(due + 1);
  }
}
