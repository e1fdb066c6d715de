package io.ripcord.testing.naive;

import static io.ripcord.testing.naive.NaivePosition.Side.LONG;
import static io.ripcord.testing.naive.NaivePosition.Side.SHORT;
import static io.ripcord.testing.naive.Policies.ladder;
import static io.ripcord.testing.naive.Policies.none;
import static io.ripcord.testing.naive.Policies.rung;
import static io.ripcord.testing.naive.Policies.stopPercent;
import static io.ripcord.testing.naive.Policies.stopPrice;
import static io.ripcord.testing.naive.Policies.stopTicks;
import static io.ripcord.testing.naive.Policies.targetPercent;
import static io.ripcord.testing.naive.Policies.targetPrice;
import static io.ripcord.testing.naive.Policies.tightening;
import static io.ripcord.testing.naive.Policies.trailing;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Levels, precedence and trailing, computed by hand. Position 1 is long on L, 2 short on S. */
class NaiveEvaluatorTest {

  private static NaiveCase bothSides(String entry, NaivePolicy policy) {
    return new NaiveCase().open(1, LONG, "L", entry, policy).open(2, SHORT, "S", entry, policy);
  }

  @Test
  void shouldExitAtStopWhenPriceTouchesIt() {
    NaiveCase given =
        bothSides("100", stopPercent("2"))
            .path("L", "100", "98.00000001", "98")
            .path("S", "100", "101.99999999", "102");

    assertThat(given.exits())
        .containsExactly(
            "1 STOP_LOSS 3s price=98 level=98 fill=98 pnl=-2",
            "2 STOP_LOSS 6s price=102 level=102 fill=102 pnl=-2");
  }

  @Test
  void shouldReportTheLevelAndFillAtTheGappedPriceWhenPriceJumpsThroughTheStop() {
    NaiveCase given =
        bothSides("100", stopPercent("2")).path("L", "100", "95").path("S", "100", "105");

    assertThat(given.exits())
        .containsExactly(
            "1 STOP_LOSS 2s price=95 level=98 fill=95 pnl=-5",
            "2 STOP_LOSS 4s price=105 level=102 fill=105 pnl=-5");
  }

  @Test
  void shouldRoundPercentStopTowardsTheLosingSide() {
    // 0.00012345 x 0.333333 % = 0.0000004114995885
    NaiveCase given =
        bothSides("0.00012345", stopPercent("0.333333"))
            .path("L", "0.00012304", "0.00012303")
            .path("S", "0.00012386", "0.00012387");

    assertThat(given.exits())
        .containsExactly(
            "1 STOP_LOSS 2s price=0.00012303 level=0.00012303 fill=0.00012303 pnl=-0.00000042",
            "2 STOP_LOSS 4s price=0.00012387 level=0.00012387 fill=0.00012387 pnl=-0.00000042");
  }

  @Test
  void shouldCountTickStopInPriceIncrements() {
    NaiveCase given =
        new NaiveCase()
            .instrument("L", "0.05", "1")
            .instrument("S", "0.05", "1")
            .open(1, LONG, "L", "100", stopTicks(7))
            .open(2, SHORT, "S", "100", stopTicks(7))
            .path("L", "99.7", "99.65")
            .path("S", "100.3", "100.35");

    assertThat(given.exits())
        .containsExactly(
            "1 STOP_LOSS 2s price=99.65 level=99.65 fill=99.65 pnl=-0.35",
            "2 STOP_LOSS 4s price=100.35 level=100.35 fill=100.35 pnl=-0.35");
  }

