package io.ripcord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ripcord.testing.naive.NaiveEvent;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recorded tape through the whole product, twice in both topologies. */
class RealTapeTest {
  private static final List<String> TOPOLOGIES = List.of("fused", "split");

  /**
   * The same bits on every JVM. A change that gives other decisions, and nothing else, may move
   * this: with a new decision-version and a line in the CHANGELOG.
   */
  private static final String DECISIONS =
      "c3751e9b1131ece55026559ebb1ae08e7b2e469dd6799e4fdcc0cac6fc0f406f";

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path directory;

  private static final List<Cli.Outcome> RUNS = new ArrayList<>();

  @BeforeAll
  static void runTwiceInBothTopologies() {
    for (int run = 1; run <= 2; run++) {
      for (String topology : TOPOLOGIES) {
        RUNS.add(
            Cli.run(
                "simulate",
                "--tape",
                RecordedTape.file(),
                "--positions",
                Cli.resource("acceptance/twenty-positions.yaml"),
                "--config",
                Cli.resource("acceptance/binance.yaml"),
                "--topology",
                topology,
                "--journal",
                journal(topology, run),
                "--report",
                report(topology, run)));
      }
    }
  }

  private static Path journal(String topology, int run) {
    return directory.resolve(topology + run);
  }

  private static Path report(String topology, int run) {
    return directory.resolve(topology + run + ".json");
  }

  @Test
  void shouldPrintTheSameHashesInEveryRunAndTopology() {
    RUNS.forEach(Cli.Outcome::ok);

    assertThat(RUNS).hasSize(4);
    assertThat(RUNS.stream().map(run -> run.after("input sha256")).distinct())
        .hasSize(1)
        .allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    assertThat(RUNS.stream().map(run -> run.after("decision sha256")).distinct())
        .containsExactly(DECISIONS);
  }

  @Test
  void shouldTakeEveryTickOfTheFileThroughRingAndJournal() throws IOException {
    Path lines = directory.resolve("lines.jsonl");
    Cli.run("journal", "export", journal("fused", 1), "--output", lines).ok();

    List<NaiveEvent.Tick> journalled = new ArrayList<>();
    try (Stream<String> all = Files.lines(lines)) {
      all.filter(line -> line.startsWith("{\"kind\":\"Tick\""))
          .forEach(line -> journalled.add(tick(line, journalled.size())));
    }
    List<NaiveEvent.Tick> recorded = RecordedTape.ticks();
    assertThat(recorded.stream().filter(tick -> tick.last() != null)).hasSize(RecordedTape.TRADES);
    assertThat(recorded.stream().filter(tick -> tick.last() == null)).hasSize(RecordedTape.QUOTES);
    // Not assertThat(list).isEqualTo(list): a difference would print 87,402 rows.
    assertThat(journalled).hasSameSizeAs(recorded);
    for (int i = 0; i < recorded.size(); i++) {
      assertThat(journalled.get(i)).isEqualTo(plain(recorded.get(i)));
    }
  }

  private static NaiveEvent.Tick tick(String line, int order) {
    try {
      JsonNode row = JSON.readTree(line);
      Instant time = Instant.parse(row.get("time").asText());
      return new NaiveEvent.Tick(
          time.getEpochSecond() * 1_000_000_000L + time.getNano(),
          order,
          row.get("symbol").asText(),
          decimal(row, "last"),
          decimal(row, "bid"),
          decimal(row, "ask"));
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }

  private static BigDecimal decimal(JsonNode row, String key) {
    return row.has(key) ? plain(new BigDecimal(row.get(key).asText())) : null;
  }

  private static NaiveEvent.Tick plain(NaiveEvent.Tick tick) {
    return new NaiveEvent.Tick(
        tick.timeNs(),
        tick.order(),
        tick.symbol(),
        plain(tick.last()),
        plain(tick.bid()),
        plain(tick.ask()));
  }

  private static BigDecimal plain(BigDecimal value) {
    return value == null ? null : value.stripTrailingZeros();
  }

  @Test
  void shouldCountEveryTickAndSendEveryOrder() throws IOException {
    for (String topology : TOPOLOGIES) {
      JsonNode report = JSON.readTree(report(topology, 1).toFile());
      JsonNode counters = report.get("counters");

      assertThat(counters.get("ticks").asInt()).isEqualTo(87_402);
      assertThat(counters.get("trades").asInt()).isEqualTo(RecordedTape.TRADES);
      assertThat(counters.get("quotes").asInt()).isEqualTo(RecordedTape.QUOTES);
      int orders = counters.get("orders").asInt();
      assertThat(orders).isEqualTo(report.get("exits").size()).isGreaterThanOrEqualTo(10);
      assertThat(counters.get("fills").asInt()).isEqualTo(orders);
      // An order and a question to the venue each pass the sender once.
      assertThat(report.at("/latency/serviceTime/sent/count").asInt()).isEqualTo(2 * orders);
    }
  }

  @Test
  void shouldReplayIdentically() {
    for (String topology : TOPOLOGIES) {
      Cli.Outcome replay = Cli.run("replay", journal(topology, 1), "--verify").ok();

      assertThat(replay.after("replay:")).isEqualTo("identical");
      assertThat(replay.after("input sha256")).isEqualTo(RUNS.get(0).after("input sha256"));
      assertThat(replay.after("decision sha256")).isEqualTo(RUNS.get(0).after("decision sha256"));
      assertThat(replay.err()).isEmpty();
    }
  }

  @Test
  void shouldNeedAtMost128JournalBytesPerTick() throws IOException {
    for (String topology : TOPOLOGIES) {
      Cli.Outcome verified = Cli.run("journal", "verify", journal(topology, 1), "--json").ok();
      JsonNode result = JSON.readTree(verified.out());

      assertThat(result.get("intact").asBoolean()).isTrue();
      assertThat(result.get("bytes").asDouble() / 87_402).isGreaterThan(64).isLessThan(128);
      assertThat(result.get("bytesPerInput").asDouble()).isGreaterThan(64).isLessThan(128);
    }
  }
}
