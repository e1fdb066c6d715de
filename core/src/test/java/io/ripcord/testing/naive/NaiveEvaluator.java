package io.ripcord.testing.naive;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Evaluates exit rules slowly and obviously: every position, every rule, every tick, in {@code
 * BigDecimal}. Trigger source is the last traded price; exits fill at once.
 *
 * <p>Order inside one instant: deadlines that are already past, registrations, market data,
 * signals, deadlines of that instant. A price is checked against the levels in force before it,
 * then the watermark and the stop move. Nothing happens after the last event.
 */
public final class NaiveEvaluator {

  private final Map<String, NaiveInstrument> instruments = new TreeMap<>();
  private final List<NaivePosition> positions;
  private final NavigableMap<Long, List<NaiveEvent>> events = new TreeMap<>();
  private final Map<String, Market> markets = new TreeMap<>();
  private final Map<Long, Holding> open = new TreeMap<>();
  private final List<NaiveExit> exits = new ArrayList<>();

  private NaiveEvaluator(
      List<NaiveInstrument> instruments, List<NaivePosition> positions, List<NaiveEvent> events) {
    instruments.forEach(each -> this.instruments.put(each.symbol(), each));
    this.positions =
        positions.stream().sorted(Comparator.comparingLong(NaivePosition::id)).toList();
    events.stream()
        .sorted(
            Comparator.comparingLong(NaiveEvent::timeNs)
                .thenComparing(each -> each instanceof NaiveEvent.Signal)
                .thenComparingLong(NaiveEvent::order))
        .forEach(
            each -> this.events.computeIfAbsent(each.timeNs(), ns -> new ArrayList<>()).add(each));
    if (positions.stream().map(NaivePosition::id).distinct().count() != positions.size()) {
      throw new IllegalArgumentException("position ids are not unique");
    }
  }

  /** All exits in the order in which they fired, and what is still open, by id. */
  public record Result(List<NaiveExit> exits, List<OpenPosition> open) {}

  /** A position that has not exited; {@code stop} is {@code null} if it has none. */
  public record OpenPosition(long positionId, BigDecimal stop, BigDecimal watermark) {

    /** Brings both prices to scale 8, so that two rows compare by {@code equals}. */
    public OpenPosition {
      stop = stop == null ? null : stop.setScale(8, RoundingMode.UNNECESSARY);
      watermark = watermark.setScale(8, RoundingMode.UNNECESSARY);
    }
  }

  /** Runs all events over all positions; the lists may come in any order. */
  public static Result evaluate(
      List<NaiveInstrument> instruments, List<NaivePosition> positions, List<NaiveEvent> events) {
    NaiveEvaluator evaluator = new NaiveEvaluator(instruments, positions, events);
    evaluator.run();
    List<OpenPosition> stillOpen =
        evaluator.open.values().stream()
            .map(each -> new OpenPosition(each.position.id(), each.stop, each.watermark))
            .toList();
    return new Result(List.copyOf(evaluator.exits), stillOpen);
  }

  private void run() {
    long lastNs = events.isEmpty() ? Long.MIN_VALUE : events.lastKey();
    for (long nowNs : instantsUpTo(lastNs)) {
      settleDeadlinesUpTo(nowNs - 1);
      positions.stream().filter(each -> each.registeredAtNs() == nowNs).forEach(this::register);
      for (NaiveEvent event : events.getOrDefault(nowNs, List.of())) {
        if (event instanceof NaiveEvent.Tick tick) {
          onTick(tick);
        } else if (event instanceof NaiveEvent.Signal signal) {
          onSignal(signal);
        }
      }
      settleDeadlinesUpTo(nowNs);
    }
    positions.stream().filter(each -> each.registeredAtNs() > lastNs).forEach(this::register);
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
    Holding holding = new Holding(position, instrument);
    open.put(position.id(), holding);
    if (holding.hasNextRung() && holding.nextRung().after().isZero()) {
      holding.target = NaiveLevels.percentTarget(position, holding.nextRung().percent());
      holding.rungsInForce = 1;
    }
  }

