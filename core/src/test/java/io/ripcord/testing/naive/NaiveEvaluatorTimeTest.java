package io.ripcord.testing.naive;

import static io.ripcord.testing.naive.NaivePosition.Side.LONG;
import static io.ripcord.testing.naive.NaivePosition.Side.SHORT;
import static io.ripcord.testing.naive.Policies.any;
import static io.ripcord.testing.naive.Policies.ladder;
import static io.ripcord.testing.naive.Policies.none;
import static io.ripcord.testing.naive.Policies.rung;
import static io.ripcord.testing.naive.Policies.stopPercent;
import static io.ripcord.testing.naive.Policies.targetPercent;
import static io.ripcord.testing.naive.Policies.targetPrice;
import static io.ripcord.testing.naive.Policies.trailing;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/**
 * Deadlines, signals, the order of events and money, computed by hand. Position 1 is long on L, 2
 * short on S.
 */
class NaiveEvaluatorTimeTest {

  private static NaiveCase bothSides(NaivePolicy policy) {
    return new NaiveCase().open(1, LONG, "L", "100", policy).open(2, SHORT, "S", "100", policy);
  }

  @Test
  void shouldCheckTheLastPriceWhenALadderRungComesInForce() {
    NaiveCase given =
        bothSides(none().withTakeProfit(ladder(rung(0, "10"), rung(60, "4"))))
            .path("L", "105")
            .path("S", "95")
            .at(70)
            .last("L", "90");

    assertThat(given.exits())
        .containsExactly(
            "1 TAKE_PROFIT 60s price=105 level=104 fill=105 pnl=5",
            "2 TAKE_PROFIT 60s price=95 level=96 fill=95 pnl=5");
  }

  @Test
  void shouldHaveTheFirstRungInForceAtRegistration() {
    NaiveCase given =
        bothSides(none().withTakeProfit(ladder(rung(0, "4"), rung(60, "1"))))
            .last("L", "104", "90")
            .last("S", "96", "110");

    assertThat(given.exits())
        .containsExactly(
            "1 TAKE_PROFIT 0s price=104 level=104 fill=104 pnl=4",
            "2 TAKE_PROFIT 0s price=96 level=96 fill=96 pnl=4");
  }

  @Test
  void shouldNotCheckTheStopAgainOnADeadlineOrASignal() {
    // The first price puts the trailing stop beyond the market: 99 above 98.5, 101 below 101.5.
    NaivePolicy base = none().withTrailing(trailing("1", null, null));
    NaiveCase given =
        bothSides(base.withTakeProfit(ladder(rung(10, "-2"))))
            .open(3, LONG, "L", "100", base.withSignalExit())
            .open(4, SHORT, "S", "100", base.withTakeProfit(ladder(any(10))))
            .path("L", "98.5")
            .path("S", "101.5")
            .at(5)
            .signal("L")
            .at(20)
            .last("L", "100");

    assertThat(given.exits())
        .containsExactly(
            "3 SIGNAL 5s price=98.5 level=- fill=98.5 pnl=-1.5",
            "1 TAKE_PROFIT 10s price=98.5 level=98 fill=98.5 pnl=-1.5",
            "2 TAKE_PROFIT 10s price=101.5 level=102 fill=101.5 pnl=-1.5",
            "4 TIME 10s price=101.5 level=- fill=101.5 pnl=-1.5");
  }

  @Test
  void shouldUseTheRungInForceAfterItsDeadline() {
    NaiveCase given =
        bothSides(none().withTakeProfit(ladder(rung(0, "10"), rung(60, "4"), rung(90, "-1"))))
            .at(61)
            .last("L", "103.99", "104")
            .at(95)
            .last("S", "100.99");

    assertThat(given.exits())
        .containsExactly(
            "1 TAKE_PROFIT 61s price=104 level=104 fill=104 pnl=4",
            "2 TAKE_PROFIT 95s price=100.99 level=101 fill=100.99 pnl=-0.99");
  }

