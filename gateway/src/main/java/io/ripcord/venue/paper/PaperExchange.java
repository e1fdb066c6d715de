package io.ripcord.venue.paper;

import io.ripcord.money.E8;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * A paper venue in real time: the market of a tape, and the accounts that trade in it. The same for
 * a venue inside the node and for one in a process of its own. Time is what {@link #doWork} is
 * told. One thread.
 */
public final class PaperExchange implements AutoCloseable {
  /** Records that one call takes from the tape at most. */
  private static final int RECORDS_PER_CALL = 256;

  private static final int NOT_LISTED = -1;

  private final PaperSettings settings;
  private final List<PaperInstrument> instruments;
  private final LiveTape tape;
  private final PaperLedger ledger;
  private final MarketListener market;
  private final TreeMap<String, PaperAccount> accounts = new TreeMap<>();
  private final List<PaperAccount> accountList = new ArrayList<>();
  private final int[] instrumentOfSymbol;
  private final long[] bidsE8;
  private final long[] asksE8;
  private long nowNs;

  /** Takes every record of the market, listed instruments only. */
  @FunctionalInterface
  public interface MarketListener {
    /** A trade, a quote, or both; missing values are {@link E8#NULL}. */
    void onTick(
        long nowNs,
        int instrument,
        long venueTimeNs,
        long lastE8,
        long lastQuantityE8,
        long bidE8,
        long askE8);
  }

  /**
   * Opens the venue.
   *
   * @param instruments what it lists; the index is the instrument's number
   * @param tape market data; symbols that are not listed are passed over
   * @param ledger null for none; closed with the exchange, and when that cannot be opened
   * @param nowNs what time it is
   * @throws LedgerException when the ledger names what is not listed
   */
  public PaperExchange(
      PaperSettings settings,
      List<PaperInstrument> instruments,
      LiveTape tape,
      PaperLedger ledger,
      MarketListener market,
      long nowNs) {
    this.settings = settings;
    this.instruments = List.copyOf(instruments);
    this.tape = tape;
    this.ledger = ledger;
    this.market = market;
    this.nowNs = nowNs;
    List<String> listed = instruments.stream().map(PaperInstrument::symbol).toList();
    instrumentOfSymbol = tape.symbols().stream().mapToInt(listed::indexOf).toArray();
    bidsE8 = new long[instruments.size()];
    asksE8 = new long[instruments.size()];
    Arrays.fill(bidsE8, E8.NULL);
    Arrays.fill(asksE8, E8.NULL);
    if (ledger != null) {
      restore();
    }
  }

  private void restore() {
    try {
      ledger.book().accounts().keySet().forEach(this::account);
    } catch (LedgerException e) {
      close();
      throw e;
    }
  }

  /** What it lists. */
  public List<PaperInstrument> instruments() {
    return instruments;
  }

  /** A client's account, opened when it is asked for first. */
  public PaperAccount account(String client) {
    PaperAccount known = accounts.get(client);
    if (known != null) {
      return known;
    }
    PaperAccount account = new PaperAccount(client, settings, instruments, ledger, nowNs);
    for (int i = 0; i < bidsE8.length; i++) {
      // Without a price nothing trades: this only gives the book its newest quotes.
      account.onMarketData(i, nowNs, E8.NULL, bidsE8[i], asksE8[i]);
    }
    accounts.put(client, account);
    accountList.add(account);
    return account;
  }

  /**
   * Lets the market move up to now and orders trade.
   *
   * @return how many records came
   */
  public int doWork(long newNowNs) {
    nowNs = Math.max(nowNs, newNowNs);
    for (PaperAccount account : accountList) {
      account.now(nowNs);
    }
    int count = 0;
    while (count < RECORDS_PER_CALL && tape.poll(nowNs)) {
      count++;
      int instrument = instrumentOfSymbol[tape.symbolIndex()];
      if (instrument != NOT_LISTED) {
        market(instrument);
      }
    }
    return count;
  }

  private void market(int instrument) {
    long lastE8 = tape.lastE8();
    long bidE8 = tape.bidE8();
    long askE8 = tape.askE8();
    market.onTick(
        nowNs, instrument, tape.venueTimeNs(), lastE8, tape.lastQuantityE8(), bidE8, askE8);
    if (lastE8 != E8.NULL && lastE8 <= 0) {
      // The engine drops a tick with a bad price as a whole: nothing may trade on its quotes.
      return;
    }
    bidsE8[instrument] = bidE8 > 0 ? bidE8 : bidsE8[instrument];
    asksE8[instrument] = askE8 > 0 ? askE8 : asksE8[instrument];
    for (PaperAccount account : accountList) {
      account.onMarketData(instrument, nowNs, lastE8, bidE8, askE8);
    }
  }

  /** Whether the tape is at its end; quotes stay as they are from then on. */
  public boolean isMarketEnded() {
    return tape.isEnded();
  }

  @Override
  public void close() {
    tape.close();
    if (ledger != null) {
      ledger.close();
    }
  }
}
