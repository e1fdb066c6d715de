package io.ripcord.drill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The packaged product in a process of its own, to be killed. */
final class ProductProcess {
  private static final Path ROOT = Path.of(System.getProperty("ripcord.root"));
  private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(60);

  private final Process process;
  private final Path output;

  /** Starts {@code ripcord ARGUMENTS...}; what it prints goes to {@code output}. */
  ProductProcess(Path output, List<String> arguments) throws IOException {
    this.output = output;
    Files.deleteIfExists(output);
    List<String> command = new ArrayList<>();
    command.add(ROOT.resolve("ripcord").toString());
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("RIPCORD_JAVA_OPTS", "-Xmx256m");
    process = builder.start();
  }

  /** Waits until it has printed this. */
  ProductProcess awaitOutput(String text) throws IOException {
    await(
        () -> text() != null && (text().contains(text) || !process.isAlive()),
        "'" + text + "' of a process that printed: " + text());
    if (!text().contains(text)) {
      throw new AssertionError("ended without printing '" + text + "': " + text());
    }
    return this;
  }

  /** All that it has printed so far. */
  String text() {
    try {
      return Files.readString(output, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  /** As {@code kill -9}. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** As {@code kill}, and waits for the end. */
  int terminate() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("did not stop: " + text());
    }
    return process.exitValue();
  }

  /** Waits for something to come true, with patience. */
  static void await(BooleanSupplier condition, Object what) {
    long deadlineNs = System.nanoTime() + PATIENCE_NS;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadlineNs) {
        throw new AssertionError("waited in vain for " + what);
      }
      try {
        TimeUnit.MILLISECONDS.sleep(10);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted", e);
      }
    }
  }
}
