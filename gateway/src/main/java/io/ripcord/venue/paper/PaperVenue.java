package io.ripcord.venue.paper;

import io.ripcord.event.ExecType;
import io.ripcord.event.OrdStatus;
import io.ripcord.event.RejectKind;
import io.ripcord.event.ReportPublisher;
import io.ripcord.event.Side;
import io.ripcord.money.E8;
import io.ripcord.venue.OrderGateway;
import io.ripcord.venue.VenueOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * Fills exits and entries from market data and keeps a ledger per position.
 *
 * <p>Latency 0: an order trades at once at the opposite side of the book, else at the price that
 * triggered it, without either as with latency. Latency above 0: at the first market event of the
 * instrument at or after its arrival, at that event's opposite side, else its last. Parts, refusals
 * and repeated reports are drawn from the seed. Time is what {@link #now} was told; reports wait
 * until they are due. One thread; a pure function of what it was given.
 */
public final class PaperVenue extends OrderGateway {
  private static final Comparator<PaperReport> BY_TIME =
      Comparator.comparingLong(PaperReport::timeNs).thenComparingLong(PaperReport::ordinal);

  private final PaperSettings settings;
  private final PaperFacts facts;
  private final Draws draws;
  private final List<PaperBook> books = new ArrayList<>();
  private final TreeMap<Long, Ledger> ledgers = new TreeMap<>();
  private final Map<PaperOrder.Id, PaperOrder> orders = new HashMap<>();
  private final PriorityQueue<PaperReport> reports = new PriorityQueue<>(BY_TIME);
  private long nowNs = Long.MIN_VALUE;
  private long lastOrdinal;
  private long lastExecId;

  private static final class Ledger {
    private final int instrumentId;
    private final long heldE8;
    private long netE8;

    Ledger(int instrumentId, long heldE8) {
      this.instrumentId = instrumentId;
      this.heldE8 = heldE8;
      netE8 = heldE8;
    }
  }

  /** An empty venue. */
  public PaperVenue(PaperSettings settings) {
    this(settings, PaperFacts.NONE);
  }

  /** An empty venue that tells every fact as it happens, before it speaks of it to anybody. */
  PaperVenue(PaperSettings settings, PaperFacts facts) {
    this.settings = settings;
    this.facts = facts;
    draws = new Draws(settings.seed());
  }

  /** Lists the next instrument; ids count from 0. */
  public void list(long priceIncrementE8, long lotE8) {
    books.add(new PaperBook(priceIncrementE8, lotE8));
  }

  /** Books a holding that somebody entered. */
  public void hold(long positionId, int instrumentId, Side side, long quantityE8) {
    ledgers.put(positionId, new Ledger(instrumentId, side.sign() * quantityE8));
  }

  /**
   * As {@link #hold}, once: a holding of this id that is booked already stays as it is.
   *
   * @return whether the venue knows the holding now; false when it knows another of this id
   */
  boolean holdOnce(long positionId, int instrumentId, Side side, long quantityE8) {
    long heldE8 = side.sign() * quantityE8;
    Ledger known = ledgers.get(positionId);
    if (known != null) {
      // Somebody who books again after a restart may give what is left.
      return known.instrumentId == instrumentId
          && (known.heldE8 == heldE8 || known.netE8 == heldE8);
    }
    facts.held(nowNs, positionId, instrumentId, side, quantityE8);
    hold(positionId, instrumentId, side, quantityE8);
    return true;
  }

  /** Takes on an order of an earlier start with its executions; one that works goes on working. */
  void restore(PaperOrder order) {
    orders.put(order.id(), order);
    Ledger ledger = ledgers.get(order.positionId);
    if (ledger != null) {
      ledger.netE8 -= order.closingSide().sign() * order.cumE8;
    }
    if (order.isWorking()) {
      books.get(order.instrumentId).waiting().add(order);
    }
  }

  /** Gives execution ids above this one from now on. */
  void executionsAfter(long execId) {
    lastExecId = Math.max(lastExecId, execId);
  }

  /** It is this late now. */
  public void now(long timeNs) {
    nowNs = Math.max(nowNs, timeNs);
  }

  /** The market moved; waiting orders that have arrived trade. */
  public void onMarketData(int instrumentId, long timeNs, long lastE8, long bidE8, long askE8) {
    now(timeNs);
    PaperBook book = books.get(instrumentId);
    book.update(bidE8, askE8);
    Iterator<PaperOrder> waiting = book.waiting().iterator();
    while (waiting.hasNext()) {
      PaperOrder order = waiting.next();
      long oppositeE8 = order.closingSide() == Side.LONG ? bidE8 : askE8;
      long priceE8 = oppositeE8 > 0 ? oppositeE8 : lastE8;
      if (order.dueNs <= timeNs && priceE8 > 0) {
        waiting.remove();
        trade(order, book, priceE8);
      }
    }
  }

  @Override
  protected void onOrder(VenueOrder sent) {
    PaperOrder order = new PaperOrder(sent, nowNs + settings.latencyNs());
    if (orders.putIfAbsent(order.id(), order) != null) {
      // An order that comes again is the same order.
      return;
    }
    if (sent.attempt() <= settings.rejectsInRow()
        && draws.happens(order.idHigh, order.idLow, Draws.REJECT, settings.rejectE6())) {
      order.refused();
      facts.refused(nowNs, order, lastExecId + 1);
      report(order, ExecType.REJECTED, 0, RejectKind.TRANSIENT);
      return;
    }
    facts.ordered(nowNs, order, lastExecId + 1);
    report(order, ExecType.NEW, order.quantityE8, RejectKind.NONE);
    PaperBook book = books.get(order.instrumentId);
    long oppositeE8 = book.oppositeE8(order.closingSide());
    long priceE8 = oppositeE8 == E8.NULL ? sent.triggerPriceE8() : oppositeE8;
    if (settings.latencyNs() > 0 || priceE8 <= 0) {
      book.waiting().add(order);
    } else {
      trade(order, book, priceE8);
    }
  }

  private void trade(PaperOrder order, PaperBook book, long marketPriceE8) {
    long priceE8 = book.slipE8(order.closingSide(), marketPriceE8, settings.slippageIncrements());
    int parts = parts(order);
    long filledE8 = order.cumE8;
    for (int part = 1; part <= parts; part++) {
      long untilE8 =
          part == parts
              ? order.quantityE8
              : order.quantityE8 / book.lotE8() * part / parts * book.lotE8();
      if (untilE8 > filledE8) {
        fill(order, untilE8 - filledE8, priceE8, untilE8);
        filledE8 = untilE8;
      }
    }
  }

  private int parts(PaperOrder order) {
    return draws.happens(order.idHigh, order.idLow, Draws.PARTIAL, settings.partialE6())
        ? draws.between(order.idHigh, order.idLow, Draws.PARTS, 2, settings.partialParts())
        : 1;
  }

  private void fill(PaperOrder order, long quantityE8, long priceE8, long cumE8) {
    PaperOrder.Execution fill = new PaperOrder.Execution(++lastExecId, quantityE8, priceE8, cumE8);
    facts.executed(nowNs, order, fill);
    Ledger ledger = ledgers.get(order.positionId);
    if (ledger != null) {
      ledger.netE8 -= order.closingSide().sign() * quantityE8;
    }
    order.filled(fill);
    PaperReport.Saying saying = (publisher, at) -> publish(publisher, at, order, fill);
    say(settings.reportDelayNs(), saying);
    if (draws.happens(order.idHigh + cumE8, order.idLow, Draws.DUPLICATE, settings.duplicateE6())) {
      say(settings.reportDelayNs(), saying);
    }
  }

  private static void publish(
      ReportPublisher publisher, long timeNs, PaperOrder order, PaperOrder.Execution fill) {
    publisher.executionReport(
        timeNs,
        order.idHigh,
        order.idLow,
        ExecType.TRADE,
        fill.execId(),
        fill.quantityE8(),
        fill.priceE8(),
        fill.cumE8(),
        order.quantityE8 - fill.cumE8(),
        RejectKind.NONE);
  }

  /** Says of an order, before its first fill, that it works or was refused. */
  private void report(PaperOrder order, ExecType execType, long leavesE8, RejectKind rejectKind) {
    long execId = ++lastExecId;
    say(
        settings.latencyNs() + settings.reportDelayNs(),
        (publisher, at) ->
            publisher.executionReport(
                at,
                order.idHigh,
                order.idLow,
                execType,
                execId,
                0,
                E8.NULL,
                0,
                leavesE8,
                rejectKind));
  }

  @Override
  public void onPositionsQuery(long timeNs, long queryId, long positionId, int instrumentId) {
    say(
        settings.latencyNs() + settings.reportDelayNs(),
        (publisher, at) -> answer(publisher, at, queryId, positionId));
  }

  /** Its fills once more, under their ids, then where it stands; both as of the answer. */
  @Override
  public void onOrderQuery(
      long timeNs,
      long queryId,
      long positionId,
      int instrumentId,
      long clOrdIdHigh,
      long clOrdIdLow) {
    PaperOrder order = orders.get(new PaperOrder.Id(clOrdIdHigh, clOrdIdLow));
    say(
        settings.latencyNs() + settings.reportDelayNs(),
        (publisher, at) -> {
          if (order != null) {
            order.executions.forEach(fill -> publish(publisher, at, order, fill));
          }
          publisher.orderStatus(
              at,
              queryId,
              clOrdIdHigh,
              clOrdIdLow,
              order == null ? OrdStatus.UNKNOWN_ORDER : order.status,
              order == null ? 0 : order.cumE8,
              order == null ? 0 : order.leavesE8());
        });
  }

  private void answer(ReportPublisher publisher, long timeNs, long queryId, long positionId) {
    List<Map.Entry<Long, Ledger>> rows =
        ledgers.entrySet().stream()
            .filter(e -> positionId == E8.NULL || e.getKey() == positionId)
            .filter(e -> e.getValue().netE8 != 0)
            .toList();
    publisher.venuePositionsBegin(timeNs, queryId, rows.size());
    for (Map.Entry<Long, Ledger> row : rows) {
      Ledger ledger = row.getValue();
      publisher.venuePosition(timeNs, queryId, row.getKey(), ledger.instrumentId, ledger.netE8);
    }
    publisher.venuePositionsEnd(timeNs, queryId, rows.size());
  }

  private void say(long delayNs, PaperReport.Saying saying) {
    reports.add(new PaperReport(nowNs + delayNs, ++lastOrdinal, saying));
  }

  /** When it next has something to say, {@link Long#MAX_VALUE} if nothing. */
  public long nextReportNs() {
    PaperReport next = reports.peek();
    return next == null ? Long.MAX_VALUE : next.timeNs();
  }

  /** Says the next thing; there must be one. */
  public void publishNext(ReportPublisher publisher) {
    publishNext(publisher, nextReportNs());
  }

  /** As the other, at a time not before the due one: reports may wait for whoever takes them. */
  void publishNext(ReportPublisher publisher, long timeNs) {
    PaperReport next = reports.remove();
    now(timeNs);
    next.saying().publish(publisher, timeNs);
  }
}
