package io.ripcord.venue.tape;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Strict gzip (RFC 1952): one or more members, checksum and length of each verified. The JDK's own
 * stream takes a damaged or cut second member for the end of the file; this one reports it, so that
 * lost data never passes for a short tape. Zero bytes after the last member are allowed.
 */
final class GunzipStream extends InputStream {
  /** The stream ends inside a member. */
  static final class Truncated extends IOException {
    private static final long serialVersionUID = 1L;

    Truncated() {
      super("gzip is truncated");
    }
  }

  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int HEADER_CRC = 2;

  private final InputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] input = new byte[1 << 16];
  private int at;
  private int limit;
  private boolean isInMember;
  private boolean isAtEnd;
  private long members;

  GunzipStream(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    while (!isAtEnd) {
      if (!isInMember) {
        openMember();
        continue;
      }
      int inflated = inflate(bytes, offset, count);
      if (inflated > 0) {
        crc.update(bytes, offset, inflated);
        return inflated;
      }
      if (inflater.finished()) {
        closeMember();
      } else if (inflater.needsDictionary()) {
        throw damaged("it needs a dictionary");
      } else if (inflater.needsInput()) {
        if (!fill()) {
          throw new Truncated();
        }
        inflater.setInput(input, 0, limit);
        at = limit;
      }
    }
    return -1;
  }

  private int inflate(byte[] bytes, int offset, int count) throws IOException {
    try {
      return inflater.inflate(bytes, offset, count);
    } catch (DataFormatException e) {
      throw damaged(e.getMessage());
    }
  }

  private void openMember() throws IOException {
    int first = nextOrEnd();
    if (first <= 0 && members > 0) {
      expectZerosToEnd(first);
      isAtEnd = true;
      return;
    }
    if (first < 0) {
      throw new Truncated();
    }
    if (first != 0x1f || next() != 0x8b || next() != 8) {
      throw damaged("no gzip header where one is expected");
    }
    int flags = next();
    skip(6);
    if ((flags & EXTRA) != 0) {
      skip(next() | (next() << 8));
    }
    skipText(flags & NAME);
    skipText(flags & COMMENT);
    if ((flags & HEADER_CRC) != 0) {
      skip(2);
    }
    members++;
    isInMember = true;
    crc.reset();
    inflater.reset();
    inflater.setInput(input, at, limit - at);
    at = limit;
  }

  private void expectZerosToEnd(int first) throws IOException {
    for (int value = first; value >= 0; value = nextOrEnd()) {
      if (value != 0) {
        throw damaged("other bytes follow the gzip data");
      }
    }
  }

  private void closeMember() throws IOException {
    at = limit - inflater.getRemaining();
    long crcStored = nextInt();
    long lengthStored = nextInt();
    if (crcStored != crc.getValue() || lengthStored != (inflater.getBytesWritten() & 0xffffffffL)) {
      throw damaged("its checksum or length differs");
    }
    isInMember = false;
  }

  private long nextInt() throws IOException {
    return next() | (next() << 8) | (next() << 16) | ((long) next() << 24);
  }

  private int next() throws IOException {
    int value = nextOrEnd();
    if (value < 0) {
      throw new Truncated();
    }
    return value;
  }

  private int nextOrEnd() throws IOException {
    if (at == limit && !fill()) {
      return -1;
    }
    return input[at++] & 0xff;
  }

  private boolean fill() throws IOException {
    at = 0;
    limit = Math.max(0, in.read(input, 0, input.length));
    return limit > 0;
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      next();
    }
  }

  private void skipText(int flag) throws IOException {
    while (flag != 0 && next() != 0) {
      // A name or comment ends with a zero byte.
    }
  }

  private static IOException damaged(String what) {
    return new IOException("gzip is damaged: " + what);
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
