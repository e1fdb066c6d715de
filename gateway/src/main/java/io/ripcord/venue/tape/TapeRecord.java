package io.ripcord.venue.tape;

import io.ripcord.money.E8;

/** The current record of a cursor: one mutable object per cursor, filled anew for each line. */
final class TapeRecord {
  /** Event types that make records; with the symbol they name a stream. */
  static final int ROW = 0;

  static final int TRADE = 1;
  static final int AGGREGATE_TRADE = 2;
  static final int QUOTE = 3;
  static final int EVENT_TYPES = 4;

  int eventType;
  long ingressTimeNs;
  long venueTimeNs;
  int symbolIndex;
  long lastE8;
  long lastQuantityE8;
  long bidE8;
  long askE8;

  void trade(long priceE8, long quantityE8) {
    lastE8 = priceE8;
    lastQuantityE8 = quantityE8;
    bidE8 = E8.NULL;
    askE8 = E8.NULL;
  }

  void quote(long bid, long ask) {
    lastE8 = E8.NULL;
    lastQuantityE8 = E8.NULL;
    bidE8 = bid;
    askE8 = ask;
  }

  boolean hasTrade() {
    return lastE8 != E8.NULL;
  }

  boolean hasQuote() {
    return bidE8 != E8.NULL || askE8 != E8.NULL;
  }
}
