package io.ripcord.execution;

import static io.ripcord.testing.EngineHarness.SECOND_NS;
import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.ExecType;
import io.ripcord.event.OrdStatus;
import io.ripcord.event.PositionStatus;
import io.ripcord.event.RejectKind;
import io.ripcord.event.Side;
import io.ripcord.money.E8;
import io.ripcord.testing.EngineHarness;
import io.ripcord.testing.Operator;
import io.ripcord.testing.RecordedDecisions.ExitOrder;
import io.ripcord.testing.RecordedDecisions.OrderQuery;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An order of which nobody knows: only the venue's answer to the newest question ends the doubt.
 */
class OrderInquiryTest {
  enum Cause {
    RESTART,
    CONNECTED
  }

  private final EngineHarness engine =
      new EngineHarness()
          .instrument("X")
          .policy(p -> p.stopPercent("2"))
          .open(1, Side.LONG, "1", "100");

  private final Operator operator = new Operator(engine);

  private void doubt(Cause cause) {
    if (cause == Cause.RESTART) {
      engine.restart(2);
    } else {
      operator.connected();
    }
  }

  private OrderQuery query() {
    return engine.decisions().last(OrderQuery.class);
  }

  private void answer(OrdStatus status, String cum) {
    answer(query(), status, cum);
  }

  private void answer(OrderQuery query, OrdStatus status, String cum) {
    engine.venue().status(engine.nowNs(), query, status, E8.parse(cum), 0);
  }

  private IntentState state() {
    return engine.engine().view().exit(engine.position(1)).state();
  }

  @ParameterizedTest
  @EnumSource(Cause.class)
  void shouldAskOnceAboutEveryLiveOrderInOrderOfId(Cause cause) {
    engine.open(9, Side.LONG, "1", "100").open(4, Side.LONG, "1", "100");
    engine.open(7, Side.LONG, "1", "100").open(2, Side.LONG, "1", "90").tick("98");
    engine.venue().sent(engine.nowNs(), engine.decisions().lastOrder(4));
    engine
        .venue()
        .report(
            engine.nowNs(),
            engine.decisions().lastOrder(7),
            ExecType.REJECTED,
            0,
            0,
            RejectKind.TRANSIENT);
    engine.venue().report(0, engine.decisions().lastOrder(9), ExecType.NEW, 0, 0, RejectKind.NONE);
    engine.clear();

    doubt(cause);

    engine.assertDecisions("order query 1", "order query 4", "order query 9");
    assertThat(state()).isEqualTo(IntentState.UNKNOWN);
    assertThat(engine.decisions().of(OrderQuery.class))
        .extracting(OrderQuery::queryId)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void shouldAskAfterTwoSecondsOfSilence(boolean sent) {
    engine.tick("98");
    ExitOrder order = engine.decisions().lastOrder();
    if (sent) {
      engine.after(SECOND_NS).sent();
    }
    engine.clear();

    assertThat(engine.engine().nextDeadlineNs()).isEqualTo(order.timeNs() + 2 * SECOND_NS);
    engine.timer();

    engine.assertDecisions("order query 1");
    assertThat(query().clOrdIdHigh()).isEqualTo(order.clOrdIdHigh());
    assertThat(query().clOrdIdLow()).isEqualTo(order.clOrdIdLow());
    assertThat(query().instrumentId()).isZero();
  }

  @Test
  void shouldNotAskAboutAnOrderThatTheVenueHasAcknowledged() {
    engine.tick("98").ack().clear();

    engine.after(60 * SECOND_NS).quote("X", "1", "2");

    engine.assertSilence();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // status, filled by reports, sum of the answer, state after it, what is said
        "NEW, 0, 0, WORKING, -",
        "PARTIALLY_FILLED, 0, 0.4, WORKING, -",
        "PARTIALLY_FILLED, 0.4, 0.4, WORKING, -",
        "PARTIALLY_FILLED, 0.4, 0.7, WORKING, -",
        "PARTIALLY_FILLED, 0.4, 0.3, WORKING, -",
        "FILLED, 0, 1, PROVING, query 1",
        "FILLED, 0, 0, PROVING, query 1",
        "FILLED, 0.4, 1, PROVING, query 1",
        "CANCELED, 0, 0, RETRY_WAIT, -",
        "CANCELED, 0, 0.4, REQUESTED, order 1 LONG 0.6 STOP_LOSS level=98 trigger=98 attempt=2",
        "CANCELED, 0, 1, PROVING, query 1",
        "CANCELED, 0.4, 0.4, REQUESTED, order 1 LONG 0.6 STOP_LOSS level=98 trigger=98 attempt=2",
        "CANCELED, 0.4, 0.7, REQUESTED, order 1 LONG 0.3 STOP_LOSS level=98 trigger=98 attempt=2",
        "CANCELED, 0.4, 0, REQUESTED, order 1 LONG 0.6 STOP_LOSS level=98 trigger=98 attempt=2",
        "EXPIRED, 0, 0, RETRY_WAIT, -",
        "EXPIRED, 0.4, 0.7, REQUESTED, order 1 LONG 0.3 STOP_LOSS level=98 trigger=98 attempt=2",
        "REJECTED, 0, 0, RETRY_WAIT, alert EXIT_REJECTED position=1 first=1 second=1",
        "UNKNOWN_ORDER, 0, 0, UNKNOWN, -",
        "UNKNOWN_ORDER, 0.4, 0.4, UNKNOWN, -",
      })
  void shouldGoWhereTheAnswerLeads(
      OrdStatus status, String filled, String cum, IntentState after, String said) {
    for (Cause cause : Cause.values()) {
      OrderInquiryTest test = new OrderInquiryTest();
      test.engine.tick("98");
      if (!filled.equals("0")) {
        test.engine.fill(filled, "97");
      }
      test.doubt(cause);
      OrderQuery query = test.query();
      test.engine.clear();

      test.answer(query, status, cum);

      assertThat(test.state()).isEqualTo(after);
      assertThat(test.engine.decisions().lines())
          .isEqualTo(said == null ? List.of() : List.of(said));
    }
  }

