package io.ripcord.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ripcord.chaos.ChaosFailure;
import io.ripcord.chaos.ChaosSweep;
import io.ripcord.node.BuildInfo;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs seeds of the deterministic simulator and says what did not hold. */
@Command(
    name = "chaos",
    description =
        "Runs the engine, its journal and its recovery through simulated faults, seed by seed.",
    mixinStandardHelpOptions = true)
final class ChaosCommand implements Callable<Integer> {
  private static final long INTERVAL_NS = TimeUnit.SECONDS.toNanos(3);

  @Spec private CommandSpec spec;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "100",
      description = "How many seeds to run (default: ${DEFAULT-VALUE}).")
  private long seeds;

  @Option(
      names = "--first-seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "The first of them (default: ${DEFAULT-VALUE}).")
  private long firstSeed;

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    if (seeds < 1) {
      throw new ParameterException(
          spec.commandLine(), "--seeds: found " + seeds + ", expected 1 or more");
    }
    ChaosSweep sweep = new ChaosSweep();
    List<ChaosFailure> failures = new ArrayList<>();
    long nextNs = System.nanoTime() + INTERVAL_NS;
    for (long run = 0; run < seeds; run++) {
      ChaosFailure failure = sweep.run(firstSeed + run);
      if (failure != null) {
        failures.add(failure);
        if (!json) {
          print(failure);
        }
      }
      if (System.nanoTime() > nextNs) {
        nextNs = System.nanoTime() + INTERVAL_NS;
        spec.commandLine().getErr().printf("%d of %d seeds%n", sweep.seeds(), seeds);
        spec.commandLine().getErr().flush();
      }
    }
    finish(sweep, failures);
    return failures.isEmpty() ? ExitCodes.OK : ExitCodes.DIFFERENCE;
  }

  private void print(ChaosFailure failure) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf("seed %d, build %s: %s%n", failure.seed(), BuildInfo.buildId(), failure.invariant());
    out.printf("  %s: %s%n", who(failure), failure.what());
    out.println("  it takes: " + String.join("; ", failure.faults()));
    failure.events().forEach(line -> out.println("  " + line));
  }

  private static String who(ChaosFailure failure) {
    return failure.positionId() == 0 ? "the process" : "position " + failure.positionId();
  }

  private void finish(ChaosSweep sweep, List<ChaosFailure> failures) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(json(sweep, failures).toPrettyString());
      return;
    }
    out.printf(
        "%d seeds, %d events, %d violations%n", sweep.seeds(), sweep.events(), failures.size());
    out.println("faults that struck:");
    sweep.faults().forEach((text, count) -> out.printf("  %9d  %s%n", count, text));
    out.println("situations that were seen:");
    sweep.rarities().forEach((text, count) -> out.printf("  %9d  %s%n", count, text));
  }

  private static ObjectNode json(ChaosSweep sweep, List<ChaosFailure> failures) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("build", BuildInfo.buildId());
    node.put("seeds", sweep.seeds()).put("events", sweep.events());
    ArrayNode rows = node.putArray("violations");
    for (ChaosFailure failure : failures) {
      ObjectNode row = rows.addObject();
      row.put("seed", failure.seed()).put("invariant", failure.invariant());
      row.put("position", failure.positionId()).put("what", failure.what());
      failure.faults().forEach(row.putArray("faults")::add);
      failure.events().forEach(row.putArray("events")::add);
    }
    ObjectNode faults = node.putObject("faults");
    sweep.faults().forEach(faults::put);
    ObjectNode rarities = node.putObject("situations");
    sweep.rarities().forEach(rarities::put);
    return node;
  }
}
