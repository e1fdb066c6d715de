package io.ripcord.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The JSON Schemas in the hands of an independent validator. */
final class Schemas {
  /** Never fetched: the validator needs an address to resolve references between the files. */
  private static final String BASE = "https://schemas.test/";

  private static final SchemaRegistry REGISTRY = registry();
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private Schemas() {}

  private static SchemaRegistry registry() {
    Map<String, String> schemas = new HashMap<>();
    for (ConfigSchema schema : ConfigSchema.values()) {
      schemas.put(BASE + schema.fileName(), schema.text());
    }
    return SchemaRegistry.withDefaultDialect(
        SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(schemas));
  }

  /** What a validator without any knowledge of Ripcord says of a YAML text. */
  static List<String> problems(ConfigSchema schema, String yaml) {
    try {
      Schema loaded = REGISTRY.getSchema(SchemaLocation.of(BASE + schema.fileName()));
      return loaded.validate(YAML.readTree(yaml)).stream().map(Error::toString).toList();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The schema itself. */
  static JsonNode tree(ConfigSchema schema) {
    try {
      return JsonMapper.builder().build().readTree(schema.text());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
