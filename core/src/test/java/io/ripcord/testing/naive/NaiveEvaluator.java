package io.ripcord.testing.naive;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Evaluates exit rules slowly and obviously: every position, every rule, every event, in {@code
 * BigDecimal}; orders fill at once.
 *
 * <p>Order inside one instant: deadlines that are already past, registrations, market data and
 * session phases, signals, deadlines of that instant. A price is checked against the levels in
 * force before it, then the watermark and the stop move; then the bars that a trade has closed act.
 * Nothing happens after the last event.
 */
public final class NaiveEvaluator {

  private final Map<String, NaiveInstrument> instruments = new TreeMap<>();
  private final List<NaivePosition> positions;
  private final NavigableMap<Long, List<NaiveEvent>> events = new TreeMap<>();
  private final Map<String, NaiveMarket> markets = new TreeMap<>();
  private final Map<Long, NaiveHolding> open = new TreeMap<>();
  private final NaiveVenue venue = new NaiveVenue(open);
  private final NaiveRules rules = new NaiveRules(venue);
  private final NaiveClock clock = new NaiveClock(open, rules, venue);

  private NaiveEvaluator(
      List<NaiveInstrument> instruments, List<NaivePosition> positions, List<NaiveEvent> events) {
    instruments.forEach(each -> this.instruments.put(each.symbol(), each));
    this.positions =
        positions.stream().sorted(Comparator.comparingLong(NaivePosition::id)).toList();
    events.stream()
        .sorted(
            Comparator.comparingLong(NaiveEvent::timeNs)
                .thenComparing(NaiveEvent::isCommand)
                .thenComparingLong(NaiveEvent::order))
        .forEach(
            each -> this.events.computeIfAbsent(each.timeNs(), ns -> new ArrayList<>()).add(each));
    if (positions.stream().map(NaivePosition::id).distinct().count() != positions.size()) {
      throw new IllegalArgumentException("position ids are not unique");
    }
  }

  /**
   * All exits and bookings in the order in which they fired, and what is still open, by id; the
   * layer that closed each exit, all scale-ins and alerts, and the levels of what is open.
   */
  public record Result(
      List<NaiveExit> exits,
      List<OpenPosition> open,
      List<String> sources,
      List<NaiveEntry> entries,
      List<NaiveAlert> alerts,
      List<OpenLevels> levels) {

    /** Orders scale-ins by time and position: the oracle fills those of one event after it. */
    public Result {
      entries =
          entries.stream()
              .sorted(
                  Comparator.comparingLong(NaiveEntry::timeNs)
                      .thenComparingLong(NaiveEntry::positionId))
              .toList();
    }
  }

  /** A position that has not exited; {@code stop} is {@code null} if it has none. */
  public record OpenPosition(long positionId, BigDecimal stop, BigDecimal watermark) {

    /** Brings both prices to scale 8, so that two rows compare by {@code equals}. */
    public OpenPosition {
      stop = exact(stop);
      watermark = exact(watermark);
    }
  }

  /** What else an open position has; a level is {@code null} if it has none. */
  public record OpenLevels(
      long positionId,
      BigDecimal target,
      BigDecimal hardStop,
      BigDecimal quantity,
      BigDecimal entryPrice) {

    /** Brings every amount to scale 8, so that two rows compare by {@code equals}. */
    public OpenLevels {
      target = exact(target);
      hardStop = exact(hardStop);
      quantity = exact(quantity);
      entryPrice = exact(entryPrice);
    }
  }

  private static BigDecimal exact(BigDecimal amount) {
    return amount == null ? null : amount.setScale(8, RoundingMode.UNNECESSARY);
  }

  /** Runs all events over all positions; the lists may come in any order. */
  public static Result evaluate(
      List<NaiveInstrument> instruments, List<NaivePosition> positions, List<NaiveEvent> events) {
    NaiveEvaluator evaluator = new NaiveEvaluator(instruments, positions, events);
    evaluator.run();
    return new Result(
        List.copyOf(evaluator.venue.exits),
        evaluator.open.values().stream()
            .map(each -> new OpenPosition(each.position.id(), each.stop, each.watermark))
            .toList(),
        List.copyOf(evaluator.venue.sources),
        List.copyOf(evaluator.venue.entries),
        evaluator.venue.alerts.stream().sorted(NaiveAlert.ORDER).toList(),
        evaluator.open.values().stream()
            .map(
                each ->
                    new OpenLevels(
                        each.position.id(), each.target, each.hardStop, each.quantity, each.entry))
            .toList());
  }

  private void run() {
    long lastNs = events.isEmpty() ? Long.MIN_VALUE : events.lastKey();
    for (long nowNs : instantsUpTo(lastNs)) {
      clock.settleUpTo(nowNs - 1);
      positions.stream().filter(each -> each.registeredAtNs() == nowNs).forEach(this::register);
      for (NaiveEvent event : events.getOrDefault(nowNs, List.of())) {
        on(event);
        open.values().forEach(each -> venue.endWork(each, nowNs));
      }
      clock.settleUpTo(nowNs);
    }
    positions.stream().filter(each -> each.registeredAtNs() > lastNs).forEach(this::register);
  }

