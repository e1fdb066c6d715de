package io.ripcord.testing;

import io.ripcord.engine.Engine;
import io.ripcord.event.CommandPublisher;
import io.ripcord.event.DefinitionPublisher;
import io.ripcord.event.ExecType;
import io.ripcord.event.MarketDataPublisher;
import io.ripcord.event.NodePublisher;
import io.ripcord.event.RejectKind;
import io.ripcord.event.Side;
import io.ripcord.event.SignalAction;
import io.ripcord.event.Sources;
import io.ripcord.event.StopReason;
import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import io.ripcord.position.Deadlines;
import io.ripcord.position.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.api.Assertions;

/**
 * An engine in one thread, driven the whole way: the real publishers encode into dirty slots, the
 * real dispatcher feeds the engine, its decisions are encoded, kept as bytes, decoded again and
 * recorded.
 *
 * <pre>{@code
 * new EngineHarness()
 *     .instrument("X")
 *     .policy(p -> p.stopPercent("2"))
 *     .open(1, Side.LONG, "0.5", "100")
 *     .tick("X", "98")
 *     .assertOrders("order 1 LONG 0.5 STOP_LOSS level=98 trigger=98 attempt=1")
 *     .ack()
 *     .fill("97.9")
 *     .flat();
 * }</pre>
 *
 * <p>Prices, quantities and percentages are plain decimal text. Time stands still until it is
 * moved. A method without a symbol or policy means the one defined last; a report without an order
 * means the one sent last.
 */
public final class EngineHarness {
  /** Time of the first event. */
  public static final long START_NS = 1_700_000_000_000_000_000L;

  /** One second. */
  public static final long SECOND_NS = 1_000_000_000L;

  /** Registrations that fit unless said otherwise. */
  public static final int CAPACITY = 4_096;

  private static final String BUILD_ID = "0123456789abcdef0123456789abcdef01234567";

  private final EngineRig rig;
  private final NodePublisher node;
  private final DefinitionPublisher definitions;
  private final CommandPublisher commands;
  private final MarketDataPublisher market;
  private final VenueReports venue;
  private final List<String> symbols = new ArrayList<>();
  private int names;
  private int policies;
  private long nowNs = START_NS;

  /** An engine with a corridor. */
  public EngineHarness() {
    this(CAPACITY, false);
  }

  /**
   * @param evaluateEverything whether every price runs every rule: the yardstick
   */
  public EngineHarness(boolean evaluateEverything) {
    this(CAPACITY, evaluateEverything);
  }

  /** As the others, with room for {@code capacity} positions. */
  public EngineHarness(int capacity, boolean evaluateEverything) {
    rig = new EngineRig(capacity, evaluateEverything);
    node = new NodePublisher(rig.sink(), Sources.NODE);
    definitions = new DefinitionPublisher(rig.sink(), Sources.CONFIGURATION);
    commands = new CommandPublisher(rig.sink(), Sources.POSITIONS);
    market = new MarketDataPublisher(rig.sink(), Sources.FIRST_FEED);
    venue = new VenueReports(rig.sink());
    restart(1);
  }

  /** The events that follow carry this time. */
  public EngineHarness at(long timeNs) {
    nowNs = timeNs;
    return this;
  }

  /** The events that follow come this much later. */
  public EngineHarness after(long durationNs) {
    return at(nowNs + durationNs);
  }

  /** Time of the events that follow. */
  public long nowNs() {
    return nowNs;
  }

  /** The engine's earliest deadline is due; time moves on to it. There must be one. */
  public EngineHarness timer() {
    long dueNs = engine().nextDeadlineNs();
    if (dueNs == Deadlines.NONE) {
      throw new AssertionError("the engine has no deadline");
    }
    nowNs = Math.max(nowNs, dueNs);
    node.timerFired(nowNs, dueNs);
    return this;
  }

  /** Another start of the engine, in a further epoch. */
  public EngineHarness restart(int epoch) {
    node.engineStarted(
        nowNs,
        0,
        epoch,
        Engine.DECISION_VERSION,
        engine().view().positions().capacity(),
        BUILD_ID,
        new byte[32]);
    return this;
  }

