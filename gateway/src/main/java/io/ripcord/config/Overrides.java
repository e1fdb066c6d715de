package io.ripcord.config;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Environment variables that override the scalar keys of the configuration file: {@code
 * RIPCORD__PIPELINE__RING_SIZE} is {@code pipeline.ring-size}, two underscores per level, one for a
 * hyphen. A variable with the prefix that names no such key is an error. Problems never show the
 * value of a variable that is not known: it may be a secret. Immutable.
 */
public final class Overrides {
  /** What the names of all these variables begin with. */
  public static final String PREFIX = "RIPCORD__";

  private static final Overrides NONE = new Overrides(new TreeMap<>());

  private final SortedMap<String, String> variables;

  private Overrides(SortedMap<String, String> variables) {
    this.variables = variables;
  }

  /** No overrides, for programs that must not depend on their environment. */
  public static Overrides none() {
    return NONE;
  }

  /** Takes those variables that begin with {@value #PREFIX}. */
  public static Overrides of(Map<String, String> environment) {
    SortedMap<String, String> variables = new TreeMap<>();
    environment.forEach(
        (name, value) -> {
          if (name.startsWith(PREFIX)) {
            variables.put(name, value);
          }
        });
    return new Overrides(variables);
  }

  /** Names and values in the order of names. */
  SortedMap<String, String> variables() {
    return Collections.unmodifiableSortedMap(variables);
  }

  /** Says which variables name no setting. */
  void refuseUnknown(Problems problems) {
    List<String> known = Setting.ALL.stream().map(Setting::variable).toList();
    for (String name : variables.keySet()) {
      if (!known.contains(name)) {
        String hint =
            Wording.nearest(name, known)
                .map(near -> "did you mean '" + near + "'?")
                .orElse("expected one of the settings that 'config show' lists");
        problems.add(problem(name, "found no setting of this name, " + hint));
      }
    }
  }

  static Problem problem(String variable, String text) {
    return new Problem(Problem.Severity.ERROR, Origin.variable(variable).toString(), 0, 0, text);
  }
}
