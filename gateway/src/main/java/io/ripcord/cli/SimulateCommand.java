package io.ripcord.cli;

import io.ripcord.config.ConfigLoader;
import io.ripcord.config.Overrides;
import io.ripcord.config.PositionsConfig;
import io.ripcord.config.RipcordConfig;
import io.ripcord.console.OutputPlace;
import io.ripcord.console.ReportWriter;
import io.ripcord.event.FileRole;
import io.ripcord.node.BuildInfo;
import io.ripcord.node.Pace;
import io.ripcord.node.Simulation;
import io.ripcord.node.SimulationRequest;
import io.ripcord.node.SimulationResult;
import io.ripcord.pipeline.Topology;
import io.ripcord.venue.tape.Tape;
import io.ripcord.venue.tape.TapeSummary;
import io.ripcord.venue.tape.Tapes;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Recorded market data through the real pipeline against the paper venue. */
@Command(
    name = "simulate",
    description = "Runs recorded market data through the real pipeline against the paper venue.",
    mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
  private static final long SNAPSHOT_INTERVAL_NS = 500_000_000L;

  @Spec private CommandSpec spec;

  @Option(
      names = "--tape",
      required = true,
      paramLabel = "FILE",
      description = "Recorded market data, plain or gzip; may be given several times.")
  private List<Path> tapes;

  @Option(
      names = "--positions",
      required = true,
      paramLabel = "FILE",
      description = "Positions and signals (YAML).")
  private Path positions;

  @Option(names = "--policies", paramLabel = "FILE", description = "Policies (YAML).")
  private Path policies;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Configuration: instruments, pipeline, journal, paper venue (YAML).")
  private Path config;

  @Option(
      names = "--journal",
      paramLabel = "DIR",
      description = "Keeps the journal here; default: a temporary directory, removed at the end.")
  private Path journal;

  @Option(
      names = "--continue",
      description =
          "Goes on where the journal ends, whatever ended it; begins if there is none. Needs"
              + " --journal.")
  private boolean resume;

  @Option(names = "--report", paramLabel = "FILE", description = "Writes the report (JSON) here.")
  private Path report;

  @Option(
      names = "--speed",
      paramLabel = "max|N",
      defaultValue = "max",
      description = "As fast as possible, or N times real time.")
  private String speed;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Seed of the paper venue's draws.")
  private long seed;

  @Option(
      names = "--topology",
      paramLabel = "fused|split",
      description = "Overrides pipeline.topology.")
  private Topology topology;

  @Option(names = "--json", description = "Prints the report instead of a summary.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Pace pace = pace();
    if (resume && journal == null) {
      throw new ParameterException(
          spec.commandLine(), "--continue: found no --journal, expected one to go on from");
    }
    if (report != null) {
      new OutputPlace(report).check();
    }
    RipcordConfig effective = effectiveConfig();
    PositionsConfig loaded =
        policies == null
            ? ConfigLoader.loadPositions(effective, positions)
            : ConfigLoader.loadPositions(effective, positions, policies);
    PrintWriter err = spec.commandLine().getErr();
    loaded.warnings().forEach(err::println);
    List<Tape> opened = new ArrayList<>();
    for (Path tape : tapes) {
      opened.add(Tapes.open(tape));
    }
    try (DataDirectory directory = DataDirectory.given(journal)) {
      SimulationRequest request =
          new SimulationRequest(
              effective,
              loaded,
              opened,
              files(),
              directory.path(),
              pace,
              seed,
              BuildInfo.buildId(),
              resume,
              journal == null ? SimulationRequest.NO_SNAPSHOTS : SNAPSHOT_INTERVAL_NS);
      SimulationResult result = run(request, err);
      result.notes().forEach(note -> err.println("note: " + note));
      ReportWriter written = report(result);
      if (report != null) {
        written.write(report);
      }
      print(result, written);
    }
    return ExitCodes.OK;
  }

  private Pace pace() {
    try {
      return Pace.parse(speed);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private RipcordConfig effectiveConfig() {
    Overrides overrides = Overrides.of(System.getenv());
    RipcordConfig effective =
        (config == null ? ConfigLoader.defaults(overrides) : ConfigLoader.load(config, overrides))
            .config();
    return topology == null
        ? effective
        : effective.withPipeline(effective.pipeline().withTopology(topology));
  }

  private List<SimulationRequest.HashedFile> files() throws IOException {
    List<SimulationRequest.HashedFile> files = new ArrayList<>();
    files.add(HashedFiles.of(FileRole.POSITIONS, positions));
    if (policies != null) {
      files.add(HashedFiles.of(FileRole.POLICIES, policies));
    }
    return files;
  }

  private static SimulationResult run(SimulationRequest request, PrintWriter err) {
    long[] total = {0};
    Progress[] progress = new Progress[1];
    Simulation simulation =
        new Simulation(
            request,
            new io.ripcord.node.RunWatcher() {
              @Override
              public void onProgress(long timeNs) {
                progress[0].onProgress(timeNs);
              }
            });
    for (TapeSummary tape : simulation.summaries()) {
      total[0] += tape.records();
    }
    progress[0] = new Progress(err, total[0], () -> {});
    return simulation.run(false);
  }

  private static ReportWriter report(SimulationResult result) {
    Map<String, Long> counters = new TreeMap<>();
    for (TapeSummary tape : result.tapes()) {
      tape.counters().forEach((name, count) -> counters.merge("tape." + name, count, Long::sum));
      counters.merge("tape.records", tape.records(), Long::sum);
    }
    return new ReportWriter(result.fold(), result.engine(), counters)
        .latency(result.latencies(), result.paced())
        .journal(result.replay())
        .notRegistered(result.notRegistered());
  }

  private void print(SimulationResult result, ReportWriter written) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.print(written.text());
      return;
    }
    Summary summary = new Summary(out);
    result.fold().exits().forEach(row -> out.println(io.ripcord.console.ExitSentence.of(row)));
    summary.money(result);
    summary.latency(result);
    summary.journal(result);
    if (!result.notRegistered().isEmpty()) {
      spec.commandLine()
          .getErr()
          .println(
              "warning: positions "
                  + result.notRegistered()
                  + " never entered: the tape has no price at or after their time");
    }
  }
}
