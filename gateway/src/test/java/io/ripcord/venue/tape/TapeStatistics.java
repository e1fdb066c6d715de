package io.ripcord.venue.tape;

import io.ripcord.money.E8;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a market looks like, for comparison; floating point, so for tests only. */
record TapeStatistics(
    double quotesPerSecond,
    double tradesPerSecond,
    double busiestSecond,
    long medianSpreadIncrements,
    double oneIncrementSpreads,
    double tradesThatMove,
    double volatilityPerSecond,
    double range,
    double largestMove) {

  private static final long SECOND_NS = 1_000_000_000L;

  /** Of all records, which must be of one symbol. Volatility, range and moves relative to price. */
  static TapeStatistics of(Tape tape, long incrementE8) {
    List<Long> spreads = new ArrayList<>();
    List<Long> trades = new ArrayList<>();
    List<Long> perSecondLast = new ArrayList<>();
    List<Long> perSecondCount = new ArrayList<>();
    long firstNs = 0;
    long lastNs = 0;
    try (TapeCursor cursor = tape.open()) {
      while (cursor.next()) {
        if (perSecondCount.isEmpty()) {
          firstNs = cursor.ingressTimeNs();
        }
        lastNs = cursor.ingressTimeNs();
        int second = (int) ((lastNs - firstNs) / SECOND_NS);
        while (perSecondCount.size() <= second) {
          perSecondCount.add(0L);
          perSecondLast.add(trades.isEmpty() ? 0L : trades.get(trades.size() - 1));
        }
        perSecondCount.set(second, perSecondCount.get(second) + 1);
        if (cursor.lastE8() == E8.NULL) {
          spreads.add((cursor.askE8() - cursor.bidE8()) / incrementE8);
        } else {
          trades.add(cursor.lastE8());
          perSecondLast.set(second, cursor.lastE8());
        }
      }
    }
    double seconds = (lastNs - firstNs) / (double) SECOND_NS;
    long[] sortedSpreads = spreads.stream().mapToLong(Long::longValue).sorted().toArray();
    return new TapeStatistics(
        spreads.size() / seconds,
        trades.size() / seconds,
        perSecondCount.stream().mapToLong(Long::longValue).max().orElse(0),
        sortedSpreads[sortedSpreads.length / 2],
        Arrays.stream(sortedSpreads).filter(s -> s == 1).count() / (double) spreads.size(),
        moves(trades).filter(m -> m != 0).count() / (double) trades.size(),
        Math.sqrt(moves(perSecondLast).map(m -> m * m).average().orElse(0)),
        range(trades),
        moves(trades).map(Math::abs).max().orElse(0));
  }

  private static java.util.stream.DoubleStream moves(List<Long> prices) {
    return java.util.stream.IntStream.range(1, prices.size())
        .filter(i -> prices.get(i - 1) != 0)
        .mapToDouble(i -> (prices.get(i) - prices.get(i - 1)) / (double) prices.get(i - 1));
  }

  private static double range(List<Long> prices) {
    long low = prices.stream().mapToLong(Long::longValue).min().orElse(1);
    long high = prices.stream().mapToLong(Long::longValue).max().orElse(1);
    return (high - low) / (double) low;
  }
}
