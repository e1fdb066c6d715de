package io.ripcord.journal;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * A state of the engine and the place in the journal that it belongs to. Immutable but for the
 * array, which nobody changes.
 *
 * <pre>
 *   offset  type     field
 *        0  8 bytes  "RIPSNAP1"
 *        8  i32      decision-version: how the engine decided that wrote it
 *       12  i32      registrations that fit over the life of the engine
 *       16  i32      generation of the journal
 *       20  i32      cycle file of the place
 *       24  i64      offset in it
 *       32  i32      checksum of the last frame before the place: the value of the chain
 *       36  i32      epoch of that frame
 *       40  i64      frames before the place
 *       48  i64      sequence of the last input before it: what the state covers
 *       56  i64      cause of the last decision before it
 *       64  i32      index of that decision
 *       68  i32      1 if the last input before it is the record of an orderly stop, else 0
 *       72  i64      hash of the state
 *       80  i64      count of numbers
 *       88  i64 ...  the numbers
 *      end  u32      CRC32C of all before
 * </pre>
 *
 * All little endian.
 *
 * @param decisionVersion how the engine decided that wrote it
 * @param maxPositions registrations that fit over the life of the engine
 * @param generation of the journal
 * @param tail the place: all before it is in the state, nothing behind it is
 * @param stopped whether the last input before the place is the record of an orderly stop
 * @param stateHash hash of the state, to be checked when it is taken on
 * @param state the numbers that the engine wrote
 */
@SuppressWarnings("ArrayRecordComponent")
public record Snapshot(
    int decisionVersion,
    int maxPositions,
    int generation,
    JournalTail tail,
    boolean stopped,
    long stateHash,
    long[] state) {
  private static final byte[] MAGIC = {'R', 'I', 'P', 'S', 'N', 'A', 'P', '1'};
  private static final int HEADER_LENGTH = 88;

  ByteBuffer encode() {
    int length = Math.addExact(HEADER_LENGTH, Math.multiplyExact(state.length, Long.BYTES));
    ByteBuffer out = ByteBuffer.allocate(Math.addExact(length, Integer.BYTES)).order(LITTLE_ENDIAN);
    out.put(MAGIC).putInt(decisionVersion).putInt(maxPositions).putInt(generation);
    out.putInt(tail.cycle()).putLong(tail.endOffset()).putInt(tail.crc()).putInt(tail.epoch());
    out.putLong(tail.frames()).putLong(tail.lastSequence()).putLong(tail.lastCause());
    out.putInt(tail.lastIndex()).putInt(stopped ? 1 : 0).putLong(stateHash).putLong(state.length);
    for (long value : state) {
      out.putLong(value);
    }
    return out.putInt(crc(out.array(), length)).flip();
  }

  /**
   * The snapshot in these bytes.
   *
   * @throws IllegalArgumentException saying what is wrong with them
   */
  static Snapshot decode(byte[] bytes) {
    if (bytes.length < HEADER_LENGTH + Integer.BYTES) {
      throw new IllegalArgumentException(
          "length=" + bytes.length + ", expected at least " + (HEADER_LENGTH + Integer.BYTES));
    }
    int end = bytes.length - Integer.BYTES;
    ByteBuffer in = ByteBuffer.wrap(bytes).order(LITTLE_ENDIAN);
    for (byte expected : MAGIC) {
      if (in.get() != expected) {
        throw new IllegalArgumentException("is no snapshot of this format, expected RIPSNAP1");
      }
    }
    int stored = in.getInt(end);
    if (stored != crc(bytes, end)) {
      throw new IllegalArgumentException(
          String.format("crc=0x%08x, expected 0x%08x", stored, crc(bytes, end)));
    }
    int decisionVersion = in.getInt();
    int maxPositions = in.getInt();
    int generation = in.getInt();
    int cycle = in.getInt();
    long endOffset = in.getLong();
    int chain = in.getInt();
    int epoch = in.getInt();
    JournalTail tail =
        new JournalTail(
            cycle, endOffset, chain, in.getLong(), in.getLong(), in.getLong(), in.getInt(), epoch);
    boolean stopped = in.getInt() != 0;
    long stateHash = in.getLong();
    long count = in.getLong();
    if (count != (end - HEADER_LENGTH) / Long.BYTES) {
      throw new IllegalArgumentException("count=" + count + " does not fit the length");
    }
    long[] state = new long[(int) count];
    in.asLongBuffer().get(state);
    return new Snapshot(decisionVersion, maxPositions, generation, tail, stopped, stateHash, state);
  }

  private static int crc(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }
}
