package io.ripcord.venue.paper;

import io.ripcord.event.ClOrdId;
import io.ripcord.event.EventDispatcher;
import io.ripcord.event.EventObserver;
import io.ripcord.event.ExecType;
import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;
import io.ripcord.event.OrderType;
import io.ripcord.event.RejectKind;
import io.ripcord.event.ReportPublisher;
import io.ripcord.event.Side;
import io.ripcord.event.Sources;
import io.ripcord.money.E8;
import io.ripcord.testing.ArraySink;
import java.util.ArrayList;
import java.util.List;

/**
 * Talks with a paper venue like a transcript: prices and quantities as text, times in milliseconds,
 * an order is named by position and attempt, and each answer is one line.
 */
final class VenueTalk {
  static final int BTC = 0;
  static final int ETH = 1;

  private static final long MS = 1_000_000L;

  private final EventDispatcher dispatcher = new EventDispatcher();
  private final Lines lines = new Lines();
  private final List<String> said = new ArrayList<>();
  private final ArraySink sink =
      new ArraySink(
          (byte) 0x5A,
          (sequence, buffer, length) -> dispatcher.dispatch(sequence, buffer, 0, length, lines));
  private final ReportPublisher publisher = new ReportPublisher(sink, Sources.PAPER_VENUE);
  private final PaperVenue venue;

  /** Two instruments: increment 0.1 and lot 0.001; increment 0.5 and lot 1. */
  VenueTalk(PaperSettings settings) {
    venue = new PaperVenue(settings);
    venue.list(E8.parse("0.1"), E8.parse("0.001"));
    venue.list(E8.parse("0.5"), E8.parse("1"));
  }

  VenueTalk hold(long position, int instrument, Side side, String quantity) {
    venue.hold(position, instrument, side, E8.parse(quantity));
    return this;
  }

  VenueTalk market(long ms, int instrument, String last, String bid, String ask) {
    venue.onMarketData(instrument, ms * MS, price(last), price(bid), price(ask));
    return this;
  }

  private static long price(String text) {
    return text == null ? E8.NULL : E8.parse(text);
  }

  /** An exit of a whole position, triggered at a price. */
  VenueTalk order(
      long ms, long position, int instrument, Side side, String quantity, int attempt, String at) {
    venue.now(ms * MS);
    venue.onExitOrder(
        ms * MS,
        position,
        instrument,
        ClOrdId.high(0, 1, (int) position),
        ClOrdId.low((int) position, attempt, 0, ClOrdId.KIND_EXIT),
        side,
        OrderType.MARKET,
        E8.parse(quantity),
        attempt,
        ExitReason.STOP_LOSS,
        ExitSource.MONITOR_SOFT,
        E8.parse(at),
        E8.parse(at),
        ms * MS);
    return this;
  }

  /** An order that adds to a position, triggered at a price. */
  VenueTalk entry(
      long ms, long position, int instrument, Side side, String quantity, int attempt, String at) {
    venue.now(ms * MS);
    venue.onEntryOrder(
        ms * MS,
        position,
        instrument,
        ClOrdId.high(0, 1, (int) position),
        ClOrdId.low((int) position, attempt, 0, ClOrdId.KIND_ENTRY),
        side,
        OrderType.MARKET,
        E8.parse(quantity),
        attempt,
        E8.parse(at),
        E8.parse(at));
    return this;
  }

  VenueTalk ask(long ms, long queryId, long position, int instrument) {
    venue.now(ms * MS);
    venue.onPositionsQuery(ms * MS, queryId, position, instrument);
    return this;
  }

  /** Everything that the venue says up to this time, one line each, oldest first. */
  List<String> until(long ms) {
    said.clear();
    while (venue.nextReportNs() <= ms * MS) {
      venue.publishNext(publisher);
    }
    return List.copyOf(said);
  }

  /** Everything that it still has to say. */
  List<String> rest() {
    return until(Long.MAX_VALUE / MS - 1);
  }

  PaperVenue venue() {
    return venue;
  }

  private final class Lines extends EventObserver {
    private long ms;

    @Override
    public void onInput(long sequence, long timeNs, int source, long sourceSequence) {
      ms = timeNs / MS;
      if (timeNs % MS != 0 || source != Sources.PAPER_VENUE || sourceSequence != sequence) {
        throw new AssertionError(timeNs + " " + source + " " + sourceSequence);
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
      String order =
          ClOrdId.positionOrdinal(clOrdIdHigh, clOrdIdLow) + "/" + ClOrdId.attempt(clOrdIdLow);
      String line = ms + " " + execType + " " + order + " x" + execId;
      said.add(
          switch (execType) {
            case TRADE ->
                line
                    + " "
                    + E8.format(lastQuantityE8)
                    + "@"
                    + E8.format(lastPriceE8)
                    + " cum "
                    + E8.format(cumQuantityE8)
                    + " leaves "
                    + E8.format(leavesQuantityE8);
            case REJECTED -> line + " " + rejectKind;
            default -> line + " leaves " + E8.format(leavesQuantityE8);
          });
    }

    @Override
    public void onVenuePositionsBegin(long queryId, int rowCount) {
      said.add(ms + " BEGIN q" + queryId + " rows " + rowCount);
    }

    @Override
    public void onVenuePosition(long queryId, long position, int instrument, long netQuantityE8) {
      said.add(ms + " ROW q" + queryId + " " + position + " " + E8.format(netQuantityE8));
    }

    @Override
    public void onVenuePositionsEnd(long queryId, int rowCount) {
      said.add(ms + " END q" + queryId + " rows " + rowCount);
    }
  }
}