  @Test
  void shouldCountAFillOnceThatTheVenueReportsAgain() {
    engine.tick("98");
    ExitOrder order = engine.decisions().lastOrder();
    fill(order, 71, "0.4", "0.4");
    engine.restart(2);
    fill(order, 71, "0.4", "0.4");
    assertThat(engine.position(1).openQuantityE8()).isEqualTo(E8.parse("0.6"));

    answer(OrdStatus.CANCELED, "0.7");
    fill(order, 72, "0.3", "0.7");
    fill(order, 71, "0.4", "0.4");
    fill(order, 72, "0.3", "0.7");

    assertThat(engine.position(1).openQuantityE8()).isEqualTo(E8.parse("0.3"));
    engine.fill("97").flat();
    assertThat(engine.decisions().lines()).contains("position 1 CLOSED open=0 exit=97 pnl=-3");
    assertThat(engine.decisions().orders()).hasSize(2);
  }

  private void fill(ExitOrder order, long execId, String last, String cum) {
    long leavesE8 = order.quantityE8() - E8.parse(cum);
    engine
        .venue()
        .report(
            engine.nowNs(),
            order,
            ExecType.TRADE,
            execId,
            E8.parse(last),
            E8.parse("97"),
            E8.parse(cum),
            leavesE8,
            RejectKind.NONE);
  }

  @ParameterizedTest
  @EnumSource(OrdStatus.class)
  void shouldIgnoreAnAnswerToAnythingButTheNewestQuestion(OrdStatus status) {
    engine.tick("98").restart(2);
    OrderQuery ofEarlierStart = query();
    engine.restart(3);
    OrderQuery earlier = query();
    engine.timer();
    OrderQuery newest = query();
    engine.clear();
    long deadlineNs = engine.engine().nextDeadlineNs();
    assertThat(List.of(ofEarlierStart.queryId(), earlier.queryId(), newest.queryId()))
        .doesNotHaveDuplicates();

    answer(ofEarlierStart, status, "0.4");
    answer(earlier, status, "0.4");

    engine.assertSilence();
    assertThat(state()).isEqualTo(IntentState.UNKNOWN);
    assertThat(engine.engine().nextDeadlineNs()).isEqualTo(deadlineNs);
    answer(newest, OrdStatus.CANCELED, "0");
    assertThat(state()).isEqualTo(IntentState.RETRY_WAIT);
  }

  @Test
  void shouldIgnoreAnAnswerAboutAnEarlierAttempt() {
    engine.tick("98");
    ExitOrder first = engine.decisions().lastOrder();
    engine.reject(RejectKind.TRANSIENT).timer().restart(2);
    OrderQuery query = query();
    assertThat(query.clOrdIdLow()).isNotEqualTo(first.clOrdIdLow());
    engine.clear();

    engine
        .venue()
        .publisher()
        .orderStatus(
            engine.nowNs(),
            query.queryId(),
            first.clOrdIdHigh(),
            first.clOrdIdLow(),
            OrdStatus.CANCELED,
            0,
            0);

    engine.assertSilence();
    assertThat(state()).isEqualTo(IntentState.UNKNOWN);
  }

