package io.ripcord.venue.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Cuts a stream of bytes into messages, however the bytes arrive. Holds one buffer; a frame longer
 * than the protocol allows is refused as soon as its length is known, so nothing grows. One thread.
 */
final class FrameReader {
  private static final int CAPACITY = 64 * 1024;

  private final ByteBuffer bytes = ByteBuffer.allocate(CAPACITY);
  private final UnsafeBuffer buffer = new UnsafeBuffer(bytes);
  private int begin;
  private int end;
  private int offset;
  private int length;

  /**
   * Takes what is there, without waiting.
   *
   * @return bytes taken, -1 at the end of the stream
   */
  int fill(ReadableByteChannel channel) throws IOException {
    if (begin > 0) {
      bytes.limit(end).position(begin);
      bytes.compact();
      end -= begin;
      begin = 0;
    }
    bytes.limit(CAPACITY).position(end);
    int taken = channel.read(bytes);
    end += Math.max(taken, 0);
    return taken;
  }

  /** Moves to the next whole message; false when there is none yet. */
  boolean next() throws ProtocolException {
    if (end - begin < FrameDescriptor.PREFIX_LENGTH) {
      return false;
    }
    int announced = buffer.getInt(begin, ByteOrder.LITTLE_ENDIAN);
    if (announced < FrameDescriptor.MIN_MESSAGE_LENGTH
        || announced > FrameDescriptor.MAX_MESSAGE_LENGTH) {
      throw new ProtocolException(
          "a frame of "
              + announced
              + " bytes, expected "
              + FrameDescriptor.MIN_MESSAGE_LENGTH
              + " to "
              + FrameDescriptor.MAX_MESSAGE_LENGTH);
    }
    if (end - begin < FrameDescriptor.PREFIX_LENGTH + announced) {
      return false;
    }
    offset = begin + FrameDescriptor.PREFIX_LENGTH;
    length = announced;
    begin = offset + announced;
    return true;
  }

  UnsafeBuffer buffer() {
    return buffer;
  }

  int offset() {
    return offset;
  }

  int length() {
    return length;
  }
}
