package io.ripcord.journal;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A second process on a journal directory, to be asked, waited for or killed. */
final class ChildJvm implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  ChildJvm(String mode, Path directory) throws IOException {
    this(List.of(), mode, directory);
  }

  /**
   * Starts it.
   *
   * @param prefix command that the JVM is started with, such as {@code unshare}
   */
  ChildJvm(List<String> prefix, String mode, Path directory) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + options());
    command.add("-Xmx128m");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(ChildMain.class.getName());
    command.add(mode);
    command.add(directory.toString());
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  private static File options() {
    String root = System.getProperty("ripcord.root", "..");
    String name = Runtime.version().feature() >= 24 ? "jvm-25.options" : "jvm-17.options";
    return new File(root, "config/" + name);
  }

  /** The next line that is for us; null at the end of the output. */
  String line() throws IOException {
    String line = output.readLine();
    while (line != null && !line.startsWith("> ")) {
      line = output.readLine();
    }
    return line == null ? null : line.substring(2);
  }

  /** As {@code kill -9}, of it and what it was started through; its output stays readable. */
  void kill() throws InterruptedException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.toHandle().destroyForcibly();
    process.waitFor(30, TimeUnit.SECONDS);
  }

  /** What the child said before it was killed, all of it. */
  List<String> remainingLines() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = line(); line != null; line = line()) {
      lines.add(line);
    }
    return lines;
  }

  @Override
  public void close() throws IOException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    output.close();
  }
}
