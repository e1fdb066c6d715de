package io.ripcord.benchmark.rig;

import io.ripcord.cli.RipcordMain;
import io.ripcord.node.BuildInfo;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ripcord bench}: the latency rig for everybody, in the place of gateway's stand-in. */
@Command(
    name = "bench",
    description =
        "Measures, on this machine, how long the way from a tick to its journalled exit order is,"
            + " beside a raw ring hop and a control. docs/benchmarks.md says how to read it.",
    mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {
  private static final int DIFFERENCE = 4;
  private static final List<Integer> QUICK_RATES = List.of(RigSettings.JUDGED_RATE);
  private static final List<Integer> FULL_RATES =
      List.of(10_000, RigSettings.JUDGED_RATE, 1_000_000);
  private static final int QUICK_ROUNDS = 11;
  private static final int FULL_ROUNDS = 25;
  private static final int WARM_UP_ROUNDS = 4;
  private static final int REST_MS = 25;

  @Spec private CommandSpec spec;

  @Option(names = "--quick", description = "One rate and fewer rounds: under a minute.")
  private boolean quick;

  @Option(
      names = "--rate",
      paramLabel = "N",
      split = ",",
      description = "Ticks a second (default: 10000,100000,1000000; quick: 100000).")
  private List<Integer> rates;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Windows of every variant (default: 25; quick: 11).")
  private Integer rounds;

  @Option(
      names = "--window",
      paramLabel = "MS",
      defaultValue = "150",
      description = "Length of a window in milliseconds (default: ${DEFAULT-VALUE}).")
  private int windowMs;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "40",
      description = "Short rounds before everything, for the compiler (default: ${DEFAULT-VALUE}).")
  private int compilingRounds;

  @Option(
      names = "--ring-size",
      paramLabel = "N",
      defaultValue = "65536",
      description = "Slots of the ring, of hop and product alike (default: ${DEFAULT-VALUE}).")
  private int ringSize;

  @Option(names = "--no-pin", description = "Leave threads to the operating system.")
  private boolean noPin;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Where the journals go, on a disk (default: the temporary folder); removed afterwards.")
  private Path data;

  @Option(names = "--json", paramLabel = "FILE", description = "Writes everything as JSON.")
  private Path json;

  @Option(
      names = "--hlog",
      paramLabel = "FILE",
      description = "Writes every window's histogram in HdrHistogram's log format.")
  private Path histogramLog;

  @Option(
      names = "--check",
      description = "Exit code 4 if a goal is missed by more than half of it.")
  private boolean check;

  /** Runs the command line with this command in it. */
  public static void main(String[] args) {
    RipcordMain.main(new BenchCommand(), args);
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try (BenchDirectory directory = BenchDirectory.in(data)) {
      RigSettings settings = settings(directory.path());
      out.printf("ripcord %s on %s, %s%n", BuildInfo.buildId(), Runtime.version(), machine());
      if (directory.isInMemory()) {
        out.println("The journals lie in memory: --data DIR names a directory on a disk.");
      }
      out.flush();
      RigResult result = new Rig(settings).run();
      out.println(result.threads() + ".");
      out.println();
      new RigTable(out).print(result);
      write(settings, result);
      return verdict(result, out);
    }
  }

  private RigSettings settings(Path directory) {
    List<Integer> wanted = rates == null ? (quick ? QUICK_RATES : FULL_RATES) : rates;
    int wantedRounds = rounds == null ? (quick ? QUICK_ROUNDS : FULL_ROUNDS) : rounds;
    try {
      return new RigSettings(
          wanted,
          wantedRounds,
          compilingRounds,
          WARM_UP_ROUNDS,
          windowMs,
          REST_MS,
          ringSize,
          !noPin,
          directory);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private static String machine() {
    return System.getProperty("os.name")
        + " "
        + System.getProperty("os.arch")
        + ", "
        + Runtime.getRuntime().availableProcessors()
        + " cores";
  }

  private void write(RigSettings settings, RigResult result) throws IOException {
    if (json != null) {
      Files.writeString(json, RigJson.of(settings, result).toPrettyString() + "\n");
    }
    if (histogramLog != null) {
      try (PrintStream log =
          new PrintStream(Files.newOutputStream(histogramLog), false, StandardCharsets.UTF_8)) {
        RigHistogramLog.write(log, result);
      }
    }
  }

  private int verdict(RigResult result, PrintWriter out) {
    out.printf("%,d journal bytes written, verified and removed.%n", result.journalBytes());
    for (OracleCheck objection : result.objections()) {
      out.println("VOID: not the orders that a scan of all positions finds: " + objection);
    }
    if (!result.objections().isEmpty()) {
      return DIFFERENCE;
    }
    long orders =
        result.rates().stream()
            .flatMap(rate -> rate.checks().stream())
            .mapToLong(OracleCheck::orders)
            .sum();
    out.printf("All %,d orders are those that a scan of all positions finds.%n", orders);
    List<Goal> goals = Goal.judge(result);
    goals.forEach(out::println);
    return check && goals.stream().anyMatch(Goal::isFarMissed) ? DIFFERENCE : 0;
  }
}
