package io.ripcord.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ripcord.config.ConfigLoader;
import io.ripcord.config.Overrides;
import io.ripcord.config.PositionsConfig;
import io.ripcord.config.RipcordConfig;
import io.ripcord.console.ExportFormat;
import io.ripcord.console.JournalExport;
import io.ripcord.event.Sources;
import io.ripcord.pipeline.Topology;
import io.ripcord.venue.tape.Tape;
import io.ripcord.venue.tape.Tapes;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One simulation of small files, told as lines: what happened at which second, decisions indented.
 * Seconds count from {@link #START}; a tape's rows and the YAML write them as {@code {10}} or
 * {@code {10.5}}.
 */
final class SmallRun {
  static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Sizes that start quickly. */
  static final String SMALL =
      """
      journal: {block-size: 1MiB, preallocate: 256KiB, touch-ahead: 0}
      pipeline: {ring-size: 1024, outbound-ring-size: 1024}
      max-positions: 256
      """;

  private final Path directory;
  private final List<Tape> tapes = new ArrayList<>();
  private String config = SMALL;
  private String positions = "";
  private Topology topology = Topology.FUSED;
  private Pace pace = Pace.max();
  private long seed;
  private SimulationResult result;

  /** Keeps its files in {@code directory}, which must be its own. */
  SmallRun(Path directory) {
    this.directory = directory;
  }

  /** A tape of rows such as {@code {10},A,100,,99,101}. */
  SmallRun tape(String... rows) {
    String text = "time,symbol,last,quantity,bid,ask\n" + timed(String.join("\n", rows)) + "\n";
    return tape(Tapes.open(write("tape" + tapes.size() + ".csv", text)));
  }

  SmallRun tape(Tape tape) {
    tapes.add(tape);
    return this;
  }

  /** The whole positions file. */
  SmallRun positions(String yaml) {
    positions = timed(yaml);
    return this;
  }

  /** Lines of configuration besides sizes. */
  SmallRun config(String yaml) {
    config = SMALL + yaml;
    return this;
  }

  SmallRun topology(Topology newTopology) {
    topology = newTopology;
    return this;
  }

  SmallRun pace(Pace newPace) {
    pace = newPace;
    return this;
  }

  SmallRun seed(long newSeed) {
    seed = newSeed;
    return this;
  }

  SimulationResult run() {
    result = run(journal(), false);
    return result;
  }

  /** Goes on where another journal of this run ends. */
  SimulationResult resume(Path otherJournal) {
    return run(otherJournal, true);
  }

  private SimulationResult run(Path where, boolean resume) {
    RipcordConfig loaded =
        ConfigLoader.load(write("config.yaml", config), Overrides.none()).config();
    RipcordConfig effective = loaded.withPipeline(loaded.pipeline().withTopology(topology));
    PositionsConfig read = ConfigLoader.parsePositions(effective, "positions.yaml", positions);
    SimulationRequest request =
        new SimulationRequest(
            effective,
            read,
            tapes,
            List.of(),
            where,
            pace,
            seed,
            "test",
            resume,
            SimulationRequest.NO_SNAPSHOTS);
    return new Simulation(request, RunWatcher.NONE).run(true);
  }

  Path journal() {
    return directory.resolve("journal");
  }

  /** Runs if need be, and tells what happened, from the first position or market data on. */
  List<String> lines() {
    if (result == null) {
      run();
    }
    Map<String, String> orders = new HashMap<>();
    return rows().map(row -> line(row, orders)).filter(line -> !line.isEmpty()).toList();
  }

  /** The kinds of all events and decisions in their order. */
  List<String> kinds() {
    return rows().map(row -> row.get("kind").asText()).toList();
  }

  private Stream<JsonNode> rows() {
    StringWriter out = new StringWriter();
    if (new JournalExport(journal(), ExportFormat.JSONL, new PrintWriter(out))
            .run(1, Long.MAX_VALUE)
        != null) {
      throw new AssertionError("the journal is not whole");
    }
    return out.toString().lines().map(SmallRun::json);
  }

  private static String line(JsonNode row, Map<String, String> orders) {
    String second = row.has("time") ? second(row.get("time").asText()) + " " : "";
    String position = row.path("position").asText();
    String symbol = row.path("symbol").asText();
    return switch (row.get("kind").asText()) {
      case "PositionRegistered" ->
          second + "register " + position + " @" + row.get("entryPrice").asText();
      case "Tick" -> second + "tick " + symbol + prices(row) + feed(row);
      case "SignalReceived" -> (second + "signal " + symbol + " " + position).strip();
      case "PhaseChanged" -> second + "phase " + symbol + " " + row.get("phase").asText();
      case "TimerFired" -> second + "timer " + second(row.get("due").asText());
      case "OrderSent" -> second + "sent " + orders.get(row.get("clOrdId").asText());
      case "ExecutionReport" ->
          second
              + row.get("execType").asText()
              + " "
              + orders.get(row.get("clOrdId").asText())
              + (row.has("lastPrice") ? " @" + row.get("lastPrice").asText() : "");
      case "VenuePositionsEnd" -> second + "answer";
      case "EngineStopped" -> second + "stopped";
      case "ExitOrder" -> {
        orders.put(row.get("clOrdId").asText(), position);
        yield "  exit "
            + position
            + " "
            + row.get("reason").asText()
            + (row.has("triggerPrice") ? " " + row.get("triggerPrice").asText() : "")
            + " at "
            + second(row.get("triggerTime").asText());
      }
      case "PositionChanged" ->
          row.get("status").asText().equals("CLOSED") ? "  closed " + position : "";
      // Small tapes jump; what these tests are about does not.
      case "Alert" ->
          row.get("alert").asText().equals("GAP")
              ? ""
              : "  alert " + row.get("alert").asText() + " " + position;
      default -> "";
    };
  }

  private static String prices(JsonNode row) {
    StringBuilder out = new StringBuilder();
    for (String key : List.of("last", "bid", "ask")) {
      if (row.has(key)) {
        out.append(' ').append(key).append(' ').append(row.get(key).asText());
      }
    }
    return out.toString();
  }

  /** Says so only where it is not the first tape. */
  private static String feed(JsonNode row) {
    int source = row.get("source").asInt();
    return source == Sources.FIRST_FEED ? "" : " from " + source;
  }

  /** A time as seconds from the start. */
  static String second(String time) {
    Duration since = Duration.between(START, Instant.parse(time));
    return new BigDecimal(since.getSeconds())
        .add(BigDecimal.valueOf(since.getNano(), 9))
        .stripTrailingZeros()
        .toPlainString();
  }

  private static String timed(String text) {
    StringBuilder out = new StringBuilder();
    Matcher second = Pattern.compile("\\{([0-9.]+)}").matcher(text);
    while (second.find()) {
      long ns = new BigDecimal(second.group(1)).movePointRight(9).longValueExact();
      second.appendReplacement(out, START.plusNanos(ns).toString());
    }
    return second.appendTail(out).toString();
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path write(String name, String text) {
    try {
      return Files.writeString(directory.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
