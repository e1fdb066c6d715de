package io.ripcord.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.ClOrdId;
import io.ripcord.event.ExecType;
import io.ripcord.event.NodePublisher;
import io.ripcord.event.OrdStatus;
import io.ripcord.event.RejectKind;
import io.ripcord.event.Side;
import io.ripcord.event.Sources;
import io.ripcord.money.E8;
import io.ripcord.testing.EngineHarness;
import io.ripcord.testing.Operator;
import io.ripcord.testing.RecordedDecisions.Alert;
import io.ripcord.testing.RecordedDecisions.Decision;
import io.ripcord.testing.RecordedDecisions.ExitOrder;
import io.ripcord.testing.RecordedDecisions.OrderQuery;
import io.ripcord.testing.RecordedDecisions.PositionChanged;
import io.ripcord.testing.RecordedDecisions.PositionsQuery;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every state of an exit times everything that can happen to it, one event from a fresh state each.
 * A cell is the state after it and what was said: {@code o} order, {@code c} status changed, {@code
 * q} question, {@code u} question about an order, {@code !} and the name of an alert. {@code =} is
 * "ignored": the same state, silence.
 */
class ExitStatesTest {
  private static final long QUANTITY = E8.ONE;
  private static final long PART = 40_000_000;
  private static final long PRICE = 97 * E8.ONE;
  private static final long FIRST_QUERY = QueryId.of(1, 1, 1);

  enum Happening {
    SENT,
    NEW,
    PART_FILL,
    FULL_FILL,
    REJECTED_TRANSIENT,
    REJECTED_PERMANENT,
    CANCELED,
    EXPIRED,
    DEADLINE,
    ANSWER_FLAT,
    ANSWER_STILL_HELD,
    ANSWER_TO_ANOTHER_QUESTION,
    PRICE_AT_STOP,
    SIGNAL,
    RESTART,
    SESSION_CONNECTED,
    STATUS_NEW,
    STATUS_FILLED,
    STATUS_CANCELED,
    STATUS_REJECTED,
    STATUS_UNKNOWN_ORDER
  }

  private static final Map<String, String> SHORT =
      Map.of(
          "UNASKED",
          "NONE !UNKNOWN_ORDER",
          "REFUSED",
          "RETRY_WAIT !EXIT_REJECTED",
          "STUCK",
          "RETRY_WAIT !EXIT_REJECTED !EXIT_STUCK");

  private static final Map<IntentState, List<String>> TABLE = new EnumMap<>(IntentState.class);

  // In the order of Happening: reports; deadline, answers, price, signal; restart, order status.
  static {
    row(
        IntentState.NONE,
        "UNASKED; UNASKED; UNASKED; UNASKED; UNASKED; UNASKED; UNASKED; UNASKED",
        "=; =; =; =; REQUESTED o c; REQUESTED o c",
        "=; =; UNASKED; UNASKED; UNASKED; UNASKED; UNASKED");
    row(
        IntentState.REQUESTED,
        "SENT; WORKING; WORKING c; PROVING c q; REFUSED; STUCK; RETRY_WAIT; RETRY_WAIT",
        "UNKNOWN u; =; =; =; =; =",
        "UNKNOWN u; UNKNOWN u; =; =; =; =; =");
    row(
        IntentState.SENT,
        "=; WORKING; WORKING c; PROVING c q; REFUSED; STUCK; RETRY_WAIT; RETRY_WAIT",
        "UNKNOWN u; =; =; =; =; =",
        "UNKNOWN u; UNKNOWN u; =; =; =; =; =");
    row(
        IntentState.WORKING,
        "=; =; WORKING c; PROVING c q; REFUSED; STUCK; RETRY_WAIT; RETRY_WAIT",
        "=; =; =; =; =; =",
        "UNKNOWN u; UNKNOWN u; =; =; =; =; =");
    row(
        IntentState.UNKNOWN,
        "=; =; UNKNOWN c; PROVING c q; REFUSED; STUCK; RETRY_WAIT; RETRY_WAIT",
        "UNKNOWN u; =; =; =; =; =",
        "UNKNOWN u; UNKNOWN u; WORKING; PROVING q; RETRY_WAIT; REFUSED; =");
    row(
        IntentState.RETRY_WAIT,
        "=; =; RETRY_WAIT c; PROVING c q; =; =; =; =",
        "REQUESTED o; =; =; =; =; =",
        "=; =; =; =; =; =; =");
    row(
        IntentState.PROVING,
        "=; =; PROVING !OVER_FILL c q; PROVING !OVER_FILL c q; =; =; =; =",
        "PROVING q; DONE c; =; =; =; =",
        "PROVING q; PROVING q; =; =; =; =; =");
    row(
        IntentState.DONE,
        "=; =; DONE !OVER_FILL c; DONE !OVER_FILL c; =; =; =; =",
        "=; =; =; =; =; =",
        "=; =; =; =; =; =; =");
  }

  private static void row(IntentState state, String... cells) {
    TABLE.put(
        state,
        Stream.of(cells)
            .flatMap(line -> Stream.of(line.split("; ")))
            .map(cell -> SHORT.getOrDefault(cell, cell))
            .toList());
  }

  private final EngineHarness engine =
      new EngineHarness()
          .instrument("X")
          .policy(p -> p.stopPercent("2").signalExit())
          .open(1, Side.LONG, "1", "100")
          .tick("100");

  static List<Arguments> cells() {
    List<Arguments> cells = new ArrayList<>();
    for (IntentState state : IntentState.values()) {
      Iterator<String> row = TABLE.get(state).iterator();
      for (Happening what : Happening.values()) {
        cells.add(Arguments.of(state, what, row.next()));
      }
    }
    return cells;
  }

