package io.ripcord.event;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.agrona.DirectBuffer;

/** Text out of event bytes, for tools; allocates. */
public final class Texts {
  /** Bytes of a SHA-256. */
  public static final int SHA_256_LENGTH = 32;

  /** Bytes of a build id. */
  public static final int BUILD_ID_LENGTH = 40;

  /** Characters of the longest name. */
  public static final int NAME_LENGTH = 64;

  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final String[] UNITS = {"d", "h", "m", "s", "ms", "us", "ns"};
  private static final long[] UNIT_NS = {
    86_400 * NANOS_PER_SECOND,
    3_600 * NANOS_PER_SECOND,
    60 * NANOS_PER_SECOND,
    NANOS_PER_SECOND,
    1_000_000,
    1_000,
    1
  };
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final String DIGITS = "0123456789abcdef";

  private Texts() {}

  /** Characters up to the first zero byte. */
  public static String ascii(DirectBuffer buffer, int offset, int maxLength) {
    int length = 0;
    while (length < maxLength && buffer.getByte(offset + length) != 0) {
      length++;
    }
    return buffer.getStringWithoutLengthAscii(offset, length);
  }

  /** Bytes as lower-case hexadecimal. */
  public static String hex(DirectBuffer buffer, int offset, int length) {
    StringBuilder out = new StringBuilder(2 * length);
    for (int i = 0; i < length; i++) {
      byte value = buffer.getByte(offset + i);
      out.append(DIGITS.charAt(value >> 4 & 0xF)).append(DIGITS.charAt(value & 0xF));
    }
    return out.toString();
  }

  /** Sixteen hexadecimal digits. */
  public static String hex(long value) {
    StringBuilder out = new StringBuilder(16);
    for (int shift = 60; shift >= 0; shift -= 4) {
      out.append(DIGITS.charAt((int) (value >>> shift & 0xF)));
    }
    return out.toString();
  }

  /** ISO-8601 in UTC with nine digits, such as {@code 2024-08-08T23:54:15.030314667Z}. */
  public static String time(long timeNs) {
    return TIME.format(
        Instant.ofEpochSecond(
            Math.floorDiv(timeNs, NANOS_PER_SECOND), Math.floorMod(timeNs, NANOS_PER_SECOND)));
  }

  /** A duration in its units, such as {@code 1h30m}, {@code 250ms} or {@code 0s}. */
  public static String duration(long durationNs) {
    if (durationNs == 0) {
      return "0s";
    }
    StringBuilder out = new StringBuilder();
    if (durationNs < 0) {
      out.append('-');
    }
    long rest = durationNs;
    for (int i = 0; i < UNITS.length; i++) {
      long count = Math.abs(rest / UNIT_NS[i]);
      if (count != 0) {
        out.append(count).append(UNITS[i]);
      }
      rest %= UNIT_NS[i];
    }
    return out.toString();
  }

  /** Whether a name can be interned: 1 to 64 printable ASCII characters. */
  public static boolean isName(CharSequence text) {
    if (text.length() == 0 || text.length() > NAME_LENGTH) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c > '~') {
        return false;
      }
    }
    return true;
  }
}
