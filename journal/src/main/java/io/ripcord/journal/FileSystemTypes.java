package io.ripcord.journal;

import java.nio.file.Path;

/**
 * Which file systems can hold a journal. A network file system cannot: mappings of two hosts are
 * not coherent and its locks may lie. Stateless.
 */
public final class FileSystemTypes {
  private FileSystemTypes() {}

  /** Why a journal must not lie there, or null. */
  public static String refusal(Path directory, String type) {
    boolean network =
        type.startsWith("nfs")
            || type.startsWith("cifs")
            || type.startsWith("smb")
            || type.equals("fuse.sshfs")
            || type.equals("9p");
    return network
        ? directory + ": lies on a network file system (" + type + "), expected a local disk"
        : null;
  }

  /** What to tell the operator about it, or null. */
  public static String warning(Path directory, String type) {
    return switch (type) {
      case "tmpfs", "ramfs" ->
          directory + ": lies in memory (" + type + "): nothing survives a restart of the host";
      case "overlay" ->
          directory + ": lies in a container layer (overlay): it is gone with the container";
      default -> null;
    };
  }
}
