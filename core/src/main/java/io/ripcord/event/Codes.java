package io.ripcord.event;

import java.util.function.ToIntFunction;

/** Look-up of enum values by schema number, without allocation. */
final class Codes {
  private Codes() {}

  static <E> E[] table(E[] values, E[] table, ToIntFunction<E> code) {
    for (E value : values) {
      table[code.applyAsInt(value)] = value;
    }
    return table;
  }

  static <E> E lookup(E[] table, int code) {
    E value = code >= 0 && code < table.length ? table[code] : null;
    if (value == null) {
      throw new IllegalArgumentException(
          "code=" + code + " is no " + table.getClass().getComponentType().getSimpleName());
    }
    return value;
  }
}
