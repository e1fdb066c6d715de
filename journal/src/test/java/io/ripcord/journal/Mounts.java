package io.ripcord.journal;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** File systems of a given size, where the environment lets us mount; else the test is skipped. */
final class Mounts implements AutoCloseable {
  private final Deque<Path> mounted = new ArrayDeque<>();

  Path tmpfs(Path point, String options) throws Exception {
    Files.createDirectories(point);
    mount(point, List.of("mount", "-t", "tmpfs", "-o", options, "tmpfs", point.toString()));
    return point;
  }

  /** A small ext4 in a file. */
  Path ext4(Path point, Path image, long bytes) throws Exception {
    Files.createDirectories(point);
    try (var file = new java.io.RandomAccessFile(image.toFile(), "rw")) {
      file.setLength(bytes);
    }
    if (run(List.of("mkfs.ext4", "-q", "-F", image.toString())) != 0) {
      abort("SKIPPED-MOUNT: no mkfs.ext4 here");
    }
    return mount(point, image);
  }

  /** Mounts the file system in a file. */
  Path mount(Path point, Path image) throws Exception {
    Files.createDirectories(point);
    mount(point, List.of("mount", "-o", "loop", image.toString(), point.toString()));
    return point;
  }

  void remount(Path point, String options) throws Exception {
    if (run(List.of("mount", "-o", "remount," + options, point.toString())) != 0) {
      abort("SKIPPED-MOUNT: cannot remount " + point);
    }
  }

  private void mount(Path point, List<String> command) throws Exception {
    if (run(command) != 0) {
      System.out.println("SKIPPED-MOUNT: " + String.join(" ", command) + " is not permitted here");
      abort("SKIPPED-MOUNT: not permitted here");
    }
    mounted.push(point);
  }

  static int run(List<String> command) throws IOException, InterruptedException {
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException noSuchCommand) {
      return 127;
    }
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return 126;
    }
    return process.exitValue();
  }

  @Override
  public void close() throws IOException {
    try {
      while (!mounted.isEmpty()) {
        run(List.of("umount", "-l", mounted.pop().toString()));
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
