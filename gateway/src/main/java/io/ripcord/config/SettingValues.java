package io.ripcord.config;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The values of all {@link Setting}s: default, overridden by file, overridden by environment. */
final class SettingValues {
  private final Problems problems;
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final Map<String, ConfigNode> nodes = new LinkedHashMap<>();
  private final Map<String, Origin> origins = new LinkedHashMap<>();

  SettingValues(Problems problems) {
    this.problems = problems;
  }

  /** The first words of all key paths: keys that the root of the file may have. */
  static List<String> rootKeys() {
    return List.copyOf(keysUnder(""));
  }

  /** Reads the settings of a file. */
  void readFile(Block root) {
    readBlock(root, "");
  }

  private void readBlock(Block block, String path) {
    for (String key : keysUnder(path)) {
      String childPath = path.isEmpty() ? key : path + "." + key;
      if (!block.has(key)) {
        continue;
      }
      Setting<?> setting = find(childPath);
      if (setting != null) {
        readNode(setting, block.get(key));
        continue;
      }
      Block child = block.block(key);
      if (child != null) {
        child.allow(Vocabulary.of(keysUnder(childPath).toArray(String[]::new)));
        readBlock(child, childPath);
      }
    }
  }

  private void readNode(Setting<?> setting, ConfigNode node) {
    Object value = setting.type().read(node, setting.path(), problems);
    if (value != null) {
      values.put(setting.path(), value);
      nodes.put(setting.path(), node);
      origins.put(setting.path(), Origin.of(node));
    }
  }

  /** Reads the environment, which wins over the file. */
  void readEnvironment(Overrides overrides) {
    overrides.refuseUnknown(problems);
    for (Setting<?> setting : Setting.ALL) {
      String text = overrides.variables().get(setting.variable());
      if (text == null) {
        continue;
      }
      Object value = setting.type().parse(text);
      if (value == null) {
        problems.add(Overrides.problem(setting.variable(), setting.type().mismatch(text)));
        continue;
      }
      values.put(setting.path(), value);
      nodes.remove(setting.path());
      origins.put(setting.path(), Origin.variable(setting.variable()));
    }
  }

  /** The value in effect. */
  <T> T get(Setting<T> setting) {
    Object value = values.get(setting.path());
    return value == null ? setting.fallback() : setting.type().javaType().cast(value);
  }

  /** Origins by key path, of those settings that somebody set. */
  Map<String, Origin> origins() {
    return origins;
  }

  /** Says something about a setting, at the place that set it. */
  void error(Setting<?> setting, String text) {
    ConfigNode node = nodes.get(setting.path());
    if (node != null) {
      problems.error(node, setting.path(), text);
      return;
    }
    Origin origin = origins.getOrDefault(setting.path(), Origin.DEFAULT);
    problems.add(
        new Problem(Problem.Severity.ERROR, origin.toString(), 0, 0, setting.path() + ": " + text));
  }

  private static Set<String> keysUnder(String path) {
    String prefix = path.isEmpty() ? "" : path + ".";
    Set<String> keys = new LinkedHashSet<>();
    for (Setting<?> setting : Setting.ALL) {
      if (setting.path().startsWith(prefix)) {
        String rest = setting.path().substring(prefix.length());
        int end = rest.indexOf('.');
        keys.add(end < 0 ? rest : rest.substring(0, end));
      }
    }
    return keys;
  }

  private static Setting<?> find(String path) {
    for (Setting<?> setting : Setting.ALL) {
      if (setting.path().equals(path)) {
        return setting;
      }
    }
    return null;
  }

  /** Whether a file or a variable has set it. */
  boolean isSet(Setting<?> setting) {
    return values.containsKey(setting.path());
  }
}
