package io.ripcord.engine;

import static io.ripcord.testing.EngineHarness.SECOND_NS;
import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.Side;
import io.ripcord.event.TriggerSource;
import io.ripcord.testing.EngineHarness;
import io.ripcord.testing.MarketDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which prices touch the levels of a position: its policy says, and its side. */
class TriggerStreamTest {
  private final EngineHarness engine = new EngineHarness().instrument("X");
  private final MarketDesk desk = new MarketDesk(engine);

  private void open(Side side, TriggerSource source) {
    engine
        .policy(p -> p.stopPercent("2").targetPercent("4").trigger(source).signalExit())
        .open(1, side, "1", "100");
  }

  private void assertFired(Side side, String reason, String level, String trigger) {
    engine.assertOrders(
        "order 1 %s 1 %s level=%s trigger=%s attempt=1".formatted(side, reason, level, trigger));
  }

  @ParameterizedTest
  @CsvSource({
    // Side, the last quiet quote, the quote that touches.
    "LONG,  98.00000001, 90, 98, 105,  STOP_LOSS, 98, 98",
    "LONG,  103.99999999, 99, 104, 90, TAKE_PROFIT, 104, 104",
    "LONG,  99, 90, 97, 105,           STOP_LOSS, 98, 97",
    "SHORT, 110, 101.99999999, 95, 102, STOP_LOSS, 102, 102",
    "SHORT, 101, 96.00000001, 103, 96, TAKE_PROFIT, 96, 96",
  })
  void shouldExitALongOnTheBidAndAShortOnTheAsk(
      Side side,
      String quietBid,
      String quietAsk,
      String bid,
      String ask,
      String reason,
      String level,
      String trigger) {
    open(side, TriggerSource.BID_ASK);
    engine.tick("50").tick("150");
    desk.quote(quietBid, quietAsk);
    engine.assertSilence();

    desk.quote(bid, ask);

    assertFired(side, reason, level, trigger);
  }

  @Test
  void shouldNotTakeTheOtherSideOfTheBookForItsOwn() {
    open(Side.LONG, TriggerSource.BID_ASK);
    engine.open(2, Side.SHORT, "1", "100");

    desk.quote("-", "90").quote("110", "-");

    assertThat(engine.decisions().orders())
        .extracting(order -> order.positionId() + " " + order.reason())
        .containsExactly("2 TAKE_PROFIT", "1 TAKE_PROFIT");
  }

  @ParameterizedTest
  @CsvSource({
    "LONG, 98.00000001, 98, STOP_LOSS",
    "LONG, 103.99999999, 104, TAKE_PROFIT",
    "SHORT, 101.99999999, 102, STOP_LOSS",
    "SHORT, 96.00000001, 96, TAKE_PROFIT",
  })
  void shouldListenToTheMarkOnly(Side side, String quiet, String touch, String reason) {
    open(side, TriggerSource.MARK);
    engine.tick("50").tick("150");
    desk.quote("10", "200").mark(quiet);
    engine.assertSilence();

    desk.mark(touch);

    assertFired(side, reason, touch, touch);
  }

  @ParameterizedTest
  @CsvSource({
    // Two trades in a row must be at or past the level; the last one is the trigger price.
    "LONG,  97 99 98 98.1 97,   97.5, STOP_LOSS, 98",
    "LONG,  105 103 104 103.9 105, 104, TAKE_PROFIT, 104",
    "SHORT, 103 101 102 101.9 103, 102.5, STOP_LOSS, 102",
    "SHORT, 95 97 96 96.1 95,   96, TAKE_PROFIT, 96",
  })
  void shouldNeedTwoTradesInARow(
      Side side, String quiet, String second, String reason, String level) {
    open(side, TriggerSource.DOUBLE_LAST);
    long venueTimeNs = 1;
    for (String price : quiet.split(" ", -1)) {
      desk.trade(price, venueTimeNs++, "1");
    }
    engine.assertSilence();

    desk.trade(second, venueTimeNs, "1");

    assertFired(side, reason, level, second);
  }

  @ParameterizedTest
  @CsvSource({"7, 1, false", "8, 1, true", "7, 2, true"})
  void shouldTakeTheSamePacketForTheSameTrade(long venueTimeNs, String quantity, boolean fires) {
    open(Side.LONG, TriggerSource.DOUBLE_LAST);
    desk.trade("97", 7, "1");

    desk.trade("97", venueTimeNs, quantity);

    assertThat(engine.decisions().orders()).hasSize(fires ? 1 : 0);
  }

  @Test
  void shouldNotPairATradeFromBeforeTheRegistration() {
    desk.trade("97", 1, "1");
    open(Side.LONG, TriggerSource.DOUBLE_LAST);

    desk.trade("97", 2, "1");
    engine.assertSilence();
    desk.trade("97", 3, "1");

    assertFired(Side.LONG, "STOP_LOSS", "98", "97");
  }

  @ParameterizedTest
  @CsvSource({"LONG, 103 102, 102", "SHORT, 97 98, 98"})
  void shouldMoveTheWatermarkByTheLessFavourableOfTwo(Side side, String prices, String best) {
    open(side, TriggerSource.DOUBLE_LAST);
    long venueTimeNs = 1;
    for (String price : prices.split(" ", -1)) {
      desk.trade(price, venueTimeNs++, "1");
    }

    assertThat(engine.watermark(1)).isEqualTo(best);
  }

  @Test
  void shouldCountABurstForPairsAsItsLastTradeOnly() {
    open(Side.LONG, TriggerSource.DOUBLE_LAST);
    desk.trade("100", 1, "1");

    engine.conflated("X", "99", "100", "90", true).assertSilence();

    engine.conflated("X", "97", "100", "90", true).assertSilence();
    desk.trade("97.5", 9, "1");
    assertFired(Side.LONG, "STOP_LOSS", "98", "97.5");
  }

  @Test
  void shouldDecideAllStreamsOfOneEventInOrderOfId() {
    engine.policy(p -> p.stopPercent("2")).open(5, "X", Side.LONG, "1", "100", 0);
    engine.policy(p -> p.stopPercent("2").trigger(TriggerSource.BID_ASK));
    engine.open(3, "X", Side.LONG, "1", "100", 1).open(8, "X", Side.LONG, "1", "100", 1);
    engine.open(4, "X", Side.SHORT, "1", "90", 1);

    desk.tick("97", "96", "95");

    assertThat(engine.decisions().orders())
        .extracting(order -> order.positionId() + " " + order.triggerPriceE8() / 100_000_000)
        .containsExactly("3 96", "4 95", "5 97", "8 96");
  }

  @ParameterizedTest
  @EnumSource(TriggerSource.class)
  void shouldFireASignalAtThePriceOfItsStream(TriggerSource source) {
    open(Side.LONG, source);
    desk.tick("101", "99", "103").mark("102");

    engine.signal(1);

    String trigger =
        switch (source) {
          case LAST, DOUBLE_LAST -> "101";
          case BID_ASK -> "99";
          case MARK -> "102";
        };
    assertFired(Side.LONG, "SIGNAL", "null", trigger);
  }

  @Test
  void shouldMeetTheLastPriceOfItsStreamAtADeadline() {
    engine
        .policy(p -> p.rung(0, "10").rung(60, "4").trigger(TriggerSource.BID_ASK))
        .open(1, Side.LONG, "1", "100");
    desk.quote("105", "106");
    engine.tick("90").after(60 * SECOND_NS).timer();

    assertFired(Side.LONG, "TAKE_PROFIT", "104", "105");
  }
}
