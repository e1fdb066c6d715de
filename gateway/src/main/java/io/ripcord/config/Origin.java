package io.ripcord.config;

/**
 * Where an effective value comes from. Immutable.
 *
 * @param source the file, or the environment variable, or nothing for a default
 * @param line line in the file, 0 for the others
 */
public record Origin(String source, int line) {
  /** Nobody said anything. */
  public static final Origin DEFAULT = new Origin("default", 0);

  static Origin of(ConfigNode node) {
    return new Origin(node.file(), node.line());
  }

  static Origin variable(String name) {
    return new Origin("environment " + name, 0);
  }

  /** {@code default}, {@code file:line} or {@code environment VARIABLE}. */
  @Override
  public String toString() {
    return line > 0 ? source + ":" + line : source;
  }
}