  private void on(NaiveEvent event) {
    if (event instanceof NaiveEvent.Tick tick) {
      onTick(tick);
    } else if (event instanceof NaiveEvent.Mark mark) {
      onMark(mark);
    } else if (event instanceof NaiveEvent.Phase phase) {
      onPhase(phase);
    } else if (event instanceof NaiveEvent.Watch watch) {
      marketOf(watch.symbol()).need(watch.policy());
    } else if (event instanceof NaiveEvent.Adopt adopt) {
      onAdopt(adopt);
    } else {
      onSignal((NaiveEvent.Signal) event);
    }
  }

  private NavigableSet<Long> instantsUpTo(long lastNs) {
    NavigableSet<Long> instants = new TreeSet<>(events.keySet());
    positions.stream()
        .map(NaivePosition::registeredAtNs)
        .filter(timeNs -> timeNs <= lastNs)
        .forEach(instants::add);
    return instants;
  }

  private void register(NaivePosition position) {
    NaiveInstrument instrument = instruments.get(position.symbol());
    if (instrument == null) {
      throw new IllegalArgumentException("no instrument: symbol=" + position.symbol());
    }
    NaiveMarket market = marketOf(position.symbol());
    market.need(position.policy());
    NaiveHolding holding = new NaiveHolding(position, instrument, market);
    NaiveBarRules.arm(holding);
    open.put(position.id(), holding);
  }

  private void onTick(NaiveEvent.Tick tick) {
    if (tick.last() != null && tick.last().signum() <= 0) {
      return;
    }
    NaiveMarket market = marketOf(tick.symbol());
    BigDecimal previous = market.last;
    market.see("bid", tick.bid());
    market.see("ask", tick.ask());
    market.see("last", tick.last());
    sawData(tick);
    boolean isTrade = tick.last() != null && market.isContinuous();
    boolean isNewTrade = isTrade && market.isNewTrade(tick);
    if (isTrade && previous != null) {
      alertGap(tick, previous);
    }
    for (NaiveHolding holding : openOn(tick.symbol())) {
      BigDecimal stopBefore = holding.stop;
      boolean isGap = isTrade && previous != null && isGap(holding, previous, tick.last());
      onTrigger(holding, triggerPrice(holding, tick, isNewTrade), isGap, tick.timeNs());
      watchBook(holding, tick, stopBefore);
    }
    if (isTrade) {
      onBars(tick.symbol(), market.closeBarsBefore(tick.timeNs()), tick.timeNs());
      market.joinBars(tick);
    }
  }

  private void onMark(NaiveEvent.Mark mark) {
    marketOf(mark.symbol()).see("mark", mark.price());
    sawData(mark);
    for (NaiveHolding holding : openOn(mark.symbol())) {
      boolean isTrigger = holding.source == NaiveBlock.Source.MARK;
      onTrigger(holding, isTrigger ? mark.price() : null, false, mark.timeNs());
    }
  }

  private void sawData(NaiveEvent event) {
    marketOf(event.symbol()).lastDataNs = event.timeNs();
    openOn(event.symbol()).forEach(each -> each.isSilent = false);
  }

  /** What a tick says to a position, or {@code null} if it is not of the position's stream. */
  private static BigDecimal triggerPrice(
      NaiveHolding holding, NaiveEvent.Tick tick, boolean isNewTrade) {
    return switch (holding.source) {
      case LAST -> tick.last();
      case BID_ASK -> holding.isLong ? tick.bid() : tick.ask();
      case MARK -> null;
      // Outside the continuous session a print confirms nothing, but its breach is alerted.
      case DOUBLE_LAST -> isNewTrade || !holding.market.isContinuous() ? tick.last() : null;
    };
  }

  /** A trigger price, if there is one; a gap evaluates the last one of the economical mode. */
  private void onTrigger(NaiveHolding holding, BigDecimal price, boolean isGap, long nowNs) {
    if (!holding.market.isContinuous()) {
      alertBreach(holding, price, nowNs);
      return;
    }
    if (price != null) {
      holding.fresh = seen(holding, price);
      holding.isPaused = false;
    }
    boolean isEvaluated = holding.isTick() ? price != null : isGap && holding.levelPrice() != null;
    if (isEvaluated) {
      rules.onPrice(holding, holding.fresh, nowNs);
    }
  }

  private static NaiveHolding.Seen seen(NaiveHolding holding, BigDecimal price) {
    if (holding.source != NaiveBlock.Source.DOUBLE_LAST) {
      return NaiveHolding.Seen.of(price);
    }
    if (holding.fresh == null) {
      return new NaiveHolding.Seen(price, null, null);
    }
    BigDecimal before = holding.fresh.price();
    return new NaiveHolding.Seen(
        price,
        NaiveLevels.better(holding.isLong, before, price),
        NaiveLevels.worse(holding.isLong, before, price));
  }

