package io.ripcord.config;

/**
 * Values as policies write them, with their ranges, for commands that take the same. Stateless;
 * each method throws an {@link IllegalArgumentException} that says what was found and what is
 * expected.
 */
public final class PolicyText {
  private PolicyText() {}

  /** Length of a bar in nanoseconds, such as {@code 1m}. */
  public static long barNs(String text) {
    return parse(PolicyScalars.BAR, text);
  }

  /** Bars in the window of an indicator. */
  public static int period(String text) {
    return parse(PolicyScalars.PERIOD, text);
  }

  /** A multiple at 1e-6. */
  public static long factorE6(String text) {
    return parse(PolicyScalars.FACTOR, text);
  }

  private static <T> T parse(ScalarType<T> type, String text) {
    T value = type.parse(text);
    if (value == null) {
      throw new IllegalArgumentException(type.mismatch(text));
    }
    return value;
  }
}
