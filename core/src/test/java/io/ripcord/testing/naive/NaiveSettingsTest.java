package io.ripcord.testing.naive;

import static io.ripcord.testing.naive.NaivePosition.Side.LONG;
import static io.ripcord.testing.naive.NaivePosition.Side.SHORT;
import static io.ripcord.testing.naive.Policies.none;
import static io.ripcord.testing.naive.Policies.stopPercent;
import static io.ripcord.testing.naive.Policies.targetPercent;
import static io.ripcord.testing.naive.Policies.trailing;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Ticks trailing, hard stop, time, trigger sources, economical mode, book, silence and sessions,
 * computed by hand. Position 1 is long on L, 2 short on S.
 */
class NaiveSettingsTest {

  private static NaiveCase bothSides(NaivePolicy policy) {
    return new NaiveCase().open(1, LONG, "L", "100", policy).open(2, SHORT, "S", "100", policy);
  }

  private static BigDecimal number(String text) {
    return text == null ? null : new BigDecimal(text);
  }

  private static Duration seconds(long count) {
    return Duration.ofSeconds(count);
  }

  @Test
  void shouldTrailByIncrements() {
    NaivePolicy policy =
        none().with(new NaiveBlock.TrailingTicks(4, number("1"), null, number("3"), 2));
    NaiveCase given =
        new NaiveCase()
            .instrument("L", "0.5", "1")
            .instrument("S", "0.5", "1")
            .open(1, LONG, "L", "100", policy)
            .open(2, SHORT, "S", "100", policy)
            .path("L", "100.5")
            .path("S", "99.5");
    assertThat(given.levels()).containsExactly("1 - - - 1 100", "2 - - - 1 100");
    given.path("L", "101").path("S", "99");
    assertThat(given.levels()).containsExactly("1 99 - - 1 100", "2 101 - - 1 100");
    given.path("L", "103").path("S", "97");
    assertThat(given.levels()).containsExactly("1 102 - - 1 100", "2 98 - - 1 100");
  }

  @Test
  void shouldLetTheTighterOfTwoTrailingRulesWin() {
    NaivePolicy policy =
        none()
            .withTrailing(trailing("1", null, null))
            .with(new NaiveBlock.TrailingTicks(200_000_000, null, null, null, null));
    // An increment is 0.00000001: ticks are 2 away, the percent 1.1 at 110.
    assertThat(bothSides(policy).path("L", "110").path("S", "90").levels())
        .containsExactly("1 108.9 - - 1 100", "2 90.9 - - 1 100");
  }

  @Test
  void shouldExitAtTheHardStopBeforeAnyOther() {
    NaivePolicy policy = stopPercent("2").with(new NaiveBlock.HardStop(number("6")));
    NaiveCase given = bothSides(policy).path("L", "95").path("S", "106");

    assertThat(given.sources())
        .containsExactly("1 STOP_LOSS MONITOR_SOFT 1s 95", "2 HARD_STOP MONITOR_HARD 2s 106");
    assertThat(given.decisions()).endsWith("2 HARD_STOP 2s 106 106");
  }

  @Test
  void shouldExitAtItsAgeAndAtTheTimeOfTheDay() {
    NaivePolicy policy =
        none().with(new NaiveBlock.MaxAge(seconds(10))).with(new NaiveBlock.SquareOff());
    NaiveCase given =
        new NaiveCase()
            .squareOff(12)
            .open(1, LONG, "L", "100", policy)
            .at(5)
            .open(2, SHORT, "L", "100", policy)
            .last("L", "101")
            .at(20)
            .last("L", "102");

    assertThat(given.decisions()).containsExactly("1 TIME 10s 101 -", "2 TIME 12s 101 -");
  }

  @Test
  void shouldWaitWithATimeExitForTheFirstPriceAndLetAStopGoFirst() {
    NaivePolicy policy = stopPercent("5").with(new NaiveBlock.MaxAge(seconds(10)));
    NaiveCase given = bothSides(policy).at(20).last("L", "99").last("S", "105");

    assertThat(given.decisions()).containsExactly("1 TIME 20s 99 -", "2 STOP_LOSS 20s 105 105");
  }

