package io.ripcord.event;

import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Client order ids: 20 characters of {@code [0-9A-Z]}, held as two {@code long}s of ten base-36
 * digits each, so that the engine carries them without allocating.
 *
 * <pre>
 *   instance  epoch  position ordinal  attempt  slice  kind
 *      2        4           7             4       2      1     characters, base 36
 *   |---------- high: 10 ----------|------- low: 10 -------|
 * </pre>
 *
 * <p>The epoch is new at every engine start and synced before use, so no id is ever given twice.
 * Twenty characters fit Zerodha Kite's order tag and Binance's client order id. Stateless.
 */
public final class ClOrdId {
  /** Characters of an id. */
  public static final int LENGTH = 20;

  /** Kind of an order that adds to a position: letter A. */
  public static final int KIND_ENTRY = 10;

  /** Kind of an order that books a part of a position, which stays open: letter B. */
  public static final int KIND_BOOKING = 11;

  /** Kind of an exit: letter E. */
  public static final int KIND_EXIT = 14;

  /** Largest epoch. */
  public static final int MAX_EPOCH = 36 * 36 * 36 * 36 - 1;

  /** Largest attempt. */
  public static final int MAX_ATTEMPT = 36 * 36 * 36 * 36 - 1;

  private static final int RADIX = 36;
  private static final int HALF = 10;
  private static final long P2 = 36L * 36;
  private static final long P3 = P2 * 36;
  private static final long P4 = P3 * 36;
  private static final long P6 = P3 * P3;
  private static final long P7 = P4 * P3;

  /** The characters of every two digits, the first in the lower byte. */
  private static final short[] PAIRS = pairs();

  private ClOrdId() {}

  /** First ten characters. */
  public static long high(int instance, int epoch, int positionOrdinal) {
    return (instance * P4 + epoch) * P4 + positionOrdinal / P3;
  }

  /** Last ten characters. */
  public static long low(int positionOrdinal, int attempt, int slice, int kind) {
    return (positionOrdinal % P3) * P7 + (attempt * P2 + slice) * RADIX + kind;
  }

  /** The start of the engine that made the id. */
  public static int epoch(long high) {
    return (int) (high / P4 % P4);
  }

  /** First half without the start of the engine: the same for the same order of another start. */
  public static long highWithoutEpoch(long high) {
    return high / (P4 * P4) * (P4 * P4) + high % P4;
  }

  /** Which registration of the engine the order belongs to. */
  public static int positionOrdinal(long high, long low) {
    return (int) (high % P4 * P3 + low / P7);
  }

  /** Which try it is, from 1. */
  public static int attempt(long low) {
    return (int) (low / P3 % P4);
  }

  /** What the order is for: {@link #KIND_EXIT} and others. */
  public static int kind(long low) {
    return (int) (low % RADIX);
  }

  /** Writes the 20 characters. */
  public static void put(MutableDirectBuffer buffer, int offset, long high, long low) {
    putHalf(buffer, offset, high);
    putHalf(buffer, offset + HALF, low);
  }

  // On the way of every order: five pairs whose divisions do not wait for one another, not ten
  // digits of which each needs the one before.
  private static void putHalf(MutableDirectBuffer buffer, int offset, long half) {
    int firstFour = (int) (half / P6);
    long lastSix = half - firstFour * P6;
    int fifthAndSixth = (int) (lastSix / P4);
    int lastFour = (int) (lastSix - fifthAndSixth * P4);
    putPair(buffer, offset, firstFour / (int) P2);
    putPair(buffer, offset + 2, firstFour % (int) P2);
    putPair(buffer, offset + 4, fifthAndSixth);
    putPair(buffer, offset + 6, lastFour / (int) P2);
    putPair(buffer, offset + 8, lastFour % (int) P2);
  }

  private static void putPair(MutableDirectBuffer buffer, int offset, int value) {
    buffer.putShort(offset, PAIRS[value], ByteOrder.LITTLE_ENDIAN);
  }

  private static short[] pairs() {
    short[] pairs = new short[(int) P2];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = (short) (letter(i / RADIX) | letter(i % RADIX) << Byte.SIZE);
    }
    return pairs;
  }

  private static char letter(int digit) {
    return (char) (digit < 10 ? '0' + digit : 'A' + digit - 10);
  }

  /**
   * Reads ten characters as a half.
   *
   * @throws IllegalArgumentException when one is outside {@code [0-9A-Z]}
   */
  public static long getHalf(DirectBuffer buffer, int offset) {
    long half = 0;
    for (int i = 0; i < HALF; i++) {
      half = half * RADIX + digit((char) buffer.getByte(offset + i));
    }
    return half;
  }

  /** The id as text. */
  public static String format(long high, long low) {
    char[] out = new char[LENGTH];
    long rest = low;
    for (int i = LENGTH - 1; i >= 0; i--) {
      if (i == HALF - 1) {
        rest = high;
      }
      out[i] = letter((int) (rest % RADIX));
      rest /= RADIX;
    }
    return new String(out);
  }

  private static int digit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    if (c >= 'A' && c <= 'Z') {
      return c - 'A' + 10;
    }
    throw new IllegalArgumentException("'" + c + "' is no digit of an order id");
  }
}
