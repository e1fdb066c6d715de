package io.ripcord.venue.tape;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The bytes of a file as stored, up to a length limit, hashed and counted as they pass. The limit
 * makes a second reading of a file that still grows end where the first one did.
 */
final class StoredFile extends InputStream {
  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream in;
  private final MessageDigest digest = sha256();
  private final long lengthLimit;
  private long length;

  StoredFile(Path path, long lengthLimit) throws IOException {
    this.in = Files.newInputStream(path);
    this.lengthLimit = lengthLimit;
  }

  /** Reads the whole file for its hash. */
  static TapeBytes hash(Path path) {
    try (StoredFile file = new StoredFile(path, Long.MAX_VALUE)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      int read = 0;
      while (read >= 0) {
        read = file.read(buffer, 0, buffer.length);
      }
      return new TapeBytes(file.length(), file.digestHex());
    } catch (IOException e) {
      throw new TapeException(path + ": cannot be read: " + e.getMessage(), e);
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int count) throws IOException {
    int allowed = (int) Math.min(count, lengthLimit - length);
    int read = allowed == 0 ? -1 : in.read(bytes, offset, allowed);
    if (read > 0) {
      digest.update(bytes, offset, read);
      length += read;
    }
    return read;
  }

  /** Bytes passed so far. */
  long length() {
    return length;
  }

  /** Hash of the bytes passed, in lower-case hex; may be asked once. */
  String digestHex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
