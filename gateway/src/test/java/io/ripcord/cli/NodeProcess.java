package io.ripcord.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The packaged product, running as a node in a process of its own. */
final class NodeProcess implements AutoCloseable {
  private static final Path ROOT = Path.of(System.getProperty("ripcord.root"));
  private static final long PATIENCE_S = 60;
  private static final long LOOK_MS = 20;

  private final Process process;
  private final Path out;
  private final Path err;

  /** Starts {@code run --config node.yaml --data data} in a folder. */
  NodeProcess(Path folder, Map<String, String> environment) throws IOException {
    out = folder.resolve("out");
    err = folder.resolve("err");
    String line = Runtime.version().feature() >= 24 ? "25" : "17";
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + ROOT.resolve("config/jvm-" + line + ".options"),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                ROOT.resolve("gateway/target/ripcord.jar").toString()));
    command.addAll(
        List.of(
            "run",
            "--config",
            folder.resolve("node.yaml").toString(),
            "--data",
            folder.resolve("data").toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().putAll(environment);
    process = builder.start();
  }

  /** Until a text is in its output. */
  void awaitOutput(String text) throws InterruptedException {
    await(() -> output().contains(text), text);
  }

  /** Until a text is in its log on the error stream. */
  void awaitLog(String text) throws InterruptedException {
    await(() -> errors().contains(text), text);
  }

  private void await(BooleanSupplier condition, String what) throws InterruptedException {
    long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
    while (!condition.getAsBoolean()) {
      if (process.waitFor(LOOK_MS, TimeUnit.MILLISECONDS) || System.nanoTime() > deadlineNs) {
        throw new AssertionError("no '" + what + "' in\n" + output() + errors());
      }
    }
  }

  /** As SIGTERM. */
  void terminate() {
    process.toHandle().destroy();
  }

  /** As SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** The exit code; -1 if it does not end in time. */
  int awaitEnd(long seconds) throws InterruptedException {
    return process.waitFor(seconds, TimeUnit.SECONDS) ? process.exitValue() : -1;
  }

  String output() {
    return text(out);
  }

  String errors() {
    return text(err);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
