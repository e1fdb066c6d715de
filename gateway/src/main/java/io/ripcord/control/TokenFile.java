package io.ripcord.control;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.ripcord.config.Secret;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The token that whoever commands must show: from the environment, else from a file that only its
 * owner may read. No message ever holds it. Stateless.
 */
public final class TokenFile {
  /** Environment variable that holds the token itself. */
  public static final String VARIABLE = "RIPCORD_TOKEN";

  private static final int TOKEN_BYTES = 32;
  private static final long MAX_LENGTH = 1024;
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43,256}");
  private static final String EXPECTED =
      "expected 43 to 256 letters, digits, - or _ that hold at least 256 random bits";

  private TokenFile() {}

  /** Where a node keeps it unless told otherwise, seen from where it was started. */
  public static Path defaultPath() {
    return Path.of("ripcord-data", "node", "token");
  }

  /**
   * The token of a node; a file that does not exist is created with a random one.
   *
   * @throws IOException naming the file, why, and what was expected
   */
  public static Secret ofNode(Map<String, String> environment, Path file) throws IOException {
    String given = environment.get(VARIABLE);
    if (given != null) {
      return checked(VARIABLE, given);
    }
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      create(file);
    }
    return read(file);
  }

  /**
   * The token that a client shows.
   *
   * @throws IOException naming the file, why, and what was expected
   */
  public static Secret ofClient(Map<String, String> environment, Path file) throws IOException {
    String given = environment.get(VARIABLE);
    return given == null ? read(file) : checked(VARIABLE, given);
  }

  /**
   * Reads a file that must belong to the user of this process, with mode 0600.
   *
   * @throws IOException naming the file, why, and what was expected
   */
  public static Secret read(Path file) throws IOException {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileSystemException(
          file.toString(),
          null,
          "does not exist, expected the token of a node; " + VARIABLE + " may hold it instead");
    }
    OwnerOnly.checkSecretFile(file);
    if (Files.size(file) > MAX_LENGTH) {
      throw new FileSystemException(file.toString(), null, "holds no token, " + EXPECTED);
    }
    return checked(file.toString(), Files.readString(file, US_ASCII).strip());
  }

  private static Secret checked(String where, String text) throws IOException {
    if (!TOKEN.matcher(text).matches()) {
      throw new FileSystemException(where, null, "holds no token, " + EXPECTED);
    }
    return new Secret(text);
  }

  private static void create(Path file) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null && !Files.exists(parent)) {
      OwnerOnly.directory(parent);
    }
    byte[] random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
    Files.deleteIfExists(temporary);
    Files.createFile(temporary, OwnerOnly.file(file));
    Files.writeString(
        temporary,
        HexFormat.of().formatHex(random) + "\n",
        US_ASCII,
        StandardOpenOption.TRUNCATE_EXISTING);
    // Nobody ever sees half a token.
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
