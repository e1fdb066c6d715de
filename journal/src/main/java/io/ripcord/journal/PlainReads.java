package io.ripcord.journal;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Reads at an offset, without mapping and without moving the channel. Stateless. */
final class PlainReads {
  private PlainReads() {}

  /**
   * Fills the buffer from its position to its limit, or up to the end of the file.
   *
   * @param offset in the file of the buffer's first byte
   */
  static void fill(FileChannel channel, ByteBuffer buffer, long offset) throws IOException {
    int read = 0;
    while (read >= 0 && buffer.hasRemaining()) {
      read = channel.read(buffer, offset + buffer.position());
    }
  }

  /** The i64 at {@code offset}; zero for what lies behind the end of the file. */
  static long readLong(FileChannel channel, long offset) throws IOException {
    ByteBuffer value = ByteBuffer.allocate(Long.BYTES).order(LITTLE_ENDIAN);
    fill(channel, value, offset);
    return value.getLong(0);
  }
}
