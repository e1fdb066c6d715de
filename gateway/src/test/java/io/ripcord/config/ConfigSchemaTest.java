package io.ripcord.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConfigSchemaTest {
  private static final Path CONFIG = Path.of(System.getProperty("ripcord.root"), "config");

  @ParameterizedTest
  @EnumSource
  void shouldPackTheFilesOfTheConfigFolder(ConfigSchema schema) throws IOException {
    assertThat(schema.text()).isEqualTo(Files.readString(CONFIG.resolve(schema.fileName())));
  }

  @ParameterizedTest
  @EnumSource
  void shouldDescribeEveryKeyAndCloseEveryMapping(ConfigSchema schema) {
    List<String> bare = new ArrayList<>();
    collectBare(schema.fileName(), Schemas.tree(schema), bare);

    assertThat(bare).isEmpty();
  }

  private static void collectBare(String path, JsonNode node, List<String> bare) {
    if (node.path("type").asText().equals("object") && !node.has("additionalProperties")) {
      bare.add(path + " is open");
    }
    for (String holder : List.of("properties", "$defs")) {
      for (Map.Entry<String, JsonNode> entry : node.path(holder).properties()) {
        JsonNode target = entry.getValue();
        boolean isReference = target.size() == 1 && target.has("$ref");
        if (!isReference && !target.has("description")) {
          bare.add(path + "." + entry.getKey() + " has no description");
        }
        collectBare(path + "." + entry.getKey(), target, bare);
      }
    }
  }

  @Test
  void shouldKnowEverySettingWithItsDefault() {
    JsonNode root = Schemas.tree(ConfigSchema.RIPCORD);
    for (Setting<?> setting : Setting.ALL) {
      JsonNode schema = property(root, setting.path());
      String fallback = setting.type().format(setting.fallback());

      assertThat(schema.isMissingNode()).as(setting.path()).isFalse();
      assertThat(schema.path("default").asText("none")).as(setting.path()).isEqualTo(fallback);
    }
  }

  @Test
  void shouldKnowNoSettingMore() {
    JsonNode root = Schemas.tree(ConfigSchema.RIPCORD);
    List<String> paths = new ArrayList<>();
    List<String> sections =
        List.of("instruments", "policies", "groups", "positions", "calendars", "calendar-files");
    root.path("properties")
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!sections.contains(key)) {
                collectLeaves(root, key, paths);
              }
            });

    assertThat(paths)
        .containsExactlyInAnyOrderElementsOf(Setting.ALL.stream().map(Setting::path).toList());
  }

  private static void collectLeaves(JsonNode root, String path, List<String> leaves) {
    JsonNode properties = property(root, path).path("properties");
    if (properties.isMissingNode()) {
      leaves.add(path);
      return;
    }
    properties.fieldNames().forEachRemaining(key -> collectLeaves(root, path + "." + key, leaves));
  }

  private static JsonNode property(JsonNode root, String path) {
    JsonNode schema = root;
    for (String key : path.split("\\.", -1)) {
      schema = schema.path("properties").path(key);
      String reference = schema.path("$ref").asText();
      if (reference.startsWith("#/") && !schema.has("default")) {
        schema = root.at(reference.substring(1));
      }
    }
    return schema;
  }

  @ParameterizedTest
  @CsvSource({
    "RIPCORD,ripcord.yaml",
    "POLICIES,policies.yaml",
    "POSITIONS,positions.yaml",
  })
  void shouldAcceptTheExamples(ConfigSchema schema, String example) throws IOException {
    String yaml = Files.readString(CONFIG.resolve("examples").resolve(example));

    assertThat(Schemas.problems(schema, yaml)).isEmpty();
    assertThat(yaml)
        .as("editors find the schema")
        .startsWith("# yaml-language-server: $schema=../" + schema.fileName() + "\n");
  }

  @Test
  void shouldLoadTheExamples() {
    Path examples = CONFIG.resolve("examples");
    LoadedConfig loaded = ConfigLoader.load(examples.resolve("ripcord.yaml"), Overrides.none());
    PositionsConfig positions =
        ConfigLoader.loadPositions(
            loaded.config(), examples.resolve("positions.yaml"), examples.resolve("policies.yaml"));

    assertThat(loaded.warnings()).isEmpty();
    assertThat(positions.warnings()).isEmpty();
    assertThat(positions.positions()).hasSize(4);
    assertThat(positions.policies())
        .containsOnlyKeys("bracket", "default", "runner", "scalp", "signalled");
  }
}
