package io.ripcord.engine;

import static io.ripcord.testing.naive.NaivePosition.Side.LONG;
import static io.ripcord.testing.naive.NaivePosition.Side.SHORT;

import io.ripcord.testing.naive.NaivePolicy;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What the documents say, computed by hand, as a contract of both: the engine and its oracle.
 * Position 1 is long on L, 2 short on S, unless said otherwise.
 */
class HandCasesTest {
  private static final NaivePolicy NONE = NaivePolicy.named("case");

  private static NaivePolicy stop(String percent) {
    return NONE.withStopLoss(new NaivePolicy.StopLoss.AtPercent(new BigDecimal(percent)));
  }

  private static NaivePolicy.TakeProfit target(String percent) {
    return new NaivePolicy.TakeProfit.AtPercent(new BigDecimal(percent));
  }

  private static NaivePolicy.TakeProfit ladder(NaivePolicy.Rung... rungs) {
    return new NaivePolicy.TakeProfit.Ladder(List.of(rungs));
  }

  private static NaivePolicy.Rung rung(int afterSeconds, String percent) {
    return new NaivePolicy.Rung(Duration.ofSeconds(afterSeconds), new BigDecimal(percent));
  }

  private static NaivePolicy.Rung any(int afterSeconds) {
    return NaivePolicy.Rung.any(Duration.ofSeconds(afterSeconds));
  }

  private static NaivePolicy trailing(String percent) {
    return trailing(percent, null, null, null);
  }

  private static NaivePolicy trailing(
      String percent, String activateAt, String step, NaivePolicy.Tighten tighten) {
    return NONE.withTrailing(
        new NaivePolicy.Trailing(
            new BigDecimal(percent),
            activateAt == null ? null : new BigDecimal(activateAt),
            step == null ? null : new BigDecimal(step),
            tighten));
  }

  private static NaivePolicy.Tighten tighten(String at, String percent) {
    return new NaivePolicy.Tighten(new BigDecimal(at), new BigDecimal(percent));
  }

  @Test
  void shouldPreferTheStopWhenOnePriceTouchesStopAndTarget() {
    // A rung below zero puts the target on the losing side, beyond the stop.
    new HandCase()
        .openBoth("100", stop("1").withTakeProfit(ladder(rung(0, "-2"))))
        .path("L", "98.5")
        .path("S", "101.5")
        .comesTo(
            "1 STOP_LOSS 1s price=98.5 level=99 fill=98.5 pnl=-1.5",
            "2 STOP_LOSS 2s price=101.5 level=101 fill=101.5 pnl=-1.5");
  }

  @Test
  void shouldRoundLevelsAwayFromTheMarket() {
    // 0.00012345 x 0.333333 % = 0.0000004114995885
    new HandCase()
        .openBoth("0.00012345", stop("0.333333"))
        .path("L", "0.00012304", "0.00012303")
        .path("S", "0.00012386", "0.00012387")
        .comesTo(
            "1 STOP_LOSS 2s price=0.00012303 level=0.00012303 fill=0.00012303 pnl=-0.00000042",
            "2 STOP_LOSS 4s price=0.00012387 level=0.00012387 fill=0.00012387 pnl=-0.00000042");
    new HandCase()
        .openBoth("0.00012345", NONE.withTakeProfit(target("0.333333")))
        .path("L", "0.00012386", "0.00012387")
        .path("S", "0.00012304", "0.00012303")
        .comesTo(
            "1 TAKE_PROFIT 2s price=0.00012387 level=0.00012387 fill=0.00012387 pnl=0.00000042",
            "2 TAKE_PROFIT 4s price=0.00012303 level=0.00012303 fill=0.00012303 pnl=0.00000042");
  }

  @Test
  void shouldNotCheckAPriceAgainstTheStopThatItMoved() {
    new HandCase()
        .openBoth("100", trailing("1"))
        .path("L", "98", "98.5")
        .path("S", "102", "101.5")
        .comesTo(
            "1 TRAILING_STOP 2s price=98.5 level=99 fill=98.5 pnl=-1.5",
            "2 TRAILING_STOP 4s price=101.5 level=101 fill=101.5 pnl=-1.5");
  }

  @Test
  void shouldIgnorePricesFromBeforeRegistrationButSeeThoseOfItsInstant() {
    new HandCase()
        .at(1)
        .last("L", "120")
        .last("S", "80")
        .at(2)
        .openBoth("100", trailing("1"))
        .last("L", "101")
        .last("S", "99")
        .comesTo("1 stop=99.99 watermark=101", "2 stop=99.99 watermark=99");
  }