  @Test
  void shouldTightenTheStopWithTimeAndCheckItAtOnce() {
    NaivePolicy policy =
        stopPercent("5")
            .with(
                new NaiveBlock.TimeTighten(
                    List.of(
                        new NaiveBlock.TighterStop(seconds(10), number("2")),
                        new NaiveBlock.TighterStop(seconds(20), number("1")))));
    NaiveCase given =
        bothSides(policy).path("L", "98.5").path("S", "101").at(19).tick("L", null, "98", null);
    assertThat(given.levels()).containsExactly("1 98 - - 1 100", "2 102 - - 1 100");
    given.at(30).last("S", "100");
    assertThat(given.sources())
        .containsExactly(
            "1 TRAILING_STOP MONITOR_TRAILING 20s 98.5",
            "2 TRAILING_STOP MONITOR_TRAILING 20s 101");
  }

  @Test
  void shouldPreferTheTightenedStopToTheAgeOfTheSameTime() {
    NaivePolicy policy =
        none()
            .with(new NaiveBlock.MaxAge(seconds(10)))
            .with(
                new NaiveBlock.TimeTighten(
                    List.of(new NaiveBlock.TighterStop(seconds(10), number("1")))));
    NaiveCase given = bothSides(policy).path("L", "99").path("S", "100.5").at(11).last("L", "99");

    assertThat(given.decisions())
        .containsExactly("1 TRAILING_STOP 10s 99 99", "2 TIME 10s 100.5 -");
  }

  private static NaivePolicy on(NaiveBlock.Source source) {
    return stopPercent("2").with(new NaiveBlock.Trigger(source));
  }

  @Test
  void shouldExitALongOnTheBidAndAShortOnTheAsk() {
    NaiveCase given =
        bothSides(on(NaiveBlock.Source.BID_ASK))
            .path("L", "90")
            .path("S", "110")
            .at(3)
            .tick("L", null, "98.1", "97")
            .tick("L", null, "98", "99")
            .tick("S", null, "102", "101.9")
            .tick("S", null, "101", "102");

    assertThat(given.decisions()).containsExactly("1 STOP_LOSS 3s 98 98", "2 STOP_LOSS 3s 102 102");
  }

  @Test
  void shouldListenToTheMarkOnly() {
    NaiveCase given =
        bothSides(on(NaiveBlock.Source.MARK))
            .path("L", "90")
            .path("S", "110")
            .at(3)
            .mark("L", "98.1")
            .mark("S", "101.9")
            .at(4)
            .mark("L", "98")
            .mark("S", "102");

    assertThat(given.decisions()).containsExactly("1 STOP_LOSS 4s 98 98", "2 STOP_LOSS 4s 102 102");
  }

  @Test
  void shouldNeedTwoDistinctTradesBeyondALevel() {
    NaiveCase given =
        new NaiveCase()
            .open(
                1,
                LONG,
                "L",
                "100",
                on(NaiveBlock.Source.DOUBLE_LAST).withTakeProfit(targetPercent("3")))
            .at(1)
            .trade("L", "97", "1", 7L)
            .trade("L", "97", "1", 7L) // the same trade again
            .trade("L", "99", "1", 8L)
            .trade("L", "98", "1", 9L)
            .trade("L", "104", "1", 10L);
    assertThat(given.decisions()).isEmpty();
    // Of 98 and 104 the watermark saw the worse, and of 99 and 98.
    assertThat(given.stillOpen()).containsExactly("1 stop=98 watermark=100");
    given.trade("L", "103", "1", null);
    assertThat(given.decisions()).containsExactly("1 TAKE_PROFIT 1s 103 103");
  }

  private static NaivePolicy every(Integer count, String gap) {
    return stopPercent("2")
        .with(new NaiveBlock.Evaluation(count == null ? null : seconds(count), number(gap)));
  }

  @Test
  void shouldLookAtTheLastPriceNowAndThen() {
    NaiveCase given =
        bothSides(every(10, null))
            .path("L", "97", "99")
            .path("S", "103", "101")
            .at(11)
            .last("L", "90")
            .last("S", "110")
            .at(21)
            .last("L", "100");

    assertThat(given.decisions())
        .containsExactly("1 STOP_LOSS 20s 90 98", "2 STOP_LOSS 20s 110 102");
  }

