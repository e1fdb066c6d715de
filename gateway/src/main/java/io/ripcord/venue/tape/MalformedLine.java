package io.ripcord.venue.tape;

import java.nio.charset.StandardCharsets;

/** A line that does not parse. Its message lacks file and line number: the cursor adds them. */
final class MalformedLine extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int MAX_SHOWN = 40;

  MalformedLine(String message) {
    super(message);
  }

  /** A field with its value: {@code last "abc": expected a number}. */
  static MalformedLine field(String field, byte[] bytes, int begin, int end, String problem) {
    return new MalformedLine(field + " " + quoted(bytes, begin, end) + ": " + problem);
  }

  /** The bytes as quoted text that fits a message: one line, printable, cut when long. */
  static String quoted(byte[] bytes, int begin, int end) {
    return quoted(new String(bytes, begin, end - begin, StandardCharsets.UTF_8), MAX_SHOWN);
  }

  static String quoted(String text, int maxShown) {
    StringBuilder shown = new StringBuilder("\"");
    for (int i = 0; i < text.length() && i < maxShown; i++) {
      char c = text.charAt(i);
      shown.append(Character.isISOControl(c) ? '?' : c);
    }
    return shown.append(text.length() > maxShown ? "...\"" : "\"").toString();
  }
}
