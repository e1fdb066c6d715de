package io.ripcord.engine;

import io.ripcord.event.AlertKind;
import io.ripcord.event.ExecType;
import io.ripcord.event.ExitReason;
import io.ripcord.event.NodePublisher;
import io.ripcord.event.PositionStatus;
import io.ripcord.event.RejectKind;
import io.ripcord.event.ReportPublisher;
import io.ripcord.event.Sources;
import io.ripcord.money.E8;
import io.ripcord.position.Position;
import io.ripcord.testing.EngineRig;
import io.ripcord.testing.RecordedDecisions.Alert;
import io.ripcord.testing.RecordedDecisions.Decision;
import io.ripcord.testing.RecordedDecisions.EntryOrder;
import io.ripcord.testing.RecordedDecisions.ExitOrder;
import io.ripcord.testing.RecordedDecisions.PositionChanged;
import io.ripcord.testing.RecordedDecisions.PositionsQuery;
import io.ripcord.testing.naive.NaiveEntry;
import io.ripcord.testing.naive.NaiveEvaluator;
import io.ripcord.testing.naive.NaiveEvent;
import io.ripcord.testing.naive.NaiveExit;
import io.ripcord.testing.naive.NaivePosition;
import io.ripcord.testing.naive.Scenario;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One scenario in the real engine, the way {@code simulate} feeds it: publishers, slots,
 * dispatcher, engine, encoded decisions. At equal time positions come first, then market data, then
 * signals. Deadlines before an event come before it, as timer events at their own time; those at
 * the time of an event come after all events of that time. Orders are filled at once, on the
 * opposite side of the last book, else at the trigger price, in the parts that the position
 * scripts; questions are answered "flat" at once.
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
  private final ReportPublisher reports;
  private final ScenarioInputs inputs;
  private final Map<Long, NaivePosition> positions = new HashMap<>();
  private final Map<Long, Integer> exitRows = new HashMap<>();
  private final List<ExitOrder> orders = new ArrayList<>();
  private final List<List<NaiveExit.Fill>> fills = new ArrayList<>();

  /** By row, the last word on its position before the next row. */
  private final List<PositionChanged> changes = new ArrayList<>();

  private final Map<Long, Long> openE8 = new HashMap<>();
  private final List<NaiveEntry> entries = new ArrayList<>();
  private final ScenarioAlerts alerts = new ScenarioAlerts();
  private int answered;
  private long execId;

  private ScenarioRun(
      Scenario scenario, Tape tape, boolean evaluateEverything, PriceWatch priceWatch) {
    this.scenario = scenario;
    this.tape = tape;
    rig = new EngineRig(scenario.positions().size(), evaluateEverything);
    node = new NodePublisher(rig.sink(), Sources.NODE);
    timers = new NodePublisher(rig.sink(), Sources.TIMER);
    reports = new ReportPublisher(rig.sink(), Sources.PAPER_VENUE);
    inputs = new ScenarioInputs(scenario, rig, priceWatch);
    scenario.positions().forEach(each -> positions.put(each.id(), each));
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
    } catch (RuntimeException e) {
      throw run.failure("the engine threw " + e, e);
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
      answer();
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
      answer();
      if (rig.engine().nextDeadlineNs() <= dueNs) {
        throw failure("the deadline at " + dueNs + " ns stays after its timer event", null);
      }
    }
  }

  /** Plays the venue until the engine wants nothing more. */
  private void answer() {
    List<Decision> decisions = rig.decisions().all();
    while (answered < decisions.size()) {
      Decision decision = decisions.get(answered++);
      if (decision instanceof ExitOrder order) {
        fill(order);
      } else if (decision instanceof EntryOrder order) {
        fill(order);
      } else if (decision instanceof PositionsQuery query) {
        reports.venuePositionsBegin(query.timeNs(), query.queryId(), 0);
        reports.venuePositionsEnd(query.timeNs(), query.queryId(), 0);
      } else if (decision instanceof PositionChanged change
          && exitRows.containsKey(change.positionId())
          && !isBooking(exitRows.get(change.positionId()))) {
        changes.set(exitRows.get(change.positionId()), change);
      } else if (decision instanceof Alert alert && alert.kind() != AlertKind.BAD_TICK) {
        require(alerts.add(alert, inputs.symbol(alert.instrumentId())), alert);
      }
    }
  }

  private void require(boolean expected, Alert alert) {
    if (!expected) {
      throw failure("unexpected: " + alert, null);
    }
  }

  private void fill(ExitOrder order) {
    NaivePosition position = positions.get(order.positionId());
    requireQuantity(order, position);
    List<BigDecimal> script =
        position.exitFills().isEmpty()
            ? List.of(Scales.decimal(order.quantityE8()))
            : position.exitFills();
    long oppositeE8 = inputs.oppositeE8(position);
    long knownE8 =
        order.triggerPriceE8() == E8.NULL
            ? Scales.e8(position.entryPrice())
            : order.triggerPriceE8();
    long priceE8 = oppositeE8 == 0 ? knownE8 : oppositeE8;
    exitRows.put(position.id(), orders.size());
    orders.add(order);
    changes.add(null);
    fills.add(
        script.stream()
            .map(quantity -> new NaiveExit.Fill(quantity, Scales.decimal(priceE8)))
            .toList());

    reports.orderSent(order.timeNs(), order.clOrdIdHigh(), order.clOrdIdLow());
    report(order, ExecType.NEW, 0, 0, 0);
    long filledE8 = 0;
    for (BigDecimal quantity : script) {
      filledE8 += Scales.e8(quantity);
      report(order, ExecType.TRADE, Scales.e8(quantity), priceE8, filledE8);
    }
    int row = orders.size() - 1;
    if (isBooking(row)) {
      // Of the same event an exit of the rest may follow: what the booking brought is known now.
      changes.set(row, lastChange(position.id()));
    }
  }

  private boolean isBooking(int row) {
    return orders.get(row).reason() == ExitReason.PARTIAL;
  }

  private PositionChanged lastChange(long positionId) {
    return rig.decisions().all().stream()
        .filter(PositionChanged.class::isInstance)
        .map(PositionChanged.class::cast)
        .filter(change -> change.positionId() == positionId)
        .reduce((earlier, later) -> later)
        .orElse(null);
  }

  private void fill(EntryOrder order) {
    NaivePosition position = positions.get(order.positionId());
    long bookE8 = inputs.sameSideE8(position);
    long priceE8 = bookE8 == 0 ? order.triggerPriceE8() : bookE8;
    long beforeE8 = openE8.getOrDefault(position.id(), Scales.e8(position.quantity()));
    openE8.put(position.id(), beforeE8 + order.quantityE8());
    entries.add(
        new NaiveEntry(
            position.id(),
            order.timeNs(),
            Scales.decimal(order.triggerPriceE8()),
            Scales.decimal(order.quantityE8()),
            Scales.decimal(priceE8)));
    reports.orderSent(order.timeNs(), order.clOrdIdHigh(), order.clOrdIdLow());
    reports.executionReport(
        order.timeNs(),
        order.clOrdIdHigh(),
        order.clOrdIdLow(),
        ExecType.TRADE,
        ++execId,
        order.quantityE8(),
        priceE8,
        order.quantityE8(),
        0,
        RejectKind.NONE);
  }

  /** At latency 0 there is one exit per position, for all that is left of it, at once. */
  private void requireQuantity(ExitOrder order, NaivePosition position) {
    long leftE8 = openE8.getOrDefault(position.id(), Scales.e8(position.quantity()));
    boolean isBooking = order.reason() == ExitReason.PARTIAL;
    if ((isBooking ? order.quantityE8() >= leftE8 : order.quantityE8() != leftE8)
        || order.side() != ScenarioInputs.side(position)
        || order.instrumentId() != inputs.instrumentId(position.symbol())
        || order.timeNs() != order.triggerTimeNs()
        || (order.attempt() != 1 && !exitRows.containsKey(position.id()))) {
      throw failure("not the order that is due of " + position + ": " + order, null);
    }
    openE8.put(position.id(), leftE8 - order.quantityE8());
  }

  private void report(ExitOrder order, ExecType type, long lastE8, long priceE8, long filledE8) {
    reports.executionReport(
        order.timeNs(),
        order.clOrdIdHigh(),
        order.clOrdIdLow(),
        type,
        ++execId,
        lastE8,
        priceE8,
        filledE8,
        order.quantityE8() - filledE8,
        RejectKind.NONE);
  }

  /** What came of it, in the oracle's own words, so that both compare by {@code equals}. */
  NaiveEvaluator.Result result() {
    if (rig.engine().exitsInFlight() != 0) {
      throw failure("exits in flight: " + rig.engine().exitsInFlight(), null);
    }
    List<NaiveExit> exits = new ArrayList<>();
    Map<Long, Long> realizedE8 = new HashMap<>();
    for (int row = 0; row < orders.size(); row++) {
      exits.add(exit(orders.get(row), changes.get(row), fills.get(row), realizedE8));
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
        exits,
        open,
        orders.stream().map(order -> order.source().name()).toList(),
        entries,
        alerts.rows(),
        levels);
  }

  /** Of a position booked in parts, every row has what it added to the realised profit. */
  private NaiveExit exit(
      ExitOrder order,
      PositionChanged change,
      List<NaiveExit.Fill> rowFills,
      Map<Long, Long> realizedE8) {
    boolean isBooking = order.reason() == ExitReason.PARTIAL;
    if (change == null || (change.status() == PositionStatus.CLOSED) == isBooking) {
      throw failure("not what follows " + order + ": " + change, null);
    }
    boolean isOnly = !isBooking && !realizedE8.containsKey(order.positionId());
    long beforeE8 = realizedE8.getOrDefault(order.positionId(), 0L);
    realizedE8.put(order.positionId(), change.realizedPnlE8());
    return new NaiveExit(
        order.positionId(),
        order.reason().name(),
        order.triggerTimeNs(),
        Scales.decimal(order.triggerPriceE8()),
        Scales.decimal(order.levelE8()),
        isOnly ? Scales.decimal(change.exitPriceE8()) : rowFills.get(0).price(),
        Scales.decimal(change.realizedPnlE8() - beforeE8),
        rowFills);
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
