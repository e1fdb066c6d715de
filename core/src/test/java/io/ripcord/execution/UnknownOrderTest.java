package io.ripcord.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.AlertKind;
import io.ripcord.event.ClOrdId;
import io.ripcord.event.ExecType;
import io.ripcord.event.RejectKind;
import io.ripcord.event.Side;
import io.ripcord.money.E8;
import io.ripcord.testing.EngineHarness;
import io.ripcord.testing.RecordedDecisions.ExitOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A report for an order that this engine never sent changes nothing and is said. */
class UnknownOrderTest {
  private static final int INFORMING_EVENTS = 1 + ExecType.values().length;

  private final EngineHarness engine =
      new EngineHarness()
          .instrument("X")
          .policy(p -> p.stopPercent("2"))
          .open(1, Side.LONG, "1", "100")
          .open(2, Side.LONG, "1", "50");

  private void report(long high, long low, ExecType type, long execId) {
    engine
        .venue()
        .publisher()
        .executionReport(
            engine.nowNs(),
            high,
            low,
            type,
            execId,
            E8.ONE,
            E8.ONE,
            E8.ONE,
            0,
            RejectKind.PERMANENT);
  }

  @ParameterizedTest
  @CsvSource({
    // instance, epoch, ordinal, attempt, slice, kind; sent were 0 1 1 1 0 14 and 0 1 1 2 0 14.
    "0, 1, 1, 3, 0, 14",
    "0, 1, 1, 0, 0, 14",
    "0, 1, 2, 1, 0, 14",
    "0, 1, 2, 0, 0, 14",
    "0, 1, 3, 1, 0, 14",
    "0, 1, 0, 1, 0, 14",
    "0, 1, 0, 0, 0, 14",
    "1, 1, 1, 2, 0, 14",
    "1, 1, 1, 1, 0, 14",
    "0, 2, 1, 2, 0, 14",
    "0, 2, 1, 1, 0, 14",
    "0, 0, 1, 2, 0, 14",
    "0, 1, 1, 2, 1, 14",
    "0, 1, 1, 1, 1, 14",
    "0, 1, 1, 2, 0, 13",
    "1295, 1679615, 2147483647, 1679615, 1295, 35",
  })
  void shouldNotBeTakenForOneOfOurs(
      int instance, int epoch, int ordinal, int attempt, int slice, int kind) {
    engine.tick("98").reject(RejectKind.TRANSIENT).timer().ack().clear();
    long high = ClOrdId.high(instance, epoch, ordinal);
    long low = ClOrdId.low(ordinal, attempt, slice, kind);

    engine.venue().publisher().orderSent(engine.nowNs(), high, low);
    for (ExecType type : ExecType.values()) {
      report(high, low, type, 70 + type.code());
    }

    assertThat(engine.decisions().all()).hasSize(INFORMING_EVENTS);
    assertThat(engine.decisions().alerts())
        .hasSize(INFORMING_EVENTS)
        .allMatch(alert -> alert.kind() == AlertKind.UNKNOWN_ORDER)
        .allMatch(alert -> alert.first() == high && alert.second() == low)
        .allMatch(alert -> alert.positionId() == E8.NULL && alert.instrumentId() == -1);
    assertThat(engine.position(1).openQuantityE8()).isEqualTo(E8.ONE);
    assertThat(engine.position(2).openQuantityE8()).isEqualTo(E8.ONE);
    assertThat(engine.engine().view().exit(engine.position(1)).state())
        .isEqualTo(IntentState.WORKING);
  }

  @Test
  void shouldNotSpendAnExecutionIdThatOneOfOursMayBring() {
    engine.tick("98");
    ExitOrder order = engine.decisions().lastOrder();

    report(ClOrdId.high(9, 1, 1), order.clOrdIdLow(), ExecType.TRADE, 3);
    report(order.clOrdIdHigh(), order.clOrdIdLow(), ExecType.TRADE, 3);

    assertThat(engine.position(1).openQuantityE8()).isZero();
  }

  @Test
  void shouldStillKnowTheOrdersOfAnEarlierStart() {
    engine.tick("98").restart(2).fill("97");

    assertThat(engine.decisions().alerts()).isEmpty();
    assertThat(engine.position(1).openQuantityE8()).isZero();
  }

  @Test
  void shouldStillKnowAnEarlierAttemptOfAnEarlierStart() {
    engine.tick("98");
    ExitOrder first = engine.decisions().lastOrder();
    engine.reject(RejectKind.TRANSIENT).restart(2).timer().restart(3);

    report(first.clOrdIdHigh(), first.clOrdIdLow(), ExecType.TRADE, 99);

    assertThat(engine.decisions().alertKinds()).doesNotContain(AlertKind.UNKNOWN_ORDER);
    assertThat(engine.position(1).openQuantityE8()).isZero();
  }
}
