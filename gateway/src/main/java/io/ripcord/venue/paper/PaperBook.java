package io.ripcord.venue.paper;

import io.ripcord.event.Side;
import io.ripcord.money.E8;
import java.util.ArrayList;
import java.util.List;

/** One instrument at the paper venue: the newest quote, and orders that wait for market data. */
final class PaperBook {
  private final long priceIncrementE8;
  private final long lotE8;
  private final List<PaperOrder> waiting = new ArrayList<>();
  private long bidE8 = E8.NULL;
  private long askE8 = E8.NULL;

  PaperBook(long priceIncrementE8, long lotE8) {
    this.priceIncrementE8 = priceIncrementE8;
    this.lotE8 = lotE8;
  }

  void update(long newBidE8, long newAskE8) {
    if (newBidE8 > 0) {
      bidE8 = newBidE8;
    }
    if (newAskE8 > 0) {
      askE8 = newAskE8;
    }
  }

  /** What an exit of this side trades at now, null without a quote. */
  long oppositeE8(Side side) {
    return side == Side.LONG ? bidE8 : askE8;
  }

  /** A price made worse for an exit of this side. */
  long slipE8(Side side, long priceE8, long increments) {
    return Math.max(priceE8 - side.sign() * increments * priceIncrementE8, priceIncrementE8);
  }

  long lotE8() {
    return lotE8;
  }

  List<PaperOrder> waiting() {
    return waiting;
  }
}
