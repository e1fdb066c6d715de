package io.ripcord.config;

import io.ripcord.event.Side;
import java.util.List;

/**
 * The values of a position as text, read in commands as they are in files. A text that is none is
 * refused with {@code found ..., expected ...}. Stateless; any thread.
 */
public final class PositionScalars {
  private PositionScalars() {}

  /**
   * Number of a position.
   *
   * @throws IllegalArgumentException for a text that is none
   */
  public static long id(String text) {
    return read(PositionBinder.ID, text);
  }

  /**
   * Name of a symbol or a policy.
   *
   * @throws IllegalArgumentException for a text that is none
   */
  public static String name(String text) {
    return read(Scalars.NAME, text);
  }

  /**
   * LONG or SHORT.
   *
   * @throws IllegalArgumentException for a text that is none
   */
  public static Side side(String text) {
    return read(PositionBinder.SIDE, text);
  }

  /**
   * A price or a quantity above 0, at 1e-8.
   *
   * @throws IllegalArgumentException for a text that is none
   */
  public static long amount(String text) {
    return read(PositionBinder.AMOUNT, text);
  }

  /**
   * Leverage, at 1e-8.
   *
   * @throws IllegalArgumentException for a text that is none
   */
  public static long leverage(String text) {
    return read(PositionBinder.LEVERAGE, text);
  }

  /**
   * Names of groups, separated by commas.
   *
   * @throws IllegalArgumentException for a text that is none
   */
  public static List<String> groups(String text) {
    return read(GroupNames.TYPE, text).names();
  }

  private static <T> T read(ScalarType<T> type, String text) {
    T value = type.parse(text);
    if (value == null) {
      throw new IllegalArgumentException(type.mismatch(text));
    }
    return value;
  }
}