  @Test
  void shouldTakePriceStopAndPriceTargetAsGiven() {
    NaiveCase given =
        new NaiveCase()
            .open(1, LONG, "L", "100", stopPrice("97.5").withTakeProfit(targetPrice("101.3")))
            .open(2, SHORT, "S", "100", stopPrice("103.25").withTakeProfit(targetPrice("98.7")))
            .open(3, LONG, "T", "100", stopPrice("97.5").withTakeProfit(targetPrice("101.3")))
            .open(4, SHORT, "U", "100", stopPrice("103.25").withTakeProfit(targetPrice("98.7")))
            .path("L", "97.51", "97.5")
            .path("S", "103.24", "103.25")
            .path("T", "101.29", "101.3")
            .path("U", "98.71", "98.7");

    assertThat(given.exits())
        .containsExactly(
            "1 STOP_LOSS 2s price=97.5 level=97.5 fill=97.5 pnl=-2.5",
            "2 STOP_LOSS 4s price=103.25 level=103.25 fill=103.25 pnl=-3.25",
            "3 TAKE_PROFIT 6s price=101.3 level=101.3 fill=101.3 pnl=1.3",
            "4 TAKE_PROFIT 8s price=98.7 level=98.7 fill=98.7 pnl=1.3");
  }

  @Test
  void shouldTakeProfitWhenPriceTouchesTheTargetOrJumpsThroughIt() {
    NaivePolicy policy = stopPercent("5").withTakeProfit(targetPercent("4"));
    NaiveCase given =
        bothSides("100", policy)
            .open(3, LONG, "T", "100", policy)
            .open(4, SHORT, "U", "100", policy)
            .path("L", "103.99999999", "104")
            .path("S", "96.00000001", "96")
            .path("T", "120")
            .path("U", "80");

    assertThat(given.exits())
        .containsExactly(
            "1 TAKE_PROFIT 2s price=104 level=104 fill=104 pnl=4",
            "2 TAKE_PROFIT 4s price=96 level=96 fill=96 pnl=4",
            "3 TAKE_PROFIT 5s price=120 level=104 fill=120 pnl=20",
            "4 TAKE_PROFIT 6s price=80 level=96 fill=80 pnl=20");
  }

  @Test
  void shouldRoundPercentTargetTowardsTheWinningSide() {
    NaiveCase given =
        bothSides("0.00012345", none().withTakeProfit(targetPercent("0.333333")))
            .path("L", "0.00012386", "0.00012387")
            .path("S", "0.00012304", "0.00012303");

    assertThat(given.exits())
        .containsExactly(
            "1 TAKE_PROFIT 2s price=0.00012387 level=0.00012387 fill=0.00012387 pnl=0.00000042",
            "2 TAKE_PROFIT 4s price=0.00012303 level=0.00012303 fill=0.00012303 pnl=0.00000042");
  }

  @Test
  void shouldPreferStopWhenOneTickTouchesStopAndTarget() {
    // A ladder below zero puts the target on the losing side, beyond the stop.
    NaiveCase given =
        bothSides("100", stopPercent("1").withTakeProfit(ladder(rung(0, "-2"))))
            .path("L", "98.5")
            .path("S", "101.5");

    assertThat(given.exits())
        .containsExactly(
            "1 STOP_LOSS 1s price=98.5 level=99 fill=98.5 pnl=-1.5",
            "2 STOP_LOSS 2s price=101.5 level=101 fill=101.5 pnl=-1.5");
  }

  @Test
  void shouldDecideStopBreachedAtRegistrationByTheFirstPrice() {
    NaiveCase given =
        new NaiveCase()
            .open(1, LONG, "L", "120", stopPercent("2"))
            .open(2, SHORT, "S", "80", stopPercent("2"))
            .path("L", "100")
            .path("S", "100");

    assertThat(given.exits())
        .containsExactly(
            "1 STOP_LOSS 1s price=100 level=117.6 fill=100 pnl=-20",
            "2 STOP_LOSS 2s price=100 level=81.6 fill=100 pnl=-20");
  }

  @Test
  void shouldTrailFromTheFirstPriceButNotCheckThatPriceAgain() {
    NaiveCase given =
        bothSides("100", none().withTrailing(trailing("1", null, null)))
            .path("L", "98", "98.5")
            .path("S", "102", "101.5");

    assertThat(given.exits())
        .containsExactly(
            "1 TRAILING_STOP 2s price=98.5 level=99 fill=98.5 pnl=-1.5",
            "2 TRAILING_STOP 4s price=101.5 level=101 fill=101.5 pnl=-1.5");
  }

