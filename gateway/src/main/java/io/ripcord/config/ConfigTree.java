package io.ripcord.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.file.Path;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A YAML file as a tree of {@link ConfigNode}s, read token by token.
 *
 * <p>Stricter than YAML: one document, every key once, no aliases, no anchors on keys, mappings and
 * lists, no type tags: what one sees is what is read. Bounded: length of the file, {@value
 * #MAX_DEPTH} levels, {@value #MAX_NODES} values, {@value #MAX_TEXT} characters per text. Whatever
 * the bytes are, the result is a tree or a {@link ConfigException}. Any thread.
 */
public final class ConfigTree {
  /** Longest configuration or policies file, in bytes. */
  public static final int MAX_FILE_BYTES = 1024 * 1024;

  static final int MAX_DEPTH = 32;
  static final int MAX_NODES = 1 << 20;
  static final int MAX_TEXT = 64 * 1024;

  private final String file;
  private final YAMLParser parser;
  private final Problems problems = new Problems();
  private int nodeCount;

  private ConfigTree(String file, YAMLParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /**
   * Reads a file of at most {@value #MAX_FILE_BYTES} bytes.
   *
   * @throws ConfigException when it cannot be read, is not YAML of the kind accepted here, or its
   *     root is not a mapping
   */
  public static ConfigNode read(Path file) {
    return read(file, MAX_FILE_BYTES);
  }

  /** As {@link #read(Path)}, with another bound. */
  static ConfigNode read(Path file, int maxBytes) {
    return parse(file.toString(), TextFile.read(file, maxBytes));
  }

  /** As {@link #read(Path)}, for text that is in memory already; {@code file} names it. */
  public static ConfigNode parse(String file, String text) {
    LoaderOptions options = new LoaderOptions();
    // The caller has bounded the text; this bound must not be the narrower one.
    options.setCodePointLimit(Integer.MAX_VALUE);
    YAMLFactory factory =
        YAMLFactory.builder()
            .loaderOptions(options)
            .enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
            .build();
    try (YAMLParser parser = factory.createParser(text)) {
      ConfigTree tree = new ConfigTree(file, parser);
      ConfigNode root = tree.root();
      tree.problems.throwErrors();
      return root;
    } catch (JsonProcessingException e) {
      throw notYaml(file, e);
    } catch (IOException | YAMLException e) {
      throw ConfigException.at(file, 0, 0, "not valid YAML: " + e.getMessage());
    }
  }

  private ConfigNode root() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == null || token == JsonToken.VALUE_NULL) {
      throw ConfigException.at(
          file, 1, 1, "found an empty document, expected a mapping of keys to values");
    }
    JsonLocation at = parser.currentTokenLocation();
    ConfigNode.Place place = new ConfigNode.Place(null, null, 0, at.getLineNr(), at.getColumnNr());
    ConfigNode root = value(token, place, 1);
    if (root.kind() != ConfigNode.Kind.MAPPING) {
      problems.error(
          root, "", "found " + root.describe() + ", expected a mapping of keys to values");
    }
    if (parser.nextToken() != null) {
      throw here("found a second document, expected one document per file");
    }
    return root;
  }

  private ConfigNode value(JsonToken token, ConfigNode.Place place, int depth) throws IOException {
    refuseReferences();
    if (++nodeCount > MAX_NODES) {
      throw here("found more than " + MAX_NODES + " values, expected fewer");
    }
    JsonLocation at = parser.currentTokenLocation();
    ConfigNode.Kind kind = kind(token);
    boolean isContainer = kind == ConfigNode.Kind.MAPPING || kind == ConfigNode.Kind.LIST;
    if (isContainer && depth > MAX_DEPTH) {
      throw here("found a deeper nesting, expected at most " + MAX_DEPTH + " levels");
    }
    String text = isContainer ? "" : checkedText();
    ConfigNode node = new ConfigNode(file, place, kind, text, at.getLineNr(), at.getColumnNr());
    if (kind == ConfigNode.Kind.MAPPING) {
      fillMapping(node, depth);
    } else if (kind == ConfigNode.Kind.LIST) {
      fillList(node, depth);
    }
    return node;
  }

  private void fillMapping(ConfigNode mapping, int depth) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      refuseReferences();
      String key = checkedText();
      JsonLocation at = parser.currentTokenLocation();
      ConfigNode.Place place =
          new ConfigNode.Place(mapping, key, 0, at.getLineNr(), at.getColumnNr());
      ConfigNode child = value(parser.nextToken(), place, depth + 1);
      ConfigNode first = mapping.child(key);
      if (first == null) {
        mapping.put(key, child);
      } else {
        problems.errorAtKey(
            child,
            child.path(),
            "found this key again, expected it once; first at line " + first.keyLine());
      }
    }
  }

  private void fillList(ConfigNode list, int depth) throws IOException {
    int index = 0;
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      index++;
      JsonLocation at = parser.currentTokenLocation();
      ConfigNode.Place place =
          new ConfigNode.Place(list, null, index, at.getLineNr(), at.getColumnNr());
      list.add(value(token, place, depth + 1));
    }
  }

  private static ConfigNode.Kind kind(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> ConfigNode.Kind.MAPPING;
      case START_ARRAY -> ConfigNode.Kind.LIST;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> ConfigNode.Kind.NUMBER;
      case VALUE_TRUE, VALUE_FALSE -> ConfigNode.Kind.BOOLEAN;
      case VALUE_NULL -> ConfigNode.Kind.EMPTY;
      default -> ConfigNode.Kind.TEXT;
    };
  }

  /** An alias would show one text and mean another; a tag would change what a text means. */
  private void refuseReferences() throws IOException {
    if (parser.isCurrentAlias()) {
      String alias = Wording.quote("*" + parser.getText());
      throw here("found alias " + alias + ", expected the value itself");
    }
    if (parser.getObjectId() != null) {
      String anchor = Wording.quote("&" + parser.getObjectId());
      throw here("found anchor " + anchor + ", expected YAML without anchors");
    }
    if (parser.getTypeId() != null) {
      String tag = Wording.quote(parser.getTypeId());
      throw here("found type tag " + tag + ", expected YAML without type tags");
    }
  }

  private String checkedText() throws IOException {
    String text = parser.getText();
    if (text.length() > MAX_TEXT) {
      throw here("found a text of " + text.length() + " characters, expected at most " + MAX_TEXT);
    }
    return text;
  }

  private ConfigException here(String text) {
    JsonLocation at = parser.currentTokenLocation();
    return ConfigException.at(file, at.getLineNr(), at.getColumnNr(), text);
  }

  private static ConfigException notYaml(String file, JsonProcessingException e) {
    if (e.getCause() instanceof MarkedYAMLException marked && marked.getProblem() != null) {
      Mark mark = marked.getProblemMark();
      int line = mark == null ? 0 : mark.getLine() + 1;
      int column = mark == null ? 0 : mark.getColumn() + 1;
      return ConfigException.at(file, line, column, "not valid YAML: " + reason(marked));
    }
    JsonLocation at = e.getLocation();
    int line = at == null ? 0 : at.getLineNr();
    int column = at == null ? 0 : at.getColumnNr();
    String text = e.getOriginalMessage();
    if (text.startsWith("Expected a field name")) {
      text = "found a key that is not plain text, expected a word and a colon";
    }
    return ConfigException.at(file, line, column, "not valid YAML: " + text);
  }

  private static String reason(MarkedYAMLException marked) {
    String problem = marked.getProblem();
    if (problem.contains("\\t(TAB)")) {
      return "found a tab, expected spaces";
    }
    // The library's advice on indentation is about tabs and misleads for every other character.
    return problem.replaceFirst("[.] \\(Do not use .* for indentation\\)$", "");
  }
}
