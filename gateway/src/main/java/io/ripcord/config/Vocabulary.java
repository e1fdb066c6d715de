package io.ripcord.config;

import java.util.List;
import java.util.Set;

/**
 * The keys that a mapping may have, and those that are promised but not built yet.
 *
 * @param keys allowed keys, in the order in which problems list them
 * @param notBuilt keys that get an answer of their own, so that nobody takes them for a typing
 *     error
 * @param instead what to do about one of those
 */
record Vocabulary(List<String> keys, Set<String> notBuilt, String instead) {
  static Vocabulary of(String... keys) {
    return new Vocabulary(List.of(keys), Set.of(), "");
  }

  /** The same with keys that are promised; {@code advice} says what to do about one of them. */
  Vocabulary notBuiltYet(String advice, String... names) {
    return new Vocabulary(keys, Set.of(names), advice);
  }

  /** What a problem says of something that is promised. */
  static String notBuiltText(String name, String advice) {
    return name + " is not built yet in this version; " + advice;
  }
}
