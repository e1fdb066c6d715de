package io.ripcord.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs JMH with the JVM options that the launcher and the tests use. Arguments are JMH's own; the
 * working directory is the root of the checkout.
 */
public final class BenchmarkMain {
  private static final int FIRST_OF_NEW_LINE = 24;

  private BenchmarkMain() {}

  /** Runs the benchmarks that the arguments select, all by default. */
  public static void main(String[] args)
      throws IOException, RunnerException, CommandLineOptionException {
    List<String> options = jvmOptions(Path.of("config"));
    new Runner(
            new OptionsBuilder()
                .parent(new CommandLineOptions(args))
                .jvmArgsAppend(options.toArray(new String[0]))
                .resultFormat(ResultFormatType.JSON)
                .build())
        .run();
  }

  private static List<String> jvmOptions(Path folder) throws IOException {
    String line = Runtime.version().feature() >= FIRST_OF_NEW_LINE ? "25" : "17";
    return Files.readAllLines(folder.resolve("jvm-" + line + ".options")).stream()
        .map(String::strip)
        .filter(option -> !option.isEmpty() && !option.startsWith("#"))
        .toList();
  }
}
