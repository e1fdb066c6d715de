package io.ripcord.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.SortedMap;

/**
 * The way in: reads configuration, policies and positions files into records, or refuses them with
 * one line per problem. Reads files, writes nothing, keeps nothing.
 */
public final class ConfigLoader {
  /** Longest positions file: room for more than the default of max-positions. */
  public static final int MAX_POSITIONS_FILE_BYTES = 16 * ConfigTree.MAX_FILE_BYTES;

  private static final Vocabulary POLICIES_FILE = Vocabulary.of("policies");

  private ConfigLoader() {}

  /**
   * The configuration without a file.
   *
   * @throws ConfigException when an override is refused
   */
  public static LoadedConfig defaults(Overrides overrides) {
    Problems problems = new Problems();
    LoadedConfig loaded = new ConfigBinder(problems, new Policies(problems)).bind(null, overrides);
    problems.throwErrors();
    return loaded;
  }

  /**
   * The configuration of a file.
   *
   * @throws ConfigException when the file or an override is refused
   */
  public static LoadedConfig load(Path file, Overrides overrides) {
    Problems problems = new Problems();
    Policies policies = new Policies(problems);
    ConfigNode root = ConfigTree.read(file);
    LoadedConfig loaded = new ConfigBinder(problems, policies).bind(root, overrides);
    problems.throwErrors();
    return loaded;
  }

  /**
   * The positions of a file, whose policies stand in that file or in the configuration.
   *
   * @throws ConfigException when the file is refused
   */
  public static PositionsConfig loadPositions(RipcordConfig config, Path positions) {
    Problems problems = new Problems();
    Policies policies = new Policies(problems);
    policies.addAll(config.policies());
    return loadPositions(config, positions, policies, problems);
  }

  /**
   * As {@link #loadPositions(RipcordConfig, Path)}, with policies from a file of their own as well.
   *
   * @throws ConfigException when a file is refused
   */
  public static PositionsConfig loadPositions(
      RipcordConfig config, Path positions, Path policiesFile) {
    Problems problems = new Problems();
    Policies policies = new Policies(problems);
    policies.addAll(config.policies());
    bindPolicies(ConfigTree.read(policiesFile), policies, problems);
    return loadPositions(config, positions, policies, problems);
  }

  /**
   * As {@link #loadPositions(RipcordConfig, Path)}, from a text that is no file.
   *
   * @param name what messages call it
   * @throws ConfigException when the text is refused
   */
  public static PositionsConfig parsePositions(RipcordConfig config, String name, String text) {
    Problems problems = new Problems();
    Policies policies = new Policies(problems);
    policies.addAll(config.policies());
    return bindPositions(config, ConfigTree.parse(name, text), policies, problems);
  }

  private static PositionsConfig loadPositions(
      RipcordConfig config, Path positions, Policies policies, Problems problems) {
    return bindPositions(
        config, ConfigTree.read(positions, MAX_POSITIONS_FILE_BYTES), policies, problems);
  }

  private static PositionsConfig bindPositions(
      RipcordConfig config, ConfigNode root, Policies policies, Problems problems) {
    PositionsConfig bound = new PositionsBinder(problems, policies, config).bind(root);
    problems.throwErrors();
    return bound;
  }

  /**
   * The calendars of a file that holds nothing else.
   *
   * @throws ConfigException when the file is refused
   */
  public static SortedMap<String, CalendarConfig> loadCalendars(Path file) {
    Problems problems = new Problems();
    Calendars calendars = new Calendars(problems, new HashMap<>());
    calendars.bindFile(file.toString());
    problems.throwErrors();
    return calendars.byName();
  }

  /** Binds a file that holds policies and nothing else. */
  static void bindPolicies(ConfigNode rootNode, Policies policies, Problems problems) {
    Block root = Block.of(rootNode, problems);
    root.allow(POLICIES_FILE);
    root.requireKey("policies", "a mapping of names to policies");
    policies.bind(root);
  }
}
