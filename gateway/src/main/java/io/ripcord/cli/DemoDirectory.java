package io.ripcord.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The demo's data directory: made anew at every demo, but only where a demo was before or nothing
 * is, so that a mistyped path never costs somebody's files.
 */
final class DemoDirectory {
  private static final String MARK = "ripcord-demo";

  private final Path path;

  private DemoDirectory(Path path) {
    this.path = path;
  }

  static DemoDirectory fresh(Path path) throws IOException {
    if (Files.exists(path.resolve(MARK))) {
      DataDirectory.delete(path);
    } else if (Files.exists(path) && !isEmpty(path)) {
      throw new FileAlreadyExistsException(
          path.toString(), null, "holds files that no demo has made");
    }
    Files.createDirectories(path);
    Files.writeString(path.resolve(MARK), "made by ripcord demo, replaced by the next one\n");
    NativeScratch.in(path);
    return new DemoDirectory(path);
  }

  private static boolean isEmpty(Path path) throws IOException {
    try (Stream<Path> entries = Files.list(path)) {
      return entries.findAny().isEmpty();
    }
  }

  /** Where the journal goes. */
  Path journal() {
    return path.resolve("journal");
  }
}
