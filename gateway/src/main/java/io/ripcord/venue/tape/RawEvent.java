package io.ripcord.venue.tape;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;

/**
 * The known fields of one WebSocket message as text, collected in one pass whatever their order;
 * what they mean depends on the event type, which may come last. Fixed memory: {@link
 * #MAX_VALUE_BYTES} per field, longer values count as unusable.
 */
final class RawEvent {
  static final int TYPE = 0;
  static final int SYMBOL = 1;
  static final int PRICE = 2;
  static final int QUANTITY = 3;
  static final int BID = 4;
  static final int BID_QUANTITY = 5;
  static final int ASK = 6;
  static final int ASK_QUANTITY = 7;
  static final int EVENT_TIME = 8;
  static final int TRANSACTION_TIME = 9;
  private static final int FIELDS = 10;

  /** Of known events, but not needed: only told apart from unknown fields. */
  private static final int UNUSED = -1;

  private static final int UNKNOWN = -2;

  private static final String[] NAMES = {"e", "s", "p", "q", "b", "B", "a", "A", "E", "T"};
  static final int MAX_VALUE_BYTES = 64;

  private static final byte ABSENT = 0;
  private static final byte STRING = 1;
  private static final byte NUMBER = 2;
  private static final byte OTHER = 3;

  private final byte[] text = new byte[FIELDS * MAX_VALUE_BYTES];
  private final int[] lengths = new int[FIELDS];
  private final byte[] kinds = new byte[FIELDS];
  private int unknownFields;

  /** Reads an object whose opening brace is the current token, and its {@code data} as well. */
  void read(JsonParser json) throws IOException, MalformedLine {
    Arrays.fill(kinds, ABSENT);
    unknownFields = 0;
    readObject(json, true);
  }

  private void readObject(JsonParser json, boolean isOutermost) throws IOException, MalformedLine {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if (isOutermost && name.equals("data") && value == JsonToken.START_OBJECT) {
        readObject(json, false);
        continue;
      }
      int field = field(name);
      if (field >= 0) {
        store(field, json, value);
      } else if (field == UNKNOWN) {
        unknownFields++;
      }
      json.skipChildren();
    }
  }

  private static int field(String name) {
    return switch (name) {
      case "e" -> TYPE;
      case "s" -> SYMBOL;
      case "p" -> PRICE;
      case "q" -> QUANTITY;
      case "b" -> BID;
      case "B" -> BID_QUANTITY;
      case "a" -> ASK;
      case "A" -> ASK_QUANTITY;
      case "E" -> EVENT_TIME;
      case "T" -> TRANSACTION_TIME;
      // Name of the stream, ids, flags, pair.
      case "stream", "t", "f", "l", "u", "m", "M", "X", "ps" -> UNUSED;
      default -> UNKNOWN;
    };
  }

  private void store(int field, JsonParser json, JsonToken value)
      throws IOException, MalformedLine {
    if (kinds[field] != ABSENT) {
      throw new MalformedLine("field \"" + NAMES[field] + "\" is given twice: expected once");
    }
    boolean isString = value == JsonToken.VALUE_STRING;
    if (!isString && value != JsonToken.VALUE_NUMBER_INT) {
      kinds[field] = OTHER;
      return;
    }
    int length = json.getTextLength();
    if (length > MAX_VALUE_BYTES) {
      kinds[field] = OTHER;
      return;
    }
    char[] chars = json.getTextCharacters();
    int from = json.getTextOffset();
    int to = begin(field);
    for (int i = 0; i < length; i++) {
      char c = chars[from + i];
      text[to + i] = c < 0x80 ? (byte) c : (byte) 0xff;
    }
    lengths[field] = length;
    kinds[field] = isString ? STRING : NUMBER;
  }

  byte[] text() {
    return text;
  }

  int begin(int field) {
    return field * MAX_VALUE_BYTES;
  }

  int end(int field) {
    return begin(field) + lengths[field];
  }

  String name(int field) {
    return NAMES[field];
  }

  boolean has(int field) {
    return kinds[field] != ABSENT;
  }

  boolean hasString(int field) {
    return kinds[field] == STRING;
  }

  boolean hasNumber(int field) {
    return kinds[field] == NUMBER;
  }

  /** Whether a field is the given ASCII string. */
  boolean is(int field, String wanted) {
    if (kinds[field] != STRING || lengths[field] != wanted.length()) {
      return false;
    }
    int begin = begin(field);
    for (int i = 0; i < wanted.length(); i++) {
      if (text[begin + i] != wanted.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  int unknownFields() {
    return unknownFields;
  }
}
