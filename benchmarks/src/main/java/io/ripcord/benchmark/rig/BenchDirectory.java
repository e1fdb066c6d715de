package io.ripcord.benchmark.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A directory of the run's own for its journals, gone afterwards. On a disk: in memory the
 * journal's figures are others, and not better.
 */
final class BenchDirectory implements AutoCloseable {
  private static final String MEMORY = "tmpfs";

  private final Path path;

  private BenchDirectory(Path path) {
    this.path = path;
  }

  /** In {@code parent}, or where there is a disk if that is null. */
  static BenchDirectory in(Path parent) throws IOException {
    Path place = parent == null ? defaultParent() : parent;
    Files.createDirectories(place);
    return new BenchDirectory(Files.createTempDirectory(place, "ripcord-bench-"));
  }

  /** The system's temporary folder, or the working directory where that lies in memory. */
  private static Path defaultParent() throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    return isInMemory(temporary) ? Path.of("").toAbsolutePath() : temporary;
  }

  private static boolean isInMemory(Path path) throws IOException {
    return Files.getFileStore(path).type().equals(MEMORY);
  }

  boolean isInMemory() throws IOException {
    return isInMemory(path);
  }

  Path path() {
    return path;
  }

  /** Removes everything. */
  @Override
  public void close() {
    try {
      Files.walkFileTree(
          path,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure)
                throws IOException {
              Files.delete(visited);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
