package io.ripcord.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Small files and directories that must survive a power cut, readable by the owner only. */
final class SyncedFiles {
  static final Set<PosixFilePermission> OWNER_FILE = PosixFilePermissions.fromString("rw-------");
  static final Set<PosixFilePermission> OWNER_DIR = PosixFilePermissions.fromString("rwx------");

  private SyncedFiles() {}

  /** Replaces the file by one with this text, as a whole or not at all, and syncs it. */
  static void replace(Path file, String text) throws IOException {
    replace(file, file.resolveSibling(file.getFileName() + ".tmp"), US_ASCII.encode(text));
  }

  /** As the other, by way of {@code temporary} in the same directory. */
  static void replace(Path file, Path temporary, ByteBuffer bytes) throws IOException {
    Files.deleteIfExists(temporary);
    try {
      Files.createFile(temporary, attribute(file, OWNER_FILE));
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.deleteIfExists(temporary);
      throw e;
    }
    syncDirectory(file.toAbsolutePath().getParent());
  }

  /** Makes names that were created, renamed or removed in the directory durable. */
  static void syncDirectory(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Creates the directory and those above it; an existing one is closed to others. */
  static void createDirectory(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      create(directory);
      Path parent = directory.toAbsolutePath().getParent();
      if (parent != null) {
        syncDirectory(parent);
      }
    }
    restrict(directory, OWNER_DIR);
  }

  private static void create(Path directory) throws IOException {
    if (Files.exists(directory)) {
      throw new NotDirectoryException(directory.toString());
    }
    try {
      Files.createDirectories(directory, attribute(directory, OWNER_DIR));
    } catch (AccessDeniedException e) {
      throw e;
    } catch (IOException e) {
      throw new FileSystemException(
          directory.toString(),
          null,
          "cannot be created: "
              + FailureReason.of(e)
              + ", expected a place that this user can write to");
    }
  }

  /** Takes all permissions from group and others, where the file system knows them. */
  static void restrict(Path path, Set<PosixFilePermission> permissions) throws IOException {
    if (hasPermissions(path) && !Files.getPosixFilePermissions(path).equals(permissions)) {
      Files.setPosixFilePermissions(path, permissions);
    }
  }

  private static FileAttribute<?>[] attribute(Path path, Set<PosixFilePermission> permissions) {
    return hasPermissions(path)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }

  private static boolean hasPermissions(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** The reason of a failure in a few words, without the path that the caller names anyway. */
  static String reason(IOException e) {
    return FailureReason.of(e);
  }
}
