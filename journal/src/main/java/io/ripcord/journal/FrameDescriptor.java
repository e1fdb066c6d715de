package io.ripcord.journal;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Layout of a frame: what the journal keeps of one input or one decision. Constants and static
 * helpers, no state; any thread. Everything is little endian.
 *
 * <pre>
 *   0         1         2         3         4         5         6         7
 *  +---------+---------+---------+---------+---------+---------+---------+---------+
 *  | CRC32C, chained                       | frame length      | kind    | version |   0
 *  +---------------------------------------+-------------------+---------+---------+
 *  | sequence (INPUT: its own, DECISION: that of its cause)                        |   8
 *  +---------------------------------------+---------------------------------------+
 *  | epoch                                 | index (INPUT: 0)                      |  16
 *  +---------------------------------------+---------------------------------------+
 *  | payload, 8 to 128 bytes, a multiple of 8                                    ...  24
 *  +-------------------------------------------------------------------------------+
 * </pre>
 *
 * <p>The CRC covers the four bytes of the previous frame's CRC (zero before the first frame of a
 * generation) and then everything behind the CRC field. A frame that was lost, repeated, moved or
 * changed breaks the chain at itself or at its successor.
 */
public final class FrameDescriptor {
  /** Offset of the chained checksum, u32. */
  public static final int CRC_OFFSET = 0;

  /** Offset of the length of the frame including this header, u16. */
  public static final int LENGTH_OFFSET = 4;

  /** Offset of the kind, u8. */
  public static final int KIND_OFFSET = 6;

  /** Offset of the format version, u8. */
  public static final int VERSION_OFFSET = 7;

  /** Offset of the sequence, i64. */
  public static final int SEQUENCE_OFFSET = 8;

  /** Offset of the epoch, i32. */
  public static final int EPOCH_OFFSET = 16;

  /** Offset of the index among the decisions of one cause, i32. */
  public static final int INDEX_OFFSET = 20;

  /** Length of the header; the payload starts here. */
  public static final int HEADER_LENGTH = 24;

  /** Every payload length is a multiple of this. */
  public static final int PAYLOAD_ALIGNMENT = 8;

  /** Shortest payload. */
  public static final int MIN_PAYLOAD_LENGTH = 8;

  /** Longest payload: one ring slot. */
  public static final int MAX_PAYLOAD_LENGTH = 128;

  /** Shortest frame. */
  public static final int MIN_FRAME_LENGTH = HEADER_LENGTH + MIN_PAYLOAD_LENGTH;

  /** Longest frame. */
  public static final int MAX_FRAME_LENGTH = HEADER_LENGTH + MAX_PAYLOAD_LENGTH;

  /** Kind of a frame that holds an input of the engine. */
  public static final int KIND_INPUT = 1;

  /** Kind of a frame that holds a decision of the engine. */
  public static final int KIND_DECISION = 2;

  /** Version that this code writes, and the only one that it reads. */
  public static final int FORMAT_VERSION = 1;

  /** What the first frame of a generation chains to. */
  public static final int FIRST_CRC = 0;

  private FrameDescriptor() {}

  /** True if a payload may have this length. */
  public static boolean isPayloadLength(int length) {
    return length >= MIN_PAYLOAD_LENGTH
        && length <= MAX_PAYLOAD_LENGTH
        && length % PAYLOAD_ALIGNMENT == 0;
  }

  /** True if a frame may have this length. */
  public static boolean isFrameLength(int length) {
    return isPayloadLength(length - HEADER_LENGTH);
  }

  /** The stored checksum of the frame at {@code offset}. */
  public static int crc(DirectBuffer buffer, int offset) {
    return buffer.getInt(offset + CRC_OFFSET, LITTLE_ENDIAN);
  }

  /** Length of the frame at {@code offset}, as it says itself. */
  public static int frameLength(DirectBuffer buffer, int offset) {
    return buffer.getShort(offset + LENGTH_OFFSET, LITTLE_ENDIAN) & 0xFFFF;
  }

  /** Kind of the frame at {@code offset}. */
  public static int kind(DirectBuffer buffer, int offset) {
    return buffer.getByte(offset + KIND_OFFSET) & 0xFF;
  }

  /** Format version of the frame at {@code offset}. */
  public static int version(DirectBuffer buffer, int offset) {
    return buffer.getByte(offset + VERSION_OFFSET) & 0xFF;
  }

  /** Sequence of the frame at {@code offset}: of the input itself, or of a decision's cause. */
  public static long sequence(DirectBuffer buffer, int offset) {
    return buffer.getLong(offset + SEQUENCE_OFFSET, LITTLE_ENDIAN);
  }

  /** Epoch of the engine that wrote the frame at {@code offset}. */
  public static int epoch(DirectBuffer buffer, int offset) {
    return buffer.getInt(offset + EPOCH_OFFSET, LITTLE_ENDIAN);
  }

  /** Index of the decision at {@code offset} among those of its cause; 0 for an input. */
  public static int index(DirectBuffer buffer, int offset) {
    return buffer.getInt(offset + INDEX_OFFSET, LITTLE_ENDIAN);
  }

  /** Writes all of a header but the checksum. */
  static void putHeader(
      MutableDirectBuffer buffer,
      int offset,
      int frameLength,
      int kind,
      long sequence,
      int epoch,
      int index) {
    buffer.putShort(offset + LENGTH_OFFSET, (short) frameLength, LITTLE_ENDIAN);
    buffer.putByte(offset + KIND_OFFSET, (byte) kind);
    buffer.putByte(offset + VERSION_OFFSET, (byte) FORMAT_VERSION);
    buffer.putLong(offset + SEQUENCE_OFFSET, sequence, LITTLE_ENDIAN);
    buffer.putInt(offset + EPOCH_OFFSET, epoch, LITTLE_ENDIAN);
    buffer.putInt(offset + INDEX_OFFSET, index, LITTLE_ENDIAN);
  }

  /**
   * Checksum of the frame at {@code offset}, chained to {@code previousCrc}. While it computes, the
   * frame's own checksum field holds the previous one, so that one pass covers both.
   *
   * @param crc scratch, reset before use
   * @param bytes the same memory as {@code buffer}; its limit and position are changed
   */
  static int chainedCrc(
      CRC32C crc,
      int previousCrc,
      MutableDirectBuffer buffer,
      ByteBuffer bytes,
      int offset,
      int frameLength) {
    int stored = buffer.getInt(offset + CRC_OFFSET, LITTLE_ENDIAN);
    buffer.putInt(offset + CRC_OFFSET, previousCrc, LITTLE_ENDIAN);
    crc.reset();
    bytes.limit(offset + frameLength).position(offset);
    crc.update(bytes);
    buffer.putInt(offset + CRC_OFFSET, stored, LITTLE_ENDIAN);
    return (int) crc.getValue();
  }
}