  @Test
  void shouldSettleADeadlineAfterAllMarketDataOfItsInstant() {
    NaivePolicy policy = none().withTakeProfit(ladder(rung(0, "10"), rung(60, "4")));
    NaiveCase given = bothSides(policy).at(60).last("L", "105", "103").last("S", "97", "95").at(61);

    assertThat(given.exits()).containsExactly("2 TAKE_PROFIT 60s price=95 level=96 fill=95 pnl=5");
    assertThat(given.last("L", "104").exits())
        .contains("1 TAKE_PROFIT 61s price=104 level=104 fill=104 pnl=4");
  }

  @Test
  void shouldHaveNoTargetBeforeTheFirstRung() {
    NaiveCase given =
        bothSides(none().withTakeProfit(ladder(rung(60, "1")))).path("L", "150").path("S", "50");

    assertThat(given.at(59).last("L", "140").exits()).isEmpty();
    assertThat(given.at(60).last("S", "60").exits())
        .containsExactly(
            "1 TAKE_PROFIT 60s price=140 level=101 fill=140 pnl=40",
            "2 TAKE_PROFIT 60s price=60 level=99 fill=60 pnl=40");
  }

  @Test
  void shouldNotCheckARungAgainstAPriceFromBeforeRegistration() {
    NaivePolicy policy = none().withTakeProfit(ladder(rung(0, "10"), rung(10, "4")));
    NaiveCase given =
        new NaiveCase()
            .at(1)
            .last("L", "105")
            .at(2)
            .open(1, LONG, "L", "100", policy)
            .at(20)
            .tick("L", null, "105", "106");

    assertThat(given.exits()).isEmpty();
    assertThat(given.at(21).last("L", "104").exits())
        .containsExactly("1 TAKE_PROFIT 21s price=104 level=104 fill=105 pnl=5");
  }

  @Test
  void shouldExitAtAnyPriceAtTheDeadline() {
    NaiveCase given =
        bothSides(stopPercent("9").withTakeProfit(ladder(rung(0, "10"), any(60))))
            .path("L", "95")
            .path("S", "105")
            .at(60)
            .last("L", "97");

    assertThat(given.exits())
        .containsExactly(
            "1 TIME 60s price=97 level=- fill=97 pnl=-3",
            "2 TIME 60s price=105 level=- fill=105 pnl=-5");
  }

  @Test
  void shouldExitAtTheFirstPriceWhenTheDeadlineFoundNone() {
    NaiveCase given =
        bothSides(stopPercent("2").withTakeProfit(ladder(any(60))))
            .at(70)
            .tick("L", null, "99.5", "100.5")
            .at(80)
            .last("L", "99")
            .last("S", "103");

    assertThat(given.exits())
        .containsExactly(
            "1 TIME 80s price=99 level=- fill=99.5 pnl=-0.5",
            "2 STOP_LOSS 80s price=103 level=102 fill=103 pnl=-3");
  }

  @Test
  void shouldTakeTheInstrumentsLastPriceForATimeExitEvenFromBeforeRegistration() {
    NaiveCase given =
        new NaiveCase()
            .at(1)
            .last("L", "105")
            .at(2)
            .open(1, LONG, "L", "100", none().withTakeProfit(ladder(any(10))))
            .at(20)
            .last("L", "90");

    assertThat(given.exits()).containsExactly("1 TIME 12s price=105 level=- fill=105 pnl=5");
  }

  @Test
  void shouldFireNothingAfterTheLastEvent() {
    NaiveCase given = bothSides(none().withTakeProfit(ladder(any(60)))).at(59).last("L", "95");

    assertThat(given.exits()).isEmpty();
    assertThat(given.stillOpen())
        .containsExactly("1 stop=- watermark=100", "2 stop=- watermark=100");
    assertThat(given.at(60).last("S", "99").exits())
        .containsExactly(
            "1 TIME 60s price=95 level=- fill=95 pnl=-5",
            "2 TIME 60s price=99 level=- fill=99 pnl=1");
  }

