package io.ripcord.engine;

import io.ripcord.event.BracketState;
import io.ripcord.event.DecisionListener;
import io.ripcord.event.SessionPhase;
import io.ripcord.event.Side;
import io.ripcord.event.SignalAction;
import io.ripcord.event.StopReason;
import io.ripcord.event.TradingState;
import io.ripcord.event.TriggerSource;
import io.ripcord.market.Instrument;
import io.ripcord.money.E8;
import io.ripcord.position.Deadlines;
import io.ripcord.position.Position;
import io.ripcord.position.Positions;
import io.ripcord.state.StateHash;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;
import org.agrona.DirectBuffer;

/**
 * The exit engine: input events in, decisions out, nothing else. The same events give the same
 * decisions and the same state hash, on any machine, at any time.
 *
 * <p>One thread. Allocates when something is defined or registered, never on a tick. An event at
 * time t first settles the deadlines before t; a timer event settles those at t as well.
 */
public final class Engine extends GroupEvents {
  /** Raised whenever the same inputs would give other decisions than before. */
  public static final int DECISION_VERSION = 4;

  private final SourceSequences sources = new SourceSequences();
  private final BoundPolicies bound;
  private final TickSanity sanity;
  private final Brackets brackets;
  private final Firing firing;
  private final Management management;
  private final ExitEvaluator evaluator;
  private final PositionTimes times;
  private final MarketState market;
  private final MarketFlow marketFlow;
  private final PhaseFlow phaseFlow;
  private final Commands commands;
  private final EngineView view;
  private long sequence;
  private long inputNs;
  private int instance;
  private int epoch;

  /**
   * An engine that tells {@code decisions} what it decides.
   *
   * @param capacity how many positions may be registered over its life
   * @param evaluateEverything whether every price runs every rule: the yardstick of tests
   */
  public Engine(DecisionListener decisions, int capacity, boolean evaluateEverything) {
    this(decisions, new Positions(capacity), evaluateEverything);
  }

  private Engine(DecisionListener decisions, Positions positions, boolean evaluateEverything) {
    super(decisions, positions, evaluateEverything);
    bound = new BoundPolicies(positions, policies);
    market =
        new MarketState(
            instruments,
            lastPrices,
            positions,
            openPositions,
            bound,
            bookDeadlines,
            staleDeadlines,
            decisions,
            evaluateEverything);
    PositionWatch watch = newWatch(market, bound);
    sanity = new TickSanity(instruments, lastPrices, decisions);
    brackets = new Brackets(positions, bound, bracketDeadlines, decisions);
    firing = new Firing(watch, brackets, orders);
    management = new Management(orders, market.prices, decisions);
    evaluator =
        new ExitEvaluator(
            positions,
            instruments,
            lastPrices,
            market.prices,
            openPositions,
            corridor,
            ruleDeadlines,
            bound,
            watch,
            firing,
            indicators,
            management,
            orders);
    times = new PositionTimes(evaluator, firing, watch, market, bound, lastPrices, decisions);
    marketFlow =
        new MarketFlow(
            lastPrices,
            market,
            positions,
            openPositions,
            corridor,
            watch,
            times,
            evaluator,
            indicators);
    phaseFlow =
        new PhaseFlow(instruments, market, positions, openPositions, times, evaluator, indicators);
    view = new EngineView(this, sources, evaluator, market, new PriceGates(market, brackets));
    commands = newCommands(watch);
    wire(market, firing, commands);
  }

  private Commands newCommands(PositionWatch watch) {
    Adoption adoption =
        new Adoption(
            instruments, indicators, market, bound, watch, evaluator, ruleDeadlines, decisions);
    return new Commands(
        instruments,
        policies,
        positions,
        evaluator,
        times,
        firing,
        management,
        orders,
        adoption,
        decisions);
  }

  @Override
  void onInstrumentAdded(Instrument instrument) {
    market.add(instrument);
  }

  @Override
  public void onInput(long inputSequence, long timeNs, int source, long sourceSequence) {
    sequence = inputSequence;
    inputNs = timeNs;
    sources.add(source, sourceSequence);
    if (timeNs > nowNs) {
      settleDeadlines(timeNs - 1, timeNs);
      nowNs = timeNs;
    }
  }

  @Override
  void onDeadline(Deadlines kind, Position position, long dueNs, long atNs) {
    if (kind == ruleDeadlines) {
      times.beforeDeadline(position, dueNs, atNs);
      evaluator.onDeadline(position, dueNs, atNs);
    } else if (kind == sweepDeadlines) {
      times.onSweep(position, dueNs, atNs);
    } else if (kind == bookDeadlines) {
      times.onBookThrough(position, atNs);
    } else if (kind == bracketDeadlines) {
      firing.takeOver(position, market.prices.commandE8(position), atNs);
    } else {
      times.onSilence(position, dueNs, atNs);
    }
  }

  @Override
  public void onBracketStatus(
      long positionId,
      BracketState bracketState,
      long stopE8,
      long targetE8,
      TriggerSource triggerSource) {
    Position position = positions.byId(positionId);
    if (position != null && brackets.onStatus(position, bracketState, stopE8)) {
      firing.takeOver(position, market.prices.commandE8(position), nowNs);
    }
  }

  @Override
  long tickDeadlineNs() {
    return market.gate.earliestNs();
  }

  @Override
  void onTickDeadline(long atNs) {
    marketFlow.onTickDeadline(atNs);
  }

  @Override
  void onGrown(Position position) {
    evaluator.onGrown(position, nowNs);
  }

