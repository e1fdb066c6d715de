package io.ripcord.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ripcord.event.EventPrinter;
import io.ripcord.journal.JournalProblem;
import io.ripcord.replay.Replay;
import io.ripcord.replay.ReplayObserver;
import io.ripcord.replay.ReplayResult;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.agrona.DirectBuffer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a journal through the engine again. */
@Command(
    name = "replay",
    description = "Runs a journal through the engine again, from its first input.",
    mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "Directory of the journal.")
  private Path directory;

  @Option(names = "--verify", description = "Compares every decision byte for byte.")
  private boolean verify;

  @Option(names = "--from", paramLabel = "N", description = "Prints inputs from this number on.")
  private Long from;

  @Option(names = "--to", paramLabel = "N", description = "Ends after this input.")
  private Long to;

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    boolean print = (from != null || to != null) && !json;
    Replay replay = new Replay(directory, verify, print ? new Lines(out) : ReplayObserver.NONE);
    ReplayResult result = replay.run(from == null ? 1 : from, to == null ? Long.MAX_VALUE : to);
    if (json) {
      out.println(json(result));
    } else if (result.events() > 0 || result.problem() == null) {
      text(result, out);
    }
    complain(result);
    return exitCode(result);
  }

  private static final class Lines implements ReplayObserver {
    private final EventPrinter printer = new EventPrinter();
    private final PrintWriter out;

    Lines(PrintWriter out) {
      this.out = out;
    }

    @Override
    public void onInput(long sequence, DirectBuffer buffer, int offset, int length) {
      out.println(printer.input(sequence, buffer, offset, length));
    }

    @Override
    public void onDecision(
        long causeSequence, int index, DirectBuffer buffer, int offset, int length) {
      out.println("  " + printer.decision(causeSequence, index, buffer, offset, length));
    }
  }

  private void text(ReplayResult result, PrintWriter out) {
    out.printf(
        "%d events, %d decisions, from the %s, %d events/s%n",
        result.events(), result.decisions(), result.from(), result.eventsPerSecond());
    out.println("input sha256    " + result.inputSha256());
    out.println("decision sha256 " + result.decisionSha256());
    out.println("state hash      " + (result.stateHash() == null ? "none" : result.stateHash()));
    if (verify) {
      out.println("replay: " + (result.identical() ? "identical" : "DIFFERENT"));
    }
  }

  private String json(ReplayResult result) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("events", result.events());
    node.put("decisions", result.decisions());
    node.put("inputSha256", result.inputSha256());
    node.put("decisionSha256", result.decisionSha256());
    node.put("stateHash", result.stateHash());
    if (verify) {
      node.put("identical", result.identical());
    } else {
      node.putNull("identical");
    }
    node.put("eventsPerSecond", result.eventsPerSecond());
    node.put("stoppedInOrder", result.stoppedInOrder());
    node.put("from", result.from());
    node.put("difference", result.difference());
    node.put("problem", result.problem() == null ? null : result.problem().message());
    return node.toPrettyString();
  }

  private void complain(ReplayResult result) {
    PrintWriter err = spec.commandLine().getErr();
    if (result.problem() != null) {
      err.println("ripcord: " + JournalProblems.text(result.problem()));
    }
    if (result.difference() != null) {
      err.println("ripcord: first difference at " + result.difference());
    }
  }

  private static int exitCode(ReplayResult result) {
    JournalProblem problem = result.problem();
    if (problem != null) {
      return JournalProblems.exitCode(problem);
    }
    return result.difference() == null ? ExitCodes.OK : ExitCodes.DIFFERENCE;
  }
}
