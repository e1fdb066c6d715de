package io.ripcord.engine;

import static io.ripcord.testing.EngineHarness.SECOND_NS;
import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.SessionPhase;
import io.ripcord.event.Side;
import io.ripcord.event.TriggerSource;
import io.ripcord.money.E8;
import io.ripcord.position.Deadlines;
import io.ripcord.testing.EngineHarness;
import io.ripcord.testing.MarketDesk;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A trade that lies too far from the one before waits until something shows whether it is real. */
class TickGateTest {
  private final EngineHarness engine = new EngineHarness().suspicious("X", "5", SECOND_NS);
  private final MarketDesk desk = new MarketDesk(engine);

  private void open() {
    engine.policy(p -> p.stopPercent("2").targetPercent("50"));
    engine.open(1, Side.LONG, "1", "100").open(2, Side.SHORT, "1", "100").tick("100");
  }

  private static String suspected(String price, String accepted) {
    return "alert TICK_SUSPECTED position=null first=%d second=%d"
        .formatted(E8.parse(price), E8.parse(accepted));
  }

  private static String verdict(String verdict, String price, String witness) {
    return "alert TICK_%s position=null first=%d second=%d"
        .formatted(verdict, E8.parse(price), witness.equals("-") ? E8.NULL : E8.parse(witness));
  }

  private static String stopped(Side side, String trigger) {
    boolean isLong = side == Side.LONG;
    return "order %d %s 1 STOP_LOSS level=%s trigger=%s attempt=1"
        .formatted(isLong ? 1 : 2, side, isLong ? "98" : "102", trigger);
  }

  @ParameterizedTest
  @CsvSource({"95, LONG", "105, SHORT"})
  void shouldTakeATradeAtExactlyThatDistance(String price, Side side) {
    open();

    engine.tick(price);

    engine.assertOrders(stopped(side, price));
    assertThat(engine.decisions().alerts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"94.99999999", "105.00000001", "10", "1000"})
  void shouldHoldATradeFartherAway(String price) {
    open();

    engine.tick(price);

    engine.assertDecisions(suspected(price, "100"));
    assertThat(engine.engine().view().lastPrices().lastE8(0)).isEqualTo(100 * E8.ONE);
    assertThat(engine.watermark(1)).isEqualTo("100");
    assertThat(engine.engine().nextDeadlineNs()).isEqualTo(engine.nowNs() + SECOND_NS);
  }

  @ParameterizedTest
  @CsvSource({
    // Near it, or beyond it.
    "LONG, 90, 90.1",
    "LONG, 90, 94.5",
    "LONG, 94, 94.1",
    "LONG, 90, 60",
    "SHORT, 110, 109.9",
    "SHORT, 110, 105.5",
    "SHORT, 110, 150",
  })
  void shouldConfirmByASecondTrade(Side side, String price, String witness) {
    open();
    engine.tick(price).clear();

    desk.trade(witness, 7, "1");

    assertThat(engine.decisions().lines())
        .startsWith(verdict("CONFIRMED", price, witness), stopped(side, price));
  }

  @ParameterizedTest
  @CsvSource({
    // Back near the old price, to the other side, or in between and near neither.
    "90, 100",
    "90, 97.1",
    "94, 98",
    "110, 100",
    "110, 102.9",
    "90, 120",
    "110, 85",
    "80, 90",
  })
  void shouldRejectByASecondTrade(String price, String witness) {
    open();
    engine.tick(price).clear();

    desk.trade(witness, 7, "1");

    assertThat(engine.decisions().lines().get(0)).isEqualTo(verdict("REJECTED", price, witness));
    assertThat(engine.decisions().lines()).noneMatch(line -> line.contains("trigger=" + price));
  }

  @Test
  void shouldJudgeTheWitnessAsWell() {
    open();

    engine.tick("80").clear().tick("90").clear().tick("89");

    assertThat(engine.decisions().lines())
        .startsWith(verdict("CONFIRMED", "90", "89"), stopped(Side.LONG, "90"));
  }

