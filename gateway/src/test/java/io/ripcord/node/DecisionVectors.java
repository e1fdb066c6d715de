package io.ripcord.node;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.ripcord.config.ConfigLoader;
import io.ripcord.config.Overrides;
import io.ripcord.config.PositionsConfig;
import io.ripcord.config.RipcordConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the published decision vectors, and what they say as a user would write it. */
final class DecisionVectors {
  private static final Path FOLDER = Path.of(System.getProperty("ripcord.root"), "vectors");

  /** Decimals stay decimals. */
  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private DecisionVectors() {}

  /** The names of all cases, in order. */
  static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .sorted()
          .toList();
    }
  }

  static String text(String name) throws IOException {
    return Files.readString(FOLDER.resolve(name));
  }

  static JsonNode read(String name) throws IOException {
    return YAML.readTree(text(name));
  }

  /** The positions file of a case. */
  static String positions(JsonNode vector) {
    ObjectNode positions = YAML.createObjectNode();
    for (String key : List.of("policies", "groups", "positions", "signals")) {
      if (vector.has(key)) {
        positions.set(key, vector.get(key));
      }
    }
    return lines(positions);
  }

  /** The configuration of a case. */
  static String config(JsonNode vector) {
    ObjectNode config = YAML.createObjectNode();
    config.set("instruments", vector.get("instruments"));
    return lines(config);
  }

  static RipcordConfig load(JsonNode vector, Path directory) throws IOException {
    Path file =
        Files.writeString(directory.resolve("vector.yaml"), SmallRun.SMALL + config(vector));
    return ConfigLoader.load(file, Overrides.none()).config();
  }

  static PositionsConfig loadPositions(JsonNode vector, RipcordConfig config) {
    return ConfigLoader.parsePositions(config, "positions.yaml", positions(vector));
  }

  /** Without the mark of a new document: it is added to other lines. */
  private static String lines(ObjectNode node) {
    try {
      return YAML.writeValueAsString(node).substring("---\n".length());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
