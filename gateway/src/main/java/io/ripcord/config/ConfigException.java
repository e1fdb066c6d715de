package io.ripcord.config;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A configuration input is refused. The message is for the user, as it is: one line per problem,
 * {@code file:line:column: what was found, what was expected}, at most {@value #SHOWN} of them.
 * Command-line verbs print it without a stack trace and leave with exit code 3.
 */
public final class ConfigException extends RuntimeException {
  /** Most problems that a message shows. */
  static final int SHOWN = 10;

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** Refuses for these reasons, at least one. */
  public ConfigException(List<Problem> problems) {
    super(message(problems));
    this.problems = List.copyOf(problems);
  }

  /** Refuses for one reason; {@code line} and {@code column} are 0 when there is none. */
  static ConfigException at(String source, int line, int column, String text) {
    return new ConfigException(
        List.of(new Problem(Problem.Severity.ERROR, source, line, column, text)));
  }

  /** All problems, in the order of files and lines; empty after deserialization. */
  public List<Problem> problems() {
    return problems == null ? List.of() : problems;
  }

  private static String message(List<Problem> problems) {
    String shown =
        problems.stream().limit(SHOWN).map(Problem::toString).collect(Collectors.joining("\n"));
    int rest = problems.size() - SHOWN;
    return rest > 0 ? shown + "\nand " + rest + " more" : shown;
  }
}