  @ParameterizedTest
  @CsvSource({
    "90, 89, 92, CONFIRMED, 90.5",
    "90, 99, 101, REJECTED, 100",
    "90, 94, 95.9, CONFIRMED, 94.95",
    "110, 109, 111, CONFIRMED, 110",
    "110, 104, 105, REJECTED, 104.5",
  })
  void shouldAskTheBook(String price, String bid, String ask, String verdict, String middle) {
    for (boolean together : new boolean[] {true, false}) {
      EngineHarness own = new EngineHarness().suspicious("X", "5", SECOND_NS);
      own.policy(p -> p.stopPercent("2")).open(1, Side.LONG, "1", "100");
      own.open(2, Side.SHORT, "1", "100").tick("100");
      MarketDesk book = new MarketDesk(own);

      if (together) {
        book.tick(price, bid, ask);
      } else {
        own.tick(price);
        book.quote(bid, ask);
      }

      assertThat(own.decisions().lines())
          .startsWith(suspected(price, "100"), verdict(verdict, price, middle));
      assertThat(own.decisions().orders()).hasSize(verdict.equals("CONFIRMED") ? 1 : 0);
    }
  }

  @ParameterizedTest
  @CsvSource({"94, 96", "94, -", "-, 91"})
  void shouldWaitOnWhenTheBookShowsNothing(String bid, String ask) {
    open();
    engine.tick("90").clear();

    desk.quote(bid, ask);

    engine.assertSilence();
    assertThat(engine.engine().nextDeadlineNs()).isNotEqualTo(Deadlines.NONE);
  }

  @Test
  void shouldConfirmAtTheDeadlineWithoutAContradiction() {
    open();
    engine.tick("90").clear().after(SECOND_NS).timer();

    assertThat(engine.decisions().lines())
        .startsWith(verdict("CONFIRMED", "90", "-"), stopped(Side.LONG, "90"));
    assertThat(engine.decisions().lastOrder().timeNs()).isEqualTo(engine.nowNs());
  }

  @Test
  void shouldSettleADoubtBeforeADeadlineAtTheSameTime() {
    engine.policy(p -> p.rung(0, "50").rung(1, "8")).open(1, Side.LONG, "1", "100").tick("100");
    engine.tick("110").clear();

    engine.timer();

    assertThat(engine.decisions().lines())
        .startsWith(
            verdict("CONFIRMED", "110", "-"),
            "order 1 LONG 1 TAKE_PROFIT level=108 trigger=110 attempt=1");
  }

  @Test
  void shouldNotTakeTheSamePacketForASecondTrade() {
    open();
    desk.trade("90", 7, "1");
    engine.clear();

    desk.trade("90", 7, "1");
    engine.assertSilence();
    desk.trade("90", 8, "1");

    assertThat(engine.decisions().lines()).startsWith(verdict("CONFIRMED", "90", "90"));
  }

  @Test
  void shouldRejectWhenContinuousTradingEnds() {
    open();
    engine.tick("90").clear();

    desk.phase(SessionPhase.HALT);

    engine.assertDecisions(verdict("REJECTED", "90", "-"));
    assertThat(engine.engine().nextDeadlineNs()).isEqualTo(Deadlines.NONE);
  }

  @Test
  void shouldLetTheQuotesOfASuspectPass() {
    engine.policy(p -> p.stopPercent("2").trigger(TriggerSource.BID_ASK));
    engine.open(1, Side.LONG, "1", "100").tick("100");

    desk.tick("90", "98", "-");

    assertThat(engine.decisions().lines())
        .startsWith(
            suspected("90", "100"), "order 1 LONG 1 STOP_LOSS level=98 trigger=98 attempt=1");
  }

  @ParameterizedTest
  @CsvSource({
    // last, high, low, high first: what is said of the burst.
    "100, 104, 96, true,  -", "100, 100, 90, true, SUSPECTED 90 REJECTED 90",
    "90, 100, 90, true, SUSPECTED 90", "91, 100, 90, true, SUSPECTED 90 CONFIRMED 90",
    "100, 120, 80, true, SUSPECTED 120 REJECTED 120 SUSPECTED 80 REJECTED 80",
  })
  void shouldJudgeABurstTradeByTrade(
      String last, String high, String low, boolean highFirst, String said) {
    engine.policy(p -> p.stopPercent("50")).open(1, Side.LONG, "1", "100").tick("100");

    engine.conflated("X", last, high, low, highFirst);

    assertThat(engine.decisions().alerts())
        .map(a -> a.kind().toString().substring(5) + " " + E8.format(a.first()))
        .isEqualTo(said.equals("-") ? List.of() : pairs(said));
  }

  private static List<String> pairs(String text) {
    return Arrays.stream(text.split("(?<=\\d) ")).toList();
  }
}
