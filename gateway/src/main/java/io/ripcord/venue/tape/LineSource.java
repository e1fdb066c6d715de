package io.ripcord.venue.tape;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Path;

/**
 * The lines of a stored file, unpacked if it is gzip. All its failures are {@link TapeException}s
 * that name file and line.
 */
final class LineSource implements AutoCloseable {
  private static final int GZIP_MAGIC = 0x1f8b;

  private final Path file;
  private final StoredFile stored;
  private final LineReader lines;

  LineSource(Path file, long lengthLimit) {
    this.file = file;
    try {
      stored = new StoredFile(file, lengthLimit);
      lines = new LineReader(unpacked(stored));
    } catch (IOException e) {
      throw new TapeException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static InputStream unpacked(InputStream in) throws IOException {
    PushbackInputStream start = new PushbackInputStream(in, 2);
    byte[] magic = start.readNBytes(2);
    start.unread(magic);
    boolean isGzip =
        magic.length == 2 && (((magic[0] & 0xff) << 8) | (magic[1] & 0xff)) == GZIP_MAGIC;
    return isGzip ? new GunzipStream(start) : start;
  }

  /** Moves to the next line; false at the end. */
  boolean next() {
    try {
      return lines.next();
    } catch (GunzipStream.Truncated e) {
      throw new TapeException(
          file
              + ":"
              + (lines.number() + 1)
              + ": gzip is truncated after "
              + lines.number()
              + " lines: expected a complete file",
          e);
    } catch (IOException e) {
      throw new TapeException(
          file + ":" + (lines.number() + 1) + ": " + e.getMessage() + ": expected readable data",
          e);
    } catch (MalformedLine e) {
      throw failure(e);
    }
  }

  /** The format that the current line shows. */
  FormatDetector.Detected detect() {
    try {
      Path name = file.getFileName();
      return FormatDetector.detect(
          name == null ? "" : name.toString(), lines.array(), lines.begin(), lines.end());
    } catch (MalformedLine e) {
      throw failure(e);
    }
  }

  /** What to throw for a problem in the current line. */
  TapeException failure(MalformedLine problem) {
    return new TapeException(file + ":" + lines.number() + ": " + problem.getMessage(), problem);
  }

  TapeException failure(String problem) {
    return new TapeException(file + ": " + problem);
  }

  byte[] array() {
    return lines.array();
  }

  int begin() {
    return lines.begin();
  }

  int end() {
    return lines.end();
  }

  boolean isTerminated() {
    return lines.isTerminated();
  }

  long lengthBytes() {
    return stored.length();
  }

  String digestHex() {
    return stored.digestHex();
  }

  @Override
  public void close() {
    try {
      lines.close();
    } catch (IOException e) {
      throw new TapeException(file + ": cannot be closed: " + e.getMessage(), e);
    }
  }
}
