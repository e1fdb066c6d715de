package io.ripcord.config;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ripcord.config.EffectiveValues.EffectiveValue;
import java.util.HexFormat;
import java.util.List;

/** Shows every value in effect with its origin, for people and for programs. */
public final class ConfigShow {
  private static final List<String> TITLES = List.of("KEY", "VALUE", "ORIGIN");

  private ConfigShow() {}

  /** A table of key, value and origin, one line each, then the two hashes. */
  public static String table(LoadedConfig loaded) {
    List<EffectiveValue> values = EffectiveValues.of(loaded.config());
    int keyWidth = TITLES.get(0).length();
    int valueWidth = TITLES.get(1).length();
    for (EffectiveValue value : values) {
      keyWidth = Math.max(keyWidth, value.path().length());
      valueWidth = Math.max(valueWidth, value.text().length());
    }
    StringBuilder out = new StringBuilder();
    appendRow(out, TITLES.get(0), keyWidth, TITLES.get(1), valueWidth, TITLES.get(2));
    for (EffectiveValue value : values) {
      String origin = loaded.origin(value.path()).toString();
      appendRow(out, value.path(), keyWidth, value.text(), valueWidth, origin);
    }
    out.append("sha256 ").append(hex(loaded.config().hash())).append('\n');
    out.append("decision sha256 ").append(hex(loaded.config().decisionHash())).append('\n');
    return out.toString();
  }

  /**
   * {@code {"config": tree, "sha256": hex, "decisionSha256": hex}}, where every leaf of the tree is
   * {@code {"value": ..., "origin": "..."}}. Fixed-point numbers are text.
   */
  public static ObjectNode json(LoadedConfig loaded) {
    ObjectNode shown = JsonNodeFactory.instance.objectNode();
    ObjectNode tree = shown.putObject("config");
    for (EffectiveValue value : EffectiveValues.of(loaded.config())) {
      ObjectNode leaf = leafOf(tree, value.keys());
      switch (value.form()) {
        case TEXT -> leaf.put("value", value.text());
        case NUMBER -> putNumber(leaf, value.text());
        case BOOLEAN -> leaf.put("value", Boolean.parseBoolean(value.text()));
      }
      leaf.put("origin", loaded.origin(value.path()).toString());
    }
    shown.put("sha256", hex(loaded.config().hash()));
    shown.put("decisionSha256", hex(loaded.config().decisionHash()));
    return shown;
  }

  private static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }

  /** A number that was not given, such as a core, is null. */
  private static void putNumber(ObjectNode leaf, String text) {
    if (Character.isDigit(text.charAt(0))) {
      leaf.put("value", Long.parseLong(text));
    } else {
      leaf.putNull("value");
    }
  }

  private static ObjectNode leafOf(ObjectNode tree, List<String> keys) {
    ObjectNode node = tree;
    for (int i = 0; i < keys.size(); i++) {
      boolean isList = i + 1 < keys.size() && keys.get(i + 1).startsWith("[");
      if (isList) {
        ArrayNode list = node.withArrayProperty(keys.get(i));
        i++;
        int index = Integer.parseInt(keys.get(i).substring(1, keys.get(i).length() - 1)) - 1;
        node = index < list.size() ? (ObjectNode) list.get(index) : list.addObject();
      } else {
        node = node.withObjectProperty(keys.get(i));
      }
    }
    return node;
  }

  private static void appendRow(
      StringBuilder out, String key, int keyWidth, String value, int valueWidth, String origin) {
    out.append(key).append(" ".repeat(keyWidth - key.length() + 2));
    out.append(value).append(" ".repeat(valueWidth - value.length() + 2));
    out.append(origin).append('\n');
  }
}
