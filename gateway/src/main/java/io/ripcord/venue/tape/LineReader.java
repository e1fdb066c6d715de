package io.ripcord.venue.tape;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Lines of a stream as slices of one reused buffer. LF or CR LF ends a line; a byte order mark
 * before the first is skipped. A line is at most {@link #MAX_LINE_BYTES}, and so is the memory.
 */
final class LineReader implements Closeable {
  static final int MAX_LINE_BYTES = 1 << 20;
  private static final int INITIAL_BYTES = 1 << 16;

  private final InputStream in;
  private byte[] buffer = new byte[INITIAL_BYTES];
  private int limit;
  private int nextBegin;
  private boolean isAtEnd;

  private int begin;
  private int end;
  private long number;
  private boolean isTerminated = true;

  LineReader(InputStream in) {
    this.in = in;
  }

  /** Moves to the next line; false at the end of the stream. */
  boolean next() throws IOException, MalformedLine {
    begin = nextBegin;
    int scanned = begin;
    while (true) {
      int newline = indexOfNewline(scanned);
      if (newline >= 0) {
        accept(newline, true);
        return true;
      }
      int length = limit - begin;
      if (length > MAX_LINE_BYTES) {
        accept(limit, false);
      }
      if (isAtEnd) {
        if (length == 0) {
          return false;
        }
        accept(limit, false);
        return true;
      }
      fill();
      scanned = begin + length;
    }
  }

  private int indexOfNewline(int from) {
    for (int i = from; i < limit; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private void accept(int lineEnd, boolean hasNewline) throws MalformedLine {
    number++;
    isTerminated = hasNewline;
    nextBegin = hasNewline ? lineEnd + 1 : lineEnd;
    end = lineEnd;
    if (end - begin > MAX_LINE_BYTES) {
      throw new MalformedLine("line is too long: expected at most " + MAX_LINE_BYTES + " bytes");
    }
    if (end > begin && buffer[end - 1] == '\r') {
      end--;
    }
    if (number == 1 && end - begin >= 3 && hasByteOrderMark()) {
      begin += 3;
    }
  }

  private boolean hasByteOrderMark() {
    return buffer[begin] == (byte) 0xEF
        && buffer[begin + 1] == (byte) 0xBB
        && buffer[begin + 2] == (byte) 0xBF;
  }

  private void fill() throws IOException {
    if (limit == buffer.length) {
      if (begin > 0) {
        System.arraycopy(buffer, begin, buffer, 0, limit - begin);
        limit -= begin;
        begin = 0;
      } else {
        buffer = Arrays.copyOf(buffer, buffer.length * 2);
      }
    }
    int count = in.read(buffer, limit, buffer.length - limit);
    if (count < 0) {
      isAtEnd = true;
    } else {
      limit += count;
    }
  }

  byte[] array() {
    return buffer;
  }

  int begin() {
    return begin;
  }

  int end() {
    return end;
  }

  /** Number of the current line, from 1; before the first and after the last: lines read. */
  long number() {
    return number;
  }

  /** Whether the current line ends with a newline; only the last line of a stream may not. */
  boolean isTerminated() {
    return isTerminated;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
