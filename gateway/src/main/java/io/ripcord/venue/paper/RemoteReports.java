package io.ripcord.venue.paper;

import io.ripcord.event.EventDispatcher;
import io.ripcord.event.EventObserver;
import io.ripcord.event.ExecType;
import io.ripcord.event.OrdStatus;
import io.ripcord.event.RejectKind;
import io.ripcord.event.ReportPublisher;
import io.ripcord.money.E8;
import io.ripcord.venue.ConflatingFeed;
import org.agrona.DirectBuffer;

/**
 * What the remote venue says, as events of the node: with the node's time, source and instrument
 * ids. The venue thread.
 */
final class RemoteReports extends EventObserver {
  private final EventDispatcher dispatcher = new EventDispatcher();
  private final InstrumentNumbers numbers;
  private final ReportPublisher reports;
  private final ConflatingFeed feed;
  private long nowNs;

  RemoteReports(InstrumentNumbers numbers, ReportPublisher reports, ConflatingFeed feed) {
    this.numbers = numbers;
    this.reports = reports;
    this.feed = feed;
  }

  void now(long newNowNs) {
    nowNs = newNowNs;
  }

  void onEvent(DirectBuffer buffer, int offset, int length) {
    dispatcher.dispatch(0, buffer, offset, length, this);
  }

  @Override
  public void onTick(
      int instrumentId,
      long venueTimeNs,
      long lastE8,
      long lastQuantityE8,
      long bidE8,
      long askE8) {
    checkBound("last", lastE8);
    checkBound("lastQuantity", lastQuantityE8);
    checkBound("bid", bidE8);
    checkBound("ask", askE8);
    int id = numbers.idOf(instrumentId);
    if (id != InstrumentNumbers.NONE) {
      feed.onTick(nowNs, id, venueTimeNs, lastE8, lastQuantityE8, bidE8, askE8);
    }
  }

  private static void checkBound(String name, long valueE8) {
    if (valueE8 != E8.NULL && (valueE8 > E8.MAX_VALUE || valueE8 < -E8.MAX_VALUE)) {
      throw new IllegalArgumentException(name + "=" + valueE8 + ", expected a bounded number");
    }
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
    checkBound("lastQuantity", lastQuantityE8);
    checkBound("lastPrice", lastPriceE8);
    checkBound("cumQuantity", cumQuantityE8);
    checkBound("leavesQuantity", leavesQuantityE8);
    reports.executionReport(
        nowNs,
        clOrdIdHigh,
        clOrdIdLow,
        execType,
        execId,
        lastQuantityE8,
        lastPriceE8,
        cumQuantityE8,
        leavesQuantityE8,
        rejectKind);
  }

  @Override
  public void onOrderStatus(
      long queryId,
      long clOrdIdHigh,
      long clOrdIdLow,
      OrdStatus ordStatus,
      long cumQuantityE8,
      long leavesQuantityE8) {
    checkBound("cumQuantity", cumQuantityE8);
    checkBound("leavesQuantity", leavesQuantityE8);
    reports.orderStatus(
        nowNs, queryId, clOrdIdHigh, clOrdIdLow, ordStatus, cumQuantityE8, leavesQuantityE8);
  }

  @Override
  public void onVenuePositionsBegin(long queryId, int rowCount) {
    reports.venuePositionsBegin(nowNs, queryId, rowCount);
  }

  @Override
  public void onVenuePosition(long queryId, long positionId, int instrumentId, long netQuantityE8) {
    checkBound("netQuantity", netQuantityE8);
    reports.venuePosition(nowNs, queryId, positionId, numbers.idOf(instrumentId), netQuantityE8);
  }

  @Override
  public void onVenuePositionsEnd(long queryId, int rowCount) {
    reports.venuePositionsEnd(nowNs, queryId, rowCount);
  }
}
