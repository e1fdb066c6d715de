package io.ripcord.config;

import java.util.List;

/**
 * The keys that a mapping may have.
 *
 * @param keys allowed keys, in the order in which problems list them
 */
record Vocabulary(List<String> keys) {
  static Vocabulary of(String... keys) {
    return new Vocabulary(List.of(keys));
  }
}