  @Test
  void shouldLookAtOnceWhenThePriceLeapsAndSaySo() {
    NaiveCase given =
        bothSides(every(10, "3")).path("L", "100", "97.1", "97", "94").path("S", "100", "103");

    assertThat(given.decisions()).containsExactly("1 STOP_LOSS 4s 94 98", "2 STOP_LOSS 6s 103 102");
    assertThat(given.alerts()).containsExactly("GAP 4s 97 94", "GAP 6s 100 103");
    assertThat(bothSides(every(null, "3")).path("L", "100", "103").alerts())
        .containsExactly("GAP 2s 100 103");
    assertThat(bothSides(stopPercent("2")).path("L", "100", "103").alerts()).isEmpty();
  }

  @Test
  void shouldExitThroughTheBookWhenAllOfItStaysBeyondTheStop() {
    NaivePolicy policy = stopPercent("2").with(new NaiveBlock.BookThrough(seconds(3)));
    NaiveCase given =
        bothSides(policy)
            .at(1)
            .tick("L", null, "96", "98")
            .tick("S", null, "102", "104")
            .at(2)
            .tick("S", null, "101", "104") // an interruption
            .at(3)
            .tick("L", null, "96", "97")
            .tick("S", null, "103", "104")
            .at(9)
            .last("L", "100");

    assertThat(given.sources())
        .containsExactly("1 STOP_LOSS BOOK 4s 97", "2 STOP_LOSS BOOK 6s 103");
    assertThat(given.fills()).containsExactly("1 STOP_LOSS 4s 1@96 -4", "2 STOP_LOSS 6s 1@104 -4");
  }

  private static NaivePolicy stale(NaiveBlock.Action action) {
    return stopPercent("5").with(new NaiveBlock.Staleness(seconds(10), action));
  }

  @Test
  void shouldAlertOncePerSilence() {
    NaiveCase given =
        new NaiveCase()
            .open(1, LONG, "L", "100", stale(NaiveBlock.Action.ALERT))
            .path("L", "100")
            .at(5)
            .tick("L", null, "99", null)
            .at(40)
            .last("L", "100")
            .at(49)
            .mark("L", "100")
            .at(59)
            .last("L", "100");

    assertThat(given.alerts()).containsExactly("STALE 15s 1");
    assertThat(given.at(70).last("S", "1").alerts()).containsExactly("STALE 15s 1", "STALE 69s 1");
  }

  @Test
  void shouldExitOrHoldWhenPricesFallSilent() {
    assertThat(
            bothSides(stale(NaiveBlock.Action.EXIT))
                .path("L", "99")
                .path("S", "101")
                .at(30)
                .last("L", "1")
                .sources())
        .containsExactly("1 EMERGENCY EMERGENCY 11s 99", "2 EMERGENCY EMERGENCY 12s 101");

    NaivePolicy held = stale(NaiveBlock.Action.HOLD).with(new NaiveBlock.MaxAge(seconds(20)));
    assertThat(
            bothSides(held)
                .path("L", "99")
                .path("S", "101")
                .at(30)
                .last("L", "98")
                .last("S", "106")
                .decisions())
        .containsExactly("1 TIME 30s 98 -", "2 STOP_LOSS 30s 106 105");
  }

  @Test
  void shouldOnlyAlertABreachOutsideTheSession() {
    NaiveCase given =
        bothSides(stopPercent("2").withTrailing(trailing("1", "5", null)))
            .phase("L", NaiveEvent.Session.AUCTION)
            .phase("S", NaiveEvent.Session.HALT)
            .path("L", "97", "96", "110")
            .path("S", "103")
            .at(6)
            .phase("L", NaiveEvent.Session.CONTINUOUS)
            .at(7)
            .last("L", "100");

    assertThat(given.decisions()).isEmpty();
    assertThat(given.alerts())
        .containsExactly("BREACH_OUTSIDE_SESSION 1s 1", "BREACH_OUTSIDE_SESSION 4s 2");
    assertThat(given.stillOpen())
        .containsExactly("1 stop=98 watermark=100", "2 stop=102 watermark=100");
    assertThat(given.at(8).last("L", "97").decisions()).containsExactly("1 STOP_LOSS 8s 97 98");
  }
}
