package io.ripcord.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A mapping while it is bound: looks up keys, reads scalars, and says what is wrong under the name
 * that the user knows it by. Never throws for what a file holds.
 */
final class Block {
  private final ConfigNode node;
  private final String label;
  private final String separator;
  private final Problems problems;

  /** Keys that an unknown key was taken for: that they are missing has been said already. */
  private final Set<String> suggested = new HashSet<>();

  private Block(ConfigNode node, String label, String separator, Problems problems) {
    this.node = node;
    this.label = label;
    this.separator = separator;
    this.problems = problems;
  }

  /** A block known by its key path, or null after saying that the node is no mapping. */
  static Block of(ConfigNode node, Problems problems) {
    return isMapping(node, node.path(), problems)
        ? new Block(node, node.path(), ".", problems)
        : null;
  }

  /** A block known by a name of its own, such as {@code position 3}. */
  static Block named(ConfigNode node, String name, Problems problems) {
    return isMapping(node, name, problems) ? new Block(node, name, ": ", problems) : null;
  }

  private static boolean isMapping(ConfigNode node, String label, Problems problems) {
    if (node.kind() == ConfigNode.Kind.MAPPING) {
      return true;
    }
    problems.error(
        node, label, "found " + node.describe() + ", expected a mapping of keys to values");
    return false;
  }

  /** How many errors there are so far, of this block and of everything else. */
  int errorCount() {
    return problems.errorCount();
  }

  ConfigNode node() {
    return node;
  }

  Problems problems() {
    return problems;
  }

  String label(String key) {
    return label.isEmpty() ? KeyPath.child("", key) : label + separator + KeyPath.child("", key);
  }

  ConfigNode get(String key) {
    return node.child(key);
  }

  boolean has(String key) {
    return node.child(key) != null;
  }

  /** Refuses every key outside the vocabulary. */
  void allow(Vocabulary vocabulary) {
    for (Map.Entry<String, ConfigNode> entry : node.children().entrySet()) {
      String key = entry.getKey();
      if (vocabulary.keys().contains(key)) {
        continue;
      }
      Wording.nearest(key, vocabulary.keys()).ifPresent(suggested::add);
      String text =
          "unknown key " + Wording.quote(key) + ", " + Wording.suggestion(key, vocabulary.keys());
      problems.errorAtKey(entry.getValue(), label(key), text);
    }
  }

  /** The value of a key, {@code absent} when there is no such key or its value is refused. */
  <T> T value(String key, ScalarType<T> type, T absent) {
    if (!has(key)) {
      return absent;
    }
    T value = type.read(get(key), label(key), problems);
    return value == null ? absent : value;
  }

  /** The value of a key, null after saying that it is missing or wrong. */
  <T> T required(String key, ScalarType<T> type) {
    requireKey(key, type.expected());
    return has(key) ? type.read(get(key), label(key), problems) : null;
  }

  /** Says when there is no such key. */
  void requireKey(String key, String expected) {
    if (!has(key) && !suggested.contains(key)) {
      error("missing key '" + key + "', expected " + expected);
    }
  }

  /** The mapping under a key; null when there is no such key, or after saying that it is none. */
  Block block(String key) {
    ConfigNode child = get(key);
    if (child == null || !isMapping(child, label(key), problems)) {
      return null;
    }
    return new Block(child, label(key), ".", problems);
  }

  /** The items under a key; empty when there is no such key, or after saying that it is no list. */
  List<ConfigNode> list(String key) {
    ConfigNode child = get(key);
    if (child == null) {
      return List.of();
    }
    if (child.kind() != ConfigNode.Kind.LIST) {
      problems.error(child, label(key), "found " + child.describe() + ", expected a list");
      return List.of();
    }
    return child.items();
  }

  /** The mappings of the list under a key, named after their place; a wrong one is null. */
  List<Block> items(String key, String what, int most) {
    int before = errorCount();
    List<ConfigNode> nodes = list(key);
    boolean isList = has(key) && errorCount() == before;
    if (isList && (nodes.isEmpty() || nodes.size() > most)) {
      error(key, "found " + nodes.size() + " " + what + "s, expected 1 to " + most);
    }
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < Math.min(nodes.size(), most); i++) {
      String name = label(key) + ": " + what + " " + (i + 1);
      blocks.add(Block.named(nodes.get(i), name, problems));
    }
    return blocks;
  }

  /** Says unless exactly one of two keys is there. */
  boolean oneOf(String first, String second) {
    if (has(first) != has(second)) {
      return true;
    }
    if (has(first)) {
      error("found both " + first + " and " + second + ", expected one of them");
    } else if (!suggested.contains(first) && !suggested.contains(second)) {
      error("found neither " + first + " nor " + second + ", expected one of them");
    }
    return false;
  }

  /** Says unless exactly one of the keys is there. */
  void exactlyOne(Vocabulary vocabulary) {
    List<String> found = new ArrayList<>();
    for (String key : node.children().keySet()) {
      if (vocabulary.keys().contains(key)) {
        found.add(key);
      }
    }
    boolean isMisspelt = vocabulary.keys().stream().anyMatch(suggested::contains);
    if (found.size() > 1 || (found.isEmpty() && !isMisspelt)) {
      String shown = found.isEmpty() ? "none" : String.join(" and ", found);
      error(
          "found " + shown + ", expected exactly one of: " + String.join(", ", vocabulary.keys()));
    }
  }

  void error(String text) {
    problems.error(node, label, text);
  }

  void error(String key, String text) {
    problems.error(get(key), label(key), text);
  }

  /** Says something of the block that the value of a key shows. */
  void errorAt(String key, String text) {
    problems.error(get(key), label, text);
  }

  void warning(String text) {
    problems.warning(node, label, text);
  }

  /** As {@link #errorAt}, for what is accepted. */
  void warningAt(String key, String text) {
    problems.warning(get(key), label, text);
  }

  void warning(String key, String text) {
    problems.warning(get(key), label(key), text);
  }
}
