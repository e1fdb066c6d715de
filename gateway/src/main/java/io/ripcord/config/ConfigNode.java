package io.ripcord.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One value of a configuration file: a mapping, a list or a scalar, with its place in the file.
 *
 * <p>A scalar keeps the exact text that stands in the file; what YAML would make of {@code 0.10} or
 * {@code 1_000} never matters. Filled by {@link ConfigTree}, which bounds depth, number and length,
 * and immutable after that.
 */
public final class ConfigNode {
  /** What kind of value it is, as YAML and the JSON Schemas see it. */
  public enum Kind {
    /** Keys with values. */
    MAPPING("a mapping"),
    /** A list of values. */
    LIST("a list"),
    /** Text: everything in quotes, and without quotes what is none of the following. */
    TEXT("text"),
    /** A number without quotes. */
    NUMBER("a number"),
    /** A word without quotes that YAML reads as true or false. */
    BOOLEAN("a boolean"),
    /** A key without a value, or the word null. */
    EMPTY("nothing");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  private final String file;
  private final ConfigNode parent;
  private final String key;
  private final int index;
  private final Kind kind;
  private final int line;
  private final int column;
  private final int keyLine;
  private final int keyColumn;
  private final String text;
  private final Map<String, ConfigNode> children;
  private final List<ConfigNode> items;

  /** Where a value hangs: at the root (both null), under a key, or in a list. */
  record Place(ConfigNode parent, String key, int index, int line, int column) {}

  ConfigNode(String file, Place place, Kind kind, String text, int line, int column) {
    this.file = file;
    this.parent = place.parent();
    this.key = place.key();
    this.index = place.index();
    this.kind = kind;
    this.text = text;
    this.keyLine = place.line();
    this.keyColumn = place.column();
    this.children = kind == Kind.MAPPING ? new LinkedHashMap<>() : Map.of();
    this.items = kind == Kind.LIST ? new ArrayList<>() : List.of();
    // A mapping begins at its own first key; the user looks for it at the key that leads to it.
    boolean isAtKey =
        key != null && (kind == Kind.MAPPING || kind == Kind.LIST || kind == Kind.EMPTY);
    this.line = isAtKey ? keyLine : line;
    this.column = isAtKey ? keyColumn : column;
  }

  ConfigNode child(String name) {
    return children.get(name);
  }

  void put(String name, ConfigNode child) {
    children.put(name, child);
  }

  void add(ConfigNode item) {
    items.add(item);
  }

  /** The file, as the user named it. */
  public String file() {
    return file;
  }

  /** Line from 1: of a scalar, or of the key that leads to anything else. */
  public int line() {
    return line;
  }

  /** Column from 1, as {@link #line()}. */
  public int column() {
    return column;
  }

  /** Line of the key that leads here, of the value itself where there is no key. */
  public int keyLine() {
    return keyLine;
  }

  /** Column of the key that leads here. */
  public int keyColumn() {
    return keyColumn;
  }

  /** What kind of value it is. */
  public Kind kind() {
    return kind;
  }

  /** The key that leads here, empty at the root and in a list. */
  public Optional<String> key() {
    return Optional.ofNullable(key);
  }

  /** The exact text of a scalar, empty for mappings and lists. */
  public String text() {
    return text;
  }

  /** Keys and values of a mapping in file order, empty for other kinds. */
  public Map<String, ConfigNode> children() {
    return Collections.unmodifiableMap(children);
  }

  /** Values of a list in file order, empty for other kinds. */
  public List<ConfigNode> items() {
    return Collections.unmodifiableList(items);
  }

  /** Key path from the root, such as {@code policies.scalp.take-profit.ladder[2].after}. */
  public String path() {
    if (parent == null) {
      return "";
    }
    return key == null ? KeyPath.item(parent.path(), index) : KeyPath.child(parent.path(), key);
  }

  /** What stands here, for "found ..., expected ...". */
  public String describe() {
    return switch (kind) {
      case MAPPING, LIST, EMPTY -> kind.words;
      case TEXT, NUMBER, BOOLEAN -> Wording.quote(text);
    };
  }
}
