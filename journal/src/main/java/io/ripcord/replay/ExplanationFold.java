package io.ripcord.replay;

import io.ripcord.engine.Engine;
import io.ripcord.engine.EngineView;
import io.ripcord.event.AlertKind;
import io.ripcord.event.ClOrdId;
import io.ripcord.event.DecisionDispatcher;
import io.ripcord.event.DecisionObserver;
import io.ripcord.event.EventDispatcher;
import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;
import io.ripcord.event.GroupScope;
import io.ripcord.event.OrderType;
import io.ripcord.event.Side;
import io.ripcord.execution.OrderIntent;
import io.ripcord.money.E8;
import io.ripcord.position.Position;
import io.ripcord.rule.Policy;
import io.ripcord.rule.RuleStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.agrona.DirectBuffer;

/**
 * Folds the frames of a journal, and the state of the engine that replays them, into what happened
 * to one position. One thread.
 */
final class ExplanationFold implements ReplayObserver {
  private static final LevelSet NO_LEVELS =
      new LevelSet(E8.NULL, E8.NULL, E8.NULL, E8.NULL, E8.NULL);
  private static final int NONE = -1;

  private final Question question;
  private final EventDispatcher inputDispatcher = new EventDispatcher();
  private final DecisionDispatcher decisionDispatcher = new DecisionDispatcher();
  private final Decisions decisions = new Decisions();
  private final OrderWatch orders = new OrderWatch();
  private final InputTrace input = new InputTrace(orders);
  private final InputNames names = new InputNames();
  private final LevelWatch levels = new LevelWatch();
  private final PriceWatch prices = new PriceWatch();
  private final List<InputFact> commands = new ArrayList<>();
  private final List<AlertFact> alerts = new ArrayList<>();
  private final List<PolicyChange> policies = new ArrayList<>();

  private DirectBuffer buffer;
  private int offset;
  private int length;
  private InputFact fact;

  private Engine engine;
  private long sequence;
  private long timeNs;
  private boolean over;
  private Explanation result;
  private int slot = NONE;
  private boolean wasOpen;

  /** The last trade of the position's instrument that counted before the present input. */
  private long acceptedE8 = E8.NULL;

  private LevelSet before = NO_LEVELS;
  private Firing firing;
  private List<RuleStatus> rules;
  private Policy policy;

  ExplanationFold(Question question) {
    this.question = question;
  }

  @Override
  public void onResumed(Engine resumed) {
    engine = resumed;
    sequence = resumed.sequence();
    timeNs = resumed.nowNs();
    Position position = position();
    if (position != null) {
      begin(position, LevelSet.of(position));
    }
  }

  @Override
  public void onInput(long newSequence, DirectBuffer newBuffer, int newOffset, int newLength) {
    if (over) {
      return;
    }
    inputDispatcher.dispatch(newSequence, newBuffer, newOffset, newLength, input);
    if (input.timeNs > question.toNs()) {
      // The state is still that of the last input that counts.
      result = explain();
      over = true;
      return;
    }
    sequence = newSequence;
    timeNs = input.timeNs;
    buffer = newBuffer;
    offset = newOffset;
    length = newLength;
    fact = null;
    Position position = position();
    acceptedE8 =
        position == null ? E8.NULL : engine.view().lastPrices().lastE8(position.instrumentId());
    if (input.isDefinition) {
      fact();
    }
  }

  /** The present input, spelled out once. */
  private InputFact fact() {
    if (fact == null) {
      fact = names.fact(sequence, timeNs, buffer, offset, length);
    }
    return fact;
  }

  private boolean isListed() {
    return timeNs >= question.fromNs();
  }

  private Position position() {
    if (engine == null) {
      return null;
    }
    EngineView view = engine.view();
    return question.clOrdId() == null
        ? view.positions().byId(question.positionId())
        : view.positions().byOrdinal(question.ordinal());
  }

