package io.ripcord.venue.tape;

/**
 * ISO-8601 instants such as {@code 2024-08-08T23:54:15.030314667Z} to nanoseconds since 1970, exact
 * and without allocation. Up to nine digits of a second; {@code Z} or an offset like {@code +05:30}
 * is required; years 1970 to 2261, which fit a {@code long}. Stateless.
 */
final class IsoTime {
  /** What {@link #parseNs} returns for anything else. */
  static final long INVALID = Long.MIN_VALUE;

  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2261;
  private static final int SECONDS_LENGTH = "2024-08-08T23:54:15".length();
  private static final long NS_PER_SECOND = 1_000_000_000L;

  private IsoTime() {}

  static long parseNs(byte[] text, int begin, int end) {
    if (end - begin <= SECONDS_LENGTH || !hasSeparators(text, begin)) {
      return INVALID;
    }
    int year = digits(text, begin, 4);
    int month = digits(text, begin + 5, 2);
    int day = digits(text, begin + 8, 2);
    int hour = digits(text, begin + 11, 2);
    int minute = digits(text, begin + 14, 2);
    int second = digits(text, begin + 17, 2);
    if (year < FIRST_YEAR || year > LAST_YEAR || !isDay(year, month, day)) {
      return INVALID;
    }
    if (!isIn(hour, 23) || !isIn(minute, 59) || !isIn(second, 59)) {
      return INVALID;
    }
    int at = begin + SECONDS_LENGTH;
    long fractionNs = 0;
    if (text[at] == '.') {
      int first = at + 1;
      at = first;
      while (at < end && text[at] >= '0' && text[at] <= '9') {
        at++;
      }
      fractionNs = fractionNs(text, first, at);
    }
    int offset = offsetSeconds(text, at, end);
    if (fractionNs < 0 || offset == Integer.MIN_VALUE) {
      return INVALID;
    }
    long seconds = daysSince1970(year, month, day) * 86_400L + hour * 3600L + minute * 60L + second;
    long ns = (seconds - offset) * NS_PER_SECOND + fractionNs;
    return ns < 0 ? INVALID : ns;
  }

  private static boolean hasSeparators(byte[] text, int begin) {
    return text[begin + 4] == '-'
        && text[begin + 7] == '-'
        && (text[begin + 10] == 'T' || text[begin + 10] == 't')
        && text[begin + 13] == ':'
        && text[begin + 16] == ':';
  }

  /** One to nine digits as nanoseconds, else -1. */
  static long fractionNs(byte[] text, int begin, int end) {
    int count = end - begin;
    if (count < 1 || count > 9) {
      return -1;
    }
    long ns = digits(text, begin, count);
    for (int i = count; i < 9; i++) {
      ns *= 10;
    }
    return ns;
  }

  private static int offsetSeconds(byte[] text, int at, int end) {
    if (end - at == 1 && (text[at] == 'Z' || text[at] == 'z')) {
      return 0;
    }
    if (end - at != 6 || (text[at] != '+' && text[at] != '-') || text[at + 3] != ':') {
      return Integer.MIN_VALUE;
    }
    int hours = digits(text, at + 1, 2);
    int minutes = digits(text, at + 4, 2);
    if (!isIn(hours, 18) || !isIn(minutes, 59)) {
      return Integer.MIN_VALUE;
    }
    int seconds = hours * 3600 + minutes * 60;
    return text[at] == '-' ? -seconds : seconds;
  }

  /** Up to nine digits, or -1 when one of them is not a digit. */
  private static int digits(byte[] text, int begin, int count) {
    int value = 0;
    for (int i = begin; i < begin + count; i++) {
      if (text[i] < '0' || text[i] > '9') {
        return -1;
      }
      value = value * 10 + (text[i] - '0');
    }
    return value;
  }

  private static boolean isIn(int value, int max) {
    return value >= 0 && value <= max;
  }

  private static boolean isDay(int year, int month, int day) {
    return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  }

  private static int daysIn(int year, int month) {
    if (month == 2) {
      return isLeap(year) ? 29 : 28;
    }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  }

  private static boolean isLeap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  private static long daysSince1970(int year, int month, int day) {
    int y = year - 1;
    long days = y * 365L + y / 4 - y / 100 + y / 400 - 719_162L;
    for (int m = 1; m < month; m++) {
      days += daysIn(year, m);
    }
    return days + day - 1;
  }
}