  @Test
  void shouldSettleDeadlinesByTimeThenByPositionId() {
    NaivePolicy late = none().withTakeProfit(ladder(any(20)));
    NaivePolicy early = none().withTakeProfit(ladder(any(10)));
    NaiveCase given =
        new NaiveCase()
            .open(1, LONG, "L", "100", late)
            .open(3, LONG, "L", "100", early)
            .open(2, SHORT, "L", "100", early)
            .path("L", "101")
            .at(30)
            .last("L", "102");

    assertThat(given.exits())
        .containsExactly(
            "2 TIME 10s price=101 level=- fill=101 pnl=-1",
            "3 TIME 10s price=101 level=- fill=101 pnl=1",
            "1 TIME 20s price=101 level=- fill=101 pnl=1");
  }

  @Test
  void shouldExitOnSignalAtTheLastPriceOnlyWhereThePolicyListens() {
    NaivePolicy listening = stopPercent("5").withSignalExit();
    NaiveCase given =
        bothSides(listening)
            .open(3, LONG, "L", "100", stopPercent("5"))
            .path("L", "101")
            .path("S", "102")
            .at(5)
            .signal("L")
            .signal("S")
            .at(6)
            .open(4, LONG, "L", "100", listening);

    assertThat(given.exits())
        .containsExactly(
            "1 SIGNAL 5s price=101 level=- fill=101 pnl=1",
            "2 SIGNAL 5s price=102 level=- fill=102 pnl=-2");
    assertThat(given.stillOpen())
        .containsExactly("3 stop=95 watermark=101", "4 stop=95 watermark=100");
  }

  @Test
  void shouldHearASignalAfterMarketDataAndBeforeDeadlinesOfItsInstant() {
    NaivePolicy policy = stopPercent("2").withTakeProfit(ladder(any(5))).withSignalExit();
    NaiveCase given =
        bothSides(policy).at(5).signal("L").signal("S").last("L", "99").last("S", "102");

    assertThat(given.exits())
        .containsExactly(
            "2 STOP_LOSS 5s price=102 level=102 fill=102 pnl=-2",
            "1 SIGNAL 5s price=99 level=- fill=99 pnl=-1");
  }

  @Test
  void shouldTakeTheInstrumentsLastPriceForASignalEvenFromBeforeRegistration() {
    NaivePolicy policy = stopPercent("2").withSignalExit();
    NaiveCase given =
        new NaiveCase().at(1).last("L", "90").at(2).open(1, LONG, "L", "100", policy).signal("L");

    assertThat(given.exits()).containsExactly("1 SIGNAL 2s price=90 level=- fill=90 pnl=-10");
  }

  @Test
  void shouldKeepASignalUntilTheFirstPriceWhereStopAndTargetComeFirst() {
    NaivePolicy policy = stopPercent("2").withTakeProfit(targetPercent("3")).withSignalExit();
    NaivePolicy alsoTimed = none().withTakeProfit(ladder(any(2))).withSignalExit();
    NaiveCase given =
        bothSides(policy)
            .open(3, LONG, "T", "100", policy)
            .open(4, SHORT, "U", "100", alsoTimed)
            .at(1)
            .signal("L")
            .signal("S")
            .signal("T")
            .signal("U")
            .path("L", "98")
            .path("S", "97")
            .path("T", "100")
            .path("U", "101");

    assertThat(given.exits())
        .containsExactly(
            "1 STOP_LOSS 2s price=98 level=98 fill=98 pnl=-2",
            "2 TAKE_PROFIT 3s price=97 level=97 fill=97 pnl=3",
            "3 SIGNAL 4s price=100 level=- fill=100 pnl=0",
            "4 SIGNAL 5s price=101 level=- fill=101 pnl=-1");
  }

  @Test
  void shouldIgnorePricesFromBeforeRegistrationButSeeThoseOfTheSameInstant() {
    NaiveCase given =
        new NaiveCase()
            .at(1)
            .last("L", "90")
            .at(2)
            .open(1, LONG, "L", "100", stopPercent("5"))
            .at(3)
            .last("L", "100", "95")
            .open(2, LONG, "L", "100", stopPercent("2"));

    assertThat(given.exits())
        .containsExactly(
            "1 STOP_LOSS 3s price=95 level=95 fill=95 pnl=-5",
            "2 STOP_LOSS 3s price=95 level=98 fill=95 pnl=-5");
  }