  private void begin(Position position, LevelSet known) {
    slot = position.slot();
    wasOpen = position.isOpen();
    before = known;
    firing = null;
    rules = null;
    policy = engine.view().policy(position);
    policies.clear();
    levels.clear();
    prices.clear();
    orders.clear();
    commands.clear();
    alerts.clear();
  }

  @Override
  public void onProcessed(long processed, Engine newEngine) {
    if (over) {
      return;
    }
    engine = newEngine;
    Position position = position();
    if (position == null) {
      return;
    }
    boolean isNew = position.slot() != slot;
    if (isNew) {
      begin(position, NO_LEVELS);
    }
    EngineView view = engine.view();
    // What comes when all is over changes nothing any more.
    boolean held = isNew || wasOpen || view.exit(position).isLive();
    if (held && isListed() && input.concerns(position.id(), position.instrumentId())) {
      commands.add(fact());
    }
    if (!isNew && wasOpen && input.pricedInstrument == position.instrumentId()) {
      prices.onPrices(
          input,
          position,
          before,
          new PriceWatch.Surroundings(view, engine.tradingState(), acceptedE8),
          position.isOpen(),
          isListed(),
          this::fact);
    }
    follow(position, view);
  }

  private void follow(Position position, EngineView view) {
    Policy now = view.policy(position);
    if (now != policy && isListed()) {
      policies.add(
          new PolicyChange(
              fact(),
              view.names().name(policy.nameId()),
              policy.version(),
              view.names().name(now.nameId()),
              now.version()));
    }
    policy = now;
    LevelSet after = LevelSet.of(position);
    if (!after.equals(before)) {
      boolean byCommand = input.isLevelCommand && input.isAbout(position.id());
      levels.onChange(fact(), before, position, view, byCommand, isListed());
      before = after;
    }
    if (wasOpen && !position.isOpen()) {
      rules = view.rules(position, timeNs);
      firing = firing(view.exit(position));
    }
    wasOpen = position.isOpen();
  }

  private Firing firing(OrderIntent exit) {
    if (!exit.isLive()) {
      // Nobody wants it out: it is only watched no longer.
      return new Firing(fact(), null, null, E8.NULL, E8.NULL, null);
    }
    LevelKind kind =
        switch (exit.reason()) {
          case HARD_STOP -> LevelKind.HARD_STOP;
          case STOP_LOSS, TRAILING_STOP -> LevelKind.STOP;
          case TAKE_PROFIT -> LevelKind.TARGET;
          default -> null;
        };
    return new Firing(
        fact(),
        exit.reason(),
        exit.source(),
        exit.levelE8(),
        exit.triggerPriceE8(),
        // A group asks no level of the position.
        kind == null || exit.levelE8() == E8.NULL ? null : levels.last(kind),
        GroupCause.of(engine.view(), engine.view().positions().bySlot(slot), exit));
  }

  @Override
  public void onDecision(
      long causeSequence,
      int index,
      DirectBuffer decisionBuffer,
      int decisionOffset,
      int decisionLength) {
    if (slot != NONE && causeSequence <= sequence) {
      decisions.causeSequence = causeSequence;
      decisionDispatcher.dispatch(decisionBuffer, decisionOffset, decisionLength, decisions);
    }
  }

  private final class Decisions extends DecisionObserver {
    private long causeSequence;

    @Override
    public void onExitOrder(
        long decidedNs,
        long positionId,
        int instrumentId,
        long clOrdIdHigh,
        long clOrdIdLow,
        Side side,
        OrderType orderType,
        long quantityE8,
        int attempt,
        ExitReason reason,
        ExitSource source,
        long levelE8,
        long triggerPriceE8,
        long triggerTimeNs) {
      if (ClOrdId.positionOrdinal(clOrdIdHigh, clOrdIdLow) == slot + 1) {
        orders.ordered(
            clOrdIdHigh,
            clOrdIdLow,
            causeSequence,
            decidedNs,
            quantityE8,
            attempt,
            reason,
            source,
            levelE8,
            triggerPriceE8,
            triggerTimeNs);
      }
    }