  @Test
  void shouldNotTrailBeforeTheFirstPrice() {
    NaiveCase given = bothSides("100", none().withTrailing(trailing("1", null, null)));

    assertThat(given.stillOpen())
        .containsExactly("1 stop=- watermark=100", "2 stop=- watermark=100");
  }

  @Test
  void shouldActivateTrailingWhenBestProfitReachesTheThreshold() {
    NaiveCase given =
        bothSides("100", none().withTrailing(trailing("1", "2", null)))
            .path("L", "101.99", "100", "102", "100.98")
            .path("S", "98.01", "100", "98", "98.98");

    assertThat(given.exits())
        .containsExactly(
            "1 TRAILING_STOP 4s price=100.98 level=100.98 fill=100.98 pnl=0.98",
            "2 TRAILING_STOP 8s price=98.98 level=98.98 fill=98.98 pnl=1.02");
  }

  @Test
  void shouldCompareActivationProfitExactly() {
    // 3 x 0.333333 % = 0.00999999
    NaivePolicy policy = none().withTrailing(trailing("1", "0.333333", null));
    NaiveCase given = bothSides("3", policy).path("L", "3.00999998").path("S", "2.99000002");

    assertThat(given.stillOpen())
        .containsExactly("1 stop=- watermark=3.00999998", "2 stop=- watermark=2.99000002");
    assertThat(given.path("L", "3.00999999").path("S", "2.99000001").stillOpen())
        .containsExactly(
            "1 stop=2.97989999 watermark=3.00999999", "2 stop=3.01990002 watermark=2.99000001");
  }

  @Test
  void shouldNeverLoosenTheStopWhenPriceTurns() {
    NaiveCase given =
        bothSides("100", none().withTrailing(trailing("1", null, null)))
            .path("L", "110", "109", "109.5")
            .path("S", "90", "90.8", "90.5");

    assertThat(given.exits()).isEmpty();
    assertThat(given.stillOpen())
        .containsExactly("1 stop=108.9 watermark=110", "2 stop=90.9 watermark=90");
  }

  @Test
  void shouldKeepTheFixedStopWhenTrailingWantsALooserOne() {
    NaiveCase given =
        bothSides("100", stopPercent("2").withTrailing(trailing("5", null, null)))
            .path("L", "101")
            .path("S", "99");

    assertThat(given.stillOpen())
        .containsExactly("1 stop=98 watermark=101", "2 stop=102 watermark=99");
    assertThat(given.path("L", "98").exits())
        .containsExactly("1 STOP_LOSS 3s price=98 level=98 fill=98 pnl=-2");
  }

  @Test
  void shouldReportStopLossWhenTrailingOnlyReachedTheFixedStop() {
    NaiveCase given =
        bothSides("100", stopPercent("2").withTrailing(trailing("2", null, null)))
            .path("L", "100", "98")
            .path("S", "100", "102");

    assertThat(given.exits())
        .containsExactly(
            "1 STOP_LOSS 2s price=98 level=98 fill=98 pnl=-2",
            "2 STOP_LOSS 4s price=102 level=102 fill=102 pnl=-2");
  }

  @Test
  void shouldReportTrailingStopWhenTrailingMovedTheFixedStop() {
    NaiveCase given =
        bothSides("100", stopPercent("2").withTrailing(trailing("2", null, null)))
            .path("L", "100.5", "98")
            .path("S", "99.5", "102");

    assertThat(given.exits())
        .containsExactly(
            "1 TRAILING_STOP 2s price=98 level=98.49 fill=98 pnl=-2",
            "2 TRAILING_STOP 4s price=102 level=101.49 fill=102 pnl=-2");
  }

