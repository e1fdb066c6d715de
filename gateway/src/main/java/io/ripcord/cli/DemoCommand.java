package io.ripcord.cli;

import io.ripcord.config.ConfigLoader;
import io.ripcord.config.Overrides;
import io.ripcord.config.PositionsConfig;
import io.ripcord.config.RipcordConfig;
import io.ripcord.console.ExitNarrator;
import io.ripcord.console.ExitSentence;
import io.ripcord.node.BuildInfo;
import io.ripcord.node.DemoMarket;
import io.ripcord.node.Pace;
import io.ripcord.node.RunWatcher;
import io.ripcord.node.Simulation;
import io.ripcord.node.SimulationRequest;
import io.ripcord.node.SimulationResult;
import io.ripcord.venue.tape.TapeSummary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The whole product in under a minute: no arguments, no files, no network. */
@Command(
    name = "demo",
    description =
        "The whole product in under a minute: generated market, sample positions, paper venue.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "ripcord-data/demo",
      description = "Where the journal goes (default: ${DEFAULT-VALUE}); replaced at every demo.")
  private Path data;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "Seed of the market (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    RipcordConfig config = ConfigLoader.defaults(Overrides.of(System.getenv())).config();
    PositionsConfig positions =
        ConfigLoader.parsePositions(config, DemoMarket.POSITIONS_FILE, DemoMarket.positions());
    DemoDirectory directory = DemoDirectory.fresh(data);
    SimulationRequest request =
        new SimulationRequest(
            config,
            positions,
            List.of(DemoMarket.tape(seed)),
            List.of(),
            directory.journal(),
            Pace.max(),
            seed,
            BuildInfo.buildId());
    SimulationResult result = run(request, out);
    Summary summary = new Summary(out);
    out.println();
    summary.money(result);
    summary.latency(result);
    summary.journal(result);
    out.println("  kept in " + directory.journal());
    boolean identical = result.replay().identical();
    out.println("replay: " + (identical ? "identical" : "DIFFERENT"));
    return identical ? ExitCodes.OK : ExitCodes.DIFFERENCE;
  }

  private SimulationResult run(SimulationRequest request, PrintWriter out) {
    try (Narration narration = new Narration(request.journal(), out)) {
      Simulation simulation = new Simulation(request, narration);
      for (TapeSummary tape : simulation.summaries()) {
        out.printf(
            "A %s: %d records of %s. No real market, no broker, no money.%n",
            tape.format(), tape.records(), String.join(", ", tape.symbols()));
      }
      out.printf("%d positions on the paper venue.%n%n", request.positions().positions().size());
      out.flush();
      return simulation.run(true);
    }
  }

  /** Tells of exits as they happen, from the journal's tail. */
  private static final class Narration implements RunWatcher, AutoCloseable {
    private final Path journal;
    private final PrintWriter out;
    private ExitNarrator narrator;

    Narration(Path journal, PrintWriter out) {
      this.journal = journal;
      this.out = out;
    }

    @Override
    public void onDecisions() {
      if (narrator == null) {
        narrator = new ExitNarrator(journal, row -> out.println(ExitSentence.of(row)));
      }
      narrator.poll();
      out.flush();
    }

    @Override
    public void close() {
      if (narrator != null) {
        narrator.close();
      }
    }
  }
}
