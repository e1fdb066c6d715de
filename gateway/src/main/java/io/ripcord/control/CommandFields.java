package io.ripcord.control;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.ripcord.config.Wording;
import io.ripcord.money.E8;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The fields of one flat JSON object, as the characters that were written: a number never passes
 * through binary floating point. Bounded in every direction; duplicates, nested values and anything
 * behind the object are refused. One thread.
 */
final class CommandFields {
  /** Longest object that is read. */
  static final int MAX_BYTES = 64 << 10;

  private static final int MAX_DEPTH = 32;
  private static final int MAX_TEXT = 8 << 10;
  private static final int MAX_NUMBER = 32;
  private static final int MAX_NAME = 128;
  private static final long MAX_DOCUMENT = 256L << 10;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(MAX_TEXT)
                  .maxNumberLength(MAX_NUMBER)
                  .maxNameLength(MAX_NAME)
                  .maxDocumentLength(MAX_DOCUMENT)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private enum Kind {
    TEXT,
    NUMBER,
    BOOLEAN
  }

  private record Field(Kind kind, String text) {
    String shown() {
      return kind == Kind.TEXT ? Wording.quote(text) : Wording.oneLine(text);
    }
  }

  private final Map<String, Field> fields = new LinkedHashMap<>();

  /**
   * Reads an object; no bytes at all are an object without fields.
   *
   * @throws MalformedCommandException naming the field or the place, and what was expected
   */
  static CommandFields parse(byte[] bytes) {
    CommandFields parsed = new CommandFields();
    if (bytes.length == 0) {
      return parsed;
    }
    try (JsonParser parser = JSON.createParser(bytes)) {
      parsed.readObject(parser);
      return parsed;
    } catch (StreamConstraintsException e) {
      throw new MalformedCommandException(
          "too long or too deep, expected names of at most "
              + MAX_NAME
              + ", numbers of at most "
              + MAX_NUMBER
              + " and texts of at most "
              + MAX_TEXT
              + " characters, nested at most "
              + MAX_DEPTH
              + " deep");
    } catch (JsonProcessingException e) {
      throw new MalformedCommandException(
          "found no JSON at line "
              + (e.getLocation() == null ? 1 : e.getLocation().getLineNr())
              + " column "
              + (e.getLocation() == null ? 1 : e.getLocation().getColumnNr())
              + " ("
              + Wording.oneLine(shortened(e.getOriginalMessage()))
              + "), expected one JSON object");
    } catch (IOException e) {
      throw new MalformedCommandException("found no UTF-8 text, expected one JSON object");
    }
  }

  private static String shortened(String text) {
    return text.length() > MAX_NAME ? text.substring(0, MAX_NAME) + "..." : text;
  }

  private void readObject(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new MalformedCommandException("found no JSON object, expected one");
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == null) {
        break;
      }
      switch (value) {
        case VALUE_STRING -> fields.put(name, new Field(Kind.TEXT, parser.getText()));
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
            fields.put(name, new Field(Kind.NUMBER, parser.getText()));
        case VALUE_TRUE, VALUE_FALSE -> fields.put(name, new Field(Kind.BOOLEAN, parser.getText()));
        case VALUE_NULL -> fields.put(name, null);
        default ->
            throw new MalformedCommandException(
                Wording.quote(name) + ": found a nested value, expected a text or a number");
      }
    }
    if (parser.nextToken() != null) {
      throw new MalformedCommandException(
          "found more behind the JSON object, expected nothing there");
    }
  }

  /** Sets what is known from elsewhere, such as from a path; saying it twice must agree. */
  void put(String name, String text) {
    Field before = fields.put(name, new Field(Kind.TEXT, text));
    if (before != null && !before.text().equals(text)) {
      throw new MalformedCommandException(
          name + ": found " + before.shown() + ", expected " + text + " as in the path");
    }
  }

  /** Takes a field out. */
  String takeText(String name, List<String> known) {
    Field field = fields.remove(name);
    if (field == null || field.kind() != Kind.TEXT || !known.contains(field.text())) {
      String found = field == null ? "nothing" : field.shown();
      String word = field == null ? "" : field.text();
      throw new MalformedCommandException(
          name + ": found " + found + ", " + Wording.suggestion(word, known));
    }
    return field.text();
  }

  /** Refuses every field but these. */
  void allow(String... names) {
    List<String> known = List.of(names);
    for (String name : fields.keySet()) {
      if (!known.contains(name)) {
        String expected = known.isEmpty() ? "expected none" : Wording.suggestion(name, known);
        throw new MalformedCommandException(
            "unknown field " + Wording.quote(name) + ", " + expected);
      }
    }
  }

  /** A number, written as one or as text; {@link E8#NULL} when it is not given. */
  long optionalNumber(String name, Function<String, Long> reader) {
    return fields.get(name) == null ? E8.NULL : number(name, reader);
  }

  long number(String name, Function<String, Long> reader) {
    return read(name, required(name), Kind.NUMBER, reader);
  }

  <T> T text(String name, Function<String, T> reader) {
    return read(name, required(name), Kind.TEXT, reader);
  }

  <T> T optionalText(String name, Function<String, T> reader, T absent) {
    return fields.get(name) == null ? absent : text(name, reader);
  }

  private static <T> T read(String name, Field field, Kind kind, Function<String, T> reader) {
    if (field.kind() != Kind.TEXT && field.kind() != kind) {
      throw new MalformedCommandException(
          name
              + ": found "
              + field.shown()
              + ", expected a "
              + (kind == Kind.TEXT ? "text" : "number"));
    }
    try {
      return reader.apply(field.text());
    } catch (IllegalArgumentException e) {
      throw new MalformedCommandException(name + ": " + e.getMessage());
    }
  }

  private Field required(String name) {
    Field field = fields.get(name);
    if (field == null) {
      throw new MalformedCommandException(name + ": found nothing, expected a value");
    }
    return field;
  }

  /** True or false; false when it is not given. */
  boolean flag(String name) {
    Field field = fields.get(name);
    if (field == null) {
      return false;
    }
    if (field.kind() != Kind.BOOLEAN) {
      throw new MalformedCommandException(
          name + ": found " + field.shown() + ", expected true or false");
    }
    return Boolean.parseBoolean(field.text());
  }
}