  @Test
  void shouldFillAtTheOppositeSideOfTheBookTheTickItselfIncluded() {
    NaiveCase given =
        bothSides(stopPercent("2"))
            .at(1)
            .tick("L", "98", "97.9", "98.2")
            .tick("S", "102", "101.8", "102.3");

    assertThat(given.exits())
        .containsExactly(
            "1 STOP_LOSS 1s price=98 level=98 fill=97.9 pnl=-2.1",
            "2 STOP_LOSS 1s price=102 level=102 fill=102.3 pnl=-2.3");
  }

  @Test
  void shouldUpdateOnlyTheGivenSideOfTheBookOnAQuote() {
    NaiveCase given =
        bothSides(stopPercent("2"))
            .at(1)
            .tick("L", "100", "99.9", "100.1")
            .tick("S", "100", "99.9", "100.1")
            .at(2)
            .tick("L", null, "90", null)
            .tick("S", null, "110", null)
            .at(3)
            .last("L", "98")
            .last("S", "102");

    assertThat(given.exits())
        .containsExactly(
            "1 STOP_LOSS 3s price=98 level=98 fill=90 pnl=-10",
            "2 STOP_LOSS 3s price=102 level=102 fill=100.1 pnl=-0.1");
  }

  @Test
  void shouldDropATickWithoutPositivePriceAsAWhole() {
    NaiveCase given =
        bothSides(stopPercent("2")).at(1).tick("L", "0", "50", "51").tick("S", "-1", "150", "151");

    assertThat(given.exits()).isEmpty();
    assertThat(given.path("L", "98").path("S", "102").exits())
        .containsExactly(
            "1 STOP_LOSS 2s price=98 level=98 fill=98 pnl=-2",
            "2 STOP_LOSS 3s price=102 level=102 fill=102 pnl=-2");
  }

  @Test
  void shouldSumProfitOverPartialFillsTimesMultiplier() {
    NaiveCase given =
        new NaiveCase()
            .instrument("L", "0.05", "75")
            .instrument("S", "0.05", "75")
            .quantity("3", "1", "1.5", "0.5")
            .open(1, LONG, "L", "100", stopPercent("2"))
            .open(2, SHORT, "S", "100", stopPercent("2"))
            .at(1)
            .tick("L", "98", "97.9", null)
            .tick("S", "102", null, "102.2");

    assertThat(given.exits())
        .containsExactly(
            "1 STOP_LOSS 1s price=98 level=98 fill=97.9 pnl=-472.5",
            "2 STOP_LOSS 1s price=102 level=102 fill=102.2 pnl=-495");
    assertThat(given.result().exits().get(0).fills())
        .containsExactly(fill("1", "97.9"), fill("1.5", "97.9"), fill("0.5", "97.9"));
  }

  @Test
  void shouldRoundProfitHalfEvenOnceOverAllFills() {
    // 1.5 x 1e-8 rounds to 2e-8; 2.5 x 1e-8 rounds to 2e-8; fill by fill both would be 0.
    NaiveCase given =
        new NaiveCase()
            .quantity("1.5", "0.5", "0.5", "0.5")
            .open(1, LONG, "L", "0.000002", none().withTakeProfit(targetPrice("0.00000201")))
            .quantity("2.5", "0.5", "0.5", "0.5", "0.5", "0.5")
            .open(2, SHORT, "S", "0.000002", none().withTakeProfit(targetPrice("0.00000199")))
            .path("L", "0.00000201")
            .path("S", "0.00000199");

    assertThat(given.exits())
        .containsExactly(
            "1 TAKE_PROFIT 1s price=0.00000201 level=0.00000201 fill=0.00000201 pnl=0.00000002",
            "2 TAKE_PROFIT 2s price=0.00000199 level=0.00000199 fill=0.00000199 pnl=0.00000002");
  }

  private static NaiveExit.Fill fill(String quantity, String price) {
    return new NaiveExit.Fill(new BigDecimal(quantity), new BigDecimal(price));
  }
}
