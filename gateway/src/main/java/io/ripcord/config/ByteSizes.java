package io.ripcord.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes in bytes as text: a whole number and a binary unit, such as {@code 64MiB}; or 0. */
final class ByteSizes {
  /** What a problem says when a text is no size. */
  static final String EXAMPLES = "such as 512KiB, 64MiB or 2GiB";

  static final long KIB = 1L << 10;
  static final long MIB = 1L << 20;
  static final long GIB = 1L << 30;
  static final long TIB = 1L << 40;

  private static final Pattern FORM = Pattern.compile("([0-9]{1,19})(B|KiB|MiB|GiB|TiB)");
  private static final String[] UNITS = {"TiB", "GiB", "MiB", "KiB", "B"};
  private static final long[] LENGTHS = {TIB, GIB, MIB, KIB, 1L};

  private ByteSizes() {}

  /** Bytes, or null when the text is no size. */
  static Long parse(String text) {
    if (text.equals("0")) {
      return 0L;
    }
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return null;
    }
    for (int i = 0; i < UNITS.length; i++) {
      if (UNITS[i].equals(form.group(2))) {
        return Scalars.product(form.group(1), LENGTHS[i]);
      }
    }
    return null;
  }

  /** In the largest unit that leaves no fraction. */
  static String format(long bytes) {
    if (bytes == 0) {
      return "0B";
    }
    int i = 0;
    while (bytes % LENGTHS[i] != 0) {
      i++;
    }
    return bytes / LENGTHS[i] + UNITS[i];
  }
}
