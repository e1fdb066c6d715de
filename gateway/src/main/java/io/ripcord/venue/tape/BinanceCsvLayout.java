package io.ripcord.venue.tape;

import java.util.List;
import java.util.Set;

/**
 * Where a public dump CSV of Binance (data.binance.vision) holds what: found from its header row,
 * or, as older files have none, from the shape of its first row. For quotes {@code price} is the
 * bid and {@code other} the ask; for trades {@code other} is the quantity.
 */
record BinanceCsvLayout(
    TapeFormat format, int eventType, int columns, int price, int other, int time) {

  private static final Set<String> TRADE_IDS = Set.of("id", "trade_id", "tradeid");
  private static final Set<String> AGGREGATE_IDS = Set.of("agg_trade_id", "aggtradeid", "a");

  /** The layout that a header row (in lower case) describes, or null. */
  static BinanceCsvLayout ofHeader(List<String> names) {
    if (names.contains("update_id") && names.contains("best_bid_price")) {
      int time = first(names, List.of("event_time", "transaction_time"));
      int bid = names.indexOf("best_bid_price");
      return quotes(names.size(), bid, names.indexOf("best_ask_price"), time);
    }
    int price = names.indexOf("price");
    int quantity = first(names, List.of("qty", "quantity"));
    int time = first(names, List.of("transact_time", "time", "timestamp"));
    if (price < 0 || quantity < 0 || time < 0) {
      return null;
    }
    if (names.stream().anyMatch(AGGREGATE_IDS::contains)) {
      return aggregateTrades(names.size(), price, quantity, time);
    }
    boolean hasId = names.stream().anyMatch(TRADE_IDS::contains);
    return hasId ? trades(names.size(), price, quantity, time) : null;
  }

  /** The layout that the first row of a file without header has, or null. */
  static BinanceCsvLayout ofRow(List<String> cells) {
    if (cells.size() < 6 || cells.size() > 8 || !isWhole(cells.get(0))) {
      return null;
    }
    boolean lastIsFlag = isFlag(cells.get(cells.size() - 1));
    boolean sixthIsFlag = isFlag(cells.get(5));
    boolean sixthIsWhole = isWhole(cells.get(5));
    if (!lastIsFlag) {
      boolean isQuote = cells.size() == 7 && sixthIsWhole && isWhole(cells.get(6));
      return isQuote ? quotes(7, 1, 3, 6) : null;
    }
    if (cells.size() == 6 || (cells.size() == 7 && sixthIsFlag)) {
      return trades(cells.size(), 1, 2, 4);
    }
    return sixthIsWhole ? aggregateTrades(cells.size(), 1, 2, 5) : null;
  }

  private static BinanceCsvLayout trades(int columns, int price, int quantity, int time) {
    return new BinanceCsvLayout(
        TapeFormat.BINANCE_TRADES, TapeRecord.TRADE, columns, price, quantity, time);
  }

  private static BinanceCsvLayout aggregateTrades(int columns, int price, int quantity, int time) {
    return new BinanceCsvLayout(
        TapeFormat.BINANCE_AGG_TRADES, TapeRecord.AGGREGATE_TRADE, columns, price, quantity, time);
  }

  private static BinanceCsvLayout quotes(int columns, int bid, int ask, int time) {
    return ask < 0 || time < 0
        ? null
        : new BinanceCsvLayout(
            TapeFormat.BINANCE_BOOK_TICKER, TapeRecord.QUOTE, columns, bid, ask, time);
  }

  private static int first(List<String> names, List<String> wanted) {
    for (String name : wanted) {
      if (names.contains(name)) {
        return names.indexOf(name);
      }
    }
    return -1;
  }

  private static boolean isWhole(String cell) {
    return !cell.isEmpty() && cell.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isFlag(String cell) {
    return cell.equalsIgnoreCase("true") || cell.equalsIgnoreCase("false");
  }
}
