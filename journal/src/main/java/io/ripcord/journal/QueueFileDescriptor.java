package io.ripcord.journal;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import org.agrona.DirectBuffer;

/**
 * Layout of a cycle file as Chronicle Queue 2026.4 writes it with the roll cycle that we chose
 * (4,096 entries per index, every 1,024th record indexed). Constants and checks without state.
 *
 * <pre>
 *        0  record header 0x400000C1, then the head of the file, 193 bytes, padded to 4
 *             64  offset of the record written last, i64          (changes with every append)
 *             72  low bits of that offset and its number, i64     (changes with every append)
 *            152  offset of index2index, i64
 *            176  number of the next record to be indexed, i64    (changes every 1,024 records)
 *      200  record header, then index2index: offsets of the index records
 *   33,008  record header, then the first index record: offsets of every 1,024th record
 *   65,808  the first data record: header (its length), then one of our frames
 *      ...  data records, and a further index record every 4,194,304 of them
 *      end  zeros up to the length of the file, or the end mark 0xC0000000 of a closed cycle
 * </pre>
 *
 * <p>A record header is an i32: 30 bits of length, 0x40000000 for a record of the library's own,
 * 0x80000000 for one that is not finished. Headers lie on multiples of 4. A zero header means that
 * nothing was written there yet.
 */
final class QueueFileDescriptor {
  static final String SUFFIX = ".cq4";
  static final String METADATA_FILE = "metadata.cq4t";

  static final int RECORD_HEADER_LENGTH = Integer.BYTES;
  static final int NOT_FINISHED = 0x8000_0000;
  static final int META = 0x4000_0000;
  static final int END_OF_CYCLE = NOT_FINISHED | META;
  static final int LENGTH_MASK = 0x3FFF_FFFF;

  static final int HEAD_LENGTH = 193;
  static final int WRITE_OFFSET = 64;
  static final int WRITE_SEQUENCE = 72;
  static final int NEXT_INDEXED = 176;
  static final int INDEX2INDEX_OFFSET = 200;
  static final int FIRST_INDEX_OFFSET = 33_008;
  static final int FIRST_DATA_OFFSET = 65_808;

  static final int INDEX_COUNT = 4096;
  static final int INDEX_SPACING = 1024;

  /** The number of a record lies in the low 34 bits of {@link #WRITE_SEQUENCE}. */
  static final int SEQUENCE_BITS = 34;

  /** Longest record of the library that may lie between two frames. */
  static final int MAX_INDEX_LENGTH = 40 + INDEX_COUNT * Long.BYTES;

  private static final byte[] HEAD =
      HexFormat.of()
          .parseHex(
              "c1000040b906686561646572b60853435153746f726582aa000000cd77726974"
                  + "65506f736974696f6e8e01000000008d02000000000000000200000000000000"
                  + "00000000000000000000000000000000c8696e646578696e67b60c5343515349"
                  + "6e646578696e67824c000000ca696e646578436f756e74a50010cc696e646578"
                  + "53706163696e67a50004cb696e64657832496e6465788fa7c800000000000000"
                  + "c96c617374496e6465788e00000000a70000000000000000ca64617461466f72"
                  + "6d6174a101000000");

  /** The marker byte of an array of longs, its capacity and the number of used entries follow. */
  private static final int ARRAY_MARK = 0x8D;

  private static final byte[] INDEX2INDEX_KEY =
      HexFormat.of().parseHex("b90b696e64657832696e646578");
  private static final byte[] INDEX_KEY = HexFormat.of().parseHex("b905696e646578");
  private static final byte[] END_MARK = HexFormat.of().parseHex("c3454f46");

  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HH'LS'");
  private static final int SECONDS_PER_CYCLE = 3600;

  private QueueFileDescriptor() {}

  /** Time of a cycle for the queue's time provider; the wall clock has no part in it. */
  static long cycleMillis(int cycle) {
    return 1000L * SECONDS_PER_CYCLE * cycle;
  }

  /** Name of a cycle's file; names sort as the cycles do. */
  static String fileName(int cycle) {
    return NAME.format(
            LocalDateTime.ofEpochSecond((long) cycle * SECONDS_PER_CYCLE, 0, ZoneOffset.UTC))
        + SUFFIX;
  }

  /** The library renames a file of this name to the cycle file when it needs one. */
  static String precreatedName(int cycle) {
    String name = fileName(cycle);
    return name.substring(0, name.length() - SUFFIX.length()) + ".precreated";
  }

  /** Cycle of a file name, or -1 if it is none of ours. */
  static int cycleOf(String fileName) {
    if (!fileName.endsWith(SUFFIX)) {
      return -1;
    }
    try {
      String stem = fileName.substring(0, fileName.length() - SUFFIX.length());
      long seconds = LocalDateTime.parse(stem, NAME).toEpochSecond(ZoneOffset.UTC);
      return Math.toIntExact(seconds / SECONDS_PER_CYCLE);
    } catch (RuntimeException notOurs) {
      return -1;
    }
  }

