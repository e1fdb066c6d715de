package io.ripcord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report as programs read it: its keys, their order, and how values are written. */
class ReportTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  private SmallFiles files;

  @BeforeEach
  void writeFiles() {
    files = new SmallFiles(folder);
    files.tape();
    files.positions();
    files.config();
  }

  private Path report() {
    return folder.resolve("report.json");
  }

  private Cli.Outcome simulate(Object... more) {
    List<Object> arguments =
        new ArrayList<>(
            List.of(
                "simulate",
                "--tape",
                folder.resolve("tape.csv"),
                "--positions",
                folder.resolve("positions.yaml"),
                "--config",
                folder.resolve("config.yaml"),
                "--report",
                report()));
    arguments.addAll(Arrays.asList(more));
    return Cli.run(arguments.toArray()).ok();
  }

  private JsonNode read() throws IOException {
    return JSON.readTree(report().toFile());
  }

  private static List<String> keys(JsonNode node) {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  @Test
  void shouldWriteWhatHappened() throws IOException {
    simulate();
    ObjectNode report = (ObjectNode) read();
    assertThat(keys(report))
        .containsExactly(
            "exits",
            "entries",
            "open",
            "groups",
            "alerts",
            "counters",
            "latency",
            "journal",
            "notRegistered");
    report.remove("latency");
    ((ObjectNode) report.get("journal")).remove(List.of("inputSha256", "stateHash"));
    ((ObjectNode) report.get("journal")).remove("decisionSha256");

    assertThat(report)
        .isEqualTo(
            JSON.readTree(
                """
                {"exits": [{
                   "position": 1, "symbol": "ACME", "side": "LONG", "reason": "STOP_LOSS",
                   "source": "MONITOR_SOFT", "quantity": "2", "level": "99",
                   "triggerTime": "2026-01-05T10:00:02.000000000Z", "triggerPrice": "98.5",
                   "fillTime": "2026-01-05T10:00:02.000000000Z", "fillPrice": "98",
                   "profitPercent": "-2", "pnl": "-4", "proven": true, "attempts": 1,
                   "clOrdIds": ["0000010000001000100E"]}],
                 "entries": [],
                 "open": [{
                   "position": 2, "symbol": "ACME", "side": "SHORT", "status": "OPEN",
                   "quantity": "3", "openQuantity": "3", "entryPrice": "100", "stop": "110",
                   "hardStop": null, "target": "80", "watermark": "98.5"}],
                 "groups": [],
                 "alerts": [],
                 "counters": {"fills": 1, "orders": 1, "positions": 2, "ticks": 3,
                   "trades": 3, "tape.lines": 4, "tape.quotes": 3, "tape.records": 3,
                   "tape.trades": 3},
                 "journal": {"events": 25, "decisions": 6},
                 "notRegistered": []}
                """));
  }

  @Test
  void shouldKeepTheOrderOfKeys() throws IOException {
    simulate();
    JsonNode report = read();

    assertThat(keys(report.get("exits").get(0)))
        .containsExactly(
            "position",
            "symbol",
            "side",
            "reason",
            "source",
            "quantity",
            "level",
            "triggerTime",
            "triggerPrice",
            "fillTime",
            "fillPrice",
            "profitPercent",
            "pnl",
            "proven",
            "attempts",
            "clOrdIds");
    assertThat(keys(report.get("open").get(0)))
        .containsExactly(
            "position",
            "symbol",
            "side",
            "status",
            "quantity",
            "openQuantity",
            "entryPrice",
            "stop",
            "hardStop",
            "target",
            "watermark");
    assertThat(keys(report.get("journal")))
        .containsExactly("events", "decisions", "inputSha256", "decisionSha256", "stateHash");
  }

  @Test
  void shouldGiveServiceTimeAtFullSpeedAndResponseTimeWhenPaced() throws IOException {
    simulate();
    JsonNode service = read().get("latency");
    assertThat(keys(service)).containsExactly("serviceTime");
    shouldHaveStages(service.get("serviceTime"));

    simulate("--speed", "1000");
    JsonNode response = read().get("latency");
    assertThat(keys(response)).containsExactly("responseTime");
    shouldHaveStages(response.get("responseTime"));
  }

  private static void shouldHaveStages(JsonNode stages) {
    assertThat(keys(stages)).containsExactly("journalled", "decided", "sent");
    for (JsonNode stage : stages) {
      assertThat(keys(stage)).containsExactly("count", "p50", "p90", "p99", "p999", "p9999", "max");
      assertThat(stage).allMatch(JsonNode::isIntegralNumber);
      assertThat(stage.get("max").asLong()).isGreaterThanOrEqualTo(stage.get("p50").asLong());
    }
    assertThat(stages.get("sent").get("count").asInt()).isEqualTo(2);
    assertThat(stages.get("sent").get("p50").asLong()).isPositive();
  }

  @Test
  void shouldWriteMoneyAsDecimalTextAndTimesWithNineDigits() throws IOException {
    files.write(
        "tape.csv",
        """
        time,symbol,last,quantity,bid,ask
        1767607200000000000,ACME,0.00000012,,,
        1767607200123456789,ACME,0.0000001,,0.00000009,
        """);
    files.write(
        "positions.yaml",
        """
        policies: {narrow: {evaluate: {gap-percent: 0}, stop-loss: {percent: 1}}, wide: {evaluate: {gap-percent: 0}, stop-loss: {percent: 50}}}
        positions:
          - {symbol: ACME, side: LONG, quantity: 1000000000, policy: narrow}
          - {symbol: ACME, side: LONG, quantity: 0.00000001, policy: wide, entry-price: 0.00000012}
        """);
    files.write("config.yaml", "journal: {block-size: 1MiB, touch-ahead: 0}\n");
    simulate();
    JsonNode exit = read().get("exits").get(0);

    assertThat(exit.get("triggerTime").textValue()).isEqualTo("2026-01-05T10:00:00.123456789Z");
    assertThat(exit.get("level").textValue()).isEqualTo("0.00000011");
    assertThat(exit.get("fillPrice").textValue()).isEqualTo("0.00000009");
    assertThat(exit.get("pnl").textValue()).isEqualTo("-30");
    assertThat(exit.get("profitPercent").textValue()).isEqualTo("-25");
    assertThat(read().at("/open/0/quantity").textValue()).isEqualTo("0.00000001");
    shouldHoldNoFractionAsNumber(read());
  }

  private static void shouldHoldNoFractionAsNumber(JsonNode node) {
    assertThat(node.isFloatingPointNumber()).as("%s", node).isFalse();
    node.forEach(ReportTest::shouldHoldNoFractionAsNumber);
  }

  @Test
  void shouldTellOfRefusedAttemptsAndTheirAlerts() throws IOException {
    files.write(
        "config.yaml",
        SmallFiles.CONFIG
            + "paper: {reject: {probability: 100, max-in-a-row: 3}, slippage: 1,"
            + " partial-fills: {probability: 100, parts: 2}}\n");
    files.write("tape.csv", SmallFiles.TAPE + "2026-01-05T10:00:03Z,ACME,0,,,\n");
    simulate();
    JsonNode exit = read().get("exits").get(0);

    assertThat(exit.get("attempts").asInt()).isEqualTo(4);
    assertThat(exit.get("clOrdIds")).hasSize(4);
    assertThat(exit.get("clOrdIds")).allMatch(id -> id.textValue().matches("[0-9A-Z]{20}"));
    assertThat(exit.get("fillPrice").textValue()).isEqualTo("97.5");
    assertThat(exit.get("pnl").textValue()).isEqualTo("-5");
    assertThat(exit.get("fillTime").textValue()).isEqualTo("2026-01-05T10:00:09.000000000Z");
    assertThat(read().at("/counters/fills").asInt()).isEqualTo(2);
    assertThat(read().at("/counters/rejects").asInt()).isEqualTo(3);
    assertThat(read().at("/counters/orders").asInt()).isEqualTo(4);
    assertThat(read().get("alerts"))
        .isEqualTo(
            JSON.readTree(
                """
                [{"time": "2026-01-05T10:00:02.000000000Z", "alert": "EXIT_REJECTED",
                  "position": 1, "symbol": "ACME", "attempt": 1, "reject": "TRANSIENT"},
                 {"time": "2026-01-05T10:00:03.000000000Z", "alert": "BAD_TICK",
                  "symbol": "ACME", "price": "0", "count": 1},
                 {"time": "2026-01-05T10:00:03.000000000Z", "alert": "EXIT_REJECTED",
                  "position": 1, "symbol": "ACME", "attempt": 2, "reject": "TRANSIENT"},
                 {"time": "2026-01-05T10:00:05.000000000Z", "alert": "EXIT_REJECTED",
                  "position": 1, "symbol": "ACME", "attempt": 3, "reject": "TRANSIENT"},
                 {"time": "2026-01-05T10:00:05.000000000Z", "alert": "EXIT_STUCK",
                  "position": 1, "symbol": "ACME", "attempt": 3, "openQuantity": "2"}]
                """));
  }

  @Test
  void shouldLeaveEmptyWhatAnExitInFlightHasNotGot() throws IOException {
    files.write("config.yaml", SmallFiles.CONFIG + "paper: {latency: 5ms}\n");
    String printed = simulate().out();
    JsonNode exit = read().get("exits").get(0);

    assertThat(exit.get("fillTime").isNull()).isTrue();
    assertThat(exit.get("fillPrice").isNull()).isTrue();
    assertThat(exit.get("profitPercent").isNull()).isTrue();
    assertThat(exit.get("proven").booleanValue()).isFalse();
    assertThat(exit.get("attempts").asInt()).isEqualTo(1);
    assertThat(read().at("/open/0/status").textValue()).isEqualTo("CLOSING");
    assertThat(printed).contains("#1 SOLD 2 ACME: SENT, not filled.");
    assertThat(printed).contains("0 of 1 exits flat, 2 of 2 positions still open.");
  }

  @Test
  void shouldGiveNoLevelToAnExitThatHasNone() throws IOException {
    files.write(
        "positions.yaml",
        """
        policies: {told: {evaluate: {gap-percent: 0}, stop-loss: {percent: 50}, signal-exit: {enabled: true}}}
        positions: [{symbol: ACME, side: SHORT, quantity: 1, policy: told}]
        signals: [{at: 2026-01-05T10:00:01Z, symbol: ACME, action: exit}]
        """);
    simulate();
    JsonNode exit = read().get("exits").get(0);

    assertThat(exit.has("level")).isTrue();
    assertThat(exit.get("level").isNull()).isTrue();
    assertThat(exit.get("reason").textValue()).isEqualTo("SIGNAL");
    assertThat(exit.get("triggerPrice").textValue()).isEqualTo("101");
    assertThat(exit.get("fillPrice").textValue()).isEqualTo("101.5");
  }

  @Test
  void shouldSpellReasonsAndSourcesAsTheInterfaceSays() {
    assertThat(Stream.of(ExitReason.values()).map(Enum::name))
        .containsExactlyInAnyOrder(
            "HARD_STOP",
            "STOP_LOSS",
            "TAKE_PROFIT",
            "TRAILING_STOP",
            "MA_CROSS",
            "SIGNAL",
            "TIME",
            "PARTIAL",
            "EMERGENCY",
            "MANUAL");
    assertThat(Stream.of(ExitSource.values()).map(Enum::name))
        .containsExactlyInAnyOrder(
            "EXCHANGE_BRACKET_STOP",
            "EXCHANGE_BRACKET_TP",
            "MONITOR_SOFT",
            "MONITOR_HARD",
            "MONITOR_TRAILING",
            "MONITOR_SIGNAL",
            "TP",
            "TIME",
            "PARTIAL",
            "BOOK",
            "EMERGENCY",
            "MANUAL",
            "GUARD",
            "GROUP",
            "UNKNOWN");
  }

  @Test
  void shouldPrintTheSameReportWithJson() throws IOException {
    String printed = simulate("--json").out();

    assertThat(printed).isEqualTo(Files.readString(report()));
  }

  @Test
  void shouldReplaceAnEarlierReportByRenaming() throws IOException {
    Files.writeString(report(), "earlier");
    Path sameFile = Files.createLink(folder.resolve("link"), report());
    simulate();

    assertThat(sameFile).as("written beside, then renamed").hasContent("earlier");
    assertThat(read().get("exits")).hasSize(1);
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "config.yaml", "link", "positions.yaml", "report.json", "tape.csv");
    }
  }
}
