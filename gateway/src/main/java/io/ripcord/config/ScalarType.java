package io.ripcord.config;

import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How one kind of scalar is read, refused and shown. Immutable.
 *
 * @param javaType class of the values
 * @param expected what a problem says was expected
 * @param kinds kinds of node that can hold it
 * @param form how JSON shows it
 * @param parser the value of a text, or null when the text is none
 * @param formatter the canonical text of a value
 * @param complaint the end of a problem's sentence for a text that was refused
 */
record ScalarType<T>(
    Class<T> javaType,
    String expected,
    Set<ConfigNode.Kind> kinds,
    Form form,
    Function<String, T> parser,
    Function<T, String> formatter,
    Function<String, String> complaint) {

  /** JSON's types of scalars. Fixed-point numbers are text there: JSON readers make them binary. */
  enum Form {
    TEXT,
    NUMBER,
    BOOLEAN
  }

  static <T> ScalarType<T> of(
      Class<T> javaType,
      String expected,
      Set<ConfigNode.Kind> kinds,
      Form form,
      Function<String, T> parser,
      Function<T, String> formatter) {
    return new ScalarType<>(
        javaType, expected, kinds, form, parser, formatter, text -> "expected " + expected);
  }

  ScalarType<T> complaining(Function<String, String> newComplaint) {
    return new ScalarType<>(javaType, expected, kinds, form, parser, formatter, newComplaint);
  }

  /** The same, where one value, which no text gives, stands for none and is shown so. */
  ScalarType<T> orNone(T absent) {
    return new ScalarType<>(
        javaType,
        expected,
        kinds,
        form,
        parser,
        value -> value.equals(absent) ? "none" : formatter.apply(value),
        complaint);
  }

  /** The value, or null when the text is none of this type. */
  T parse(String text) {
    return parser.apply(text);
  }

  String format(Object value) {
    return formatter.apply(javaType.cast(value));
  }

  /** {@code found ..., expected ...} for a text that was refused. */
  String mismatch(String text) {
    return "found " + Wording.quote(text) + ", " + complaint.apply(text);
  }

  /** The value of a node, or null after saying what is wrong with it. */
  T read(ConfigNode node, String label, Problems problems) {
    if (!kinds.contains(node.kind())) {
      boolean isScalar = !node.text().isEmpty();
      String found = isScalar ? mismatch(node.text()) : describeOther(node);
      problems.error(node, label, found);
      return null;
    }
    String text = node.kind() == ConfigNode.Kind.LIST ? joined(node) : node.text();
    boolean isClear = node.items().stream().noneMatch(item -> item.text().contains(","));
    T value = isClear ? parse(text) : null;
    if (value == null) {
      problems.error(node, label, mismatch(text));
    }
    return value;
  }

  /** A list as its items stand in the environment; an item that is no scalar has no text. */
  private static String joined(ConfigNode list) {
    return list.items().stream().map(ConfigNode::text).collect(Collectors.joining(","));
  }

  private String describeOther(ConfigNode node) {
    return "found " + node.describe() + ", expected " + expected;
  }
}
