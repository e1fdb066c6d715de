package io.ripcord.testing;

import io.ripcord.event.CommandPublisher;
import io.ripcord.event.MarketDataPublisher;
import io.ripcord.event.NodePublisher;
import io.ripcord.event.SessionPhase;
import io.ripcord.event.Side;
import io.ripcord.event.Sources;
import io.ripcord.money.E8;

/**
 * Says to the engine of a harness what a venue's market says besides plain trades, of its first
 * instrument. Prices are plain decimal text, {@code null} or {@code "-"} for none.
 */
public final class MarketDesk {
  private final EngineHarness engine;
  private final MarketDataPublisher market;
  private final NodePublisher node;
  private final CommandPublisher commands;

  /** The market of an engine. */
  public MarketDesk(EngineHarness engine) {
    this.engine = engine;
    market = new MarketDataPublisher(engine.rig().sink(), Sources.FIRST_FEED + 7);
    node = new NodePublisher(engine.rig().sink(), Sources.NODE);
    commands = new CommandPublisher(engine.rig().sink(), Sources.COMMAND);
  }

  /** A trade and a book in one event. */
  public MarketDesk tick(String last, String bid, String ask) {
    market.tick(engine.nowNs(), 0, engine.nowNs(), e8(last), E8.ONE, e8(bid), e8(ask));
    return this;
  }

  /** Best bid and ask. */
  public MarketDesk quote(String bid, String ask) {
    return tick(null, bid, ask);
  }

  /** A trade with its venue time and quantity. */
  public MarketDesk trade(String last, long venueTimeNs, String quantity) {
    market.tick(engine.nowNs(), 0, venueTimeNs, e8(last), e8(quantity), E8.NULL, E8.NULL);
    return this;
  }

  /** A mark price. */
  public MarketDesk mark(String mark) {
    market.markPrice(engine.nowNs(), 0, engine.nowNs(), e8(mark));
    return this;
  }

  /** Another phase. */
  public MarketDesk phase(SessionPhase phase) {
    return phase(0, phase);
  }

  /** A phase that began at a time, which may have passed. */
  public MarketDesk phaseAt(long timeNs, SessionPhase phase) {
    node.phaseChanged(timeNs, 0, phase);
    return this;
  }

  /** Another phase of an instrument, or of all for -1. */
  public MarketDesk phase(int instrumentId, SessionPhase phase) {
    node.phaseChanged(engine.nowNs(), instrumentId, phase);
    return this;
  }

  /** A position of one unit at 100 that is squared off at a time. */
  public MarketDesk open(long id, Side side, int policyId, long squareOffNs) {
    open(id, 0, side, E8.ONE, 100 * E8.ONE, policyId, squareOffNs);
    return this;
  }

  /** A position that is squared off at a time. */
  public void open(
      long id,
      int instrumentId,
      Side side,
      long quantityE8,
      long entryE8,
      int policyId,
      long squareOffNs) {
    commands.positionRegistered(
        engine.nowNs(), id, instrumentId, side, quantityE8, entryE8, E8.ONE, policyId, squareOffNs);
  }

  private static long e8(String price) {
    return price == null || price.equals("-") ? E8.NULL : E8.parse(price);
  }
}
