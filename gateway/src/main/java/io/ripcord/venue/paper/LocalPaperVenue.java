package io.ripcord.venue.paper;

import io.ripcord.event.MarketDataPublisher;
import io.ripcord.event.ReportPublisher;
import io.ripcord.event.SessionState;
import io.ripcord.event.Side;
import io.ripcord.venue.ConflatingFeed;
import io.ripcord.venue.OrderGateway;
import io.ripcord.venue.VenueAdapter;
import io.ripcord.venue.VenueGateway;
import io.ripcord.venue.VenueOrder;
import java.util.List;

/**
 * The paper venue inside the node, in real time. Orders, queries and {@link #doWork} come from the
 * venue thread; {@link #hold} may come from any and waits for the others. Reports wait for a slot
 * of the ring, market data never does.
 */
public final class LocalPaperVenue implements VenueAdapter {
  /** Client name under which a ledger keeps what the node does. */
  public static final String CLIENT = "local";

  private final List<PaperInstrument> instruments;
  private final PaperExchange exchange;
  private final PaperAccount account;
  private final ReportPublisher reports;
  private final ConflatingFeed feed;
  private final Gateway gateway = new Gateway();
  private boolean announced;

  /**
   * Opens the venue.
   *
   * @param instruments in the order of the node's instrument ids, which count from 0
   * @param tape market data
   * @param ledger null for none; without one a restarted venue has forgotten every holding
   * @param reports where reports and answers go
   * @param market where ticks go
   * @param nowNs what time it is
   */
  public LocalPaperVenue(
      PaperSettings settings,
      List<PaperInstrument> instruments,
      LiveTape tape,
      PaperLedger ledger,
      ReportPublisher reports,
      MarketDataPublisher market,
      long nowNs) {
    this.instruments = List.copyOf(instruments);
    this.reports = reports;
    feed = new ConflatingFeed(market);
    exchange = new PaperExchange(settings, instruments, tape, ledger, feed::onTick, nowNs);
    account = exchange.account(CLIENT);
  }

  @Override
  public VenueGateway gateway() {
    return gateway;
  }

  @Override
  public synchronized int doWork(long nowNs) {
    int done = 0;
    if (!announced) {
      announced = true;
      reports.sessionStatus(nowNs, SessionState.CONNECTED);
      done++;
    }
    done += exchange.doWork(nowNs);
    done += account.publishDue(reports, nowNs);
    feed.flush();
    return done;
  }

  @Override
  public synchronized boolean hold(long positionId, String symbol, Side side, long quantityE8) {
    for (int id = 0; id < instruments.size(); id++) {
      if (instruments.get(id).symbol().equals(symbol)) {
        return account.hold(positionId, id, side, quantityE8);
      }
    }
    return false;
  }

  @Override
  public boolean isConnected() {
    return true;
  }

  /** Whether the tape is at its end. */
  public synchronized boolean isMarketEnded() {
    return exchange.isMarketEnded();
  }

  @Override
  public synchronized void close() {
    exchange.close();
  }

  /** The account's, under the lock that {@link #hold} takes too. */
  private final class Gateway extends OrderGateway {
    @Override
    protected void onOrder(VenueOrder order) {
      synchronized (LocalPaperVenue.this) {
        order.tell(account.gateway());
      }
    }

    @Override
    public void onPositionsQuery(long timeNs, long queryId, long positionId, int instrumentId) {
      synchronized (LocalPaperVenue.this) {
        account.gateway().onPositionsQuery(timeNs, queryId, positionId, instrumentId);
      }
    }

    @Override
    public void onOrderQuery(
        long timeNs,
        long queryId,
        long positionId,
        int instrumentId,
        long clOrdIdHigh,
        long clOrdIdLow) {
      synchronized (LocalPaperVenue.this) {
        account
            .gateway()
            .onOrderQuery(timeNs, queryId, positionId, instrumentId, clOrdIdHigh, clOrdIdLow);
      }
    }
  }
}
