package io.ripcord.venue.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenericCsvTest {
  private static final String HEADER = "time,symbol,last,quantity,bid,ask\n";

  @TempDir private Path directory;

  private Path tape(String content) {
    return TapeFiles.write(directory, "t.csv", content);
  }

  @Test
  void shouldKnowWhichSymbolsHaveVolumeAndWhichABook() {
    Path file =
        tape(
            HEADER
                + "1723161255030314667,BOTH,10,0.5,,\n"
                + "1723161255030314668,QUOTED,,,9.5,\n"
                + "1723161255030314669,TRADED,10,2,,\n"
                + "1723161255030314670,PRICED,10,,,\n"
                + "1723161255030314671,BOTH,,,,11\n");

    assertThat(TapeFiles.scan(file).withVolume()).containsExactlyInAnyOrder("BOTH", "TRADED");
    assertThat(TapeFiles.scan(file).withBook()).containsExactlyInAnyOrder("BOTH", "QUOTED");
  }

  @Test
  void shouldReadEveryColumnAndLeaveEmptyCellsAbsent() {
    Path file =
        tape(
            HEADER
                + "2024-08-08T23:54:15.030314667Z,BTCUSDT,61800.3,0.006,61800.2,61800.3\n"
                + "1723161255030314668,ETHUSDT,,,2684.01,\n"
                + " 1723161255030314669 , BTCUSDT ,-1.5,,,\n");

    assertThat(TapeFiles.rows(file))
        .containsExactly(
            new TapeFiles.Row(
                0,
                1,
                1723161255030314667L,
                1723161255030314667L,
                0,
                "BTCUSDT",
                "61800.3",
                "0.006",
                "61800.2",
                "61800.3"),
            new TapeFiles.Row(
                0,
                2,
                1723161255030314668L,
                1723161255030314668L,
                1,
                "ETHUSDT",
                null,
                null,
                "2684.01",
                null),
            new TapeFiles.Row(
                0,
                3,
                1723161255030314669L,
                1723161255030314669L,
                0,
                "BTCUSDT",
                "-1.5",
                null,
                null,
                null));
    TapeSummary summary = TapeFiles.scan(file);
    assertThat(summary.format()).isEqualTo("generic CSV");
    assertThat(summary.symbols()).containsExactly("BTCUSDT", "ETHUSDT");
    assertThat(summary.recordsPerSymbol())
        .containsEntry("BTCUSDT", 2L)
        .containsEntry("ETHUSDT", 1L);
    assertThat(summary.counters()).isEqualTo(Map.of("lines", 4L, "trades", 2L, "quotes", 2L));
    assertThat(summary.firstTimeNs()).isEqualTo(1723161255030314667L);
    assertThat(summary.lastTimeNs()).isEqualTo(1723161255030314669L);
    assertThat(summary.generated()).isFalse();
  }

  @Test
  void shouldFindColumnsByNameInAnyOrder() {
    Path file = tape("ask,symbol,time\n2,A,5\n");

    assertThat(TapeFiles.rows(file))
        .extracting(TapeFiles.Row::ask, TapeFiles.Row::bid, TapeFiles.Row::ingressNs)
        .containsExactly(tuple("2", null, 5L));
  }

  @Test
  void shouldClampAndCountTimesThatStepBack() {
    Path file = tape(HEADER + "10,A,1,,,\n7,B,1,,,\n9,A,1,,,\n9,A,1,,,\n11,A,1,,,\n");

    assertThat(TapeFiles.rows(file))
        .extracting(TapeFiles.Row::ingressNs, TapeFiles.Row::venueNs)
        .containsExactly(
            tuple(10L, 10L), tuple(10L, 7L), tuple(10L, 9L), tuple(10L, 9L), tuple(11L, 11L));
    TapeSummary summary = TapeFiles.scan(file);
    assertThat(summary.count(TapeCounter.CLAMPED_TIMES)).isEqualTo(3);
    assertThat(summary.count(TapeCounter.BACKWARD_VENUE_TIMES)).isEqualTo(1);
  }

  @Test
  void shouldTakeZeroAndNegativePricesAndDropRowsWithoutPrice() {
    Path file = tape(HEADER + "1,A,0,,,\n2,A,,7,,\n3,A,,,-0.00000001,0\n");

    assertThat(TapeFiles.rows(file))
        .extracting(TapeFiles.Row::last, TapeFiles.Row::bid)
        .containsExactly(tuple("0", null), tuple(null, "-0.00000001"));
    assertThat(TapeFiles.scan(file).count(TapeCounter.EMPTY_ROWS)).isEqualTo(1);
  }

  @Test
  void shouldTakeTheBoundsOfNumbers() {
    Path file = tape(HEADER + "1,A,1000000000,0.00000001,-1000000000,1.100000000000\n");

    assertThat(TapeFiles.rows(file))
        .extracting(TapeFiles.Row::last, TapeFiles.Row::quantity, TapeFiles.Row::ask)
        .containsExactly(tuple("1000000000", "0.00000001", "1.1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\0',
      value = {
        "1,A,abc,,,;last \"abc\": not a plain decimal number, expected at most 8 decimals and a magnitude up to 1000000000",
        "1,A,NaN,,,;last \"NaN\": not a plain decimal number, expected at most 8 decimals and a magnitude up to 1000000000",
        "1,A,1,1e3,,;quantity \"1e3\": not a plain decimal number, expected at most 8 decimals and a magnitude up to 1000000000",
        "1,A,,,1.123456789,;bid \"1.123456789\": more than 8 decimals, expected at most 8 decimals and a magnitude up to 1000000000",
        "1,A,,,,1000000000.00000001;ask \"1000000000.00000001\": magnitude above 1000000000, expected at most 8 decimals and a magnitude up to 1000000000",
        "1,A,1,,;row has 5 columns: expected 6",
        "1,A,1,,,,;row has 7 columns: expected 6",
        "1;row has 1 column: expected 6",
        ",A,1,,,;time \"\": expected an instant like 2024-08-08T23:54:15.030314667Z or nanoseconds"
            + " since 1970",
        "-5,A,1,,,;time \"-5\": expected an instant like 2024-08-08T23:54:15.030314667Z or"
            + " nanoseconds since 1970",
        "2024-08-08 23:54:15Z,A,1,,,;time \"2024-08-08 23:54:15Z\": expected an instant like"
            + " 2024-08-08T23:54:15.030314667Z or nanoseconds since 1970",
        "2,,1,,,;symbol \"\": expected 1 to 64 printable ASCII characters, no space",
        "2,A B,1,,,;symbol \"A B\": expected 1 to 64 printable ASCII characters, no space",
        "2,\"A\",1,,,;symbol \"\"A\"\": expected 1 to 64 printable ASCII characters, no space",
        "2,A\u0007\u2028\u0085,1,,,;symbol \"A???\": expected 1 to 64 printable ASCII characters, no"
            + " space",
        "2,Ä,1,,,;symbol \"Ä\": expected 1 to 64 printable ASCII characters, no space",
      })
  void shouldNameLineFieldAndValueOfAMalformedRow(String row, String message) {
    Path file = tape(HEADER + "1,A,1,,,\n" + row + "\n3,A,1,,,\n");

    assertThat(TapeFiles.failure(file)).isEqualTo("t.csv:3: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\0',
      value = {
        "time,symbl,last;unknown column \"symbl\", did you mean \"symbol\"?: expected"
            + " time,symbol,last,quantity,bid,ask",
        "timestamp,symbol,price;unknown column \"timestamp\", did you mean \"time\"?: expected"
            + " time,symbol,last,quantity,bid,ask",
        "time,symbol,price;unknown column \"price\", did you mean \"last\"?: expected"
            + " time,symbol,last,quantity,bid,ask",
        "Time,symbol,last;unknown column \"Time\", did you mean \"time\"?: expected"
            + " time,symbol,last,quantity,bid,ask",
        "time,symbol,last,open_interest;unknown column \"open_interest\": expected"
            + " time,symbol,last,quantity,bid,ask",
        "time,symbol,last,last;column \"last\" is given twice: expected once",
        "time,last;header \"time,last\": expected time, symbol and at least one of last, bid, ask",
        "time,symbol,quantity;header \"time,symbol,quantity\": expected time, symbol and at least"
            + " one of last, bid, ask",
      })
  void shouldExplainABadHeader(String header, String message) {
    assertThat(TapeFiles.failure(tape(header + "\n1,A,1\n"))).isEqualTo("t.csv:1: " + message);
    assertThat(TapeFiles.failure(tape(header))).isEqualTo("t.csv:1: " + message);
  }

  @Test
  void shouldRefuseALongSymbolAndShowOnlyItsBeginning() {
    Path file = tape(HEADER + "1," + "S".repeat(64) + ",1,,,\n1," + "L".repeat(65) + ",1,,,\n");

    assertThat(TapeFiles.failure(file))
        .isEqualTo(
            "t.csv:3: symbol \""
                + "L".repeat(40)
                + "...\": expected 1 to 64 printable ASCII characters, no space");
  }
}
