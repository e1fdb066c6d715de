package io.ripcord.venue.paper;

import io.ripcord.event.ReportPublisher;
import io.ripcord.event.Side;
import io.ripcord.money.E8;
import io.ripcord.venue.VenueGateway;
import java.util.List;

/**
 * What one client holds and has ordered at a paper venue that runs in real time. Clients share the
 * market and nothing else: position ids and order ids of two of them may be equal. The exchange's
 * thread.
 */
public final class PaperAccount {
  private final String client;
  private final List<PaperInstrument> instruments;
  private final PaperLedger ledger;
  private final PaperVenue venue;

  /**
   * Goes on where the ledger ended.
   *
   * @param ledger null for none
   */
  PaperAccount(
      String client,
      PaperSettings settings,
      List<PaperInstrument> instruments,
      PaperLedger ledger,
      long nowNs) {
    this.client = client;
    this.instruments = instruments;
    this.ledger = ledger;
    venue = new PaperVenue(settings, ledger == null ? PaperFacts.NONE : new Facts());
    instruments.forEach(listed -> venue.list(listed.priceIncrementE8(), listed.lotE8()));
    venue.now(nowNs);
    if (ledger != null) {
      restore(ledger.book().account(client));
    } else {
      // A client takes an execution id that it knows for a repetition: without a ledger only the
      // clock keeps the ids of two starts apart.
      venue.executionsAfter(nowNs);
    }
  }

  private void restore(LedgerBook.Account account) {
    for (LedgerBook.Holding holding : account.holdings.values()) {
      int instrument = instrument(holding.symbol(), holding.line());
      venue.hold(holding.positionId(), instrument, holding.side(), holding.quantityE8());
    }
    for (LedgerBook.Order known : account.orders.values()) {
      PaperOrder order =
          new PaperOrder(
              known.id,
              known.positionId,
              instrument(known.symbol, known.line),
              known.side,
              known.isEntry,
              known.quantityE8,
              Long.MIN_VALUE);
      known.executions.forEach(order::filled);
      if (known.refused) {
        order.refused();
      }
      venue.restore(order);
    }
    venue.executionsAfter(account.lastExecId);
  }

  private int instrument(String symbol, int line) {
    for (int i = 0; i < instruments.size(); i++) {
      if (instruments.get(i).symbol().equals(symbol)) {
        return i;
      }
    }
    throw new LedgerException(
        ledger.file()
            + ":"
            + line
            + ": symbol: found '"
            + symbol
            + "', expected one that the venue lists: "
            + String.join(", ", instruments.stream().map(PaperInstrument::symbol).toList()));
  }

  /** It is this late now. */
  void now(long nowNs) {
    venue.now(nowNs);
  }

  /** The market moved. */
  void onMarketData(int instrument, long nowNs, long lastE8, long bidE8, long askE8) {
    venue.onMarketData(instrument, nowNs, lastE8, bidE8, askE8);
  }

  /** Orders and queries; what they cause is said by {@link #publishDue}. */
  public VenueGateway gateway() {
    return venue;
  }

  /**
   * Books a holding once.
   *
   * @return whether the venue knows it now; false when it knows another of this id
   */
  public boolean hold(long positionId, int instrument, Side side, long quantityE8) {
    boolean possible =
        positionId != E8.NULL
            && instrument >= 0
            && instrument < instruments.size()
            && quantityE8 > 0
            && quantityE8 <= E8.MAX_VALUE;
    return possible && venue.holdOnce(positionId, instrument, side, quantityE8);
  }

  /** Says what is due, as of now, and returns how much that was. */
  public int publishDue(ReportPublisher publisher, long nowNs) {
    int count = 0;
    while (venue.nextReportNs() <= nowNs) {
      venue.publishNext(publisher, nowNs);
      count++;
    }
    return count;
  }

  private final class Facts implements PaperFacts {
    @Override
    public void held(long timeNs, long positionId, int instrumentId, Side side, long quantityE8) {
      ledger.held(timeNs, client, positionId, symbol(instrumentId), side, quantityE8);
    }

    @Override
    public void ordered(long timeNs, PaperOrder order, long execId) {
      ledger.ordered(timeNs, client, symbol(order.instrumentId), order, execId, false);
    }

    @Override
    public void refused(long timeNs, PaperOrder order, long execId) {
      ledger.ordered(timeNs, client, symbol(order.instrumentId), order, execId, true);
    }

    @Override
    public void executed(long timeNs, PaperOrder order, PaperOrder.Execution execution) {
      ledger.executed(timeNs, client, order, execution);
    }

    private String symbol(int instrumentId) {
      return instruments.get(instrumentId).symbol();
    }
  }
}
