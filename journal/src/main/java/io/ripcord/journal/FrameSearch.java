package io.ripcord.journal;

import static io.ripcord.journal.FrameDescriptor.HEADER_LENGTH;
import static io.ripcord.journal.QueueFileDescriptor.RECORD_HEADER_LENGTH;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Looks behind the end of the valid records for what should not be there: any byte that is not
 * zero, and anything that looks like a whole frame. Plain reads in blocks; stateless; any thread.
 */
final class FrameSearch {
  static final long NONE = -1;

  private static final int BLOCK_LENGTH = 256 * 1024;

  /** What must be in the buffer to judge whether a frame begins somewhere. */
  private static final int LOOK_LENGTH = RECORD_HEADER_LENGTH + HEADER_LENGTH;

  private FrameSearch() {}

  /** Offset of the first byte from {@code offset} on that is not zero, or {@link #NONE}. */
  static long firstNonZero(FileChannel channel, long offset) throws IOException {
    ByteBuffer block = block(channel.size() - offset);
    UnsafeBuffer buffer = new UnsafeBuffer(block);
    for (long start = offset; ; ) {
      int length = fill(channel, block, start);
      if (length == 0) {
        return NONE;
      }
      int i = 0;
      while (i + Long.BYTES <= length && buffer.getLong(i) == 0) {
        i += Long.BYTES;
      }
      for (; i < length; i++) {
        if (buffer.getByte(i) != 0) {
          return start + i;
        }
      }
      start += length;
    }
  }

  /**
   * Offset of the first record header from {@code offset} on that is followed by what looks like a
   * frame written after {@code lastSequence}, or {@link #NONE}. It proves that damage before it is
   * not the end: the fields agree with each other, the checksum is not needed for that.
   */
  static long firstFrame(FileChannel channel, long offset, long lastSequence) throws IOException {
    long start = QueueFileDescriptor.align(offset);
    long fileLength = channel.size();
    ByteBuffer block = block(fileLength - start);
    UnsafeBuffer buffer = new UnsafeBuffer(block);
    long maxSequence = lastSequence + 1 + (fileLength - offset) / LOOK_LENGTH;
    while (true) {
      int length = fill(channel, block, start);
      int i = 0;
      for (; i + LOOK_LENGTH <= length; i += RECORD_HEADER_LENGTH) {
        if (looksLikeFrame(buffer, i, lastSequence, maxSequence)) {
          return start + i;
        }
      }
      if (i == 0 || length < block.capacity()) {
        return NONE;
      }
      start += i;
    }
  }

  private static boolean looksLikeFrame(
      UnsafeBuffer buffer, int index, long lastSequence, long maxSequence) {
    int length = buffer.getInt(index, LITTLE_ENDIAN);
    if (!FrameDescriptor.isFrameLength(length)) {
      return false;
    }
    int frame = index + RECORD_HEADER_LENGTH;
    int kind = FrameDescriptor.kind(buffer, frame);
    long sequence = FrameDescriptor.sequence(buffer, frame);
    return FrameDescriptor.frameLength(buffer, frame) == length
        && (kind == FrameDescriptor.KIND_INPUT || kind == FrameDescriptor.KIND_DECISION)
        && FrameDescriptor.epoch(buffer, frame) > 0
        && sequence >= (kind == FrameDescriptor.KIND_INPUT ? lastSequence + 1 : 0)
        && sequence <= maxSequence;
  }

  private static ByteBuffer block(long needed) {
    return ByteBuffer.allocate((int) Math.max(LOOK_LENGTH, Math.min(BLOCK_LENGTH, needed)));
  }

  private static int fill(FileChannel channel, ByteBuffer block, long offset) throws IOException {
    block.clear();
    PlainReads.fill(channel, block, offset);
    return block.position();
  }
}
