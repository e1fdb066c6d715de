package io.ripcord.venue.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every format: lines, gzip, the last line, hashes. */
class TapeFileTest {
  private static final String CSV = "time,symbol,last\n1,A,10\n2,A,11\n3,B,12\n";

  @TempDir private Path directory;

  private Path tape(String content) {
    return TapeFiles.write(directory, "t.csv", content);
  }

  private Path tape(byte[] content) {
    return TapeFiles.write(directory, "t.gz", content);
  }

  @Test
  void shouldReadGzipAsPlainWhateverTheName() {
    assertThat(TapeFiles.rows(tape(TapeFiles.gzip(CSV)))).isEqualTo(TapeFiles.rows(tape(CSV)));
  }

  @Test
  void shouldHashTheFileAsStored() {
    TapeSummary plain = TapeFiles.scan(tape("time,symbol,last\n"));
    assertThat(plain.sha256())
        .isEqualTo("53e4ab9aeb8710b49cbc167433763c373f2dc65bf356a4823cf329acfb6fafe3");
    assertThat(plain.lengthBytes()).isEqualTo(17);
    assertThat(plain.records()).isZero();
    assertThat(plain.firstTimeNs()).isEqualTo(Tape.NO_TIME);

    byte[] gzip = TapeFiles.gzip(CSV);
    TapeSummary packed = TapeFiles.scan(tape(gzip));
    assertThat(packed.lengthBytes()).isEqualTo(gzip.length);
    assertThat(packed.sha256()).isNotEqualTo(TapeFiles.scan(tape(CSV)).sha256());
  }