  private void onTick(NaiveEvent.Tick tick) {
    if (tick.last() != null && tick.last().signum() <= 0) {
      return;
    }
    Market market = marketOf(tick.symbol());
    if (tick.bid() != null) {
      market.bid = tick.bid();
    }
    if (tick.ask() != null) {
      market.ask = tick.ask();
    }
    if (tick.last() == null) {
      return;
    }
    market.last = tick.last();
    for (Holding holding : openOn(tick.symbol())) {
      onPrice(holding, tick.last(), tick.timeNs());
    }
  }

  /** First the exits in their precedence, against the levels as they were; then what moves. */
  private void onPrice(Holding holding, BigDecimal price, long nowNs) {
    if (NaiveLevels.stopTouched(holding.position, holding.stop, price)) {
      exit(holding, holding.isTrailed ? "TRAILING_STOP" : "STOP_LOSS", nowNs, price, holding.stop);
    } else if (NaiveLevels.targetTouched(holding.position, holding.target, price)) {
      exit(holding, "TAKE_PROFIT", nowNs, price, holding.target);
    } else if (holding.isSignalWaiting) {
      exit(holding, "SIGNAL", nowNs, price, null);
    } else if (holding.isTimeWaiting) {
      exit(holding, "TIME", nowNs, price, null);
    } else {
      holding.lastPrice = price;
      holding.watermark = NaiveLevels.better(holding.position, holding.watermark, price);
      trail(holding);
    }
  }

  private static void trail(Holding holding) {
    NaivePosition position = holding.position;
    NaivePolicy.Trailing rule = position.policy().trailing();
    if (rule == null) {
      return;
    }
    if (rule.activateAt() != null
        && !NaiveLevels.profitReaches(position, holding.watermark, rule.activateAt())) {
      return;
    }
    BigDecimal distance = rule.percent();
    if (rule.tighten() != null
        && NaiveLevels.profitReaches(position, holding.watermark, rule.tighten().at())) {
      distance = rule.tighten().percent();
    }
    BigDecimal candidate = NaiveLevels.trailingStop(position, holding.watermark, distance);
    if (holding.stop != null) {
      BigDecimal improvement = NaiveLevels.improvement(position, candidate, holding.stop);
      if (improvement.signum() <= 0) {
        return;
      }
      if (rule.step() != null
          && !NaiveLevels.isAtLeastPercentOfEntry(position, improvement, rule.step())) {
        return;
      }
    }
    holding.stop = candidate;
    holding.isTrailed = true;
  }

  private void onSignal(NaiveEvent.Signal signal) {
    BigDecimal lastPrice = marketOf(signal.symbol()).last;
    for (Holding holding : openOn(signal.symbol())) {
      if (!holding.position.policy().signalExit()) {
        continue;
      }
      if (lastPrice == null) {
        holding.isSignalWaiting = true;
      } else {
        exit(holding, "SIGNAL", signal.timeNs(), lastPrice, null);
      }
    }
  }

  /** One deadline at a time, the earliest first, ties by position id. */
  private void settleDeadlinesUpTo(long limitNs) {
    while (true) {
      Holding next = null;
      for (Holding holding : open.values()) {
        if (holding.hasNextRung()
            && holding.nextDeadlineNs() <= limitNs
            && (next == null || holding.nextDeadlineNs() < next.nextDeadlineNs())) {
          next = holding;
        }
      }
      if (next == null) {
        return;
      }
      onDeadline(next);
    }
  }

  private void onDeadline(Holding holding) {
    long deadlineNs = holding.nextDeadlineNs();
    NaivePolicy.Rung rung = holding.nextRung();
    holding.rungsInForce++;
    if (rung.isAny()) {
      BigDecimal lastPrice = marketOf(holding.position.symbol()).last;
      holding.target = null;
      holding.isTimeWaiting = true;
      if (lastPrice != null) {
        exit(holding, "TIME", deadlineNs, lastPrice, null);
      }
      return;
    }
    holding.target = NaiveLevels.percentTarget(holding.position, rung.percent());
    if (holding.lastPrice != null
        && NaiveLevels.targetTouched(holding.position, holding.target, holding.lastPrice)) {
      exit(holding, "TAKE_PROFIT", deadlineNs, holding.lastPrice, holding.target);
    }
  }