  static long align(long offset) {
    return (offset + 3) & ~3L;
  }

  /** What is wrong with the head at {@code offset} of the buffer, or null. */
  static String checkHead(DirectBuffer buffer, int offset) {
    for (int i = 0; i < HEAD.length; i++) {
      boolean changes =
          (i >= WRITE_OFFSET && i < WRITE_OFFSET + 2 * Long.BYTES)
              || (i >= NEXT_INDEXED && i < NEXT_INDEXED + Long.BYTES);
      if (!changes && buffer.getByte(offset + i) != HEAD[i]) {
        return "the head of the file differs at byte " + i + " from what the library writes";
      }
    }
    return null;
  }

  /**
   * What is wrong with an index record, or null.
   *
   * @param offset of its record header in the buffer
   * @param fileOffset of its record header in the file, which decides the padding
   * @param settled false while a writer may be at work: then the entries are not looked at
   */
  static String checkIndex(
      DirectBuffer buffer, int offset, long fileOffset, int length, boolean settled) {
    byte[] key = fileOffset == INDEX2INDEX_OFFSET ? INDEX2INDEX_KEY : INDEX_KEY;
    int at = offset + RECORD_HEADER_LENGTH;
    for (byte expected : key) {
      if (buffer.getByte(at++) != expected) {
        return "a record of the library is neither head nor index";
      }
    }
    int values = valuesOffset(fileOffset, key.length);
    if (length != values - RECORD_HEADER_LENGTH + INDEX_COUNT * Long.BYTES) {
      return "an index record has length=" + length;
    }
    int padding = offset + values - 17 - at;
    if (!isPadding(buffer, at, padding)
        || (buffer.getByte(at + padding) & 0xFF) != ARRAY_MARK
        || buffer.getLong(at + padding + 1, LITTLE_ENDIAN) != INDEX_COUNT) {
      return "the head of an index record is not what the library writes";
    }
    long used = buffer.getLong(offset + values - Long.BYTES, LITTLE_ENDIAN);
    if (used < 0 || used > INDEX_COUNT) {
      return "an index record says used=" + used + ", expected 0 to " + INDEX_COUNT;
    }
    return settled ? wrongEntries(buffer, offset + values, (int) used) : null;
  }

  /** An entry is set before the count of used ones, so a crash leaves one more than that set. */
  private static String wrongEntries(DirectBuffer buffer, int entries, int used) {
    if (used > 0 && entry(buffer, entries, used - 1) == 0) {
      return "the last used entry of an index record is not set, used=" + used;
    }
    for (int i = used + 1; i < INDEX_COUNT; i++) {
      if (entry(buffer, entries, i) != 0) {
        return "entry " + i + " of an index record is set, expected used=" + used + " entries";
      }
    }
    return null;
  }

  private static long entry(DirectBuffer buffer, int entries, int number) {
    return buffer.getLong(entries + number * Long.BYTES, LITTLE_ENDIAN);
  }

  /** True if an index record with its header takes so many bytes. */
  static boolean isIndexLength(long length) {
    int entries = INDEX_COUNT * Long.BYTES;
    return length > entries && length <= RECORD_HEADER_LENGTH + MAX_INDEX_LENGTH;
  }

  /** Offset of the entries behind the record header of an index record that starts here. */
  static int valuesOffset(long fileOffset) {
    boolean root = fileOffset == INDEX2INDEX_OFFSET;
    return valuesOffset(fileOffset, root ? INDEX2INDEX_KEY.length : INDEX_KEY.length);
  }

  /** The entries lie on a multiple of 8 in the file, behind mark, capacity and used count. */
  private static int valuesOffset(long fileOffset, int keyLength) {
    long earliest = fileOffset + RECORD_HEADER_LENGTH + keyLength + 1 + 2 * Long.BYTES;
    return (int) (((earliest + 7) & ~7L) - fileOffset);
  }

  private static boolean isPadding(DirectBuffer buffer, int offset, int length) {
    if (length < 5) {
      for (int i = 0; i < length; i++) {
        if ((buffer.getByte(offset + i) & 0xFF) != 0x8F) {
          return false;
        }
      }
      return true;
    }
    boolean isLong =
        (buffer.getByte(offset) & 0xFF) == 0x8E
            && buffer.getInt(offset + 1, LITTLE_ENDIAN) == length - 5;
    for (int i = 5; isLong && i < length; i++) {
      isLong = buffer.getByte(offset + i) == 0;
    }
    return isLong;
  }

  /** True if the bytes behind the end mark of a cycle are those that the library writes. */
  static boolean isEndMark(DirectBuffer buffer, int offset) {
    for (int i = 0; i < END_MARK.length; i++) {
      if (buffer.getByte(offset + i) != END_MARK[i]) {
        return false;
      }
    }
    return true;
  }

  static int endMarkLength() {
    return END_MARK.length;
  }
}