  @Test
  void shouldTakeCarriageReturnsByteOrderMarkAndBlankLines() {
    Path file = tape("\uFEFF" + CSV.replace("\n", "\r\n") + "\r\n\n");

    assertThat(TapeFiles.rows(file)).isEqualTo(TapeFiles.rows(tape(CSV)));
    assertThat(TapeFiles.scan(tape("\n\n" + CSV + "\n")).count(TapeCounter.BLANK_LINES))
        .isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4,A,13", "4,A,13\r"})
  void shouldTakeALastLineWithoutNewlineThatParses(String last) {
    TapeSummary summary = TapeFiles.scan(tape(CSV + last));

    assertThat(summary.records()).isEqualTo(4);
    assertThat(summary.count(TapeCounter.INCOMPLETE_LAST_LINE)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"4,A", "4,NEW,x", "2024-08-0", ",", "x"})
  void shouldDropALastLineWithoutNewlineThatDoesNotParse(String last) {
    TapeSummary summary = TapeFiles.scan(tape(CSV + last));

    assertThat(summary.count(TapeCounter.INCOMPLETE_LAST_LINE)).isEqualTo(1);
    assertThat(TapeFiles.rows(tape(CSV + last))).isEqualTo(TapeFiles.rows(tape(CSV)));
    assertThat(summary.symbols()).containsExactly("A", "B");
    assertThat(TapeFiles.failure(tape(CSV + last + "\n"))).startsWith("t.csv:5: ");
  }

  @Test
  void shouldDropAnIncompleteLastRawLineAtEveryLength() {
    String line =
        "2 {\"e\":\"trade\",\"s\":\"NEW\",\"p\":\"1\",\"q\":\"1\",\"zz\":{\"a\":[1]},\"E\":5}";
    String first = "1 {\"e\":\"trade\",\"s\":\"A\",\"p\":\"1\",\"q\":\"1\"}\n";
    for (int length = 1; length < line.length(); length++) {
      TapeSummary summary = TapeFiles.scan(tape(first + line.substring(0, length)));

      assertThat(summary.counters())
          .as("length %d", length)
          .isEqualTo(Map.of("lines", 2L, "trades", 1L, "incompleteLastLine", 1L));
      assertThat(summary.symbols()).containsExactly("A");
    }
  }

  @Test
  void shouldReadSlicesOfLongAndShortLinesAlike() {
    StringBuilder content = new StringBuilder("1 {\"e\":\"x\"}\n");
    for (int length : new int[] {10, 65_000, 66_000, 3, 200_000, 1_000_000, 5, 131_072}) {
      content.append("2 {\"e\":\"depthUpdate\",\"b\":[").append(" ".repeat(length)).append("]}\n");
    }
    content.append("9 {\"e\":\"trade\",\"s\":\"A\",\"p\":\"1\",\"q\":\"1\"}\n");

    TapeSummary summary = TapeFiles.scan(tape(content.toString()));

    assertThat(summary.count(TapeCounter.DEPTH_IGNORED)).isEqualTo(8);
    assertThat(summary.records()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n3,A,1\n", "\n", ""})
  void shouldRefuseALineAboveOneMebibyte(String after) {
    String line = "2,A," + " ".repeat((1 << 20) - 5) + "1";
    assertThat(TapeFiles.rows(tape("time,symbol,last\n" + line + after))).isNotEmpty();

    assertThat(TapeFiles.failure(tape("time,symbol,last\n" + line + "1" + after)))
        .isEqualTo("t.csv:2: line is too long: expected at most 1048576 bytes");
  }

  @Test
  void shouldSayWhereGzipIsTruncatedForEveryLength() {
    byte[] gzip = TapeFiles.gzip(CSV);
    for (int length = 2; length < gzip.length; length++) {
      String message = TapeFiles.failure(tape(Arrays.copyOf(gzip, length)));

      assertThat(message)
          .as("length %d", length)
          .matches("t\\.gz:[1-5]: gzip is truncated after [0-4] lines: expected a complete file");
    }
    assertThat(TapeFiles.failure(tape(Arrays.copyOf(gzip, gzip.length - 1))))
        .isEqualTo("t.gz:5: gzip is truncated after 4 lines: expected a complete file");
    assertThat(TapeFiles.failure(tape(Arrays.copyOf(gzip, 10))))
        .isEqualTo("t.gz:1: gzip is truncated after 0 lines: expected a complete file");
  }

  @Test
  void shouldReadEveryMemberOfAGzipFile() {
    byte[] first = TapeFiles.gzip("time,symbol,last\n1,A,10\n2,");
    byte[] second = TapeFiles.gzip("A,11\n3,B,12\n");
    byte[] both = concat(first, second);

    assertThat(TapeFiles.rows(tape(both))).isEqualTo(TapeFiles.rows(tape(CSV)));
    assertThat(TapeFiles.rows(tape(concat(both, new byte[600])))).hasSize(3);
    for (int length = first.length + 1; length < both.length; length++) {
      assertThat(TapeFiles.failure(tape(Arrays.copyOf(both, length))))
          .as("length %d", length)
          .contains("gzip is truncated after ");
    }
    assertThat(TapeFiles.failure(tape(concat(both, new byte[] {0, 0, 7}))))
        .isEqualTo(
            "t.gz:5: gzip is damaged: other bytes follow the gzip data: expected readable data");
    assertThat(TapeFiles.failure(tape(concat(both, new byte[] {'x'}))))
        .isEqualTo(
            "t.gz:5: gzip is damaged: no gzip header where one is expected: expected readable"
                + " data");
  }

  @Test
  void shouldReadGzipWithAllHeaderFields() {
    byte[] gzip = TapeFiles.gzip(CSV);
    byte[] header = {0x1f, (byte) 0x8b, 8, 0x1e, 0, 0, 0, 0, 0, 0};
    byte[] fields = {3, 0, 'x', 'y', 'z', 'n', 0, 'c', 'c', 0, 1, 2};
    byte[] rest = Arrays.copyOfRange(gzip, 10, gzip.length);

    assertThat(TapeFiles.rows(tape(concat(concat(header, fields), rest)))).hasSize(3);
  }

  @Test
  void shouldDetectEveryFlippedByteOfTheGzipBody() {
    byte[] gzip = TapeFiles.gzip(CSV);
    for (int i = 10; i < gzip.length; i++) {
      byte[] damaged = gzip.clone();
      damaged[i] ^= 0x55;

      assertThat(TapeFiles.failure(tape(damaged))).as("byte %d", i).contains("t.gz:");
    }
  }

  private static byte[] concat(byte[] a, byte[] b) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(a);
    out.writeBytes(b);
    return out.toByteArray();
  }

  @Test
  void shouldNameAFileThatFitsNoFormat() {
    String formats =
        ": expected the CSV header time,symbol,last,quantity,bid,ask, a Binance trades, aggTrades"
            + " or bookTicker CSV, or recorded lines <epoch ns> <json>";

    assertThat(TapeFiles.failure(tape("hello\n")))
        .isEqualTo("t.csv:1: no tape format fits the first line \"hello\"" + formats);
    assertThat(TapeFiles.failure(tape("{\"e\":\"trade\"}\n"))).endsWith(formats);
    assertThat(TapeFiles.failure(tape("foo,bar\n1,2\n"))).endsWith(formats);
    assertThat(TapeFiles.failure(tape("1,A,61800.3\n"))).endsWith(formats);
    assertThat(TapeFiles.failure(tape("\n\n\u0007\u0000x\n")))
        .isEqualTo("t.csv:3: no tape format fits the first line \"??x\"" + formats);
    assertThat(TapeFiles.failure(tape("PK\u0003\u0004...")))
        .isEqualTo("t.csv:1: is a zip archive: expected its content, unpack it first");
    assertThat(TapeFiles.failure(tape(""))).isEqualTo("t.csv: is empty, expected a tape");
    assertThat(TapeFiles.failure(tape("\n"))).isEqualTo("t.csv: is empty, expected a tape");
    assertThat(TapeFiles.failure(tape(TapeFiles.gzip(""))))
        .isEqualTo("t.gz: is empty, expected a tape");
  }

  @Test
  void shouldNameAFileThatCannotBeRead() throws IOException {
    Files.createDirectory(directory.resolve("folder"));

    assertThat(TapeFiles.failure(directory.resolve("absent.csv")))
        .isEqualTo("absent.csv: no such file");
    assertThat(TapeFiles.failure(directory.resolve("folder")))
        .isEqualTo("folder: expected a readable file");
  }

  @Test
  void shouldReadWhatWasScannedOfAFileThatStillGrows() throws IOException {
    Path file = tape(CSV + "4,A,1");
    Tape tape = Tapes.open(file);
    TapeSummary summary = tape.scan();

    Files.writeString(file, CSV + "4,A,13\n5,A,14\n");

    List<TapeFiles.Row> rows = TapeFiles.rows(tape);
    assertThat(rows).hasSize((int) summary.records());
    assertThat(rows.get(3).last()).isEqualTo("1");
    assertThat(tape.scan().records()).isEqualTo(5);
  }

  @Test
  void shouldHashWhatAScanHashesAndReadNoMoreAfterwards() throws IOException {
    Path file = tape(CSV + "4,A,1");
    TapeSummary summary = Tapes.open(file).scan();
    Tape tape = Tapes.open(file);

    assertThat(tape.hash()).isEqualTo(summary.bytes());

    Files.writeString(file, CSV + "4,A,13\n5,A,14\n");
    List<TapeFiles.Row> rows = TapeFiles.rows(tape);
    assertThat(rows).hasSize((int) summary.records());
    assertThat(rows.get(3).last()).isEqualTo("1");
  }

  @Test
  void shouldFailWhenTheHashedBytesHaveChanged() {
    Path file = tape(CSV);
    Tape tape = Tapes.open(file);
    TapeBytes hashed = tape.hash();

    TapeFiles.write(directory, "t.csv", CSV.replace("12", "13").getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> TapeFiles.rows(tape))
        .isInstanceOf(TapeException.class)
        .hasMessageEndingWith("expected sha256 " + hashed.sha256());
  }

  @Test
  void shouldFailWhenTheScannedBytesHaveChanged() {
    Path file = tape(CSV);
    Tape tape = Tapes.open(file);
    TapeSummary summary = tape.scan();

    TapeFiles.write(directory, "t.csv", CSV.replace("12", "13").getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> TapeFiles.rows(tape))
        .isInstanceOf(TapeException.class)
        .hasMessage(
            file + ": has changed since it was scanned: expected sha256 " + summary.sha256());
  }

  @Test
  void shouldStayAtTheEnd() {
    Tape tape = Tapes.open(tape(CSV));
    tape.scan();
    try (TapeCursor cursor = tape.open()) {
      assertThat(TapeFiles.rows(cursor)).hasSize(3);
      assertThat(cursor.next()).isFalse();
      assertThat(cursor.next()).isFalse();
    }
  }

  @Test
  void shouldKeepManySymbolsApart() {
    StringBuilder content = new StringBuilder("time,symbol,last\n");
    for (int i = 0; i < 6000; i++) {
      content.append(i).append(",S").append(i % 3000).append(",").append(i).append('\n');
    }

    TapeSummary summary = TapeFiles.scan(tape(content.toString()));

    assertThat(summary.symbols()).hasSize(3000).startsWith("S0", "S1").endsWith("S2999");
    assertThat(summary.recordsPerSymbol().values()).containsOnly(2L);
  }
}
