package io.ripcord.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.ExecType;
import io.ripcord.event.PositionStatus;
import io.ripcord.event.RejectKind;
import io.ripcord.event.Side;
import io.ripcord.money.E8;
import io.ripcord.testing.EngineHarness;
import io.ripcord.testing.RecordedDecisions.ExitOrder;
import io.ripcord.testing.RecordedDecisions.PositionChanged;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reports in every order, some twice: never two orders for one quantity, never a lost fill. */
class ReportOrderTest {
  private record Report(
      long execId, ExecType type, String last, String price, String cum, String leaves) {}

  private static final Report NEW = new Report(501, ExecType.NEW, "0", "0", "0", "1");
  private static final Report FILL_1 = new Report(502, ExecType.TRADE, "0.4", "97", "0.4", "0.6");
  private static final Report FILL_2 =
      new Report(503, ExecType.TRADE, "0.35", "96", "0.75", "0.25");
  private static final Report FILL_3 = new Report(504, ExecType.TRADE, "0.25", "95", "1", "0");
  private static final Report CANCEL = new Report(505, ExecType.CANCELED, "0", "0", "0.75", "0");
  private static final Report EXPIRY = new Report(506, ExecType.EXPIRED, "0", "0", "0.75", "0");
  private static final Report NO_SUM = new Report(507, ExecType.CANCELED, "0", "0", "0", "0");

  private final EngineHarness engine =
      new EngineHarness()
          .instrument("X")
          .policy(p -> p.stopPercent("2"))
          .open(1, Side.LONG, "1", "100")
          .tick("98");

  private void deliver(Report report) {
    engine
        .venue()
        .report(
            engine.nowNs(),
            engine.decisions().orders().get(0),
            report.type,
            report.execId,
            E8.parse(report.last),
            E8.parse(report.price),
            E8.parse(report.cum),
            E8.parse(report.leaves),
            RejectKind.NONE);
  }

  private IntentState state() {
    return engine.engine().view().exit(engine.position(1)).state();
  }

  static Stream<List<Report>> permutationsToTheFullFill() {
    return permutations(List.of(NEW, FILL_1, FILL_2, FILL_3)).stream();
  }

  static Stream<List<Report>> permutationsToTheCancel() {
    return permutations(List.of(NEW, FILL_1, FILL_2, CANCEL)).stream();
  }

  static Stream<List<Report>> permutationsToTheExpiry() {
    return permutations(List.of(NEW, FILL_1, FILL_2, EXPIRY)).stream();
  }

