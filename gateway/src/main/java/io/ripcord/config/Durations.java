package io.ripcord.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as text: a whole number and a unit, such as {@code 500ms}; a bare 0 is clear too. */
final class Durations {
  /** What a problem says when a text is no duration. */
  static final String EXAMPLES = "such as 500ms, 30s, 10m, 4h or 1d";

  static final long MS = 1_000_000L;
  static final long SECOND = 1_000 * MS;
  static final long DAY = 86_400 * SECOND;

  private static final Pattern FORM = Pattern.compile("([0-9]{1,19})(ns|us|ms|s|m|h|d)");
  private static final String[] UNITS = {"d", "h", "m", "s", "ms", "us", "ns"};
  private static final long[] LENGTHS = {DAY, 3_600 * SECOND, 60 * SECOND, SECOND, MS, 1_000L, 1L};

  private Durations() {}

  /** Nanoseconds, or null when the text is no duration. */
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
  static String format(long durationNs) {
    if (durationNs == 0) {
      return "0ms";
    }
    int i = 0;
    while (durationNs % LENGTHS[i] != 0) {
      i++;
    }
    return durationNs / LENGTHS[i] + UNITS[i];
  }
}