  @Test
  void shouldMoveStopOnlyByAWholeStep() {
    NaiveCase given =
        new NaiveCase()
            .open(1, LONG, "L", "100", none().withTrailing(trailing("20", null, "1")))
            .open(2, SHORT, "S", "100", none().withTrailing(trailing("25", null, "1")))
            .path("L", "100", "101")
            .path("S", "100", "99.3");

    assertThat(given.stillOpen())
        .containsExactly("1 stop=80 watermark=101", "2 stop=125 watermark=99.3");
    assertThat(given.path("L", "101.25").path("S", "99.2").stillOpen())
        .containsExactly("1 stop=81 watermark=101.25", "2 stop=124 watermark=99.2");
  }

  @Test
  void shouldApplyTheStepToTheFixedStopToo() {
    NaiveCase given =
        bothSides("100", stopPercent("2").withTrailing(trailing("1", null, "1.5")))
            .path("L", "100")
            .path("S", "100");

    assertThat(given.stillOpen())
        .containsExactly("1 stop=98 watermark=100", "2 stop=102 watermark=100");
    assertThat(given.path("L", "101").path("S", "99").stillOpen())
        .containsExactly("1 stop=99.99 watermark=101", "2 stop=99.99 watermark=99");
  }

  @Test
  void shouldMeasureTheStepFromTheRoundedCandidate() {
    // Long: 102 units x 0.99 = 100.98, rounded 100: one unit, and the step is 1.005 units.
    NaiveCase given =
        bothSides("0.00000100", none().withTrailing(trailing("1", null, "1.005")))
            .path("L", "0.00000100", "0.00000102")
            .path("S", "0.00000100", "0.00000099");

    assertThat(given.stillOpen())
        .containsExactly(
            "1 stop=0.00000099 watermark=0.00000102", "2 stop=0.00000101 watermark=0.00000099");
    assertThat(given.path("L", "0.00000103").path("S", "0.00000098").stillOpen())
        .containsExactly(
            "1 stop=0.00000101 watermark=0.00000103", "2 stop=0.00000099 watermark=0.00000098");
  }

  @Test
  void shouldTightenOnTheEventThatReachesTheThreshold() {
    NaiveCase given =
        bothSides("100", none().withTrailing(tightening("2", null, "5", "0.5")))
            .path("L", "104.99")
            .path("S", "95.01");

    assertThat(given.stillOpen())
        .containsExactly("1 stop=102.8902 watermark=104.99", "2 stop=96.9102 watermark=95.01");
    assertThat(given.path("L", "105").path("S", "95").stillOpen())
        .containsExactly("1 stop=104.475 watermark=105", "2 stop=95.475 watermark=95");
  }

  @Test
  void shouldNotTightenBeforeActivation() {
    NaiveCase given =
        bothSides("100", none().withTrailing(tightening("2", "5", "3", "0.5")))
            .path("L", "104")
            .path("S", "96");

    assertThat(given.stillOpen())
        .containsExactly("1 stop=- watermark=104", "2 stop=- watermark=96");
    assertThat(given.path("L", "105").path("S", "95").stillOpen())
        .containsExactly("1 stop=104.475 watermark=105", "2 stop=95.475 watermark=95");
  }

  @Test
  void shouldKeepPositionsOnOneSymbolApartAndExitInIdOrder() {
    NaiveCase given =
        new NaiveCase()
            .open(3, LONG, "X", "99", stopPercent("2"))
            .open(2, LONG, "X", "100", stopPercent("2"))
            .open(1, SHORT, "X", "100", none().withTakeProfit(targetPercent("2")))
            .open(4, SHORT, "X", "100", none().withTakeProfit(targetPercent("3")))
            .path("X", "100", "98");

    assertThat(given.exits())
        .containsExactly(
            "1 TAKE_PROFIT 2s price=98 level=98 fill=98 pnl=2",
            "2 STOP_LOSS 2s price=98 level=98 fill=98 pnl=-2");
    assertThat(given.stillOpen())
        .containsExactly("3 stop=97.02 watermark=100", "4 stop=- watermark=98");
  }
}
