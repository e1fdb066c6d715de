package io.ripcord.venue.paper;

import static io.ripcord.venue.paper.VenueTalk.BTC;
import static io.ripcord.venue.paper.VenueTalk.ETH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ripcord.event.AlertKind;
import io.ripcord.event.PositionStatus;
import io.ripcord.event.Side;
import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaperVenueTest {
  private static final long MS = 1_000_000L;
  private static final long ALWAYS = 100 * Percent.ONE;
  private static final long SEED = 20_260_105;

  private static PaperSettings latency(long ms) {
    return new PaperSettings(ms * MS, 0, 0, 2, 0, 0, 0, 0, SEED);
  }

  private static PaperSettings slippage(long increments) {
    return new PaperSettings(0, increments, 0, 2, 0, 0, 0, 0, SEED);
  }

  private static PaperSettings parts(long probabilityE6, int most, long seed) {
    return new PaperSettings(0, 0, probabilityE6, most, 0, 0, 0, 0, seed);
  }

  private static PaperSettings rejects(long probabilityE6, int inRow, long seed) {
    return new PaperSettings(0, 0, 0, 2, probabilityE6, inRow, 0, 0, seed);
  }

  private static VenueTalk immediate() {
    return new VenueTalk(PaperSettings.immediate());
  }

  @Test
  void shouldFillAtOnceAtTheOppositeSideOfTheBook() {
    VenueTalk talk =
        immediate()
            .market(1, BTC, null, "100.1", "100.4")
            .order(2, 1, BTC, Side.LONG, "0.5", 1, "99")
            .order(3, 2, BTC, Side.SHORT, "0.7", 1, "101");

    assertThat(talk.until(3))
        .containsExactly(
            "2 NEW 1/1 x1 leaves 0.5",
            "2 TRADE 1/1 x2 0.5@100.1 cum 0.5 leaves 0",
            "3 NEW 2/1 x3 leaves 0.7",
            "3 TRADE 2/1 x4 0.7@100.4 cum 0.7 leaves 0");
    assertThat(talk.rest()).isEmpty();
  }

  @Test
  void shouldFillAtTheTriggerPriceWithoutABook() {
    VenueTalk talk =
        immediate()
            .market(1, BTC, "98", null, null)
            .order(1, 1, BTC, Side.LONG, "0.5", 1, "98.2")
            .market(2, BTC, null, null, "98.5")
            .order(2, 2, BTC, Side.LONG, "0.5", 1, "98.3")
            .order(2, 3, BTC, Side.SHORT, "0.5", 1, "98.4");

    assertThat(talk.until(2))
        .filteredOn(line -> line.contains("TRADE"))
        .containsExactly(
            "1 TRADE 1/1 x2 0.5@98.2 cum 0.5 leaves 0",
            "2 TRADE 2/1 x4 0.5@98.3 cum 0.5 leaves 0",
            "2 TRADE 3/1 x6 0.5@98.5 cum 0.5 leaves 0");
  }

  @Test
  void shouldKeepTheNewestOfEachSideOfTheBook() {
    VenueTalk talk =
        immediate()
            .market(1, BTC, null, "100", "101")
            .market(2, BTC, null, "100.5", null)
            .market(3, BTC, "99", null, null)
            .market(4, BTC, null, null, "101.5")
            .market(5, ETH, null, "7", "8")
            .order(6, 1, BTC, Side.LONG, "1", 1, "99")
            .order(6, 2, BTC, Side.SHORT, "1", 1, "99");

    assertThat(talk.until(6))
        .filteredOn(line -> line.contains("TRADE"))
        .containsExactly(
            "6 TRADE 1/1 x2 1@100.5 cum 1 leaves 0", "6 TRADE 2/1 x4 1@101.5 cum 1 leaves 0");
  }

  @Test
  void shouldFillAfterItsLatencyWithTheFirstMarketEventAtOrAfterArrival() {
    VenueTalk talk =
        new VenueTalk(latency(10))
            .market(0, BTC, null, "100", "101")
            .order(5, 1, BTC, Side.LONG, "1", 1, "100")
            .market(14, BTC, null, "90", "91")
            .market(15, BTC, null, "95", "96")
            .market(16, BTC, null, "97", "98");

    assertThat(talk.until(14)).isEmpty();
    assertThat(talk.until(16))
        .containsExactly("15 NEW 1/1 x1 leaves 1", "15 TRADE 1/1 x2 1@95 cum 1 leaves 0");
  }

  @Test
  void shouldTakeTheEventsOppositeSideElseItsLastElseWait() {
    VenueTalk talk =
        new VenueTalk(latency(10))
            .market(0, BTC, null, "100", "101")
            .order(0, 1, BTC, Side.LONG, "1", 1, "100")
            .order(0, 2, BTC, Side.SHORT, "1", 1, "100")
            .market(10, ETH, "5", "4", "6")
            .market(11, BTC, null, null, "103");

    assertThat(talk.until(11))
        .containsExactly(
            "10 NEW 1/1 x1 leaves 1",
            "10 NEW 2/1 x2 leaves 1",
            "11 TRADE 2/1 x3 1@103 cum 1 leaves 0");

    talk.market(12, BTC, "99", null, null);
    assertThat(talk.until(12)).containsExactly("12 TRADE 1/1 x4 1@99 cum 1 leaves 0");

    talk.order(20, 3, BTC, Side.LONG, "1", 1, "100").market(30, BTC, "98", "97.5", "98.5");
    assertThat(talk.until(30))
        .containsExactly("30 NEW 3/1 x5 leaves 1", "30 TRADE 3/1 x6 1@97.5 cum 1 leaves 0");
  }

  @Test
  void shouldNotFillWithoutMarketDataAfterArrival() {
    VenueTalk talk =
        new VenueTalk(latency(10))
            .market(0, BTC, null, "100", "101")
            .order(0, 1, BTC, Side.LONG, "1", 1, "100");

    assertThat(talk.rest()).containsExactly("10 NEW 1/1 x1 leaves 1");
  }

  @Test
  void shouldSlipAgainstTheTrader() {
    VenueTalk talk =
        new VenueTalk(slippage(3))
            .market(0, BTC, null, "100", "101")
            .order(1, 1, BTC, Side.LONG, "1", 1, "100")
            .order(1, 2, BTC, Side.SHORT, "1", 1, "100")
            .market(2, ETH, null, "1", "1.5")
            .order(2, 3, ETH, Side.LONG, "1", 1, "1")
            .order(2, 4, ETH, Side.SHORT, "1", 1, "1");

    assertThat(talk.until(2))
        .filteredOn(line -> line.contains("TRADE"))
        .containsExactly(
            "1 TRADE 1/1 x2 1@99.7 cum 1 leaves 0",
            "1 TRADE 2/1 x4 1@101.3 cum 1 leaves 0",
            // Never at nothing: one increment is the least.
            "2 TRADE 3/1 x6 1@0.5 cum 1 leaves 0",
            "2 TRADE 4/1 x8 1@3 cum 1 leaves 0");
  }

  @Test
  void shouldSlipWithLatencyToo() {
    VenueTalk talk =
        new VenueTalk(new PaperSettings(MS, 2, 0, 2, 0, 0, 0, 0, SEED))
            .order(0, 1, BTC, Side.LONG, "1", 1, "100")
            .market(1, BTC, "100", null, null);

    assertThat(talk.until(1))
        .containsExactly("1 NEW 1/1 x1 leaves 1", "1 TRADE 1/1 x2 1@99.8 cum 1 leaves 0");
  }

  @Test
  void shouldFillInPartsOfWholeLotsThatAddUp() {
    for (long seed = 1; seed <= 50; seed++) {
      VenueTalk talk =
          new VenueTalk(parts(ALWAYS, 4, seed))
              .market(0, ETH, null, "100", "101")
              .order(1, 1, ETH, Side.LONG, "7", 1, "100");
      List<String> fills = talk.until(1).stream().filter(l -> l.contains("TRADE")).toList();

      assertThat(fills).as("seed %d", seed).hasSizeBetween(2, 4);
      long sum = 0;
      for (String fill : fills) {
        long quantity = Long.parseLong(fill.replaceAll(".* ([0-9]+)@.*", "$1"));
        sum += quantity;
        assertThat(quantity).as("seed %d: %s", seed, fill).isPositive();
        assertThat(fill).endsWith("@100 cum " + sum + " leaves " + (7 - sum));
      }
      assertThat(sum).as("seed %d", seed).isEqualTo(7);
    }
  }

  @Test
  void shouldNotSplitALot() {
    VenueTalk talk =
        new VenueTalk(parts(ALWAYS, 5, SEED))
            .market(0, BTC, null, "100", "101")
            .order(1, 1, BTC, Side.LONG, "0.001", 1, "100");

    assertThat(talk.until(1))
        .containsExactly(
            "1 NEW 1/1 x1 leaves 0.001", "1 TRADE 1/1 x2 0.001@100 cum 0.001 leaves 0");
  }

  @Test
  void shouldRejectAtMostSoManyAttemptsInARow() {
    VenueTalk talk =
        new VenueTalk(rejects(ALWAYS, 2, SEED))
            .market(0, BTC, null, "100", "101")
            .hold(1, BTC, Side.LONG, "1")
            .order(1, 1, BTC, Side.LONG, "1", 1, "100")
            .order(2, 1, BTC, Side.LONG, "1", 2, "100")
            .order(3, 1, BTC, Side.LONG, "1", 3, "100");

    assertThat(talk.until(3))
        .containsExactly(
            "1 REJECTED 1/1 x1 TRANSIENT",
            "2 REJECTED 1/2 x2 TRANSIENT",
            "3 NEW 1/3 x3 leaves 1",
            "3 TRADE 1/3 x4 1@100 cum 1 leaves 0");
  }

  @Test
  void shouldNotRejectWhenNoneInARowIsAllowed() {
    VenueTalk talk =
        new VenueTalk(rejects(ALWAYS, 0, SEED))
            .market(0, BTC, null, "100", "101")
            .order(1, 1, BTC, Side.LONG, "1", 1, "100");

    assertThat(talk.until(1)).hasSize(2).noneMatch(line -> line.contains("REJECTED"));
  }

  @Test
  void shouldDrawInProportionToTheProbability() {
    int orders = 4_000;
    long seed = 7;
    VenueTalk talk =
        new VenueTalk(rejects(30 * Percent.ONE, 1, seed)).market(0, BTC, "1", "1", "1");
    for (int position = 1; position <= orders; position++) {
      talk.order(1, position, BTC, Side.LONG, "1", 1, "100");
    }
    long rejected = talk.until(1).stream().filter(line -> line.contains("REJECTED")).count();

    // Four standard deviations.
    assertThat(rejected).as("seed %d", seed).isBetween(1_200L - 116, 1_200L + 116);
  }

  @Test
  void shouldReportAFillTwiceUnderOneExecutionIdAndBookItOnce() {
    VenueTalk talk =
        new VenueTalk(new PaperSettings(0, 0, 0, 2, 0, 0, ALWAYS, 0, SEED))
            .hold(1, BTC, Side.LONG, "1")
            .market(0, BTC, null, "100", "101")
            .order(1, 1, BTC, Side.LONG, "1", 1, "100")
            .ask(1, 77, 1, BTC);

    assertThat(talk.until(1))
        .containsExactly(
            "1 NEW 1/1 x1 leaves 1",
            "1 TRADE 1/1 x2 1@100 cum 1 leaves 0",
            "1 TRADE 1/1 x2 1@100 cum 1 leaves 0",
            "1 BEGIN q77 rows 0",
            "1 END q77 rows 0");
  }

  @Test
  void shouldDelayEveryReport() {
    VenueTalk talk =
        new VenueTalk(new PaperSettings(4 * MS, 0, 0, 2, 0, 0, 0, 3 * MS, SEED))
            .hold(1, BTC, Side.LONG, "1")
            .order(0, 1, BTC, Side.LONG, "1", 1, "100")
            .market(5, BTC, null, "100", "101");

    assertThat(talk.venue().nextReportNs()).isEqualTo(7 * MS);
    assertThat(talk.until(6)).isEmpty();
    assertThat(talk.until(8))
        .containsExactly("7 NEW 1/1 x1 leaves 1", "8 TRADE 1/1 x2 1@100 cum 1 leaves 0");

    talk.ask(10, 5, 1, BTC);
    assertThat(talk.until(16)).isEmpty();
    assertThat(talk.until(17)).containsExactly("17 BEGIN q5 rows 0", "17 END q5 rows 0");
    assertThat(talk.venue().nextReportNs()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void shouldAnswerWithTheLedgerOfOnePositionOrOfAll() {
    VenueTalk talk =
        immediate()
            .hold(3, BTC, Side.SHORT, "0.25")
            .hold(1, BTC, Side.LONG, "1")
            .hold(2, ETH, Side.LONG, "4")
            .market(0, BTC, null, "100", "101")
            .ask(1, 11, 3, BTC)
            .ask(1, 12, 99, BTC)
            .order(2, 1, BTC, Side.LONG, "1", 1, "100")
            .ask(3, 13, 1, BTC)
            .ask(3, 14, E8.NULL, BTC);

    assertThat(talk.until(3))
        .filteredOn(line -> line.contains(" q"))
        .containsExactly(
            "1 BEGIN q11 rows 1",
            "1 ROW q11 3 -0.25",
            "1 END q11 rows 1",
            "1 BEGIN q12 rows 0",
            "1 END q12 rows 0",
            "3 BEGIN q13 rows 0",
            "3 END q13 rows 0",
            "3 BEGIN q14 rows 2",
            "3 ROW q14 2 4",
            "3 ROW q14 3 -0.25",
            "3 END q14 rows 2");
  }

  @Test
  void shouldBookPartsAsTheyHappen() {
    // Parts of a fill are one instant at this venue, so only an attempt for less leaves a rest.
    VenueTalk talk =
        immediate()
            .hold(1, BTC, Side.SHORT, "1")
            .market(0, BTC, null, "100", "101")
            .order(1, 1, BTC, Side.SHORT, "0.4", 1, "100")
            .ask(1, 9, 1, BTC);

    assertThat(talk.until(1)).contains("1 ROW q9 1 -0.6");
  }

  @Test
  void shouldBehaveTheSameWithTheSameSeedInWhateverOrderItIsAsked() {
    List<String> forward = behaviour(SEED, 1, 40);
    assertThat(behaviour(SEED, 1, 40)).isEqualTo(forward);
    assertThat(behaviour(SEED + 1, 1, 40)).isNotEqualTo(forward);

    List<String> backward = behaviour(SEED, 40, 1);
    assertThat(withoutExecutionIds(backward))
        .containsExactlyInAnyOrderElementsOf(withoutExecutionIds(forward));
  }

  private static List<String> withoutExecutionIds(List<String> lines) {
    return lines.stream().map(line -> line.replaceAll(" x[0-9]+", "")).toList();
  }

  private static List<String> behaviour(long seed, int from, int to) {
    long half = 50 * Percent.ONE;
    VenueTalk talk =
        new VenueTalk(new PaperSettings(0, 1, half, 4, half, 3, half, 0, seed))
            .market(0, ETH, null, "100", "101");
    List<String> said = new ArrayList<>();
    int step = Integer.signum(to - from);
    for (int position = from; position != to + step; position += step) {
      talk.order(1, position, ETH, Side.LONG, "12", 1, "100");
      said.addAll(talk.until(1));
    }
    return said;
  }

  @Test
  void shouldNotLetTimeGoBack() {
    VenueTalk talk = immediate().market(9, BTC, null, "100", "101");
    talk.order(5, 1, BTC, Side.LONG, "1", 1, "100");

    assertThat(talk.until(9)).allMatch(line -> line.startsWith("9 "));
  }

  @Test
  void shouldRefuseDecisionsThatAreNotForAVenue() {
    PaperVenue venue = immediate().venue();

    assertThatThrownBy(() -> venue.onAlert(0, AlertKind.BAD_TICK, 1, 0, 0, 0))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> venue.onPositionChanged(0, 1, 0, PositionStatus.OPEN, 0, 0, 0, 0, 0))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> venue.onEngineState(0, 0, 0, 0))
        .isInstanceOf(IllegalStateException.class);
  }
}
