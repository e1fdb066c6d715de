package io.ripcord.engine;

import io.ripcord.event.NodePublisher;
import io.ripcord.event.Sources;
import io.ripcord.position.Position;
import io.ripcord.testing.EngineRig;
import io.ripcord.testing.naive.NaiveEvaluator;
import io.ripcord.testing.naive.NaiveEvent;
import io.ripcord.testing.naive.NaivePosition;
import io.ripcord.testing.naive.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One scenario in the real engine, the way {@code simulate} feeds it: publishers, slots,
 * dispatcher, engine, encoded decisions. At equal time positions come first, then market data, then
 * signals. Deadlines before an event come before it, as timer events at their own time; those at
 * the time of an event come after all events of that time. A {@link ScenarioVenue} answers.
 */
final class ScenarioRun {
  /** How market data reaches the engine. */
  enum Tape {
    /** Every tick as it is. */
    PLAIN,
    /** Every tick as a conflated one of a single price, the high said to be first. */
    SINGLES_HIGH_FIRST,
    /** Every tick as a conflated one of a single price, the low said to be first. */
    SINGLES_LOW_FIRST,
    /** Uninterrupted ticks of one instrument as one conflated tick. */
    BURSTS
  }

  /** Looks at the engine right before a trigger price; must not publish. */
  @FunctionalInterface
  interface PriceWatch {
    /** What comes spans {@code lowE8} to {@code highE8}. */
    void beforePrice(Engine engine, int instrumentId, long lowE8, long highE8);
  }

  private static final String BUILD_ID = "0123456789abcdef0123456789abcdef01234567";

  private final Scenario scenario;
  private final Tape tape;
  private final EngineRig rig;
  private final NodePublisher node;
  private final NodePublisher timers;
  private final ScenarioInputs inputs;
  private final ScenarioVenue venue;

  private ScenarioRun(
      Scenario scenario, Tape tape, boolean evaluateEverything, PriceWatch priceWatch) {
    this.scenario = scenario;
    this.tape = tape;
    rig = new EngineRig(scenario.positions().size(), evaluateEverything);
    node = new NodePublisher(rig.sink(), Sources.NODE);
    timers = new NodePublisher(rig.sink(), Sources.TIMER);
    inputs = new ScenarioInputs(scenario, rig, priceWatch);
    venue = new ScenarioVenue(scenario, rig, inputs);
  }

  /** The scenario in an engine with a corridor. */
  static ScenarioRun of(Scenario scenario) {
    return of(scenario, Tape.PLAIN, false);
  }

  /** As the other, with another tape or the yardstick engine. */
  static ScenarioRun of(Scenario scenario, Tape tape, boolean evaluateEverything) {
    return watched(scenario, tape, evaluateEverything, (engine, instrumentId, low, high) -> {});
  }

  /** As the others; {@code priceWatch} is asked before every trigger price. */
  static ScenarioRun watched(
      Scenario scenario, Tape tape, boolean evaluateEverything, PriceWatch priceWatch) {
    ScenarioRun run = new ScenarioRun(scenario, tape, evaluateEverything, priceWatch);
    try {
      run.run();
    } catch (RuntimeException | AssertionError e) {
      throw run.failure(e.toString(), e);
    }
    return run;
  }

  private AssertionError failure(String message, Throwable cause) {
    return new AssertionError(message + "\n" + String.join("\n", transcript()), cause);
  }

  private void run() {
    List<ScenarioStep> steps = new ArrayList<>();
    scenario.positions().forEach(each -> steps.add(ScenarioStep.of(each)));
    scenario.events().forEach(each -> steps.add(ScenarioStep.of(each)));
    steps.sort(
        Comparator.comparingLong(ScenarioStep::timeNs)
            .thenComparingInt(ScenarioStep::rank)
            .thenComparingLong(ScenarioStep::order));
    long startNs = steps.get(0).timeNs();
    node.engineStarted(
        startNs,
        0,
        1,
        Engine.DECISION_VERSION,
        scenario.positions().size(),
        BUILD_ID,
        new byte[32]);
    inputs.define(startNs);

    for (int from = 0; from < steps.size(); ) {
      int to = from + 1;
      while (tape == Tape.BURSTS
          && to < steps.size()
          && steps.get(to).continuesBurst(steps.get(to - 1))) {
        to++;
      }
      timersUpTo(steps.get(to - 1).timeNs() - 1);
      publish(steps.subList(from, to));
      venue.answer();
      from = to;
    }
    scenario.events().stream().mapToLong(NaiveEvent::timeNs).max().ifPresent(this::timersUpTo);
  }

  private void publish(List<ScenarioStep> steps) {
    Object first = steps.get(0).what();
    if (first instanceof NaivePosition position) {
      inputs.register(position);
    } else if (!(first instanceof NaiveEvent.Tick tick)) {
      inputs.rare((NaiveEvent) first);
    } else if (tape == Tape.BURSTS && steps.size() > 1) {
      inputs.burst(steps.stream().map(step -> (NaiveEvent.Tick) step.what()).toList());
    } else if (tape == Tape.SINGLES_HIGH_FIRST || tape == Tape.SINGLES_LOW_FIRST) {
      inputs.single(tick, tape == Tape.SINGLES_HIGH_FIRST);
    } else {
      inputs.tick(tick);
    }
  }

  private void timersUpTo(long limitNs) {
    for (long dueNs = rig.engine().nextDeadlineNs();
        dueNs <= limitNs;
        dueNs = rig.engine().nextDeadlineNs()) {
      timers.timerFired(dueNs, dueNs);
      venue.answer();
      if (rig.engine().nextDeadlineNs() <= dueNs) {
        throw new AssertionError("the deadline at " + dueNs + " ns stays after its timer event");
      }
    }
  }

  /** What came of it, in the oracle's own words, so that both compare by {@code equals}. */
  NaiveEvaluator.Result result() {
    if (rig.engine().exitsInFlight() != 0) {
      throw failure("exits in flight: " + rig.engine().exitsInFlight(), null);
    }
    List<NaiveEvaluator.OpenPosition> open = new ArrayList<>();
    List<NaiveEvaluator.OpenLevels> levels = new ArrayList<>();
    for (Position position : rig.engine().view().positions().sortedById()) {
      if (position.isOpen()) {
        open.add(
            new NaiveEvaluator.OpenPosition(
                position.id(),
                Scales.decimal(position.stop().levelE8()),
                Scales.decimal(position.watermarkE8())));
        levels.add(
            new NaiveEvaluator.OpenLevels(
                position.id(),
                Scales.decimal(position.targetE8()),
                Scales.decimal(position.hardStopE8()),
                Scales.decimal(position.openQuantityE8()),
                Scales.decimal(position.entryPriceE8())));
      }
    }
    return new NaiveEvaluator.Result(
        venue.exits(), open, venue.sources(), venue.entries(), venue.alerts(), levels);
  }

  /** The bytes of every input. */
  List<byte[]> inputFrames() {
    return rig.inputFrames();
  }

  /** Every decision as {@code cause/index bytes}, in hexadecimal. */
  List<String> decisionFrames() {
    return rig.decisionFrames();
  }

  /** Hash of the engine's state after the last event. */
  long stateHash() {
    return rig.engine().stateHash();
  }

  /** Every input and the decisions that it caused, one line each. */
  List<String> transcript() {
    return ScenarioTranscript.of(inputFrames(), decisionFrames());
  }
}
