package io.ripcord.money;

/** Exact conversion between plain decimal text and scaled {@code long}. */
final class Decimals {
  private static final long[] POWERS_OF_TEN = new long[19];

  static {
    long power = 1;
    for (int i = 0; i < POWERS_OF_TEN.length; i++) {
      POWERS_OF_TEN[i] = power;
      power *= 10;
    }
  }

  private Decimals() {}

  static long parse(CharSequence text, int begin, int end, int decimals) {
    int at = begin;
    boolean negative = false;
    if (at < end && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
      negative = text.charAt(at) == '-';
      at++;
    }
    long value = 0;
    int digits = 0;
    int fraction = -1;
    for (; at < end; at++) {
      char c = text.charAt(at);
      if (c == '.' && fraction < 0) {
        fraction = 0;
        continue;
      }
      if (c < '0' || c > '9') {
        throw new NumberFormatException("not a plain decimal number");
      }
      digits++;
      if (fraction == decimals) {
        if (c != '0') {
          throw new NumberFormatException("more than " + decimals + " decimals");
        }
        continue;
      }
      if (fraction >= 0) {
        fraction++;
      }
      value = shiftIn(value, c - '0');
    }
    if (digits == 0) {
      throw new NumberFormatException("not a plain decimal number");
    }
    int missing = decimals - Math.max(fraction, 0);
    long scaled = scaleUp(value, POWERS_OF_TEN[missing]);
    return negative ? -scaled : scaled;
  }

  private static long shiftIn(long value, int digit) {
    if (value > (Long.MAX_VALUE - digit) / 10) {
      throw new NumberFormatException("number too large");
    }
    return value * 10 + digit;
  }

  private static long scaleUp(long value, long factor) {
    if (value > Long.MAX_VALUE / factor) {
      throw new NumberFormatException("number too large");
    }
    return value * factor;
  }

  static StringBuilder append(StringBuilder out, long value, int decimals) {
    long one = POWERS_OF_TEN[decimals];
    if (value < 0) {
      out.append('-');
    }
    long fraction = Math.abs(value % one);
    out.append(Math.abs(value / one));
    if (fraction == 0) {
      return out;
    }
    out.append('.');
    long unit = one / 10;
    while (fraction > 0) {
      out.append((char) ('0' + fraction / unit));
      fraction %= unit;
      unit /= 10;
    }
    return out;
  }
}
