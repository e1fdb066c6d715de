package io.ripcord.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/**
 * Stands in for the command of the benchmarks module, which this one may not depend on: it is
 * listed, and says what is missing where that module is.
 */
@Command(
    name = "bench",
    description = "Measures, on this machine, how long a tick takes to its journalled exit order.",
    mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Unmatched private List<String> options = new ArrayList<>();

  @Override
  public Integer call() {
    spec.commandLine()
        .getErr()
        .println(
            "ripcord: bench "
                + String.join(" ", options)
                + ": not in this build, expected benchmarks/target/benchmarks.jar: "
                + "run 'mvn package' in a checkout, then './ripcord bench'");
    return ExitCodes.FAILURE;
  }
}