  @Test
  void shouldMeasureTheStepFromTheRoundedCandidate() {
    // Long: 102 units x 0.99 = 100.98, rounded 100: one unit, and the step is 1.005 units.
    new HandCase()
        .openBoth("0.00000100", trailing("1", null, "1.005", null))
        .path("L", "0.00000100", "0.00000102")
        .path("S", "0.00000100", "0.00000099")
        .comesTo("1 stop=0.00000099 watermark=0.00000102", "2 stop=0.00000101 watermark=0.00000099")
        .path("L", "0.00000103")
        .path("S", "0.00000098")
        .comesTo(
            "1 stop=0.00000101 watermark=0.00000103", "2 stop=0.00000099 watermark=0.00000098");
  }

  @Test
  void shouldMoveTheStopByExactlyAStep() {
    new HandCase()
        .open(1, LONG, "L", "100", trailing("20", null, "1", null))
        .open(2, SHORT, "S", "100", trailing("25", null, "1", null))
        .path("L", "100", "101.24")
        .path("S", "100", "99.21")
        .comesTo("1 stop=80 watermark=101.24", "2 stop=125 watermark=99.21")
        .path("L", "101.25")
        .path("S", "99.2")
        .comesTo("1 stop=81 watermark=101.25", "2 stop=124 watermark=99.2");
  }

  @Test
  void shouldTightenOnTheEventThatReachesTheProfitAndOnlyWhenActive() {
    new HandCase()
        .openBoth("100", trailing("2", null, null, tighten("5", "0.5")))
        .path("L", "104.99")
        .path("S", "95.01")
        .comesTo("1 stop=102.8902 watermark=104.99", "2 stop=96.9102 watermark=95.01")
        .path("L", "105")
        .path("S", "95")
        .comesTo("1 stop=104.475 watermark=105", "2 stop=95.475 watermark=95");
    new HandCase()
        .openBoth("100", trailing("2", "5", null, tighten("3", "0.5")))
        .path("L", "104.99")
        .path("S", "95.01")
        .comesTo("1 stop=- watermark=104.99", "2 stop=- watermark=95.01")
        .path("L", "105")
        .path("S", "95")
        .comesTo("1 stop=104.475 watermark=105", "2 stop=95.475 watermark=95");
  }

  @Test
  void shouldCallTheStopTrailingOnlyWhenItWasMovedTighter() {
    new HandCase()
        .openBoth("100", stop("2").withTrailing(trailing("2").trailing()))
        .path("L", "100", "98")
        .path("S", "99.5", "102")
        .comesTo(
            "1 STOP_LOSS 2s price=98 level=98 fill=98 pnl=-2",
            "2 TRAILING_STOP 4s price=102 level=101.49 fill=102 pnl=-2");
  }

  @Test
  void shouldSettleDeadlinesAfterAllMarketDataAndSignalsOfTheirInstant() {
    new HandCase()
        .openBoth("100", NONE.withTakeProfit(ladder(rung(0, "10"), rung(60, "4"))))
        .open(3, LONG, "S", "100", NONE.withTakeProfit(ladder(any(60))).withSignalExit())
        .at(60)
        .signal("S")
        .last("L", "105", "103")
        .last("S", "97", "95")
        .comesTo(
            "3 SIGNAL 60s price=95 level=- fill=95 pnl=-5",
            "2 TAKE_PROFIT 60s price=95 level=96 fill=95 pnl=5",
            "1 stop=- watermark=105");
  }

  @Test
  void shouldSettleEarlierDeadlinesFirstAtTheirOwnTimeAndTiesById() {
    NaivePolicy early = NONE.withTakeProfit(ladder(any(10)));
    new HandCase()
        .open(1, LONG, "L", "100", NONE.withTakeProfit(ladder(any(20))))
        .open(3, LONG, "L", "100", early)
        .open(2, SHORT, "L", "100", early)
        .path("L", "101")
        .at(30)
        .last("L", "102")
        .comesTo(
            "2 TIME 10s price=101 level=- fill=101 pnl=-1",
            "3 TIME 10s price=101 level=- fill=101 pnl=1",
            "1 TIME 20s price=101 level=- fill=101 pnl=1");
  }

  @Test
  void shouldSettleTiedDeadlinesByIdWhoeverWasRegisteredFirst() {
    new HandCase()
        .at(1)
        .last("L", "101")
        .open(5, LONG, "L", "100", NONE.withTakeProfit(ladder(any(20))))
        .at(11)
        .open(2, SHORT, "L", "100", NONE.withTakeProfit(ladder(any(10))))
        .at(30)
        .last("L", "102")
        .comesTo(
            "2 TIME 21s price=101 level=- fill=101 pnl=-1",
            "5 TIME 21s price=101 level=- fill=101 pnl=1");
  }

