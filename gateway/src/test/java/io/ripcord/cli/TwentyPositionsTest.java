package io.ripcord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ripcord.testing.naive.NaiveEvaluator;
import io.ripcord.testing.naive.NaiveEvent;
import io.ripcord.testing.naive.NaiveExit;
import io.ripcord.testing.naive.NaiveInstrument;
import io.ripcord.testing.naive.NaivePosition;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Twenty positions on the recorded tape: the report says what the independent evaluator says, which
 * reads the tape and the positions file in its own way.
 */
class TwentyPositionsTest {
  private static final String POSITIONS = "acceptance/twenty-positions.yaml";

  @TempDir private static Path directory;

  private static JsonNode report;
  private static NaiveEvaluator.Result expected;
  private static List<NaivePosition> positions;

  @BeforeAll
  static void runBoth() throws IOException {
    Path tape = RecordedTape.file();
    Path file = directory.resolve("report.json");
    Cli.run(
            "simulate",
            "--tape",
            tape,
            "--positions",
            Cli.resource(POSITIONS),
            "--config",
            Cli.resource("acceptance/binance.yaml"),
            "--journal",
            directory.resolve("journal"),
            "--report",
            file)
        .ok();
    report = new ObjectMapper().readTree(file.toFile());
    List<NaiveEvent> events = new ArrayList<>(RecordedTape.ticks());
    NaivePositionsFile read = NaivePositionsFile.read(Cli.resource(POSITIONS), events);
    positions = read.positions();
    events.addAll(read.signals());
    expected =
        NaiveEvaluator.evaluate(
            List.of(new NaiveInstrument("BTCUSDT", new BigDecimal("0.1"), BigDecimal.ONE)),
            positions,
            events);
  }

  @Test
  void shouldHaveAtLeastTenExitsOfAtLeastFourReasons() {
    Set<String> reasons = new TreeSet<>(report.get("exits").findValuesAsText("reason"));

    assertThat(positions).hasSize(20);
    assertThat(report.get("exits").size()).isGreaterThanOrEqualTo(10);
    assertThat(reasons)
        .containsExactly("SIGNAL", "STOP_LOSS", "TAKE_PROFIT", "TIME", "TRAILING_STOP");
  }

  @Test
  void shouldReportTheExitsOfTheIndependentEvaluatorInItsOrder() {
    List<NaiveExit> reported = new ArrayList<>();
    for (JsonNode row : report.get("exits")) {
      BigDecimal fillPrice = decimal(row, "fillPrice");
      NaiveExit.Fill fill = new NaiveExit.Fill(decimal(row, "quantity"), fillPrice);
      reported.add(
          new NaiveExit(
              row.get("position").asLong(),
              row.get("reason").asText(),
              timeNs(row, "triggerTime"),
              decimal(row, "triggerPrice"),
              decimal(row, "level"),
              fillPrice,
              decimal(row, "pnl"),
              List.of(fill)));
    }

    assertThat(reported).containsExactlyElementsOf(expected.exits());
  }

  @Test
  void shouldReportTheRestOfEveryExitFromTheSameFacts() {
    TreeMap<Long, NaivePosition> byId = new TreeMap<>();
    positions.forEach(position -> byId.put(position.id(), position));
    for (JsonNode row : report.get("exits")) {
      NaivePosition position = byId.get(row.get("position").asLong());
      BigDecimal gain = decimal(row, "fillPrice").subtract(position.entryPrice());
      BigDecimal percent =
          (position.isLong() ? gain : gain.negate())
              .movePointRight(2)
              .divide(position.entryPrice(), 6, RoundingMode.HALF_EVEN);

      assertThat(decimal(row, "profitPercent")).as("%s", row).isEqualByComparingTo(percent);
      assertThat(row.get("symbol").asText()).isEqualTo(position.symbol());
      assertThat(row.get("side").asText()).isEqualTo(position.side().name());
      assertThat(row.get("fillTime").asText()).isEqualTo(row.get("triggerTime").asText());
      assertThat(row.get("proven").asBoolean()).isTrue();
      assertThat(row.get("attempts").asInt()).isEqualTo(1);
      assertThat(row.get("source").asText())
          .isEqualTo(
              switch (row.get("reason").asText()) {
                case "STOP_LOSS" -> "MONITOR_SOFT";
                case "TRAILING_STOP" -> "MONITOR_TRAILING";
                case "TAKE_PROFIT" -> "TP";
                case "SIGNAL" -> "MONITOR_SIGNAL";
                default -> "TIME";
              });
    }
  }

  @Test
  void shouldReportStopAndWatermarkOfEveryOpenPosition() {
    List<NaiveEvaluator.OpenPosition> open = new ArrayList<>();
    for (JsonNode row : report.get("open")) {
      open.add(
          new NaiveEvaluator.OpenPosition(
              row.get("position").asLong(), decimal(row, "stop"), decimal(row, "watermark")));
      assertThat(row.get("status").asText()).isEqualTo("OPEN");
      assertThat(row.get("openQuantity")).isEqualTo(row.get("quantity"));
    }

    assertThat(open).isNotEmpty().containsExactlyElementsOf(expected.open());
    assertThat(report.get("exits").size() + open.size()).isEqualTo(20);
    assertThat(report.get("notRegistered")).isEmpty();
    assertThat(report.get("alerts")).isEmpty();
  }

  private static BigDecimal decimal(JsonNode row, String key) {
    return row.get(key).isNull() ? null : new BigDecimal(row.get(key).textValue());
  }

  private static long timeNs(JsonNode row, String key) {
    Instant time = Instant.parse(row.get(key).asText());
    return time.getEpochSecond() * 1_000_000_000L + time.getNano();
  }
}
