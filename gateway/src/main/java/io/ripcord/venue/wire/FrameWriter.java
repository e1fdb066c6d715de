package io.ripcord.venue.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Holds frames until the connection takes them, up to a bound. What does not fit marks the writer
 * as overflowed for good: a stream with a hole must not go on. One thread; never waits.
 */
final class FrameWriter {
  private final ByteBuffer bytes;
  private final UnsafeBuffer buffer;
  private int begin;
  private int end;
  private boolean overflowed;

  FrameWriter(int capacity) {
    bytes = ByteBuffer.allocate(capacity);
    buffer = new UnsafeBuffer(bytes);
  }

  /** Appends one frame, or overflows. */
  void append(DirectBuffer message, int offset, int length) {
    int frameLength = FrameDescriptor.PREFIX_LENGTH + length;
    if (bytes.capacity() - end < frameLength && begin > 0) {
      bytes.limit(end).position(begin);
      bytes.compact();
      end -= begin;
      begin = 0;
    }
    if (overflowed || bytes.capacity() - end < frameLength) {
      overflowed = true;
      return;
    }
    buffer.putInt(end, length, ByteOrder.LITTLE_ENDIAN);
    buffer.putBytes(end + FrameDescriptor.PREFIX_LENGTH, message, offset, length);
    end += frameLength;
  }

  /** Writes what the channel takes and returns how much that was. */
  int flush(WritableByteChannel channel) throws IOException {
    if (begin == end) {
      return 0;
    }
    bytes.limit(end).position(begin);
    int written = channel.write(bytes);
    begin += written;
    if (begin == end) {
      begin = 0;
      end = 0;
    }
    return written;
  }

  boolean isOverflowed() {
    return overflowed;
  }

  boolean isEmpty() {
    return begin == end;
  }
}