  private void exit(
      Holding holding, String reason, long timeNs, BigDecimal triggerPrice, BigDecimal level) {
    NaivePosition position = holding.position;
    Market market = marketOf(position.symbol());
    BigDecimal opposite = position.isLong() ? market.bid : market.ask;
    BigDecimal price = opposite == null ? triggerPrice : opposite;
    List<BigDecimal> quantities =
        position.exitFills().isEmpty() ? List.of(position.quantity()) : position.exitFills();
    List<NaiveExit.Fill> fills =
        quantities.stream().map(quantity -> new NaiveExit.Fill(quantity, price)).toList();
    exits.add(
        new NaiveExit(
            position.id(),
            reason,
            timeNs,
            triggerPrice,
            level,
            averagePrice(fills),
            profit(position, holding.instrument, fills),
            fills));
    open.remove(position.id());
  }

  private static BigDecimal averagePrice(List<NaiveExit.Fill> fills) {
    BigDecimal notional = BigDecimal.ZERO;
    BigDecimal quantity = BigDecimal.ZERO;
    for (NaiveExit.Fill fill : fills) {
      notional = notional.add(fill.price().multiply(fill.quantity()));
      quantity = quantity.add(fill.quantity());
    }
    return notional.divide(quantity, 8, RoundingMode.HALF_EVEN);
  }

  private static BigDecimal profit(
      NaivePosition position, NaiveInstrument instrument, List<NaiveExit.Fill> fills) {
    BigDecimal profit = BigDecimal.ZERO;
    for (NaiveExit.Fill fill : fills) {
      BigDecimal perUnit =
          position.isLong()
              ? fill.price().subtract(position.entryPrice())
              : position.entryPrice().subtract(fill.price());
      profit = profit.add(perUnit.multiply(fill.quantity()).multiply(instrument.multiplier()));
    }
    return profit.setScale(8, RoundingMode.HALF_EVEN);
  }

  private Market marketOf(String symbol) {
    return markets.computeIfAbsent(symbol, ignored -> new Market());
  }

  /** A copy, by id, so that exits may remove from the original. */
  private List<Holding> openOn(String symbol) {
    return open.values().stream().filter(each -> each.position.symbol().equals(symbol)).toList();
  }

  /** The last values seen of an instrument; {@code null} until the first one. */
  private static final class Market {
    BigDecimal last;
    BigDecimal bid;
    BigDecimal ask;
  }

  /** A position and everything that changes about it while it is open. */
  private static final class Holding {
    final NaivePosition position;
    final NaiveInstrument instrument;
    final List<NaivePolicy.Rung> rungs;
    BigDecimal stop;
    BigDecimal target;
    BigDecimal watermark;
    BigDecimal lastPrice; // since registration
    int rungsInForce;
    boolean isTrailed;
    boolean isSignalWaiting;
    boolean isTimeWaiting;

    Holding(NaivePosition position, NaiveInstrument instrument) {
      this.position = position;
      this.instrument = instrument;
      this.rungs =
          position.policy().takeProfit() instanceof NaivePolicy.TakeProfit.Ladder ladder
              ? ladder.rungs()
              : List.of();
      this.stop = NaiveLevels.fixedStop(position, instrument);
      this.target = NaiveLevels.fixedTarget(position);
      this.watermark = position.entryPrice();
    }

    boolean hasNextRung() {
      return rungsInForce < rungs.size();
    }

    NaivePolicy.Rung nextRung() {
      return rungs.get(rungsInForce);
    }

    long nextDeadlineNs() {
      return Math.addExact(position.registeredAtNs(), nextRung().after().toNanos());
    }
  }
}
