package io.ripcord.testing;

import io.ripcord.event.CommandPublisher;
import io.ripcord.event.DefinitionPublisher;
import io.ripcord.event.ExecType;
import io.ripcord.event.GroupScope;
import io.ripcord.event.InstrumentKind;
import io.ripcord.event.MarketDataPublisher;
import io.ripcord.event.NodePublisher;
import io.ripcord.event.RejectKind;
import io.ripcord.event.SessionPhase;
import io.ripcord.event.Side;
import io.ripcord.event.Sources;
import io.ripcord.event.TradingState;
import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import io.ripcord.testing.RecordedDecisions.ExitOrder;
import io.ripcord.testing.RecordedDecisions.PositionsQuery;
import java.util.ArrayList;
import java.util.List;

/**
 * Says to the engine of a harness what groups need: instruments of all kinds, groups, members, and
 * the venue's word on one position among several. It defines all instruments itself. Money and
 * prices are plain decimal text, {@code null} or {@code "-"} for none.
 */
public final class GroupDesk {
  private final EngineHarness engine;
  private final DefinitionPublisher definitions;
  private final CommandPublisher commands;
  private final MarketDataPublisher market;
  private final NodePublisher node;
  private final List<String> symbols = new ArrayList<>();

  /** The groups of an engine. */
  public GroupDesk(EngineHarness engine) {
    this.engine = engine;
    definitions = new DefinitionPublisher(engine.rig().sink(), Sources.CONFIGURATION);
    commands = new CommandPublisher(engine.rig().sink(), Sources.COMMAND);
    market = new MarketDataPublisher(engine.rig().sink(), Sources.FIRST_FEED);
    node = new NodePublisher(engine.rig().sink(), Sources.NODE);
  }

  /** A spot instrument without fees. */
  public GroupDesk instrument(String symbol) {
    return instrument(symbol, InstrumentKind.SPOT, false, "0", "1");
  }

  /** An instrument of a kind, without fees. */
  public GroupDesk instrument(String symbol, InstrumentKind kind) {
    return instrument(symbol, kind, false, "0", "1");
  }

  /** An instrument. */
  public GroupDesk instrument(
      String symbol, InstrumentKind kind, boolean inverse, String feePercent, String multiplier) {
    definitions.nameDefined(engine.nowNs(), lastName() + 1, symbol);
    definitions.instrumentDefined(
        engine.nowNs(),
        symbols.size(),
        lastName(),
        1,
        1,
        E8.parse(multiplier),
        inverse,
        Percent.parse(feePercent),
        E8.NULL,
        E8.NULL,
        kind);
    symbols.add(symbol);
    return this;
  }

  /** A group of a strategy. */
  public GroupDesk group(
      int id,
      String stop,
      String target,
      String lockAt,
      String floor,
      long confirmNs,
      long staleNs) {
    return define(id, GroupScope.STRATEGY, stop, target, lockAt, floor, confirmNs, staleNs);
  }

  /** A group of all positions. */
  public GroupDesk account(int id, String dailyLoss, long confirmNs, long staleNs) {
    return define(id, GroupScope.ACCOUNT, dailyLoss, null, null, null, confirmNs, staleNs);
  }

  private GroupDesk define(
      int id,
      GroupScope scope,
      String stop,
      String target,
      String lockAt,
      String floor,
      long confirmNs,
      long staleNs) {
    definitions.nameDefined(engine.nowNs(), lastName() + 1, "group-" + id);
    definitions.groupDefined(
        engine.nowNs(),
        id,
        lastName(),
        e8(stop),
        e8(target),
        e8(lockAt),
        e8(floor),
        confirmNs,
        staleNs,
        scope);
    return this;
  }

  /** A position of the harness's first policy, and a member of these groups. */
  public GroupDesk open(
      long id, String symbol, Side side, String quantity, String entry, int... groups) {
    commands.positionRegistered(
        engine.nowNs(),
        id,
        symbols.indexOf(symbol),
        side,
        E8.parse(quantity),
        E8.parse(entry),
        E8.ONE,
        0,
        E8.NULL);
    for (int group : groups) {
      member(group, id);
    }
    return this;
  }

  /** A position becomes a member. */
  public GroupDesk member(int groupId, long positionId) {
    commands.groupMember(engine.nowNs(), groupId, positionId);
    return this;
  }

  /** A trade. */
  public GroupDesk tick(String symbol, String last) {
    return tick(symbol, last, null, null);
  }

  /** Best bid and ask. */
  public GroupDesk quote(String symbol, String bid, String ask) {
    return tick(symbol, null, bid, ask);
  }

  /** A trade and a book in one event. */
  public GroupDesk tick(String symbol, String last, String bid, String ask) {
    market.tick(
        engine.nowNs(),
        symbols.indexOf(symbol),
        engine.nowNs(),
        e8(last),
        E8.ONE,
        e8(bid),
        e8(ask));
    return this;
  }

  /** Another phase of an instrument, or of all for {@code null}. */
  public GroupDesk phase(String symbol, SessionPhase phase) {
    node.phaseChanged(engine.nowNs(), symbol == null ? -1 : symbols.indexOf(symbol), phase);
    return this;
  }

  /** What may leave. */
  public GroupDesk state(TradingState state) {
    commands.tradingStateChanged(engine.nowNs(), state);
    return this;
  }

  /** The last order of a position is filled at a price. */
  public GroupDesk fill(long id, String price) {
    ExitOrder order = engine.decisions().lastOrder(id);
    engine
        .venue()
        .report(
            engine.nowNs(),
            order,
            ExecType.TRADE,
            engine.venue().leavesE8(order),
            E8.parse(price),
            RejectKind.NONE);
    return this;
  }

  /** A part of the last order of a position is filled at a price. */
  public GroupDesk fill(long id, String quantity, String price) {
    engine
        .venue()
        .report(
            engine.nowNs(),
            engine.decisions().lastOrder(id),
            ExecType.TRADE,
            E8.parse(quantity),
            E8.parse(price),
            RejectKind.NONE);
    return this;
  }

  /** The venue answers that it does not hold a position. */
  public GroupDesk flat(long id) {
    PositionsQuery query =
        engine.decisions().queries().stream()
            .filter(each -> each.positionId() == id)
            .reduce((first, second) -> second)
            .orElseThrow(() -> new AssertionError("no question about position " + id));
    engine.venue().flat(engine.nowNs(), query.queryId());
    return this;
  }

  private int lastName() {
    return engine.engine().view().names().last();
  }

  private static long e8(String text) {
    return text == null || text.equals("-") ? E8.NULL : E8.parse(text);
  }
}