  @Test
  void shouldHaveTheFirstRungInForceForPricesOfTheInstantOfRegistration() {
    new HandCase()
        .openBoth("100", NONE.withTakeProfit(ladder(rung(0, "4"), rung(60, "1"))))
        .last("L", "104", "90")
        .last("S", "96", "110")
        .comesTo(
            "1 TAKE_PROFIT 0s price=104 level=104 fill=104 pnl=4",
            "2 TAKE_PROFIT 0s price=96 level=96 fill=96 pnl=4");
  }

  @Test
  void shouldMeetANewRungWithTheLastPriceSinceRegistration() {
    NaivePolicy policy = NONE.withTakeProfit(ladder(rung(0, "10"), rung(60, "4")));
    new HandCase()
        .at(1)
        .last("M", "105")
        .at(2)
        .openBoth("100", policy)
        .open(3, LONG, "M", "100", policy)
        .path("L", "105")
        .path("S", "95")
        .at(70)
        .last("L", "90")
        .comesTo(
            "1 TAKE_PROFIT 62s price=105 level=104 fill=105 pnl=5",
            "2 TAKE_PROFIT 62s price=95 level=96 fill=95 pnl=5",
            "3 stop=- watermark=100");
  }

  @Test
  void shouldLetASignalWaitForTheFirstPriceBehindStopAndTarget() {
    NaivePolicy policy = stop("2").withTakeProfit(target("4")).withSignalExit();
    new HandCase()
        .openBoth("100", policy)
        .open(3, LONG, "S", "100", policy)
        .open(4, SHORT, "L", "105", policy)
        .at(1)
        .signal("L")
        .signal("S")
        .at(2)
        .tick("L", null, "99", "101")
        .at(3)
        .last("L", "101")
        .last("S", "103")
        .comesTo(
            "1 SIGNAL 3s price=101 level=- fill=99 pnl=-1",
            "4 SIGNAL 3s price=101 level=- fill=101 pnl=4",
            "2 STOP_LOSS 3s price=103 level=102 fill=103 pnl=-3",
            "3 SIGNAL 3s price=103 level=- fill=103 pnl=3");
  }

  @Test
  void shouldExitForReasonTimeAtTheFirstPriceWhenTheLastRungFoundNone() {
    // The rung before it is over: its target counts no more, whatever the price.
    NaivePolicy policy = stop("2").withTakeProfit(ladder(rung(0, "10"), any(60)));
    new HandCase()
        .openBoth("100", policy)
        .open(3, SHORT, "L", "100", policy)
        .at(70)
        .tick("L", null, "110.5", "111.5")
        .at(80)
        .last("L", "111")
        .last("S", "89")
        .comesTo(
            "1 TIME 80s price=111 level=- fill=110.5 pnl=10.5",
            "3 STOP_LOSS 80s price=111 level=102 fill=111.5 pnl=-11.5",
            "2 TIME 80s price=89 level=- fill=89 pnl=11");
  }

  @Test
  void shouldExitPositionsOfOnePriceInOrderOfId() {
    new HandCase()
        .open(3, LONG, "X", "99", stop("2"))
        .open(2, LONG, "X", "100", stop("2"))
        .open(1, SHORT, "X", "100", NONE.withTakeProfit(target("2")))
        .path("X", "100", "98")
        .comesTo(
            "1 TAKE_PROFIT 2s price=98 level=98 fill=98 pnl=2",
            "2 STOP_LOSS 2s price=98 level=98 fill=98 pnl=-2",
            "3 stop=97.02 watermark=100");
  }

  @Test
  void shouldFillOnTheOppositeSideAndRoundProfitOnceOverAllFills() {
    // 1.5 x 1e-8 and 2.5 x 1e-8 both round to 2e-8; fill by fill they would be 0.
    new HandCase()
        .multiplier("M", "75")
        .quantities("0.5", "0.5", "0.5")
        .open(1, LONG, "L", "0.000002", NONE.withTakeProfit(target("0.5")))
        .open(3, SHORT, "M", "100", stop("2"))
        .quantities("0.5", "0.5", "0.5", "0.5", "0.5")
        .open(2, SHORT, "S", "0.000002", NONE.withTakeProfit(target("0.5")))
        .path("L", "0.00000201")
        .path("S", "0.00000199")
        .tick("M", "0", "1", "1")
        .tick("M", "102", "101", "103")
        .comesTo(
            "1 TAKE_PROFIT 1s price=0.00000201 level=0.00000201 fill=0.00000201 pnl=0.00000002",
            "2 TAKE_PROFIT 2s price=0.00000199 level=0.00000199 fill=0.00000199 pnl=0.00000002",
            "3 STOP_LOSS 2s price=102 level=102 fill=103 pnl=-337.5");
  }
}
