package io.ripcord.engine;

import io.ripcord.event.CommandPublisher;
import io.ripcord.event.DefinitionPublisher;
import io.ripcord.event.MarketDataPublisher;
import io.ripcord.event.NodePublisher;
import io.ripcord.event.SessionPhase;
import io.ripcord.event.Side;
import io.ripcord.event.SignalAction;
import io.ripcord.event.Sources;
import io.ripcord.money.E8;
import io.ripcord.testing.EngineRig;
import io.ripcord.testing.naive.NaiveEvent;
import io.ripcord.testing.naive.NaiveInstrument;
import io.ripcord.testing.naive.NaivePolicy;
import io.ripcord.testing.naive.NaivePosition;
import io.ripcord.testing.naive.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says a scenario to an engine: definitions, registrations, market data and signals. Keeps the book
 * that a paper venue would see.
 */
final class ScenarioInputs {
  private final Scenario scenario;
  private final EngineRig rig;
  private final ScenarioRun.PriceWatch priceWatch;
  private final DefinitionPublisher definitions;
  private final CommandPublisher commands;
  private final MarketDataPublisher market;
  private final NodePublisher sessions;
  private final List<String> symbols;
  private final Map<NaivePolicy, Integer> policies = new LinkedHashMap<>();
  private final long[] bidsE8;
  private final long[] asksE8;

  ScenarioInputs(Scenario scenario, EngineRig rig, ScenarioRun.PriceWatch priceWatch) {
    this.scenario = scenario;
    this.rig = rig;
    this.priceWatch = priceWatch;
    definitions = new DefinitionPublisher(rig.sink(), Sources.CONFIGURATION);
    commands = new CommandPublisher(rig.sink(), Sources.POSITIONS);
    market = new MarketDataPublisher(rig.sink(), Sources.FIRST_FEED);
    sessions = new NodePublisher(rig.sink(), Sources.NODE);
    symbols = scenario.instruments().stream().map(NaiveInstrument::symbol).toList();
    bidsE8 = new long[symbols.size()];
    asksE8 = new long[symbols.size()];
  }

  /** Instruments and policies. */
  void define(long timeNs) {
    int names = 0;
    for (NaiveInstrument each : scenario.instruments()) {
      definitions.nameDefined(timeNs, ++names, each.symbol());
      definitions.instrumentDefined(
          timeNs,
          names - 1,
          names,
          Scales.e8(each.priceIncrement()),
          Scales.e8(each.lot()),
          Scales.e8(each.multiplier()),
          each.isInverse(),
          Scales.e6(each.feePercent()),
          E8.NULL,
          E8.NULL);
    }
    List<NaivePolicy> all = new ArrayList<>();
    scenario.positions().forEach(each -> all.add(each.policy()));
    scenario.events().stream()
        .filter(NaiveEvent.Adopt.class::isInstance)
        .forEach(each -> all.add(((NaiveEvent.Adopt) each).policy()));
    for (NaivePolicy each : all) {
      if (policies.putIfAbsent(each, policies.size()) == null) {
        definitions.nameDefined(timeNs, ++names, each.name());
        define(timeNs, each, names);
      }
    }
  }

  private void define(long timeNs, NaivePolicy policy, int nameId) {
    int id = policies.get(policy);
    definitions.policy(
        timeNs,
        id,
        nameId,
        1,
        policy.signalExit(),
        NaiveSpecs.of(policy, symbol -> instrumentId(symbol) + 1));
  }

  void register(NaivePosition position) {
    commands.positionRegistered(
        position.registeredAtNs(),
        position.id(),
        instrumentId(position.symbol()),
        side(position),
        Scales.e8(position.quantity()),
        Scales.e8(position.entryPrice()),
        E8.ONE,
        policies.get(position.policy()),
        position.squareOffNs() == null ? E8.NULL : position.squareOffNs());
  }

  /** Number of an instrument. */
  int instrumentId(String symbol) {
    return symbols.indexOf(symbol);
  }

  static Side side(NaivePosition position) {
    return position.isLong() ? Side.LONG : Side.SHORT;
  }

  /** Anything but a tick. */
  void rare(NaiveEvent event) {
    if (event instanceof NaiveEvent.Signal signal) {
      signal(signal);
    } else if (event instanceof NaiveEvent.Adopt adopt) {
      adopt(adopt);
    } else if (event instanceof NaiveEvent.Mark mark) {
      mark(mark);
    } else if (event instanceof NaiveEvent.Phase phase) {
      phase(phase);
    } else {
      watch((NaiveEvent.Watch) event);
    }
  }