  private static List<List<Report>> permutations(List<Report> reports) {
    if (reports.isEmpty()) {
      return List.of(List.of());
    }
    List<List<Report>> all = new ArrayList<>();
    for (Report first : reports) {
      List<Report> others = new ArrayList<>(reports);
      others.remove(first);
      for (List<Report> rest : permutations(others)) {
        List<Report> whole = new ArrayList<>();
        whole.add(first);
        whole.addAll(rest);
        all.add(whole);
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("permutationsToTheFullFill")
  void shouldSendOneOrderAndAskAfterTheLastFill(List<Report> reports) {
    for (Report report : reports) {
      deliver(report);
      deliver(report);
    }

    assertThat(engine.decisions().orders()).hasSize(1);
    assertThat(engine.decisions().alerts()).isEmpty();
    List<String> lines = engine.decisions().lines();
    assertThat(lines.get(lines.size() - 1)).isEqualTo("query 1");
    assertThat(lines.get(lines.size() - 2))
        .isEqualTo("position 1 CLOSING open=0 exit=96.15 pnl=-3.85");
    engine.flat();
    assertThat(engine.position(1).status()).isEqualTo(PositionStatus.CLOSED);
  }

  @ParameterizedTest
  @MethodSource({"permutationsToTheCancel", "permutationsToTheExpiry"})
  void shouldSendOneFurtherOrderForExactlyWhatIsOpen(List<Report> reports) {
    for (Report report : reports) {
      deliver(report);
      deliver(report);
    }

    assertThat(engine.decisions().orders())
        .map(ExitOrder::toString)
        .containsExactly(
            "order 1 LONG 1 STOP_LOSS level=98 trigger=98 attempt=1",
            "order 1 LONG 0.25 STOP_LOSS level=98 trigger=98 attempt=2");
    assertThat(engine.decisions().alerts()).isEmpty();
    assertThat(engine.position(1).openQuantityE8()).isEqualTo(E8.parse("0.25"));
    engine.fill("95").flat();
    assertThat(engine.decisions().last(PositionChanged.class))
        .hasToString("position 1 CLOSED open=0 exit=96.15 pnl=-3.85");
  }

  @Test
  void shouldAskTheVenueWhenAReportedFillNeverComes() {
    deliver(FILL_3);

    assertThat(state()).isEqualTo(IntentState.PROVING);
    assertThat(engine.decisions().queries()).hasSize(1);
    engine.timer();
    assertThat(engine.decisions().queries()).hasSize(2);
    assertThat(engine.decisions().orders()).hasSize(1);
  }

  @Test
  void shouldNotCountALateFillOfAnEarlierAttemptTwice() {
    deliver(CANCEL);
    assertThat(engine.decisions().lastOrder().quantityE8()).isEqualTo(E8.parse("0.25"));
    engine.fill("94");

    deliver(FILL_2);
    deliver(FILL_1);

    assertThat(engine.position(1).openQuantityE8()).isZero();
    assertThat(engine.decisions().orders()).hasSize(2);
    assertThat(engine.decisions().alerts()).isEmpty();
    assertThat(state()).isEqualTo(IntentState.PROVING);
  }

  @Test
  void shouldProveWhenLateFillsCoverWhatWaitedForARetry() {
    deliver(NO_SUM);
    assertThat(state()).isEqualTo(IntentState.RETRY_WAIT);

    deliver(FILL_1);
    deliver(FILL_2);
    assertThat(state()).isEqualTo(IntentState.RETRY_WAIT);
    deliver(FILL_3);

    assertThat(state()).isEqualTo(IntentState.PROVING);
    assertThat(engine.decisions().orders()).hasSize(1);
  }

  @Test
  void shouldSendForWhatLateFillsHaveLeftOfARetry() {
    deliver(NO_SUM);
    deliver(FILL_1);

    engine.timer();

    assertThat(engine.decisions().lastOrder())
        .hasToString("order 1 LONG 0.6 STOP_LOSS level=98 trigger=98 attempt=2");
  }

  @Test
  void shouldCountAnExecutionOnce() {
    for (int i = 0; i < 5; i++) {
      deliver(FILL_1);
    }

    assertThat(engine.position(1).openQuantityE8()).isEqualTo(E8.parse("0.6"));
    assertThat(engine.engine().view().exit(engine.position(1)).filledE8())
        .isEqualTo(E8.parse("0.4"));
  }

  @Test
  void shouldApplyALateFillAfterTheClose() {
    engine.fill("97").flat().clear();

    engine.venue().report(engine.nowNs(), firstOrder(), ExecType.TRADE, 9, 1, 1, 1, 0, NONE);

    engine.assertDecisions(
        "alert OVER_FILL position=1 first=0 second=1",
        "position 1 CLOSED open=-0.00000001 exit=96.99999903 pnl=-3.000001");
  }

  private static final RejectKind NONE = RejectKind.NONE;

  private ExitOrder firstOrder() {
    return new EngineHarness()
        .instrument("X")
        .policy(p -> p.stopPercent("2"))
        .open(1, Side.LONG, "1", "100")
        .tick("98")
        .decisions()
        .lastOrder();
  }

  @Test
  void shouldSayWhenTheVenueFillsMoreThanIsOpen() {
    engine.fill("0.7", "97");
    int before = engine.decisions().all().size();

    deliver(FILL_1);

    assertThat(engine.decisions().lines().subList(before, before + 3))
        .containsExactly(
            "alert OVER_FILL position=1 first=30000000 second=40000000",
            "position 1 CLOSING open=-0.1 exit=97 pnl=-3.3",
            "query 1");
  }
}
