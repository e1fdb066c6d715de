package io.ripcord.venue.tape;

import java.nio.charset.StandardCharsets;

/** A line that does not parse. Its message lacks file and line number: the cursor adds them. */
final class MalformedLine extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int MAX_SHOWN = 40;

  /** With a message of one printable line, whatever the tape has put into it. */
  MalformedLine(String message) {
    super(oneLine(message));
  }

  /** A field with its value: {@code last "abc": expected a number}. */
  static MalformedLine field(String field, byte[] bytes, int begin, int end, String problem) {
    String value = new String(bytes, begin, end - begin, StandardCharsets.UTF_8);
    return new MalformedLine(field + " " + quoted(value, MAX_SHOWN) + ": " + problem);
  }

  /** In quotes, and cut when long. */
  static String quoted(String text, int maxShown) {
    boolean isLong = text.length() > maxShown;
    return "\"" + (isLong ? text.substring(0, maxShown) + "..." : text) + "\"";
  }

  private static String oneLine(String text) {
    StringBuilder shown = new StringBuilder(text);
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      // The last two separate lines, but are no control characters.
      if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
        shown.setCharAt(i, '?');
      }
    }
    return shown.toString();
  }
}
