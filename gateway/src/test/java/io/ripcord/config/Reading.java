package io.ripcord.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads configuration text in tests and gives what it says, one line per problem. */
final class Reading {
  private Reading() {}

  /** Problems of a configuration file {@code c.yaml}. */
  static List<String> config(String yaml, String... environment) {
    return lines(
        problems ->
            new ConfigBinder(problems, new Policies(problems))
                .bind(ConfigTree.parse("c.yaml", yaml), overrides(environment)));
  }

  /** Problems of a policies file {@code q.yaml}. */
  static List<String> policies(String yaml) {
    return lines(
        problems ->
            ConfigLoader.bindPolicies(
                ConfigTree.parse("q.yaml", yaml), new Policies(problems), problems));
  }

  /** Problems of a positions file {@code p.yaml} under a configuration {@code c.yaml}. */
  static List<String> positions(String configYaml, String yaml) {
    RipcordConfig config = load(configYaml).config();
    return lines(problems -> bindPositions(config, yaml, problems));
  }

  /** The configuration of a text without errors. */
  static LoadedConfig load(String yaml, String... environment) {
    Problems problems = new Problems();
    LoadedConfig loaded =
        new ConfigBinder(problems, new Policies(problems))
            .bind(ConfigTree.parse("c.yaml", yaml), overrides(environment));
    problems.throwErrors();
    return loaded;
  }

  /** The positions of a text without errors. */
  static PositionsConfig loadPositions(String configYaml, String yaml) {
    Problems problems = new Problems();
    PositionsConfig bound = bindPositions(load(configYaml).config(), yaml, problems);
    problems.throwErrors();
    return bound;
  }

  /** The policy {@code scalp} of a policies file. */
  static PolicyConfig policy(String yaml) {
    Problems problems = new Problems();
    Policies policies = new Policies(problems);
    ConfigLoader.bindPolicies(ConfigTree.parse("q.yaml", yaml), policies, problems);
    problems.throwErrors();
    return policies.find("scalp").orElseThrow();
  }

  private static PositionsConfig bindPositions(
      RipcordConfig config, String yaml, Problems problems) {
    Policies policies = new Policies(problems);
    policies.addAll(config.policies());
    return new PositionsBinder(problems, policies, config).bind(ConfigTree.parse("p.yaml", yaml));
  }

  static Overrides overrides(String... assignments) {
    Map<String, String> environment = new HashMap<>();
    for (String assignment : assignments) {
      int end = assignment.indexOf('=');
      environment.put(assignment.substring(0, end), assignment.substring(end + 1));
    }
    return Overrides.of(environment);
  }

  static List<String> lines(Consumer<Problems> reading) {
    Problems problems = new Problems();
    try {
      reading.accept(problems);
    } catch (ConfigException e) {
      problems.addAll(e.problems());
    }
    return Stream.concat(problems.errors().stream(), problems.warnings().stream())
        .map(Problem::toString)
        .toList();
  }
}
