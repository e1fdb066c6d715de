package io.ripcord.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects problems while inputs are read, so that a user sees them together. One thread. */
final class Problems {
  private final List<Problem> all = new ArrayList<>();
  private int errorCount;

  void add(Problem problem) {
    all.add(problem);
    if (problem.isError()) {
      errorCount++;
    }
  }

  void addAll(List<Problem> problems) {
    problems.forEach(this::add);
  }

  void error(ConfigNode at, String label, String text) {
    add(problem(Problem.Severity.ERROR, at, at.line(), at.column(), label, text));
  }

  /** As {@link #error}, at the key that leads to the node. */
  void errorAtKey(ConfigNode at, String label, String text) {
    add(problem(Problem.Severity.ERROR, at, at.keyLine(), at.keyColumn(), label, text));
  }

  void warning(ConfigNode at, String label, String text) {
    add(problem(Problem.Severity.WARNING, at, at.line(), at.column(), label, text));
  }

  private static Problem problem(
      Problem.Severity severity, ConfigNode at, int line, int column, String label, String text) {
    String labelled = label.isEmpty() ? text : label + ": " + text;
    return new Problem(severity, at.file(), line, column, labelled);
  }

  int errorCount() {
    return errorCount;
  }

  List<Problem> errors() {
    return sorted(true);
  }

  List<Problem> warnings() {
    return sorted(false);
  }

  /** Throws when there is an error. */
  void throwErrors() {
    if (errorCount > 0) {
      throw new ConfigException(errors());
    }
  }

  /** In the order of the files as first met, then of the lines: the order in which one repairs. */
  private List<Problem> sorted(boolean errors) {
    List<String> sources = all.stream().map(Problem::source).distinct().toList();
    return all.stream()
        .filter(problem -> problem.isError() == errors)
        .sorted(
            Comparator.comparingInt((Problem problem) -> sources.indexOf(problem.source()))
                .thenComparingInt(Problem::line)
                .thenComparingInt(Problem::column))
        .toList();
  }
}
