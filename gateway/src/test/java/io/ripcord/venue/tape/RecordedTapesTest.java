package io.ripcord.venue.tape;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.money.E8;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Counts of real recordings, which are not shipped: skipped where they are absent. */
class RecordedTapesTest {
  @Test
  void shouldReadTheBinanceRecording() {
    Tape tape = Tapes.open(TapeFiles.recorded("hftbacktest_usdm_btcusdt_20240808.gz"));
    TapeSummary summary = tape.scan();

    assertThat(summary.sha256())
        .isEqualTo("0ad7b3a0f5cff220761ea890cfd6e3c15f6899edc7f94637ec915043d7a72251");
    assertThat(summary.lengthBytes()).isEqualTo(3_637_062);
    assertThat(summary.records()).isEqualTo(87_402);
    assertThat(summary.recordsPerSymbol()).isEqualTo(Map.of("BTCUSDT", 87_402L));
    // One message is a REST snapshot of the book: an unknown event. No stream steps back by itself;
    // the 855 backward steps of the recording are between different streams.
    assertThat(summary.counters())
        .isEqualTo(
            Map.of(
                "lines", 93_954L,
                "trades", 21_313L,
                "quotes", 66_089L,
                "depthIgnored", 6_551L,
                "unknownEvents", 1L));
    assertThat(summary.firstTimeNs()).isEqualTo(1723161255088169167L);
    assertThat(summary.lastTimeNs()).isEqualTo(1723161599439160683L);

    TapeStatistics statistics = TapeStatistics.of(tape, E8.parse("0.1"));
    assertThat(Math.round(statistics.range() * 10_000)).isEqualTo(41);
    assertThat(Math.round(statistics.largestMove() * 100_000)).isEqualTo(42);
    assertThat(Math.round(statistics.quotesPerSecond())).isEqualTo(192);
    assertThat(Math.round(statistics.tradesPerSecond())).isEqualTo(62);
    assertThat(statistics.medianSpreadIncrements()).isEqualTo(1);
  }

  @Test
  void shouldGiveTheSameRecordsByCursorAndByScan() {
    List<TapeFiles.Row> rows =
        TapeFiles.rows(TapeFiles.recorded("hftbacktest_usdm_btcusdt_20240808.gz"));

    assertThat(rows).hasSize(87_402);
    assertThat(rows.get(0))
        .isEqualTo(
            new TapeFiles.Row(
                0,
                1,
                1723161255088169167L,
                1723161256313000000L,
                0,
                "BTCUSDT",
                null,
                null,
                "61800.2",
                "61800.3"));
  }

  @Test
  void shouldReadTheCryptofeedRecording() {
    TapeSummary summary =
        TapeFiles.scan(TapeFiles.recorded("cryptofeed_BINANCE_FUTURES.ws.1.0.gz"));

    assertThat(summary.recordsPerSymbol())
        .isEqualTo(Map.of("SUSHIUSDT", 345L, "CTKUSDT", 183L, "AKROUSDT", 96L, "KEEPUSDT", 80L));
    assertThat(summary.counters())
        .isEqualTo(
            Map.of(
                "lines", 1_536L,
                "trades", 91L,
                "quotes", 613L,
                "depthIgnored", 764L,
                "unknownEvents", 67L,
                "connectionLines", 1L));
  }

  @Test
  void shouldFindNoRecordsInRecordingsOfOtherVenues() {
    for (String name : List.of("cryptofeed_DELTA.ws.1.0.gz", "cryptofeed_DERIBIT.ws.1.0.gz")) {
      assertThat(TapeFiles.scan(TapeFiles.recorded(name)).records()).isZero();
    }
    assertThat(TapeFiles.failure(TapeFiles.recorded("cryptofeed_BINANCE_FUTURES.0.gz")))
        .contains(":1: no tape format fits the first line \"https://");
  }
}
