package io.ripcord.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.ripcord.console.ReportWriter;
import io.ripcord.venue.tape.Tapes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published decision vectors through the real pipeline; {@code vectors/README.md}. */
class DecisionVectorsTest {
  private static final Path FOLDER = Path.of(System.getProperty("ripcord.root"), "vectors");
  private static final int LEAST_CASES = 40;

  /** Decimals stay decimals. */
  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  @TempDir private Path directory;

  static List<String> cases() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .sorted()
          .toList();
    }
  }

  @Test
  void shouldHaveCasesThatAllSayHowTheyWereWorkedOut() throws IOException {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(LEAST_CASES);
    for (String name : cases()) {
      assertThat(Files.readString(FOLDER.resolve(name))).as(name).startsWith("# ");
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void shouldDecideAsWorkedOutByHand(String name) throws IOException {
    JsonNode vector = YAML.readTree(FOLDER.resolve(name).toFile());
    JsonNode report = report(vector);
    JsonNode expected = vector.get("expect");

    assertThat(rows(expected.get("exits"), report.get("exits")))
        .isEqualTo(rows(expected.get("exits"), expected.get("exits")));
    assertThat(rows(expected.get("entries"), report.get("entries")))
        .isEqualTo(rows(expected.get("entries"), expected.get("entries")));
    assertThat(rows(expected.get("open"), report.get("open")))
        .isEqualTo(rows(expected.get("open"), expected.get("open")));
  }

  private JsonNode report(JsonNode vector) throws IOException {
    ObjectNode positions = YAML.createObjectNode();
    for (String key : List.of("policies", "groups", "positions", "signals")) {
      if (vector.has(key)) {
        positions.set(key, vector.get(key));
      }
    }
    ObjectNode config = YAML.createObjectNode();
    config.set("instruments", vector.get("instruments"));
    Path tape = Files.writeString(directory.resolve("tape.csv"), vector.get("tape").asText());
    SimulationResult result =
        new SmallRun(directory)
            .config(flow(config))
            .tape(Tapes.open(tape))
            .positions(flow(positions))
            .run();
    return new ReportWriter(result.fold(), result.engine(), Map.of()).json();
  }

  /** Without the mark of a new document: it is added to other lines. */
  private static String flow(ObjectNode node) {
    try {
      return YAML.writeValueAsString(node).substring("---\n".length());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
      case "reason", "source" -> text;
      case "triggerTime", "time" -> Instant.parse(text).toString();
      default -> new BigDecimal(text).stripTrailingZeros().toPlainString();
    };
  }
}
