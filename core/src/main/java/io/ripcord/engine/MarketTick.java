package io.ripcord.engine;

import io.ripcord.money.E8;
import io.ripcord.position.PriceStream;

/**
 * One event of market data on its way to the rules: at most one trade, or several as one, and
 * either side of the book. Set anew for each event; a missing price is {@link E8#NULL}. Engine
 * thread only.
 */
final class MarketTick {
  int instrumentId;
  long venueTimeNs;
  long lastE8;
  long quantityE8;
  long bidE8;
  long askE8;
  long highE8;
  long lowE8;
  boolean highFirst;
  boolean conflated;

  /** Whether its trade counts towards pairs: of several as one only the last does. */
  boolean pairs;

  MarketTick set(
      int newInstrumentId,
      long newVenueTimeNs,
      long newLastE8,
      long newQuantityE8,
      long newBidE8,
      long newAskE8) {
    instrumentId = newInstrumentId;
    venueTimeNs = newVenueTimeNs;
    lastE8 = newLastE8;
    quantityE8 = newQuantityE8;
    bidE8 = newBidE8;
    askE8 = newAskE8;
    highE8 = newLastE8;
    lowE8 = newLastE8;
    conflated = false;
    pairs = true;
    return this;
  }

  MarketTick extremes(long newHighE8, long newLowE8, boolean newHighFirst) {
    highE8 = newHighE8;
    lowE8 = newLowE8;
    highFirst = newHighFirst;
    conflated = true;
    return this;
  }

  boolean isTrade() {
    return lastE8 != E8.NULL;
  }

  /** Whether there is more than one price in its trades. */
  boolean hasRange() {
    return highE8 != lowE8;
  }

  /** The streams that it has a price of, a bit each. */
  int streamBits() {
    return (isTrade() ? PriceStream.LAST.bit() | PriceStream.DOUBLE_LAST.bit() : 0)
        | (bidE8 > 0 ? PriceStream.BID.bit() : 0)
        | (askE8 > 0 ? PriceStream.ASK.bit() : 0);
  }

  /** Of its trades the one that lies farthest from a price. */
  long farthestFrom(long priceE8) {
    return Math.abs(highE8 - priceE8) > Math.abs(lowE8 - priceE8) ? highE8 : lowE8;
  }
}
