package io.ripcord.venue.paper;

import io.ripcord.event.ClOrdId;
import io.ripcord.event.EventDispatcher;
import io.ripcord.event.EventObserver;
import io.ripcord.event.ExecType;
import io.ripcord.event.MarketDataPublisher;
import io.ripcord.event.OrdStatus;
import io.ripcord.event.RejectKind;
import io.ripcord.event.ReportPublisher;
import io.ripcord.event.SessionState;
import io.ripcord.event.Sources;
import io.ripcord.money.E8;
import io.ripcord.testing.ArraySink;
import java.util.ArrayList;
import java.util.List;

/** What a node hears of its venue, one line each; ticks are counted, the last one is kept. */
public final class NodeEvents extends EventObserver {
  private final EventDispatcher dispatcher = new EventDispatcher();
  private final List<String> lines = new ArrayList<>();
  private final ArraySink sink =
      new ArraySink(
          (byte) 0x5A,
          (sequence, buffer, length) -> dispatcher.dispatch(sequence, buffer, 0, length, this));
  private final ReportPublisher reports = new ReportPublisher(sink, Sources.PAPER_VENUE);
  private final MarketDataPublisher market = new MarketDataPublisher(sink, Sources.FIRST_FEED);
  private int ticks;
  private String lastTick = "";
  private long timeNs = Long.MIN_VALUE;

  /** Publisher of a venue under test. */
  public ReportPublisher reports() {
    return reports;
  }

  /** Publisher of a venue under test. */
  public MarketDataPublisher market() {
    return market;
  }

  ArraySink sink() {
    return sink;
  }

  /** All lines so far. */
  public List<String> lines() {
    return lines;
  }

  /** Whether something of this beginning was heard. */
  public boolean has(String beginning) {
    return count(beginning) > 0;
  }

  /** How often something of this beginning was heard. */
  public long count(String beginning) {
    return lines.stream().filter(line -> line.startsWith(beginning)).count();
  }

  int ticks() {
    return ticks;
  }

  String lastTick() {
    return lastTick;
  }

  @Override
  public void onInput(long sequence, long newTimeNs, int source, long sourceSequence) {
    if (newTimeNs < timeNs) {
      throw new AssertionError("time went back from " + timeNs + " to " + newTimeNs);
    }
    timeNs = newTimeNs;
  }

  private static String id(long high, long low) {
    return ClOrdId.positionOrdinal(high, low) + "/" + ClOrdId.attempt(low);
  }

  @Override
  public void onTick(
      int instrumentId,
      long venueTimeNs,
      long lastE8,
      long lastQuantityE8,
      long bidE8,
      long askE8) {
    ticks++;
    lastTick = instrumentId + " " + E8.format(bidE8) + " " + E8.format(askE8);
  }

  @Override
  public void onExecutionReport(
      long clOrdIdHigh,
      long clOrdIdLow,
      ExecType execType,
      long execId,
      long lastQuantityE8,
      long lastPriceE8,
      long cumQuantityE8,
      long leavesQuantityE8,
      RejectKind rejectKind) {
    String fill =
        execType == ExecType.TRADE
            ? " " + E8.format(lastQuantityE8) + "@" + E8.format(lastPriceE8)
            : "";
    lines.add(
        execType
            + " "
            + id(clOrdIdHigh, clOrdIdLow)
            + fill
            + " leaves "
            + E8.format(leavesQuantityE8)
            + " x"
            + execId);
  }

  @Override
  public void onVenuePositionsBegin(long queryId, int rowCount) {
    lines.add("BEGIN q" + queryId + " rows " + rowCount);
  }

  @Override
  public void onVenuePosition(long queryId, long positionId, int instrumentId, long netQuantityE8) {
    lines.add(
        "ROW q"
            + queryId
            + " "
            + positionId
            + " of "
            + instrumentId
            + " "
            + E8.format(netQuantityE8));
  }

  @Override
  public void onVenuePositionsEnd(long queryId, int rowCount) {
    lines.add("END q" + queryId + " rows " + rowCount);
  }

  @Override
  public void onOrderStatus(
      long queryId,
      long clOrdIdHigh,
      long clOrdIdLow,
      OrdStatus ordStatus,
      long cumQuantityE8,
      long leavesQuantityE8) {
    lines.add(
        "STATUS q"
            + queryId
            + " "
            + id(clOrdIdHigh, clOrdIdLow)
            + " "
            + ordStatus
            + " cum "
            + E8.format(cumQuantityE8));
  }

  @Override
  public void onSessionStatus(SessionState sessionState) {
    lines.add("SESSION " + sessionState);
  }
}
