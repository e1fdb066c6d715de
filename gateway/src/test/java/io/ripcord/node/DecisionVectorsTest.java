package io.ripcord.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ripcord.config.RipcordConfig;
import io.ripcord.console.ReportWriter;
import io.ripcord.venue.tape.Tape;
import io.ripcord.venue.tape.Tapes;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published decision vectors through the real pipeline; {@code vectors/README.md}. */
class DecisionVectorsTest {
  private static final int LEAST_CASES = 170;
  private static final List<String> TABLES = List.of("exits", "entries", "open");

  @TempDir private Path directory;

  static List<String> cases() throws IOException {
    return DecisionVectors.names();
  }

  @Test
  void shouldHaveCasesThatAllSayHowTheyWereWorkedOut() throws IOException {
    assertThat(cases().size()).isGreaterThanOrEqualTo(LEAST_CASES);
    for (String name : cases()) {
      assertThat(DecisionVectors.text(name)).as(name).startsWith("# ");
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void shouldDecideAsWorkedOutByHand(String name) throws IOException {
    JsonNode vector = DecisionVectors.read(name);

    check(vector, scripted(vector));
    if (!vector.has("events")) {
      check(vector, simulated(vector));
    }
  }

  private static void check(JsonNode vector, JsonNode report) {
    JsonNode expected = vector.get("expect");
    for (String table : TABLES) {
      assertThat(rows(expected.get(table), report.get(table)))
          .as(table)
          .isEqualTo(rows(expected.get(table), expected.get(table)));
    }
    if (expected.has("alerts")) {
      // A case names those that it is about; others may come between them.
      assertThat(rows(expected.get("alerts"), report.get("alerts")))
          .as("alerts")
          .containsSubsequence(rows(expected.get("alerts"), expected.get("alerts")));
    }
  }

  /** As a user runs it. */
  private JsonNode simulated(JsonNode vector) throws IOException {
    SimulationResult result =
        new SmallRun(directory)
            .config(DecisionVectors.config(vector))
            .tape(tape(vector))
            .positions(DecisionVectors.positions(vector))
            .run();
    return new ReportWriter(result.fold(), result.engine(), Map.of()).json();
  }

  /** With what no tape has. */
  private JsonNode scripted(JsonNode vector) throws IOException {
    RipcordConfig config = DecisionVectors.load(vector, directory);
    return new ScriptedRun(
            directory.resolve("scripted"),
            config,
            DecisionVectors.loadPositions(vector, config),
            tape(vector),
            vector.path("events"))
        .report();
  }

  private Tape tape(JsonNode vector) throws IOException {
    return Tapes.open(
        Files.writeString(directory.resolve("tape.csv"), vector.get("tape").asText()));
  }

  /** Those columns of a table that the vector names, in its order. */
  private static List<String> rows(JsonNode columns, JsonNode table) {
    List<String> keys = new ArrayList<>();
    if (!columns.isEmpty()) {
      columns.get(0).fieldNames().forEachRemaining(keys::add);
    }
    List<String> rows = new ArrayList<>();
    for (JsonNode row : table) {
      StringBuilder cells = new StringBuilder();
      keys.forEach(key -> cells.append(key).append(' ').append(value(key, row)).append(' '));
      rows.add(cells.toString());
    }
    return rows;
  }

  private static String value(String key, JsonNode row) {
    JsonNode value = row.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return "null";
    }
    String text = value.asText();
    return switch (key) {
      case "reason", "source", "alert", "symbol" -> text;
      case "triggerTime", "time" -> Instant.parse(text).toString();
      default -> new BigDecimal(text).stripTrailingZeros().toPlainString();
    };
  }
}
