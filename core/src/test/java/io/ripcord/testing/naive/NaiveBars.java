package io.ripcord.testing.naive;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The bars of one instrument and one period, from continuous trades on event time. Intervals count
 * from the start of the session, or from the epoch before the first one. An interval without a
 * trade makes no bar.
 */
final class NaiveBars {

  private final long periodNs;
  private final List<NaiveBar> closed = new ArrayList<>();
  private final List<NaiveEvent.Tick> trades = new ArrayList<>(); // of the open bar
  private long anchorNs;
  private long startNs; // of the open bar

  NaiveBars(long periodNs, long anchorNs) {
    this.periodNs = periodNs;
    this.anchorNs = anchorNs;
  }

  /** Every closed bar, the oldest first. */
  List<NaiveBar> closed() {
    return closed;
  }

  /** Closes the open bar if this time is at or past its end; tells whether it did. */
  boolean closeIfOver(long nowNs) {
    return !trades.isEmpty() && nowNs >= startNs + periodNs && close();
  }

  /** The session is over: the open bar closes now; tells whether there was one. */
  boolean closeAtSessionEnd() {
    return !trades.isEmpty() && close();
  }

  void startSession(long nowNs) {
    anchorNs = nowNs;
  }

  void join(NaiveEvent.Tick trade) {
    if (trades.isEmpty()) {
      startNs = anchorNs + Math.floorDiv(trade.timeNs() - anchorNs, periodNs) * periodNs;
    }
    trades.add(trade);
  }

  private boolean close() {
    List<BigDecimal> prices = trades.stream().map(NaiveEvent.Tick::last).toList();
    closed.add(
        new NaiveBar(
            startNs,
            prices.get(0),
            prices.stream().max(BigDecimal::compareTo).orElseThrow(),
            prices.stream().min(BigDecimal::compareTo).orElseThrow(),
            prices.get(prices.size() - 1),
            trades.stream()
                .map(trade -> trade.quantity() == null ? BigDecimal.ZERO : trade.quantity())
                .reduce(BigDecimal.ZERO, BigDecimal::add)));
    trades.clear();
    return true;
  }
}
