package io.ripcord.venue.tape;

import io.ripcord.money.E8;
import java.nio.charset.StandardCharsets;

/**
 * Numbers and times of one field, with errors that name the field and quote the value. Reuses one
 * view of the bytes, so a value that parses allocates nothing; one per decoder.
 */
final class FieldParser {
  private static final long MAX_MS = Long.MAX_VALUE / 1_000_000;
  private static final long MIN_US = 100_000_000_000_000L;
  private static final long MAX_US = Long.MAX_VALUE / 1_000;

  private final AsciiView view = new AsciiView();

  /** A price or a quantity; its sign is not checked. */
  long decimalE8(String field, byte[] text, int begin, int end) throws MalformedLine {
    try {
      return E8.parse(view.over(text, begin, end));
    } catch (NumberFormatException e) {
      String problem =
          e.getMessage() + ", expected at most 8 decimals and a magnitude up to 1000000000";
      throw MalformedLine.field(field, text, begin, end, problem);
    }
  }

  /** As {@link #decimalE8}; {@code E8.NULL} for an empty field. */
  long optionalDecimalE8(String field, byte[] text, int begin, int end) throws MalformedLine {
    return begin == end ? E8.NULL : decimalE8(field, text, begin, end);
  }

  /** A whole number without sign, or -1 when it is none or does not fit. */
  static long wholeNumber(byte[] text, int begin, int end) {
    if (begin == end || end - begin > 19) {
      return -1;
    }
    long value = 0;
    for (int i = begin; i < end; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9 || value > (Long.MAX_VALUE - digit) / 10) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  /** A time of Binance, in milliseconds or microseconds since 1970, told by its magnitude. */
  static long binanceTimeNs(String field, byte[] text, int begin, int end) throws MalformedLine {
    long value = wholeNumber(text, begin, end);
    if (value >= 0 && value <= MAX_MS) {
      return value * 1_000_000;
    }
    if (value >= MIN_US && value <= MAX_US) {
      return value * 1_000;
    }
    throw MalformedLine.field(
        field, text, begin, end, "expected milliseconds or microseconds since 1970");
  }

  /** An ISO-8601 instant or nanoseconds since 1970. */
  static long instantNs(String field, byte[] text, int begin, int end) throws MalformedLine {
    long value = wholeNumber(text, begin, end);
    if (value < 0) {
      value = IsoTime.parseNs(text, begin, end);
    }
    if (value < 0) {
      throw MalformedLine.field(
          field,
          text,
          begin,
          end,
          "expected an instant like 2024-08-08T23:54:15.030314667Z or nanoseconds since 1970");
    }
    return value;
  }

  /** ASCII bytes as characters; other bytes become characters that no number has. */
  private static final class AsciiView implements CharSequence {
    private byte[] bytes;
    private int begin;
    private int end;

    AsciiView over(byte[] newBytes, int newBegin, int newEnd) {
      bytes = newBytes;
      begin = newBegin;
      end = newEnd;
      return this;
    }

    @Override
    public int length() {
      return end - begin;
    }

    @Override
    public char charAt(int index) {
      return (char) (bytes[begin + index] & 0xff);
    }

    @Override
    public CharSequence subSequence(int from, int to) {
      return new AsciiView().over(bytes, begin + from, begin + to);
    }

    @Override
    public String toString() {
      return new String(bytes, begin, end - begin, StandardCharsets.ISO_8859_1);
    }
  }
}
