package io.ripcord.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the packaged demo as a user does, in a process of its own, and looks at what it touches. */
@Timeout(300)
class DemoIT {
  private static final Path ROOT = Path.of(System.getProperty("ripcord.root"));
  private static final Path STRACE = Path.of("/usr/bin/strace");

  @TempDir private Path scratch;

  @Test
  void shouldShowTheProductAndWriteNothingOutsideItsDataDirectory() throws Exception {
    String output = demo(List.of());

    assertThat(output)
        .contains("A generated market, seed 42")
        .contains(" FLAT, proven ")
        .contains("10 of 10 exits flat, 0 of 10 positions still open. Net ")
        .contains("p50", "p99.9")
        .endsWith("replay: identical\n");
    assertThat(files(scratch.resolve("home"))).isEmpty();
    assertThat(files(scratch.resolve("tmp"))).isEmpty();
    assertThat(files(scratch.resolve("work"))).isEmpty();
    assertThat(files(scratch.resolve("data"))).isNotEmpty();
  }

  @Test
  void shouldConnectToNobody() throws Exception {
    if (!Files.isExecutable(STRACE)) {
      System.out.println("SKIPPED: strace is not installed, connections were not traced");
    }
    assumeTrue(Files.isExecutable(STRACE), "strace is not installed");
    Path trace = scratch.resolve("trace");

    demo(
        List.of(
            STRACE.toString(),
            "-f",
            "-qq",
            "-e",
            "trace=connect,sendto,sendmsg,sendmmsg,bind,listen",
            "-o",
            trace.toString()));

    assertThat(Files.readAllLines(trace)).noneMatch(line -> line.contains("AF_INET"));
  }

  private String demo(List<String> prefix) throws IOException, InterruptedException {
    for (String folder : List.of("home", "tmp", "work")) {
      Files.createDirectories(scratch.resolve(folder));
    }
    String line = Runtime.version().feature() >= 24 ? "25" : "17";
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + ROOT.resolve("config/jvm-" + line + ".options"));
    command.add("-Duser.home=" + scratch.resolve("home"));
    command.add("-Djava.io.tmpdir=" + scratch.resolve("tmp"));
    command.add("-jar");
    command.add(ROOT.resolve("gateway/target/ripcord.jar").toString());
    command.addAll(List.of("demo", "--data", scratch.resolve("data").toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(scratch.resolve("work").toFile())
            .redirectErrorStream(true);
    builder.environment().put("HOME", scratch.resolve("home").toString());
    builder.environment().put("TMPDIR", scratch.resolve("tmp").toString());
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      return paths.filter(Files::isRegularFile).toList();
    }
  }
}