  @Test
  void shouldHaveACellForEveryStateAndEvent() {
    assertThat(TABLE).containsOnlyKeys(IntentState.values());
    assertThat(TABLE.values()).allMatch(row -> row.size() == Happening.values().length);
  }

  @ParameterizedTest(name = "{0} + {1} -> {2}")
  @MethodSource("cells")
  void shouldFollowTheTable(IntentState state, Happening what, String expected) {
    bringTo(state);
    assertThat(state()).isEqualTo(state);
    ExitOrder order = engine.decisions().orders().isEmpty() ? never() : firstOrder();
    int saidBefore = engine.decisions().all().size();

    happen(what, order);

    List<Decision> said =
        engine.decisions().all().subList(saidBefore, engine.decisions().all().size());
    assertThat(cell(said)).isEqualTo(expected.equals("=") ? state.name() : expected);
    assertThat(engine.engine().exitsInFlight())
        .isEqualTo(state() == IntentState.NONE || state() == IntentState.DONE ? 0 : 1);
  }

  private void bringTo(IntentState state) {
    switch (state) {
      case NONE -> {}
      case REQUESTED -> engine.tick("98");
      case SENT -> engine.tick("98").sent();
      case WORKING -> engine.tick("98").ack();
      case RETRY_WAIT -> engine.tick("98").reject(RejectKind.TRANSIENT);
      case PROVING -> engine.tick("98").fill("97");
      case DONE -> engine.tick("98").fill("97").flat();
      case UNKNOWN -> engine.tick("98").restart(2);
    }
  }

  /** The order that would be the first one. */
  private static ExitOrder never() {
    return new ExitOrder(
        0,
        1,
        0,
        ClOrdId.high(0, 1, 1),
        ClOrdId.low(1, 1, 0, ClOrdId.KIND_EXIT),
        Side.LONG,
        null,
        QUANTITY,
        1,
        null,
        null,
        0,
        0,
        0);
  }

  private ExitOrder firstOrder() {
    return engine.decisions().orders().get(0);
  }

  private IntentState state() {
    return engine.engine().view().exit(engine.position(1)).state();
  }

  private void happen(Happening what, ExitOrder order) {
    long now = engine.nowNs();
    switch (what) {
      case SENT -> engine.venue().sent(now, order);
      case NEW -> report(order, ExecType.NEW, 0, 0, QUANTITY, RejectKind.NONE);
      case PART_FILL -> report(order, ExecType.TRADE, PART, PART, QUANTITY - PART, RejectKind.NONE);
      case FULL_FILL -> report(order, ExecType.TRADE, QUANTITY, QUANTITY, 0, RejectKind.NONE);
      case REJECTED_TRANSIENT -> report(order, ExecType.REJECTED, 0, 0, 0, RejectKind.TRANSIENT);
      case REJECTED_PERMANENT -> report(order, ExecType.REJECTED, 0, 0, 0, RejectKind.PERMANENT);
      case CANCELED -> report(order, ExecType.CANCELED, 0, 0, 0, RejectKind.NONE);
      case EXPIRED -> report(order, ExecType.EXPIRED, 0, 0, 0, RejectKind.NONE);
      case DEADLINE -> {
        long farAway = now + 60 * EngineHarness.SECOND_NS;
        long dueNs = Math.min(engine.engine().nextDeadlineNs(), farAway);
        new NodePublisher(engine.rig().sink(), Sources.TIMER).timerFired(dueNs, dueNs);
      }
      case ANSWER_FLAT -> engine.venue().flat(now, FIRST_QUERY);
      case ANSWER_STILL_HELD ->
          engine.venue().holds(now, new PositionsQuery(now, FIRST_QUERY, 1, 0), QUANTITY);
      case ANSWER_TO_ANOTHER_QUESTION -> engine.venue().flat(now, QueryId.of(1, 1, 2));
      case PRICE_AT_STOP -> engine.tick("98");
      case SIGNAL -> engine.signal("X");
      case RESTART -> engine.restart(3);
      case SESSION_CONNECTED -> new Operator(engine).connected();
      case STATUS_NEW -> status(order, OrdStatus.NEW, 0);
      case STATUS_FILLED -> status(order, OrdStatus.FILLED, QUANTITY);
      case STATUS_CANCELED -> status(order, OrdStatus.CANCELED, 0);
      case STATUS_REJECTED -> status(order, OrdStatus.REJECTED, 0);
      case STATUS_UNKNOWN_ORDER -> status(order, OrdStatus.UNKNOWN_ORDER, 0);
    }
  }

  /** An answer to the question asked last, or to the one that would come first. */
  private void status(ExitOrder order, OrdStatus status, long cum) {
    List<OrderQuery> asked = engine.decisions().of(OrderQuery.class);
    long queryId = asked.isEmpty() ? FIRST_QUERY : asked.get(asked.size() - 1).queryId();
    engine
        .venue()
        .publisher()
        .orderStatus(
            engine.nowNs(), queryId, order.clOrdIdHigh(), order.clOrdIdLow(), status, cum, 0);
  }

  private void report(
      ExitOrder order, ExecType type, long last, long cum, long leaves, RejectKind kind) {
    engine.venue().report(engine.nowNs(), order, type, 1_000, last, PRICE, cum, leaves, kind);
  }

  private String cell(List<Decision> said) {
    List<String> words = new ArrayList<>();
    words.add(state().name());
    for (Decision decision : said) {
      if (decision instanceof ExitOrder) {
        words.add("o");
      } else if (decision instanceof PositionChanged) {
        words.add("c");
      } else if (decision instanceof PositionsQuery) {
        words.add("q");
      } else if (decision instanceof OrderQuery) {
        words.add("u");
      } else if (decision instanceof Alert alert) {
        words.add("!" + alert.kind());
      }
    }
    return String.join(" ", words);
  }
}
