package io.ripcord.execution;

import static io.ripcord.testing.EngineHarness.SECOND_NS;
import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.OrdStatus;
import io.ripcord.event.Side;
import io.ripcord.event.TradingState;
import io.ripcord.money.E8;
import io.ripcord.testing.EngineHarness;
import io.ripcord.testing.Operator;
import io.ripcord.testing.RecordedDecisions.ExitOrder;
import io.ripcord.testing.RecordedDecisions.OrderQuery;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The venue has never seen the order: only then, and only when it says so twice, it is repeated.
 */
class AbsentOrderTest {
  private static final long GRACE_NS = RetrySchedule.ABSENCE_GRACE_NS;

  private final EngineHarness engine =
      new EngineHarness()
          .instrument("X")
          .policy(p -> p.stopPercent("2"))
          .open(1, Side.LONG, "1", "100")
          .tick("98");

  private final Operator operator = new Operator(engine);

  private void absent() {
    answer(OrdStatus.UNKNOWN_ORDER, "0");
  }

  private void answer(OrdStatus status, String cum) {
    OrderQuery query = engine.decisions().last(OrderQuery.class);
    engine.venue().status(engine.nowNs(), query, status, E8.parse(cum), 0);
  }

  private IntentState state() {
    return engine.engine().view().exit(engine.position(1)).state();
  }

  private List<ExitOrder> orders() {
    return engine.decisions().orders();
  }

  @Test
  void shouldBeSaidAgainUnderItsOwnIdAfterTheSecondWord() {
    engine.restart(2);
    absent();
    engine.timer();
    absent();

    assertThat(orders()).hasSize(2);
    ExitOrder first = orders().get(0);
    ExitOrder again = orders().get(1);
    assertThat(again.clOrdId()).isEqualTo(first.clOrdId());
    assertThat(again.attempt()).isEqualTo(1);
    assertThat(again.quantityE8()).isEqualTo(first.quantityE8());
    assertThat(again.triggerTimeNs()).isEqualTo(first.triggerTimeNs());
    assertThat(state()).isEqualTo(IntentState.REQUESTED);
    assertThat(engine.engine().nextDeadlineNs()).isEqualTo(engine.nowNs() + 2 * SECOND_NS);
    engine.fill("97").flat();
    assertThat(engine.engine().exitsInFlight()).isZero();
  }

  @Test
  void shouldNotBeSaidAgainWhenTheWordsAreTooClose() {
    engine.restart(2).after(100_000_000);
    absent();
    engine.timer().after(GRACE_NS - 400_000_000 - 1);
    absent();
    assertThat(orders()).hasSize(1);

    engine.timer();
    absent();

    assertThat(orders()).hasSize(2);
  }

  @Test
  void shouldNeedTwoWordsOfOneDoubt() {
    engine.restart(2);
    absent();
    engine.restart(3).after(GRACE_NS);
    absent();
    assertThat(orders()).hasSize(1);
    operator.connected();
    engine.after(GRACE_NS);
    absent();
    assertThat(orders()).hasSize(1);

    engine.timer().after(GRACE_NS);
    absent();

    assertThat(orders()).hasSize(2);
  }

  @Test
  void shouldNeedTwoWordsAgainAfterItWasSaidAgain() {
    engine.restart(2);
    absent();
    engine.timer();
    absent();
    engine.timer();
    assertThat(state()).isEqualTo(IntentState.UNKNOWN);
    absent();
    assertThat(orders()).hasSize(2);

    engine.timer();
    absent();

    assertThat(orders()).hasSize(3);
    assertThat(orders()).extracting(ExitOrder::clOrdId).containsOnly(orders().get(0).clOrdId());
  }

  @Test
  void shouldNeverBeSaidAgainWhenAFillIsKnown() {
    engine.fill("0.4", "97").restart(2);
    for (int i = 0; i < 10; i++) {
      absent();
      engine.timer();
    }

    assertThat(orders()).hasSize(1);
    assertThat(state()).isEqualTo(IntentState.UNKNOWN);
    answer(OrdStatus.CANCELED, "0.4");
    assertThat(orders()).hasSize(2);
  }

  @Test
  void shouldNeverBeSaidAgainWhenASumTellsOfAFill() {
    engine.restart(2);
    answer(OrdStatus.PARTIALLY_FILLED, "0.4");
    operator.connected();
    for (int i = 0; i < 10; i++) {
      absent();
      engine.timer();
    }

    assertThat(orders()).hasSize(1);
    assertThat(state()).isEqualTo(IntentState.UNKNOWN);
  }

  @Test
  void shouldNeverBeSaidAgainOnceTheVenueHasAcknowledgedIt() {
    engine.ack().restart(2);
    for (int i = 0; i < 10; i++) {
      absent();
      engine.timer();
    }

    assertThat(orders()).hasSize(1);
    assertThat(state()).isEqualTo(IntentState.UNKNOWN);
  }

  @Test
  void shouldNotTakeARepeatedAnswerForASecondWord() {
    engine.restart(2);
    for (int i = 0; i < 5; i++) {
      engine.timer();
    }
    absent();
    engine.after(GRACE_NS);
    absent();
    assertThat(orders()).hasSize(1);

    engine.timer();
    absent();

    assertThat(orders()).hasSize(2);
  }

  @Test
  void shouldKeepItsIdOverAHalt() {
    engine.restart(2);
    operator.state(TradingState.HALTED);
    for (int i = 0; i < 10; i++) {
      absent();
      engine.timer();
    }
    assertThat(orders()).hasSize(1);

    operator.state(TradingState.ACTIVE);
    absent();

    assertThat(orders()).hasSize(2);
    assertThat(orders().get(1).clOrdId()).isEqualTo(orders().get(0).clOrdId());
  }
}
