package io.ripcord.venue.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RawLinesTest {
  private static final String TRADE =
      "{\"e\":\"trade\",\"E\":1723161256322,\"T\":1723161256321,\"s\":\"BTCUSDT\",\"t\":9,"
          + "\"p\":\"61800.30\",\"q\":\"0.006\",\"X\":\"MARKET\",\"m\":false}";
  private static final String AGGREGATE =
      "{\"e\":\"aggTrade\",\"E\":1723161256323,\"a\":1,\"s\":\"BTCUSDT\",\"p\":\"61800.4\","
          + "\"q\":\"1\",\"f\":2,\"l\":3,\"T\":1723161256320,\"m\":true}";
  private static final String QUOTE =
      "{\"e\":\"bookTicker\",\"u\":5,\"s\":\"ETHUSDT\",\"b\":\"2684.01\",\"B\":\"2.5\","
          + "\"a\":\"2684.02\",\"A\":\"7\",\"T\":1723161256313,\"E\":1723161256314}";
  private static final String SPOT_QUOTE =
      "{\"u\":5,\"s\":\"ETHUSDT\",\"b\":\"1\",\"B\":\"2\",\"a\":\"3\",\"A\":\"4\"}";

  @TempDir private Path directory;

  private Path tape(String... lines) {
    return TapeFiles.write(directory, "t.raw", String.join("\n", lines) + "\n");
  }

  private static String enveloped(String data) {
    return "{\"stream\":\"btcusdt@x\",\"data\":" + data + "}";
  }

  @Test
  void shouldReadBareAndEnvelopedEvents() {
    Path file =
        tape(
            "10 " + TRADE,
            "11 " + enveloped(AGGREGATE),
            "12 " + enveloped(QUOTE),
            "13 " + SPOT_QUOTE);

    assertThat(TapeFiles.rows(file))
        .containsExactly(
            new TapeFiles.Row(
                0, 1, 10, 1723161256322000000L, 0, "BTCUSDT", "61800.3", "0.006", null, null),
            new TapeFiles.Row(
                0, 2, 11, 1723161256323000000L, 0, "BTCUSDT", "61800.4", "1", null, null),
            new TapeFiles.Row(
                0, 3, 12, 1723161256314000000L, 1, "ETHUSDT", null, null, "2684.01", "2684.02"),
            new TapeFiles.Row(0, 4, 13, Tape.NO_TIME, 1, "ETHUSDT", null, null, "1", "3"));
    assertThat(TapeFiles.scan(file).counters())
        .isEqualTo(Map.of("lines", 4L, "trades", 2L, "quotes", 2L));
  }

  @Test
  void shouldReadFieldsInAnyOrderAndTimesInMicroseconds() {
    Path file =
        tape(
            "10 {\"data\":{\"q\":\"1\",\"p\":\"2\",\"s\":\"A\",\"T\":1723161256321000,"
                + "\"e\":\"trade\"},\"stream\":\"a@trade\"}");

    assertThat(TapeFiles.rows(file))
        .extracting(TapeFiles.Row::last, TapeFiles.Row::venueNs)
        .containsExactly(tuple("2", 1723161256321000000L));
  }

  @Test
  void shouldIgnoreAndCountWhatMakesNoRecord() {
    Path file =
        tape(
            "1 " + TRADE,
            "2 {\"e\":\"depthUpdate\",\"E\":1,\"s\":\"A\",\"b\":[[\"1\",\"2\"]],\"a\":[]}",
            "3 {\"e\":\"markPriceUpdate\",\"E\":1,\"s\":\"A\",\"p\":\"1\"}",
            "4 {\"e\":\"kline\",\"E\":\"x\",\"s\":[],\"k\":{\"t\":1,\"s\":{}}}",
            "5 {\"result\":null,\"id\":1}",
            "6 [{\"e\":\"24hrMiniTicker\"},{\"e\":\"trade\"}]",
            "7 {\"stream\":\"!ticker@arr\",\"data\":[{\"e\":\"trade\"}]}",
            "8 {}",
            "",
            "9 {\"e\":\"trade\",\"s\":\"A\",\"p\":\"1\",\"q\":\"1\",\"new\":{\"p\":[1]},\"nq\":\"1\"}");

    assertThat(TapeFiles.rows(file)).extracting(TapeFiles.Row::ingressNs).containsExactly(1L, 9L);
    assertThat(TapeFiles.scan(file).counters())
        .isEqualTo(
            Map.of(
                "lines", 10L,
                "trades", 2L,
                "depthIgnored", 1L,
                "markPriceIgnored", 1L,
                "unknownEvents", 5L,
                "unknownFields", 2L,
                "blankLines", 1L));
  }

  @Test
  void shouldJudgeBackwardVenueTimesPerSymbolAndEventType() {
    Path file =
        tape(
            "1 " + trade("A", 1000),
            "2 " + trade("B", 900),
            "3 " + aggregate("A", 800),
            "4 " + trade("A", 999),
            "5 " + trade("A", 998),
            "6 " + trade("A", 999),
            "7 " + trade("B", 900),
            "8 " + aggregate("A", 801));

    assertThat(TapeFiles.scan(file).count(TapeCounter.BACKWARD_VENUE_TIMES)).isEqualTo(2);
    assertThat(TapeFiles.rows(file).get(3).venueNs()).isEqualTo(999_000_000L);
  }

  private static String aggregate(String symbol, long timeMs) {
    return trade(symbol, timeMs).replace("\"trade\"", "\"aggTrade\"");
  }

  private static String trade(String symbol, long timeMs) {
    return "{\"e\":\"trade\",\"E\":"
        + timeMs
        + ",\"s\":\""
        + symbol
        + "\",\"p\":\"1\",\"q\":\"1\"}";
  }

  @Test
  void shouldClampReceiveTimesThatStepBack() {
    Path file = tape("10 " + TRADE, "9 " + TRADE, "11 " + TRADE);

    assertThat(TapeFiles.rows(file))
        .extracting(TapeFiles.Row::ingressNs)
        .containsExactly(10L, 10L, 11L);
    assertThat(TapeFiles.scan(file).count(TapeCounter.CLAMPED_TIMES)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\0',
      value = {
        "x {};receive time \"x\": expected nanoseconds since 1970, a space, then JSON",
        "12;receive time \"12\": expected nanoseconds since 1970, a space, then JSON",
        "{\"e\":1};receive time \"{\"e\":1}\": expected nanoseconds since 1970, a space, then JSON",
        "9223372036854775808 {};receive time \"9223372036854775808\": expected nanoseconds since"
            + " 1970, a space, then JSON",
        "12 7;no JSON object after the receive time: expected {...}",
        "12 {} {};more text after the JSON object: expected the end of the line",
        "12 {\"e\":\"trade\",\"e\":\"trade\"};field \"e\" is given twice: expected once",
        "12 {\"e\":\"trade\",\"s\":\"A\",\"q\":\"1\"};field \"p\" is missing: expected a decimal"
            + " number as a string",
        "12 {\"e\":\"trade\",\"s\":\"A\",\"p\":\"1\",\"q\":1};field \"q\" has another kind of"
            + " value: expected a decimal number as a string",
        "12 {\"e\":\"trade\",\"p\":\"1\",\"q\":\"1\"};field \"s\" is missing: expected a string of"
            + " at most 64 ASCII characters",
        "12 {\"e\":\"trade\",\"s\":\"A B\",\"p\":\"1\",\"q\":\"1\"};symbol \"A B\": expected 1 to"
            + " 64 printable ASCII characters, no space",
        "12 {\"e\":\"trade\",\"s\":\"A\",\"p\":\"NaN\",\"q\":\"1\"};p \"NaN\": not a plain decimal"
            + " number, expected at most 8 decimals and a magnitude up to 1000000000",
        "12 {\"e\":\"trade\",\"s\":\"A\",\"p\":\"1\",\"q\":\"0.123456789\"};q \"0.123456789\":"
            + " more than 8 decimals, expected at most 8 decimals and a magnitude up to 1000000000",
        "12 {\"e\":\"bookTicker\",\"s\":\"A\",\"b\":\"1\",\"a\":\"2000000000\"};a"
            + " \"2000000000\": magnitude above 1000000000, expected at most 8 decimals and a magnitude up to 1000000000",
        "12 {\"e\":\"bookTicker\",\"s\":\"A\",\"b\":\"1\",\"a\":\"2\",\"B\":\"x\"};B \"x\": not a"
            + " plain decimal number, expected at most 8 decimals and a magnitude up to 1000000000",
        "12 {\"e\":\"trade\",\"s\":\"A\",\"p\":\"1\",\"q\":\"1\",\"E\":\"5\"};field \"E\" has"
            + " another kind of value: expected a whole number, milliseconds or microseconds since"
            + " 1970",
        "12 {\"e\":\"trade\",\"s\":\"A\",\"p\":\"1\",\"q\":\"1\",\"E\":-5};E \"-5\": expected"
            + " milliseconds or microseconds since 1970",
      })
  void shouldNameLineFieldAndValueOfAMalformedLine(String line, String message) {
    Path file = tape("10 " + TRADE, line, "11 " + TRADE);

    assertThat(TapeFiles.failure(file)).isEqualTo("t.raw:2: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\0',
      value = {
        "{\"e\":\"trade\"",
        "{\"e\":\"trade\",}",
        "{\"e\":tru}",
        "{\"e\":NaN}",
        "{'e':1}",
        "{\"a\":1]",
        "{\"k\":\"\u0001\"}",
      })
  void shouldRefuseTextThatIsNotJson(String json) {
    assertThat(TapeFiles.failure(tape("10 " + TRADE, "11 " + json, "12 " + TRADE)))
        .startsWith("t.raw:2: not readable as JSON at column ")
        .doesNotContain("\n");
  }

  @Test
  void shouldBoundNestingNumbersAndFields() {
    String deep = "[".repeat(40) + "]".repeat(40);

    assertThat(TapeFiles.failure(tape("1 {\"x\":" + deep + "}")))
        .startsWith("t.raw:1: not readable as JSON")
        .contains("nesting depth");
    assertThat(TapeFiles.failure(tape("1 {\"E\":" + "1".repeat(100) + "}")))
        .startsWith("t.raw:1: not readable as JSON")
        .contains("Number");
    assertThat(TapeFiles.failure(tape("1 {\"e\":\"trade\",\"p\":\"" + "1".repeat(65) + "\"}")))
        .isEqualTo(
            "t.raw:1: field \"p\" has another kind of value: expected a decimal number as a"
                + " string");
  }

  @Test
  void shouldSkipLongTextOfUnknownEvents() {
    String text = "A".repeat(1_000_000);
    Path file =
        tape("1 {\"e\":\"x\",\"s\":\"" + text + "\"}", "2 {\"zz\":\"" + text + "\"}", "3 " + TRADE);

    for (int i = 0; i < 3; i++) {
      assertThat(TapeFiles.rows(file)).hasSize(1);
    }
  }

  @Test
  void shouldReadTheCryptofeedVariant() {
    Path file =
        tape(
            "wss://fstream.example/stream?streams=a <-> 1626992740.179554",
            "wss://fstream.example <- 1626992740.2: {\"method\":\"SUBSCRIBE\"}",
            "1626992741.06217: " + TRADE,
            "1626992742: " + enveloped(QUOTE));

    assertThat(TapeFiles.rows(file))
        .extracting(TapeFiles.Row::ingressNs, TapeFiles.Row::symbol)
        .containsExactly(
            tuple(1626992741062170000L, "BTCUSDT"), tuple(1626992742000000000L, "ETHUSDT"));
    assertThat(TapeFiles.scan(file).counters())
        .isEqualTo(Map.of("lines", 4L, "trades", 1L, "quotes", 1L, "connectionLines", 2L));
    assertThat(TapeFiles.failure(tape("1626992741.06217: " + TRADE, "1.0123456789: " + TRADE)))
        .isEqualTo(
            "t.raw:2: receive time \"1.0123456789\": expected seconds since 1970 with up to 9"
                + " decimals, a colon, then JSON");
  }
}