    @Override
    public void onEntryOrder(
        long decidedNs,
        long positionId,
        int instrumentId,
        long clOrdIdHigh,
        long clOrdIdLow,
        Side side,
        OrderType orderType,
        long quantityE8,
        int attempt,
        long levelE8,
        long triggerPriceE8) {
      if (ClOrdId.positionOrdinal(clOrdIdHigh, clOrdIdLow) == slot + 1) {
        orders.ordered(
            clOrdIdHigh,
            clOrdIdLow,
            causeSequence,
            decidedNs,
            quantityE8,
            attempt,
            null,
            null,
            levelE8,
            triggerPriceE8,
            decidedNs);
      }
    }

    /** An alert of a group is about its members, and one of the day's loss about all. */
    private boolean isOfGroup(Position position, AlertKind kind, long first) {
      return switch (kind) {
        case DAILY_LOSS ->
            Arrays.stream(engine.view().groupsOf(position))
                .anyMatch(id -> engine.view().group(id).scope() == GroupScope.ACCOUNT);
        case GROUP_FIRED, GROUP_STALE ->
            Arrays.stream(engine.view().groupsOf(position)).anyMatch(id -> id == first);
        default -> false;
      };
    }

    /** An alert without a position is about all that hold the instrument. */
    private boolean isAbout(long positionId, int instrumentId, AlertKind kind, long first) {
      Position position = position();
      if (position == null || positionId != E8.NULL) {
        return position != null && positionId == position.id();
      }
      return isOfGroup(position, kind, first)
          || (instrumentId == position.instrumentId() && wasOpen);
    }

    @Override
    public void onAlert(
        long alertNs, AlertKind kind, long positionId, int instrumentId, long first, long second) {
      if (alertNs >= question.fromNs() && isAbout(positionId, instrumentId, kind, first)) {
        alerts.add(new AlertFact(causeSequence, alertNs, kind, first, second));
      }
      if (kind == AlertKind.TICK_CONFIRMED && isAbout(positionId, instrumentId, kind, first)) {
        prices.onConfirmed(first, position(), before, causeSequence, alertNs);
      }
    }
  }

  /** What became of it, {@code null} if there is no such position, or no such order. */
  Explanation explanation() {
    return over ? result : explain();
  }

  private Explanation explain() {
    Position position = position();
    if (position == null) {
      return null;
    }
    List<ExplainedOrder> all = orders.orders();
    ExplainedOrder asked =
        all.stream()
            .filter(order -> order.clOrdId().equals(question.clOrdId()))
            .findFirst()
            .orElse(null);
    if (question.clOrdId() != null && asked == null) {
      return null;
    }
    EngineView view = engine.view();
    return new Explanation(
        Holding.of(view, position),
        Moment.of(view, position, sequence, timeNs, engine.tradingState()),
        policy.settings(),
        policy.isSignalExit(),
        rules == null ? view.rules(position, timeNs) : rules,
        prices.path(),
        firing,
        asked,
        prices.touches(),
        List.copyOf(policies),
        levels.changes(),
        all,
        List.copyOf(commands),
        List.copyOf(alerts),
        names(view));
  }

  private static Map<Long, String> names(EngineView view) {
    Map<Long, String> byId = new HashMap<>();
    for (int id = 1; id <= view.names().last(); id++) {
      byId.put((long) id, view.names().name(id));
    }
    return byId;
  }

  /** The numbers of all positions of the time that is asked about, ascending. */
  List<Long> positionIds() {
    List<Long> ids = new ArrayList<>();
    if (engine != null) {
      for (Position position : engine.view().positions().sortedById()) {
        if (position.registeredNs() <= question.toNs()) {
          ids.add(position.id());
        }
      }
    }
    return ids;
  }
}
