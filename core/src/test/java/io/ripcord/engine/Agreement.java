package io.ripcord.engine;

import io.ripcord.engine.ScenarioRun.Tape;
import io.ripcord.testing.naive.NaiveEvaluator;
import io.ripcord.testing.naive.Scenario;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether three evaluators decide the same: the engine, which sleeps where its corridor says that
 * nothing can happen; the same engine with every rule run on every price; and the naive evaluator,
 * which shares nothing with the two.
 */
final class Agreement {
  /** Beyond so many events only what differs is worth printing. */
  private static final int EVENTS_SHOWN = 1_000;

  private Agreement() {}

  /** What differs, with all that is needed to see why; {@code null} if nothing does. */
  static String difference(Scenario scenario) {
    NaiveEvaluator.Result expected = scenario.evaluate();
    ScenarioRun quick = ScenarioRun.of(scenario);
    NaiveEvaluator.Result actual = quick.result();
    if (!actual.equals(expected)) {
      return "the engine differs from the naive evaluator\n"
          + difference("naive", rows(expected), "engine", rows(actual))
          + inFull(quick, scenario);
    }
    return difference(scenario, quick, ScenarioRun.of(scenario, Tape.PLAIN, true));
  }

  /** As the other, of the two engines only, on any tape. */
  static String difference(Scenario scenario, Tape tape) {
    return difference(
        scenario, ScenarioRun.of(scenario, tape, false), ScenarioRun.of(scenario, tape, true));
  }

  private static String difference(Scenario scenario, ScenarioRun quick, ScenarioRun thorough) {
    if (quick.decisionFrames().equals(thorough.decisionFrames())
        && quick.stateHash() == thorough.stateHash()) {
      return null;
    }
    return "the corridor changes what is decided; state hashes %x and %x%n"
            .formatted(quick.stateHash(), thorough.stateHash())
        + difference("corridor", quick.transcript(), "evaluate-everything", thorough.transcript())
        + inFull(quick, scenario);
  }

  private static String inFull(ScenarioRun run, Scenario scenario) {
    return scenario.events().size() > EVENTS_SHOWN
        ? "seed " + scenario.seed()
        : "events and -> decisions of the engine:\n%s%nscenario:%n%s"
            .formatted(String.join("\n", run.transcript()), scenario);
  }

  private static String difference(
      String name, List<String> rows, String otherName, List<String> otherRows) {
    List<String> own = new ArrayList<>(rows);
    own.removeAll(otherRows);
    List<String> others = new ArrayList<>(otherRows);
    others.removeAll(rows);
    StringBuilder out = new StringBuilder();
    own.forEach(row -> out.append("only ").append(name).append(": ").append(row).append('\n'));
    others.forEach(
        row -> out.append("only ").append(otherName).append(": ").append(row).append('\n'));
    return out.isEmpty() ? "the same rows in another order: " + rows + '\n' : out.toString();
  }

  private static List<String> rows(NaiveEvaluator.Result result) {
    List<Object> rows = new ArrayList<>(result.exits());
    rows.addAll(result.entries());
    rows.addAll(result.alerts());
    rows.addAll(result.open());
    rows.addAll(result.levels());
    rows.add(result.sources());
    return rows.stream().map(Object::toString).toList();
  }
}
