package io.ripcord.config;

import java.util.List;
import java.util.Map;

/**
 * A configuration and how it came about. Immutable.
 *
 * @param config the effective values
 * @param origins where values come from, by key path; a path that is absent holds its default
 * @param warnings what is probably not meant
 */
public record LoadedConfig(
    RipcordConfig config, Map<String, Origin> origins, List<Problem> warnings) {
  /** Copies map and list. */
  public LoadedConfig {
    origins = Map.copyOf(origins);
    warnings = List.copyOf(warnings);
  }

  /** Where the value of a key path comes from. */
  public Origin origin(String path) {
    return origins.getOrDefault(path, Origin.DEFAULT);
  }
}
