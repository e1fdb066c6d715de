package io.ripcord.config;

/**
 * One thing that is wrong, or looks wrong, in a configuration input. Immutable.
 *
 * @param severity whether it must be repaired before anything runs
 * @param source the file as the user named it, or {@code environment VARIABLE}
 * @param line line in the file from 1, 0 if the problem has no line
 * @param column column from 1, 0 if the problem has no column
 * @param text what was found and what was expected, on one line
 */
public record Problem(Severity severity, String source, int line, int column, String text) {
  /** How bad it is. */
  public enum Severity {
    /** Refused. */
    ERROR,
    /** Accepted, and probably not what was meant. */
    WARNING
  }

  /** Takes control characters out: a problem is one line, whatever the input held. */
  public Problem {
    source = Wording.oneLine(source);
    text = Wording.oneLine(text);
  }

  /** Whether it must be repaired before anything runs. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** {@code file:line:column: text}, as compilers write it, so that editors can jump there. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(source);
    if (line > 0) {
      out.append(':').append(line);
      if (column > 0) {
        out.append(':').append(column);
      }
    }
    return out.append(": ").append(isError() ? "" : "warning: ").append(text).toString();
  }
}