  @Test
  void shouldIgnoreARepeatedAnswerOnceTheDoubtIsOver() {
    engine.tick("98").restart(2);
    answer(OrdStatus.NEW, "0");
    answer(OrdStatus.CANCELED, "0");

    assertThat(state()).isEqualTo(IntentState.WORKING);
  }

  @Test
  void shouldAskFiveTimesInQuickSuccessionThenSlowlyAndSaySo() {
    engine.tick("98").ack().restart(2);
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      waits.add(engine.engine().nextDeadlineNs() - engine.nowNs());
      engine.timer();
    }

    long fast = SECOND_NS / 2;
    long slow = 5 * SECOND_NS;
    assertThat(waits).containsExactly(fast, fast, fast, fast, slow, slow, slow, slow);
    assertThat(engine.decisions().alerts())
        .extracting(Object::toString)
        .containsExactly(
            "alert EXIT_UNKNOWN position=1 first=1 second=5",
            "alert EXIT_UNKNOWN position=1 first=1 second=6",
            "alert EXIT_UNKNOWN position=1 first=1 second=7",
            "alert EXIT_UNKNOWN position=1 first=1 second=8");
    assertThat(engine.decisions().of(OrderQuery.class)).hasSize(9);
    assertThat(engine.decisions().orders()).hasSize(1);
  }

  @Test
  void shouldAskForAProofAnewAtARestart() {
    engine.tick("98").fill("97");
    long before = engine.decisions().queries().get(0).queryId();
    engine.clear().restart(2);

    engine.assertDecisions("query 1");
    engine.venue().flat(engine.nowNs(), before);
    assertThat(engine.position(1).status()).isEqualTo(PositionStatus.CLOSING);
    engine.flat();
    assertThat(engine.position(1).status()).isEqualTo(PositionStatus.CLOSED);
  }

  @ParameterizedTest
  @EnumSource(Cause.class)
  void shouldKeepTheDeadlineOfARetry(Cause cause) {
    engine.tick("98").reject(RejectKind.TRANSIENT).clear();
    long deadlineNs = engine.engine().nextDeadlineNs();
    engine.after(SECOND_NS / 3);

    doubt(cause);

    engine.assertSilence();
    assertThat(engine.engine().nextDeadlineNs()).isEqualTo(deadlineNs);
    engine.timer().assertOrders("order 1 LONG 1 STOP_LOSS level=98 trigger=98 attempt=2");
  }

  @Test
  void shouldSayThatTheSessionIsDownAndAskNothing() {
    engine.tick("98").clear();

    operator.disconnected();

    engine.assertDecisions("alert SESSION_DOWN position=null first=1 second=0");
    assertThat(state()).isEqualTo(IntentState.REQUESTED);
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void shouldNotTakeALateReportForAnAnswer(boolean fill) {
    engine.tick("98");
    ExitOrder order = engine.decisions().lastOrder();
    doubt(Cause.CONNECTED);
    // Said before the connection broke; that the order ended afterwards was lost with it.
    if (fill) {
      fill(order, 71, "0.4", "0.4");
    } else {
      engine.ack();
    }
    assertThat(state()).isEqualTo(IntentState.UNKNOWN);

    answer(OrdStatus.CANCELED, fill ? "0.4" : "0");

    assertThat(state()).isEqualTo(fill ? IntentState.REQUESTED : IntentState.RETRY_WAIT);
  }

  @Test
  void shouldCountTheQuestionsOfAProofFromItsFirst() {
    engine.tick("98").restart(2);
    for (int i = 0; i < 6; i++) {
      engine.timer();
    }
    answer(OrdStatus.FILLED, "1");
    engine.clear();

    for (int i = 0; i < 4; i++) {
      assertThat(engine.engine().nextDeadlineNs() - engine.nowNs()).isEqualTo(SECOND_NS / 2);
      engine.timer();
    }

    engine.assertDecisions("query 1", "query 1", "query 1", "query 1");
    engine.timer();
    assertThat(engine.decisions().alerts())
        .map(Object::toString)
        .containsExactly("alert NOT_FLAT position=1 first=0 second=5");
  }
}
