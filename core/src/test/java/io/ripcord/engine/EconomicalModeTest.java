package io.ripcord.engine;

import static io.ripcord.testing.EngineHarness.SECOND_NS;
import static io.ripcord.testing.EngineHarness.START_NS;
import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.SessionPhase;
import io.ripcord.event.Side;
import io.ripcord.event.TriggerSource;
import io.ripcord.money.E8;
import io.ripcord.position.Deadlines;
import io.ripcord.testing.EngineHarness;
import io.ripcord.testing.MarketDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A look now and then, and at once at a gap. The harness starts at a multiple of 10 s. */
class EconomicalModeTest {
  private final EngineHarness engine = new EngineHarness().instrument("X");
  private final MarketDesk desk = new MarketDesk(engine);

  private void open(Side side, String gap) {
    engine
        .policy(p -> p.stopPercent("2").targetPercent("4").evaluation(10L, gap))
        .open(1, side, "1", "100");
  }

  private static String gap(String previous, String last) {
    return "alert GAP position=null first=%d second=%d"
        .formatted(E8.parse(previous), E8.parse(last));
  }

  @ParameterizedTest
  @CsvSource({
    "LONG,  97 98,  STOP_LOSS, 98", "LONG, 90 98.00000001, -, -", "LONG, 100 104, TAKE_PROFIT, 104",
    "SHORT, 97 102, STOP_LOSS, 102", "SHORT, 103 101.99999999, -, -", "SHORT, 96, TAKE_PROFIT, 96",
  })
  void shouldLookAtTheLastPriceAtMultiplesOfItsInterval(
      Side side, String prices, String reason, String level) {
    engine.after(SECOND_NS);
    open(side, null);
    for (String price : prices.split(" ", -1)) {
      engine.tick(price);
    }
    engine.assertSilence();
    assertThat(engine.engine().nextDeadlineNs()).isEqualTo(START_NS + 10 * SECOND_NS);

    engine.timer();

    if (reason.equals("-")) {
      engine.assertSilence();
      assertThat(engine.engine().nextDeadlineNs()).isEqualTo(START_NS + 20 * SECOND_NS);
    } else {
      engine.assertOrders(
          "order 1 %s 1 %s level=%s trigger=%s attempt=1".formatted(side, reason, level, level));
      assertThat(engine.ack().engine().nextDeadlineNs()).isEqualTo(Deadlines.NONE);
    }
  }

  @Test
  void shouldNotLookAtAPriceFromBeforeTheRegistration() {
    engine.tick("90");
    open(Side.LONG, null);

    engine.timer().assertSilence();

    assertThat(engine.position(1).isPriced()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"LONG, 103 101, 101", "SHORT, 97 99, 99"})
  void shouldShowTheWatermarkThePricesThatItLooksAtOnly(Side side, String prices, String best) {
    open(side, null);
    for (String price : prices.split(" ", -1)) {
      engine.tick(price);
    }
    assertThat(engine.watermark(1)).isEqualTo("100");

    engine.timer();

    assertThat(engine.watermark(1)).isEqualTo(best);
  }

  @ParameterizedTest
  @CsvSource({
    "LONG,  100, 97, STOP_LOSS, 98", "LONG, 101, 104.03, TAKE_PROFIT, 104",
    "SHORT, 100, 103, STOP_LOSS, 102", "SHORT, 99, 96, TAKE_PROFIT, 96"
  })
  void shouldLookAtOnceAtAGap(Side side, String first, String second, String reason, String level) {
    open(side, "3");

    engine.tick(first).assertSilence().tick(second);

    assertThat(engine.decisions().lines())
        .startsWith(
            gap(first, second),
            "order 1 %s 1 %s level=%s trigger=%s attempt=1".formatted(side, reason, level, second));
  }

  @ParameterizedTest
  @CsvSource({"97.00000001, false", "97, true", "102.99999999, false", "103, true"})
  void shouldSayAGapOfExactlyThatMuchInBothModes(String second, boolean isGap) {
    engine.policy(p -> p.stopPercent("50").evaluation(null, "3"));
    engine.open(1, Side.LONG, "1", "100").open(2, Side.SHORT, "1", "100").tick("100");

    engine.tick(second);

    engine.assertDecisions(isGap ? new String[] {gap("100", second)} : new String[0]);
  }

  @Test
  void shouldSayOneGapForAllAndLookForThoseWhoCallItOne() {
    engine.policy(p -> p.stopPercent("2").evaluation(10L, "5"));
    engine.policy(p -> p.stopPercent("2").evaluation(10L, "3"));
    engine.open(7, "X", Side.LONG, "1", "100", 0).open(3, "X", Side.LONG, "1", "100", 1);

    engine.tick("100").tick("97");

    assertThat(engine.decisions().alerts()).hasSize(1);
    assertThat(engine.decisions().orders()).extracting(o -> o.positionId()).containsExactly(3L);
    engine.ack().timer();
    assertThat(engine.decisions().orders()).extracting(o -> o.positionId()).containsExactly(3L, 7L);
    engine.clear().tick("90").assertSilence();
  }

  @Test
  void shouldLookAtItsOwnStreamAtAGap() {
    engine.policy(p -> p.stopPercent("2").evaluation(10L, "3").trigger(TriggerSource.BID_ASK));
    engine.open(1, Side.LONG, "1", "100").tick("100");
    engine.tick("97");
    desk.quote("98", "99");
    assertThat(engine.decisions().orders()).isEmpty();

    engine.tick("100");

    engine.assertOrders("order 1 LONG 1 STOP_LOSS level=98 trigger=98 attempt=1");
  }

  @Test
  void shouldTakeTheFarthestOfABurst() {
    engine.policy(p -> p.stopPercent("50").evaluation(null, "3")).open(1, Side.LONG, "1", "100");
    engine.tick("100");

    engine.conflated("X", "100", "102", "97", true).conflated("X", "100", "102.9", "99", true);

    engine.assertDecisions(gap("100", "97"));
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldTakeTheLooksThatWereMissedAsOne(Side side) {
    open(side, null);
    engine.tick("100").after(3_600 * SECOND_NS).quote("X", "1", "2");

    assertThat(engine.engine().nextDeadlineNs()).isEqualTo(START_NS + 3_600 * SECOND_NS);
    engine.timer();
    assertThat(engine.engine().nextDeadlineNs()).isEqualTo(START_NS + 3_610 * SECOND_NS);
  }

  @Test
  void shouldNotLookOutsideContinuousTrading() {
    open(Side.LONG, null);
    engine.tick("100");
    desk.phase(SessionPhase.HALT);
    assertThat(engine.engine().nextDeadlineNs()).isEqualTo(Deadlines.NONE);

    engine.after(15 * SECOND_NS);
    desk.phase(SessionPhase.CONTINUOUS);
    engine.timer().tick("97").assertSilence().timer();

    assertThat(engine.nowNs()).isEqualTo(START_NS + 30 * SECOND_NS);
    engine.assertOrders("order 1 LONG 1 STOP_LOSS level=98 trigger=97 attempt=1");
  }
}
