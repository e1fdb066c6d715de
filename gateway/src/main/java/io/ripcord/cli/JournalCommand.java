package io.ripcord.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ripcord.console.ExportFormat;
import io.ripcord.console.JournalExport;
import io.ripcord.console.OutputPlace;
import io.ripcord.journal.JournalProblem;
import io.ripcord.journal.JournalVerifier;
import io.ripcord.journal.VerifyResult;
import io.ripcord.replay.StopEvents;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks into journals. */
@Command(
    name = "journal",
    description = "Prints, checks and exports a journal.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(print | verify | export)")
final class JournalCommand {
  @Spec private CommandSpec spec;

  @Command(
      name = "print",
      description = "Prints inputs and the decisions that they caused, one a line.",
      mixinStandardHelpOptions = true)
  int print(
      @Parameters(paramLabel = "DIR", description = "Directory of the journal.") Path directory,
      @Option(names = "--from", paramLabel = "N", defaultValue = "1", description = "First input.")
          long from,
      @Option(
              names = "--to",
              paramLabel = "N",
              defaultValue = "9223372036854775807",
              description = "Last input.")
          long to,
      @Option(names = "--json", description = "One JSON object a line.") boolean json) {
    PrintWriter out = spec.commandLine().getOut();
    ExportFormat format = json ? ExportFormat.JSONL : ExportFormat.TEXT;
    return finish(new JournalExport(directory, format, out).run(from, to));
  }

  @Command(
      name = "verify",
      description = "Checks every frame: length, checksum chain, order, and how the journal ends.",
      mixinStandardHelpOptions = true)
  int verify(
      @Parameters(paramLabel = "DIR", description = "Directory of the journal.") Path directory,
      @Option(names = "--json", description = "Prints one JSON object.") boolean json) {
    VerifyResult result = JournalVerifier.verify(directory, StopEvents.STOP);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(json(result));
    } else if (result.frames() > 0 || result.problem() == null) {
      out.printf(
          Locale.ROOT,
          "%d frames (%d inputs, %d decisions), %d bytes, %.1f bytes per input%n",
          result.frames(),
          result.inputs(),
          result.decisions(),
          result.bytes(),
          result.bytesPerInput());
      if (result.problem() == null) {
        out.println(
            "journal: intact, "
                + (result.isStopped() ? "stopped in order" : "without a stop record"));
      }
    }
    return finish(result.problem());
  }

  private static String json(VerifyResult result) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("frames", result.frames());
    node.put("inputs", result.inputs());
    node.put("decisions", result.decisions());
    node.put("bytes", result.bytes());
    node.put("bytesPerInput", result.bytesPerInput());
    node.put("stoppedInOrder", result.isStopped());
    node.put("intact", result.isIntact());
    node.put("problem", result.problem() == null ? null : result.problem().message());
    return node.toPrettyString();
  }

  @Command(
      name = "export",
      description = "Writes all events and decisions as CSV or as JSON lines.",
      mixinStandardHelpOptions = true)
  int export(
      @Parameters(paramLabel = "DIR", description = "Directory of the journal.") Path directory,
      @Option(
              names = "--to",
              paramLabel = "csv|jsonl",
              defaultValue = "jsonl",
              description = "Format (default: ${DEFAULT-VALUE}).")
          ExportFormat format,
      @Option(names = "--output", paramLabel = "FILE", description = "Default: standard output.")
          Path output)
      throws IOException {
    if (output == null) {
      return finish(
          new JournalExport(directory, format, spec.commandLine().getOut()).run(1, Long.MAX_VALUE));
    }
    OutputPlace place = new OutputPlace(output);
    place.check();
    try (PrintWriter out =
        new PrintWriter(Files.newBufferedWriter(output, StandardCharsets.UTF_8))) {
      JournalProblem problem = new JournalExport(directory, format, out).run(1, Long.MAX_VALUE);
      if (out.checkError()) {
        throw place.refused(new IOException("the disk did not take all of it"));
      }
      return finish(problem);
    }
  }

  private int finish(JournalProblem problem) {
    if (problem == null) {
      return ExitCodes.OK;
    }
    spec.commandLine().getErr().println("ripcord: " + JournalProblems.text(problem));
    return JournalProblems.exitCode(problem);
  }
}