  /** An orderly stop. */
  public EngineHarness stop() {
    node.engineStopped(nowNs, StopReason.FINISHED);
    return this;
  }

  /** An instrument with increment and lot of 1e-8 and a multiplier of 1. */
  public EngineHarness instrument(String symbol) {
    return instrument(symbol, "0.00000001", "0.00000001", "1");
  }

  /** An instrument with its steps. */
  public EngineHarness instrument(
      String symbol, String priceIncrement, String lot, String multiplier) {
    return define(symbol, priceIncrement, lot, multiplier, E8.NULL, E8.NULL);
  }

  /** An instrument whose trades are suspect beyond so many percent, until so long after. */
  public EngineHarness suspicious(String symbol, String badTickPercent, long confirmNs) {
    return define(symbol, "0.01", "0.001", "1", Percent.parse(badTickPercent), confirmNs);
  }

  private EngineHarness define(
      String symbol, String increment, String lot, String multiplier, long badE6, long confirmNs) {
    long step = E8.parse(increment);
    long lotE8 = E8.parse(lot);
    long timesE8 = E8.parse(multiplier);
    definitions.nameDefined(nowNs, ++names, symbol);
    definitions.instrumentDefined(
        nowNs, symbols.size(), names, step, lotE8, timesE8, false, 0, badE6, confirmNs);
    symbols.add(symbol);
    return this;
  }

  /** A policy under the next id, counted from 0. */
  public EngineHarness policy(UnaryOperator<PolicyParts> parts) {
    return policy(policies++, parts);
  }

  /** A policy under this id, in place of any other. */
  public EngineHarness policy(int policyId, UnaryOperator<PolicyParts> parts) {
    definitions.nameDefined(nowNs, ++names, "policy-" + policyId);
    parts.apply(new PolicyParts()).publish(definitions, nowNs, policyId, names);
    return this;
  }

  /** A position of the instrument and the policy that were defined last. */
  public EngineHarness open(long id, Side side, String quantity, String entryPrice) {
    return open(id, lastSymbol(), side, quantity, entryPrice, policies - 1);
  }

  /** A position of the policy that was defined last. */
  public EngineHarness open(long id, String symbol, Side side, String quantity, String entryPrice) {
    return open(id, symbol, side, quantity, entryPrice, policies - 1);
  }

  /** A position. */
  public EngineHarness open(
      long id, String symbol, Side side, String quantity, String entryPrice, int policyId) {
    commands.positionRegistered(
        nowNs,
        id,
        instrumentId(symbol),
        side,
        E8.parse(quantity),
        E8.parse(entryPrice),
        E8.ONE,
        policyId);
    return this;
  }

  /** An exit signal for all positions of an instrument. */
  public EngineHarness signal(String symbol) {
    commands.signal(nowNs, instrumentId(symbol), E8.NULL, SignalAction.EXIT);
    return this;
  }

  /** An exit signal for one position. */
  public EngineHarness signal(long positionId) {
    commands.signal(nowNs, 0, positionId, SignalAction.EXIT);
    return this;
  }

  /** A trade in the instrument that was defined last. */
  public EngineHarness tick(String last) {
    return tick(lastSymbol(), last);
  }

  /** A trade. */
  public EngineHarness tick(String symbol, String last) {
    market.tick(nowNs, instrumentId(symbol), nowNs, E8.parse(last), E8.ONE, E8.NULL, E8.NULL);
    return this;
  }

  /** A quote without a trade. */
  public EngineHarness quote(String symbol, String bid, String ask) {
    market.tick(nowNs, instrumentId(symbol), nowNs, E8.NULL, E8.NULL, E8.parse(bid), E8.parse(ask));
    return this;
  }

  /** Several trades in one. */
  public EngineHarness conflated(
      String symbol, String last, String high, String low, boolean highFirst) {
    market.conflatedTick(
        nowNs,
        instrumentId(symbol),
        nowNs,
        E8.parse(last),
        E8.parse(high),
        E8.parse(low),
        highFirst,
        E8.NULL,
        E8.NULL,
        3);
    return this;
  }

  // Reports on the order that was sent last.