  private void alertBreach(NaiveHolding holding, BigDecimal price, long nowNs) {
    boolean isBreach =
        NaiveLevels.stopTouched(holding.isLong, holding.hardStop, price)
            || NaiveLevels.stopTouched(holding.isLong, holding.stop, price)
            || NaiveLevels.targetTouched(holding.isLong, holding.target, price);
    if (isBreach && !holding.isBreachAlerted) {
      holding.isBreachAlerted = true;
      venue.alert("BREACH_OUTSIDE_SESSION", holding, nowNs);
    }
  }

  private static boolean isGap(NaiveHolding holding, BigDecimal previous, BigDecimal last) {
    NaiveBlock.Evaluation watch = holding.block(NaiveBlock.Evaluation.class);
    return watch != null
        && watch.gapPercent() != null
        && NaiveLevels.isAtLeastPercentOf(
            previous, last.subtract(previous).abs(), watch.gapPercent());
  }

  private void alertGap(NaiveEvent.Tick tick, BigDecimal previous) {
    if (openOn(tick.symbol()).stream().anyMatch(each -> isGap(each, previous, tick.last()))) {
      venue.alerts.add(
          new NaiveAlert("GAP", tick.timeNs(), tick.symbol(), null, previous, tick.last()));
    }
  }

  /** The far side of a quote against the stop as it was: beyond it without a break. */
  private void watchBook(NaiveHolding holding, NaiveEvent.Tick tick, BigDecimal stop) {
    BigDecimal far = holding.isLong ? tick.ask() : tick.bid();
    if (holding.block(NaiveBlock.BookThrough.class) == null
        || far == null
        || !holding.market.isContinuous()) {
      return;
    }
    if (!NaiveLevels.stopTouched(holding.isLong, stop, far)
        && !NaiveLevels.stopTouched(holding.isLong, holding.hardStop, far)) {
      holding.bookBeyondSinceNs = null;
    } else if (holding.bookBeyondSinceNs == null) {
      holding.bookBeyondSinceNs = tick.timeNs();
    }
  }

  private void onBars(String symbol, Set<Long> periods, long nowNs) {
    if (periods.isEmpty()) {
      return;
    }
    for (NaiveHolding holding : openOn(symbol)) {
      if (NaiveMarket.isOnBars(holding.policy)) {
        rules.onBars(holding, NaiveBarRules.onBars(holding, periods), periods, nowNs);
      }
    }
  }

  private void onPhase(NaiveEvent.Phase event) {
    NaiveMarket market = marketOf(event.symbol());
    if (market.phase != event.phase()) {
      openOn(event.symbol())
          .forEach(
              holding -> {
                holding.isBreachAlerted = false;
                holding.bookBeyondSinceNs = null;
              });
    }
    Set<Long> periods = market.enter(event.phase(), event.timeNs());
    openOn(event.symbol()).forEach(holding -> clock.onPhase(holding, event.timeNs()));
    onBars(event.symbol(), periods, event.timeNs());
  }

  private void onSignal(NaiveEvent.Signal signal) {
    for (NaiveHolding holding : openOn(signal.symbol())) {
      if (!holding.policy.signalExit()) {
        continue;
      }
      BigDecimal newest = holding.lastKnown();
      holding.isSignalWaiting = true;
      if (newest != null && !holding.isPaused) {
        // Whatever else waits goes in its precedence.
        NaiveHolding.Seen seen = new NaiveHolding.Seen(newest, null, null);
        rules.exits(holding, seen, signal.timeNs(), new NaiveRules.Levels(false, false, false));
      }
    }
  }

  /** Another policy, in the middle of everything. */
  private void onAdopt(NaiveEvent.Adopt event) {
    NaiveHolding former = open.get(event.positionId());
    NaiveHolding next = former == null ? null : NaiveAdoption.of(former, event);
    String said = next == null ? "COMMAND_REFUSED" : "POLICY_ADOPTED";
    venue.alerts.add(
        new NaiveAlert(said, event.timeNs(), event.symbol(), event.positionId(), null, null));
    if (next == null) {
      return;
    }
    open.put(event.positionId(), next);
    if (!rules.exitsWithoutPrice(
        next, new NaiveRules.Levels(false, false, false), event.timeNs())) {
      clock.settleOverdue(next, event.timeNs());
    }
  }

  private NaiveMarket marketOf(String symbol) {
    return markets.computeIfAbsent(symbol, ignored -> new NaiveMarket());
  }

  /** A copy, by id, so that exits may remove from the original. */
  private List<NaiveHolding> openOn(String symbol) {
    return open.values().stream().filter(each -> each.position.symbol().equals(symbol)).toList();
  }
}
