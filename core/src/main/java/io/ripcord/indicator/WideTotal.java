package io.ripcord.indicator;

import io.ripcord.money.MulDiv;

/**
 * A total of up to a thousand {@code long}s that are not negative, which needs up to 73 bits, and
 * the share of a part in it.
 */
final class WideTotal {
  private static final int SPARE_BITS = 10;
  private static final long LOW = 0xFFFF_FFFFL;

  private long high;
  private long low;

  void clear() {
    high = 0;
    low = 0;
  }

  void add(long value) {
    high += value >>> Integer.SIZE;
    low += value & LOW;
  }

  /**
   * {@code part * scale / total} rounded half to even, 0 when the total is 0. Beyond 63 bits the
   * lowest ten of part and total are left out: less than one unit of a result up to 1e9.
   *
   * @param part not above the total
   */
  long share(long part, long scale) {
    long top = high + (low >>> Integer.SIZE);
    if (top < 1L << (Integer.SIZE - 1)) {
      long total = (top << Integer.SIZE) | (low & LOW);
      return total == 0 ? 0 : MulDiv.halfEven(part, scale, total);
    }
    long total = (top << (Integer.SIZE - SPARE_BITS)) | ((low & LOW) >>> SPARE_BITS);
    return MulDiv.halfEven(part >>> SPARE_BITS, scale, total);
  }
}