  private void signal(NaiveEvent.Signal signal) {
    commands.signal(signal.timeNs(), instrumentId(signal.symbol()), E8.NULL, SignalAction.EXIT);
  }

  private void adopt(NaiveEvent.Adopt adopt) {
    commands.policyAdopted(
        adopt.timeNs(),
        adopt.positionId(),
        policies.get(adopt.policy()),
        adopt.squareOffNs() == null ? E8.NULL : adopt.squareOffNs());
  }

  private void mark(NaiveEvent.Mark mark) {
    market.markPrice(
        mark.timeNs(), instrumentId(mark.symbol()), mark.timeNs(), Scales.e8(mark.price()));
  }

  private void phase(NaiveEvent.Phase event) {
    SessionPhase phase = SessionPhase.valueOf(event.phase().name());
    sessions.phaseChanged(event.timeNs(), instrumentId(event.symbol()), phase);
  }

  private void watch(NaiveEvent.Watch watch) {
    definitions.policyWatched(
        watch.timeNs(), instrumentId(watch.symbol()), policies.get(watch.policy()));
  }

  void tick(NaiveEvent.Tick tick) {
    int id = see(tick);
    long lastE8 = Scales.e8(tick.last());
    watch(id, tick, lastE8, lastE8);
    market.tick(
        tick.timeNs(),
        id,
        tick.venueTimeNs() == null ? E8.NULL : tick.venueTimeNs(),
        lastE8,
        Scales.e8(tick.quantity()),
        Scales.e8(tick.bid()),
        Scales.e8(tick.ask()));
  }

  /** A tick as a conflated one of a single price. */
  void single(NaiveEvent.Tick tick, boolean highFirst) {
    long lastE8 = Scales.e8(tick.last());
    conflated(tick, lastE8, lastE8, highFirst, tick.bid() == null ? 1 : 3);
  }

  /** Ticks of one instrument, all with a price, as a full ring makes them one. */
  void burst(List<NaiveEvent.Tick> ticks) {
    int high = 0;
    int low = 0;
    for (int i = 1; i < ticks.size(); i++) {
      see(ticks.get(i - 1));
      high = ticks.get(i).last().compareTo(ticks.get(high).last()) > 0 ? i : high;
      low = ticks.get(i).last().compareTo(ticks.get(low).last()) < 0 ? i : low;
    }
    conflated(
        ticks.get(ticks.size() - 1),
        Scales.e8(ticks.get(high).last()),
        Scales.e8(ticks.get(low).last()),
        high < low,
        ticks.size());
  }

  private void conflated(
      NaiveEvent.Tick newest, long highE8, long lowE8, boolean highFirst, int count) {
    int id = see(newest);
    watch(id, newest, lowE8, highE8);
    market.conflatedTick(
        newest.timeNs(),
        id,
        newest.timeNs(),
        Scales.e8(newest.last()),
        highE8,
        lowE8,
        highFirst,
        Scales.e8(newest.bid()),
        Scales.e8(newest.ask()),
        count);
  }

  private void watch(int instrumentId, NaiveEvent.Tick tick, long lowE8, long highE8) {
    if (isPrice(tick)) {
      priceWatch.beforePrice(rig.engine(), instrumentId, lowE8, highE8);
    }
  }

  /** Whether a tick carries a price that may fire something. */
  static boolean isPrice(NaiveEvent.Tick tick) {
    return tick.last() != null && tick.last().signum() > 0;
  }

  /** Moves the book; a tick with a price of zero or less is no tick. */
  private int see(NaiveEvent.Tick tick) {
    int id = instrumentId(tick.symbol());
    if (tick.last() == null || isPrice(tick)) {
      bidsE8[id] = tick.bid() == null ? bidsE8[id] : Scales.e8(tick.bid());
      asksE8[id] = tick.ask() == null ? asksE8[id] : Scales.e8(tick.ask());
    }
    return id;
  }

  /** The side of the book that takes a position's exit; 0 if it was never seen. */
  long oppositeE8(NaivePosition position) {
    int id = instrumentId(position.symbol());
    return position.isLong() ? bidsE8[id] : asksE8[id];
  }

  /** The side of the book on which a position is entered, 0 if there is none. */
  long sameSideE8(NaivePosition position) {
    int id = instrumentId(position.symbol());
    return position.isLong() ? asksE8[id] : bidsE8[id];
  }

  /** Symbol of an instrument. */
  String symbol(int instrumentId) {
    return symbols.get(instrumentId);
  }
}