  /** The sender wrote the order. */
  public EngineHarness sent() {
    venue.sent(nowNs, decisions().lastOrder());
    return this;
  }

  /** The venue accepted the order. */
  public EngineHarness ack() {
    return report(ExecType.NEW, 0, E8.NULL, RejectKind.NONE);
  }

  /** The venue filled all that is left of the order. */
  public EngineHarness fill(String price) {
    long leavesE8 = venue.leavesE8(decisions().lastOrder());
    return report(ExecType.TRADE, leavesE8, E8.parse(price), RejectKind.NONE);
  }

  /** The venue filled a part of the order. */
  public EngineHarness fill(String quantity, String price) {
    return report(ExecType.TRADE, E8.parse(quantity), E8.parse(price), RejectKind.NONE);
  }

  /** The venue refused the order. */
  public EngineHarness reject(RejectKind kind) {
    return report(ExecType.REJECTED, 0, E8.NULL, kind);
  }

  /** The rest of the order was cancelled. */
  public EngineHarness cancel() {
    return report(ExecType.CANCELED, 0, E8.NULL, RejectKind.NONE);
  }

  /** The rest of the order expired. */
  public EngineHarness expire() {
    return report(ExecType.EXPIRED, 0, E8.NULL, RejectKind.NONE);
  }

  private EngineHarness report(ExecType type, long lastE8, long priceE8, RejectKind kind) {
    venue.report(nowNs, decisions().lastOrder(), type, lastE8, priceE8, kind);
    return this;
  }

  // Answers to the question that was asked last.

  /** The venue holds nothing. */
  public EngineHarness flat() {
    venue.flat(nowNs, decisions().last(RecordedDecisions.PositionsQuery.class).queryId());
    return this;
  }

  /** The venue still holds this much of the position that was asked for. */
  public EngineHarness holds(String netQuantity) {
    venue.holds(
        nowNs, decisions().last(RecordedDecisions.PositionsQuery.class), E8.parse(netQuantity));
    return this;
  }

  // What came of it.

  /** The engine; read only. */
  public Engine engine() {
    return rig.engine();
  }

  /** What it has said. */
  public RecordedDecisions decisions() {
    return rig.decisions();
  }

  /** One of its positions, which must exist. */
  public Position position(long id) {
    Position position = engine().view().positions().byId(id);
    if (position == null) {
      throw new AssertionError("no position " + id);
    }
    return position;
  }

  /** Stop of a position as text, {@code "null"} if it has none. */
  public String stop(long id) {
    return E8.format(position(id).stop().levelE8());
  }

  /** Target of a position as text, {@code "null"} if it has none. */
  public String target(long id) {
    return E8.format(position(id).targetE8());
  }

  /** Best price of a position as text. */
  public String watermark(long id) {
    return E8.format(position(id).watermarkE8());
  }

  /** The orders since the start or the last {@link #clear} are these lines. */
  public EngineHarness assertOrders(String... lines) {
    Assertions.assertThat(decisions().orders())
        .map(RecordedDecisions.ExitOrder::toString)
        .containsExactly(lines);
    return this;
  }

  /** All decisions since the start or the last {@link #clear} are these lines. */
  public EngineHarness assertDecisions(String... lines) {
    Assertions.assertThat(decisions().lines()).containsExactly(lines);
    return this;
  }

  /** Nothing was said since the start or the last {@link #clear}. */
  public EngineHarness assertSilence() {
    return assertDecisions();
  }

  /** Forgets the decisions so far; reports and answers then need newer ones. */
  public EngineHarness clear() {
    decisions().clear();
    return this;
  }

  /** Both streams of bytes; further publishers may use its sink. */
  public EngineRig rig() {
    return rig;
  }

  /** Number of an instrument. */
  public int instrumentId(String symbol) {
    int id = symbols.indexOf(symbol);
    if (id < 0) {
      throw new AssertionError("no instrument " + symbol + " among " + symbols);
    }
    return id;
  }

  private String lastSymbol() {
    return symbols.get(symbols.size() - 1);
  }

  /** Publishes what no method above does. */
  public MarketDataPublisher market() {
    return market;
  }

  /** Reports and answers that no method above gives. */
  public VenueReports venue() {
    return venue;
  }
}