  @Override
  public void onEngineStarted(
      int newInstance,
      int newEpoch,
      int maxPositions,
      int schemaVersion,
      int decisionVersion,
      DirectBuffer bytes,
      int buildIdOffset,
      int configSha256Offset) {
    instance = newInstance;
    epoch = newEpoch;
    policies.voidDrafts();
    orders.start(newInstance, newEpoch, nowNs);
  }

  @Override
  public void onPositionRegistered(
      long positionId,
      int instrumentId,
      Side side,
      long quantityE8,
      long entryPriceE8,
      long leverageE8,
      int policyId,
      long squareOffNs) {
    commands.register(
        positionId,
        instrumentId,
        side,
        quantityE8,
        entryPriceE8,
        leverageE8,
        policyId,
        squareOffNs,
        nowNs);
  }

  @Override
  public void onTick(
      int instrumentId,
      long venueTimeNs,
      long lastE8,
      long lastQuantityE8,
      long bidE8,
      long askE8) {
    if (sanity.isUsable(instrumentId, lastE8, nowNs)) {
      marketFlow.onTick(instrumentId, venueTimeNs, lastE8, lastQuantityE8, bidE8, askE8, nowNs);
    }
  }

  @Override
  public void onConflatedTick(
      int instrumentId,
      long venueTimeNs,
      long lastE8,
      long highE8,
      long lowE8,
      boolean highFirst,
      long bidE8,
      long askE8,
      int tickCount) {
    if (sanity.isUsable(instrumentId, lastE8, nowNs)
        && sanity.isUsable(instrumentId, lowE8, nowNs)) {
      marketFlow.onConflatedTick(
          instrumentId, venueTimeNs, lastE8, highE8, lowE8, highFirst, bidE8, askE8, nowNs);
    }
  }

  @Override
  public void onMarkPrice(int instrumentId, long venueTimeNs, long markE8) {
    if (sanity.isUsable(instrumentId, markE8, nowNs) && markE8 != E8.NULL) {
      marketFlow.onMark(instrumentId, markE8, nowNs);
    }
  }

  @Override
  public void onPhaseChanged(int instrumentId, SessionPhase phase) {
    phaseFlow.onPhase(instrumentId, phase, inputNs, nowNs);
  }

  @Override
  public void onSignal(int instrumentId, long positionId, SignalAction action) {
    commands.signal(instrumentId, positionId, nowNs);
  }

  @Override
  public void onTimer(long dueNs) {
    settleDeadlines(nowNs, nowNs);
  }

  @Override
  public void onPositionAmended(long positionId, long stopE8, long targetE8, boolean loosen) {
    commands.amend(positionId, stopE8, targetE8, loosen, nowNs);
  }

  @Override
  public void onPolicyAdopted(long positionId, int policyId, long squareOffNs) {
    commands.adopt(positionId, policyId, squareOffNs, nowNs);
    // What the new policy wanted at times that are past is due now.
    settleDeadlines(nowNs - 1, nowNs);
  }

  @Override
  public void onPositionUnregistered(long positionId) {
    commands.unregister(positionId, nowNs);
  }

  @Override
  public void onCloseRequested(long positionId, long quantityE8) {
    commands.close(positionId, quantityE8, nowNs);
  }

  @Override
  public void onTradingStateChanged(TradingState newTradingState) {
    commands.tradingState(newTradingState, nowNs);
  }

  @Override
  public void onEventSkipped(long skippedSequence) {
    commands.skip(skippedSequence, nowNs);
  }

  @Override
  public void onEngineStopped(StopReason reason) {
    decisions.onEngineState(nowNs, stateHash(), view.openPositions(), orders.live());
  }

  /** How many orders are under way. */
  public int exitsInFlight() {
    return orders.live();
  }

  /** What it knows, for replicas and reports: read only, and only while it processes no event. */
  public EngineView view() {
    return view;
  }

  /** What another policy would set for a position; {@code null} if it cannot be adopted at all. */
  public AdoptedLevels adopted(long positionId, int policyId, long squareOffNs, long atNs) {
    return commands.adopted(positionId, policyId, squareOffNs, atNs);
  }

  /** What may leave it. */
  public TradingState tradingState() {
    return commands.tradingState();
  }

  /** Time of the last input, {@link Long#MIN_VALUE} before the first. */
  public long nowNs() {
    return nowNs;
  }

  /** Number of the last input. */
  public long sequence() {
    return sequence;
  }

  /** The start that it is in, 0 before the first. */
  public int epoch() {
    return epoch;
  }

  /** Writes everything that can change a later decision. */
  public void write(StateOut out) {
    out.putStartBound(instance);
    out.putStartBound(epoch);
    out.putStartBound(sequence);
    out.put(nowNs);
    sanity.write(out);
    commands.write(out);
    sources.write(out);
    writeDefinitions(out);
    market.write(out);
    positions.write(out);
    bound.write(out);
    brackets.write(out);
    writeOrders(out);
    groups().write(out);
  }

  /** Takes on, as a new engine, the state that another has written. */
  public void read(StateIn in) {
    instance = in.nextInt();
    epoch = in.nextInt();
    sequence = in.next();
    nowNs = in.next();
    sanity.read(in);
    commands.read(in);
    sources.read(in);
    readDefinitions(in);
    market.read(in, instruments.count());
    positions.read(in);
    bound.read(in);
    brackets.read(in);
    readOrders(in);
    evaluator.resume(nowNs);
    groups().read(in);
  }

  /** Hash of everything that can change a later decision. */
  public long stateHash() {
    StateHash hash = StateHash.ofAll();
    write(hash);
    return hash.value();
  }
}
