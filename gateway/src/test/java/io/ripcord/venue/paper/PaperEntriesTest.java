package io.ripcord.venue.paper;

import static io.ripcord.venue.paper.VenueTalk.BTC;
import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.Side;
import io.ripcord.money.Percent;
import org.junit.jupiter.api.Test;

/** Orders that add to a position: they trade like exits, on the other side of the book. */
class PaperEntriesTest {
  private static final long MS = 1_000_000L;
  private static final long SEED = 20_260_105;

  private static PaperSettings settings(long latencyMs, long slippage, long rejectE6) {
    return new PaperSettings(latencyMs * MS, slippage, 0, 2, rejectE6, 1, 0, 0, SEED);
  }

  private static VenueTalk talk(PaperSettings settings) {
    return new VenueTalk(settings).market(1, BTC, null, "100.1", "100.4");
  }

  @Test
  void shouldBuyForALongPositionAndSellForAShortOne() {
    VenueTalk talk =
        talk(settings(0, 0, 0))
            .hold(1, BTC, Side.LONG, "2")
            .hold(2, BTC, Side.SHORT, "3")
            .entry(2, 1, BTC, Side.LONG, "0.5", 1, "99")
            .entry(2, 2, BTC, Side.SHORT, "0.7", 1, "101");
    assertThat(talk.until(2))
        .containsExactly(
            "2 NEW 1/1 x1 leaves 0.5",
            "2 TRADE 1/1 x2 0.5@100.4 cum 0.5 leaves 0",
            "2 NEW 2/1 x3 leaves 0.7",
            "2 TRADE 2/1 x4 0.7@100.1 cum 0.7 leaves 0");

    talk.ask(3, 7, 1, BTC).ask(3, 8, 2, BTC);
    assertThat(String.join(" ", talk.until(3))).contains(" 2.5").contains(" -3.7");
  }

  @Test
  void shouldProveFlatOnlyWhenTheEntryIsExitedToo() {
    VenueTalk talk =
        talk(settings(0, 0, 0))
            .hold(1, BTC, Side.LONG, "2")
            .entry(2, 1, BTC, Side.LONG, "0.5", 1, "99")
            .order(3, 1, BTC, Side.LONG, "2", 1, "99");
    talk.until(3);

    assertThat(String.join(" ", talk.ask(4, 7, 1, BTC).until(4))).contains(" 0.5");
    talk.order(5, 1, BTC, Side.LONG, "0.5", 2, "99").until(5);
    assertThat(String.join(" ", talk.ask(6, 8, 1, BTC).until(6))).contains("rows 0");
  }

  @Test
  void shouldSlipAgainstTheTrader() {
    VenueTalk talk =
        talk(settings(0, 2, 0))
            .entry(2, 1, BTC, Side.LONG, "1", 1, "99")
            .entry(2, 2, BTC, Side.SHORT, "1", 1, "99");

    assertThat(talk.until(2))
        .filteredOn(line -> line.contains("TRADE"))
        .containsExactly(
            "2 TRADE 1/1 x2 1@100.6 cum 1 leaves 0", "2 TRADE 2/1 x4 1@99.9 cum 1 leaves 0");
  }

  @Test
  void shouldFillAfterItsLatencyAtTheSideThatItTakes() {
    VenueTalk talk =
        talk(settings(10, 0, 0))
            .entry(5, 1, BTC, Side.LONG, "1", 1, "100")
            .market(14, BTC, null, "90", "91")
            .market(15, BTC, null, "95", "96");

    assertThat(talk.until(15))
        .containsExactly("15 NEW 1/1 x1 leaves 1", "15 TRADE 1/1 x2 1@96 cum 1 leaves 0");
  }

  @Test
  void shouldFillAtTheTriggerPriceWithoutABook() {
    VenueTalk talk =
        new VenueTalk(settings(0, 0, 0))
            .market(1, BTC, null, "97", null)
            .entry(2, 1, BTC, Side.LONG, "1", 1, "98.2");

    assertThat(talk.until(2)).contains("2 TRADE 1/1 x2 1@98.2 cum 1 leaves 0");
  }

  @Test
  void shouldRefuseEntriesAsItRefusesExits() {
    VenueTalk talk =
        talk(settings(0, 0, 100 * Percent.ONE))
            .hold(1, BTC, Side.LONG, "2")
            .entry(2, 1, BTC, Side.LONG, "1", 1, "99")
            .entry(3, 1, BTC, Side.LONG, "1", 2, "99");

    assertThat(talk.until(2)).hasSize(1).allMatch(line -> line.contains("REJECTED"));
    assertThat(talk.until(3)).anyMatch(line -> line.contains("TRADE"));
  }
}
