package io.ripcord.cli;

import io.ripcord.config.Wording;
import io.ripcord.console.ExplanationJson;
import io.ripcord.console.ExplanationText;
import io.ripcord.event.Texts;
import io.ripcord.journal.JournalProblem;
import io.ripcord.replay.Explainer;
import io.ripcord.replay.Explanation;
import io.ripcord.replay.Question;
import io.ripcord.replay.ReplayResult;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says why a position left, or did not, from the journal alone. */
@Command(
    name = "explain",
    description = "Says why a position left, or did not, from the journal alone.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "Directory of the journal.")
  private Path directory;

  @ArgGroup(multiplicity = "1")
  private Subject subject;

  /** One of the two. */
  private static final class Subject {
    @Option(names = "--position", paramLabel = "N", description = "Number of the position.")
    private Long position;

    @Option(
        names = "--exit",
        paramLabel = "CLORDID",
        description = "The exit that this order belongs to.")
    private String exit;
  }

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "Lists what happened from this time on.")
  private String from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      description = "Explains as of this time; later inputs do not count.")
  private String to;

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    Long fromNs = from == null ? Long.valueOf(Long.MIN_VALUE) : time("--from", from);
    Long toNs = to == null ? Long.valueOf(Long.MAX_VALUE) : time("--to", to);
    if (fromNs == null || toNs == null) {
      return ExitCodes.INVALID;
    }
    if (fromNs > toNs) {
      return refuse("--to " + Wording.quote(to) + ": expected a time after --from " + from);
    }
    if (subject.exit != null && !Question.isOrderId(subject.exit)) {
      return refuse(
          "--exit "
              + Wording.quote(subject.exit)
              + ": expected an order id, 20 characters of 0-9 and A-Z");
    }
    Question question =
        subject.exit == null
            ? Question.ofPosition(subject.position)
            : Question.ofOrder(subject.exit);
    return explain(new Explainer(directory, question.between(fromNs, toNs)));
  }

  private int explain(Explainer explainer) {
    ReplayResult result = explainer.run();
    JournalProblem problem = result.problem();
    if (result.events() == 0 && problem != null) {
      return damage(problem);
    }
    Explanation explanation = explainer.explanation();
    if (explanation == null) {
      refuse(unknown(explainer.positionIds()));
      return problem == null ? ExitCodes.INVALID : damage(problem);
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(ExplanationJson.of(explanation).toPrettyString());
    } else {
      ExplanationText.of(explanation).forEach(out::println);
    }
    return problem == null ? ExitCodes.OK : damage(problem);
  }

  /** What was said holds up to the damage; whoever asked must know that there is more. */
  private int damage(JournalProblem problem) {
    spec.commandLine().getErr().println("ripcord: " + JournalProblems.text(problem));
    return JournalProblems.exitCode(problem);
  }

  private String unknown(List<Long> ids) {
    String until = to == null ? "" : " up to " + to;
    if (subject.exit != null) {
      return "--exit "
          + subject.exit
          + ": no such order in the journal"
          + until
          + ", expected the id of an order that it holds; 'ripcord journal print' lists them";
    }
    return "--position "
        + subject.position
        + ": not in the journal"
        + until
        + ", expected "
        + (ids.isEmpty()
            ? "a position that it holds, and it holds none"
            : "one of: " + Wording.list(ids.stream().map(String::valueOf).toList()));
  }

  private Long time(String option, String text) {
    try {
      Instant instant = DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
      long seconds = Math.multiplyExact(instant.getEpochSecond(), NANOS_PER_SECOND);
      return Math.addExact(seconds, instant.getNano());
    } catch (DateTimeException | ArithmeticException notATime) {
      refuse(
          option
              + " "
              + Wording.quote(text)
              + ": expected a time such as "
              + Texts.time(1_723_161_260L * NANOS_PER_SECOND)
              + ", with Z or an offset");
      return null;
    }
  }

  private int refuse(String why) {
    spec.commandLine().getErr().println("ripcord: " + why);
    return ExitCodes.INVALID;
  }
}
