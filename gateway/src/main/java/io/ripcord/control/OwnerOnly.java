package io.ripcord.control;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files that only the user of this process may touch. Where the file system knows no owner and no
 * permissions, nothing is checked. Stateless.
 */
final class OwnerOnly {
  private static final Path SELF = Path.of("/proc/self");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> DIRECTORY =
      PosixFilePermissions.fromString("rwx------");

  private OwnerOnly() {}

  /** For creating a file. */
  static FileAttribute<?>[] file(Path near) {
    return attribute(near, FILE);
  }

  /** Creates a directory and those above it unless it is there; an existing one is checked. */
  static void directory(Path directory) throws IOException {
    if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectories(directory, attribute(directory, DIRECTORY));
    }
    if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
      throw refused(directory, "is no directory, expected one with mode 0700");
    }
    checkOwner(directory);
    checkClosed(directory, "0700");
  }

  private static FileAttribute<?>[] attribute(Path near, Set<PosixFilePermission> permissions) {
    return isPosix(near)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }

  /** Refuses what is no regular file, has another owner, or may be read by others. */
  static void checkSecretFile(Path file) throws IOException {
    checkRegular(file);
    checkOwner(file);
    checkClosed(file, "0600");
  }

  static void checkRegular(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw refused(file, "is no regular file, expected one");
    }
  }

  static void checkOwner(Path file) throws IOException {
    if (!isPosix(file)) {
      return;
    }
    if (Files.isDirectory(SELF)) {
      Object mine = Files.getAttribute(SELF, "unix:uid");
      Object its = Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
      if (!mine.equals(its)) {
        throw refused(file, "belongs to user " + its + ", expected user " + mine);
      }
      return;
    }
    String owner = Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).getName();
    if (!owner.equals(System.getProperty("user.name"))) {
      throw refused(file, "belongs to " + owner + ", expected the user of this process");
    }
  }

  private static void checkClosed(Path path, String expected) throws IOException {
    if (!isPosix(path)) {
      return;
    }
    Set<PosixFilePermission> found = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
    for (PosixFilePermission permission : found) {
      if (!DIRECTORY.contains(permission)) {
        throw refused(
            path,
            "others may use it ("
                + PosixFilePermissions.toString(found)
                + "), expected mode "
                + expected
                + ": chmod "
                + expected
                + " "
                + path);
      }
    }
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static FileSystemException refused(Path path, String why) {
    return new FileSystemException(path.toString(), null, why);
  }
}
