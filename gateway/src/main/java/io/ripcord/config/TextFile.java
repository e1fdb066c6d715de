package io.ripcord.config;

import io.ripcord.journal.FailureReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a whole text file, bounded, as strict UTF-8. */
final class TextFile {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private TextFile() {}

  static String read(Path file, int maxBytes) {
    byte[] bytes = bytes(file, maxBytes);
    if (bytes.length > maxBytes) {
      throw ConfigException.at(
          file.toString(),
          0,
          0,
          "found more than "
              + maxBytes
              + " bytes, expected at most "
              + ByteSizes.format((long) maxBytes));
    }
    return decode(file, bytes);
  }

  private static byte[] bytes(Path file, int maxBytes) {
    if (Files.isDirectory(file)) {
      throw ConfigException.at(file.toString(), 0, 0, "found a directory, expected a file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(maxBytes + 1);
    } catch (NoSuchFileException e) {
      throw ConfigException.at(file.toString(), 0, 0, "no such file");
    } catch (AccessDeniedException e) {
      throw ConfigException.at(file.toString(), 0, 0, "no permission to read this file");
    } catch (IOException e) {
      throw ConfigException.at(file.toString(), 0, 0, "cannot be read: " + FailureReason.of(e));
    }
  }

  private static String decode(Path file, byte[] bytes) {
    // A fresh decoder reports what it cannot decode; String would put question marks there.
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer chars = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), chars, true);
    chars.flip();
    if (result.isError()) {
      int line = 1 + (int) chars.chars().filter(c -> c == '\n').count();
      throw ConfigException.at(
          file.toString(), line, 0, "found bytes that are not UTF-8, expected UTF-8 text");
    }
    boolean isMarked = chars.hasRemaining() && chars.charAt(0) == BYTE_ORDER_MARK;
    return isMarked ? chars.subSequence(1, chars.length()).toString() : chars.toString();
  }
}
