package io.ripcord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher of a copy of this build: the class archive helps a start and never stops one. */
@Timeout(300)
class LauncherIT {
  private static final Path ROOT = Path.of(System.getProperty("ripcord.root"));
  private static final String PREPARING = "preparing the next ones";
  private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

  @TempDir private Path copy;

  private Path target;

  @BeforeEach
  void copyTheBuild() throws IOException {
    target = copy.resolve("gateway/target");
    Files.createDirectories(target.resolve("lib"));
    Files.createDirectories(copy.resolve("config"));
    copy("ripcord");
    copy("gateway/target/ripcord.jar");
    for (String folder : List.of("config", "gateway/target/lib")) {
      try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
        for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
          copy(folder + "/" + file.getFileName());
        }
      }
    }
  }

  private void copy(String name) throws IOException {
    Files.copy(ROOT.resolve(name), copy.resolve(name));
  }

  /** Starts the command that an archive is made for, and returns what it printed. */
  private String start(Path javaHome) throws Exception {
    Path output = copy.resolve("output");
    ProcessBuilder builder =
        new ProcessBuilder(copy.resolve("ripcord").toString(), "simulate", "--help")
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("RIPCORD"));
    builder.environment().put("JAVA_HOME", javaHome.toString());
    int code = builder.start().waitFor();
    String text = Files.readString(output);
    assertThat(code).as(text).isZero();
    assertThat(text.replaceAll("(?m)^ripcord: .*\\R", "")).startsWith("Usage: ripcord simulate");
    return text;
  }

  private List<Path> archives() throws IOException {
    try (Stream<Path> files = Files.list(target)) {
      return files.filter(file -> file.toString().endsWith(".jsa")).toList();
    }
  }

  @Test
  void shouldMakeTheArchiveOnceAndStartWithADamagedOne() throws Exception {
    assertThat(start(JAVA_HOME)).contains(PREPARING);
    assertThat(archives()).hasSize(1);
    Path archive = archives().get(0);
    long length = Files.size(archive);
    assertThat(archive.getFileName().toString()).endsWith("@" + length + ".jsa");
    assertThat(start(JAVA_HOME)).startsWith("Usage: ripcord simulate");

    Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("rw-r--r--"));
    byte[] bytes = Files.readAllBytes(archive);
    java.util.Arrays.fill(bytes, bytes.length / 4, bytes.length / 2, (byte) 0);
    Files.write(archive, bytes);
    assertThat(start(JAVA_HOME)).startsWith("Usage: ripcord simulate");

    Files.write(archive, java.util.Arrays.copyOf(bytes, bytes.length / 3));
    assertThat(start(JAVA_HOME)).contains(PREPARING);
    assertThat(archives()).hasSize(1);
    assertThat(start(JAVA_HOME)).startsWith("Usage: ripcord simulate");
  }

  @Test
  void shouldStartAndNotTryAgainWhereTheArchiveCannotBeMade() throws Exception {
    Path home = copy.resolve("jdk");
    Files.createDirectories(home.resolve("bin"));
    Files.copy(JAVA_HOME.resolve("release"), home.resolve("release"));
    Path java = home.resolve("bin/java");
    Files.writeString(
        java,
        """
        #!/bin/sh
        case "$*" in *ArchiveClassesAtExit*) exit 1 ;; esac
        exec "%s" "$@"
        """
            .formatted(JAVA_HOME.resolve("bin/java")));
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));

    assertThat(start(home)).contains(PREPARING);
    assertThat(start(home)).startsWith("Usage: ripcord simulate");
    try (Stream<Path> files = Files.list(target)) {
      assertThat(files.filter(Files::isDirectory)).hasSize(1);
    }
  }
}
