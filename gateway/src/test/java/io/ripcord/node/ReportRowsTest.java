package io.ripcord.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ripcord.console.ReportWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a report says of parts, of additions and of positions that have both. */
class ReportRowsTest {
  private static final String INSTRUMENTS = "instruments: {A: {lot: 1}}\n";

  @TempDir private Path directory;

  private JsonNode report(String config, String policy, String position, String... rows) {
    SimulationResult result =
        new SmallRun(directory)
            .config(config)
            .tape(rows)
            .positions(
                "policies: {p: %s}\npositions: [%s]\n"
                    .formatted(policy, "{symbol: A, policy: p, " + position + "}"))
            .run();
    return new ReportWriter(result.fold(), result.engine(), Map.of()).json();
  }

  private static List<String> rows(JsonNode report, String table, String... keys) {
    List<String> rows = new ArrayList<>();
    for (JsonNode row : report.get(table)) {
      List<String> cells = new ArrayList<>();
      for (String key : keys) {
        String text = row.get(key).asText();
        cells.add(key.endsWith("ime") && !text.equals("null") ? SmallRun.second(text) : text);
      }
      rows.add(String.join(" ", cells));
    }
    return rows;
  }

  private static List<String> exits(JsonNode report) {
    return rows(
        report, "exits", "reason", "quantity", "fillTime", "fillPrice", "profitPercent", "pnl");
  }

  @Test
  void shouldGiveEachIntentARowOfItsOwnFills() {
    JsonNode report =
        report(
            INSTRUMENTS,
            "{stop-loss: {percent: 10}, partial: [{at: 5, close: 50}, {at: 8, close: 75}]}",
            "side: LONG, quantity: 4, entry-price: 100",
            "{0},A,100,,,",
            "{1},A,105,,,",
            "{2},A,108,,,",
            "{3},A,89,,,");

    assertThat(exits(report))
        .containsExactly("PARTIAL 2 1 105 5 10", "PARTIAL 1 2 108 8 8", "STOP_LOSS 1 3 89 -11 -11");
    assertThat(rows(report, "exits", "proven", "attempts")).containsOnly("true 1");
    assertThat(report.at("/exits/0/clOrdIds/0").asText()).endsWith("B");
    assertThat(report.at("/exits/2/clOrdIds/0").asText()).endsWith("E");
  }

  @Test
  void shouldTellAPartFromTheFullExitThatOvertakesIt() {
    JsonNode report =
        report(
            INSTRUMENTS + "paper: {latency: 5s}\n",
            "{stop-loss: {percent: 10}, partial: [{at: 5, close: 50}]}",
            "side: LONG, quantity: 4, entry-price: 100",
            "{0},A,100,,,",
            "{1},A,105,,,",
            "{2},A,89,,,",
            "{6},A,88,,,",
            "{7},A,87,,,",
            "{20},A,87,,,");

    assertThat(exits(report)).containsExactly("PARTIAL 2 6 88 -12 -24", "STOP_LOSS 2 7 87 -13 -26");
  }

  @Test
  void shouldListAdditionsAndCountFromTheAverageEntry() {
    JsonNode report =
        report(
            INSTRUMENTS,
            "{stop-loss: {percent: 10}, scale-in: {at: 5, add: 50, volume-ratio: none, bar: 1s,"
                + " momentum: {bars: 1, percent: 3}}}",
            "side: LONG, quantity: 4, entry-price: 100",
            "{0},A,100,,,",
            "{1},A,104,,,",
            "{2},A,106,,,",
            "{3},A,89,,,");

    assertThat(rows(report, "entries", "position", "time", "quantity", "price"))
        .containsExactly("1 2 2 106");
    // (4 x 100 + 2 x 106) / 6 = 102; 6 x (89 - 102) = -78; -13 / 102.
    assertThat(exits(report)).containsExactly("STOP_LOSS 6 3 89 -12.745098 -78");
    assertThat(report.at("/counters/entries").asInt()).isEqualTo(1);
    assertThat(report.at("/counters/entryOrders").asInt()).isEqualTo(1);
  }

  @Test
  void shouldSumTheRowsOfAnInversePositionToItsProfit() {
    JsonNode report =
        report(
            "instruments: {A: {lot: 1, multiplier: 100, inverse: true}}\n",
            "{stop-loss: {percent: 10}, partial: [{at: 5, close: 50}]}",
            "side: LONG, quantity: 3, entry-price: 50000",
            "{0},A,50000,,,",
            "{1},A,52500,,,",
            "{2},A,45000,,,");

    // 100 x (1/50000 - 1/52500) = 0.0000952381; 200 x (1/50000 - 1/45000) = -0.000444444...;
    // together -0.000349206..., which is -0.00034921: the rows share out that.
    assertThat(exits(report))
        .containsExactly("PARTIAL 1 1 52500 5 0.00009524", "STOP_LOSS 2 2 45000 -10 -0.00044445");
  }

  @Test
  void shouldShowWhatIsLeftOfAnOpenPosition() {
    JsonNode report =
        report(
            INSTRUMENTS,
            "{stop-loss: {percent: 10}, take-profit: {percent: 20}, hard-stop: {percent: 15},"
                + " partial: [{at: 5, close: 50}]}",
            "side: SHORT, quantity: 4, entry-price: 100",
            "{0},A,100,,,",
            "{1},A,95,,,");

    assertThat(
            rows(
                report,
                "open",
                "quantity",
                "openQuantity",
                "entryPrice",
                "stop",
                "hardStop",
                "target",
                "watermark"))
        .containsExactly("4 2 100 110 115 80 95");
    assertThat(exits(report)).containsExactly("PARTIAL 2 1 95 5 10");
  }
}
