package io.ripcord.position;

import io.ripcord.event.Side;
import io.ripcord.event.TriggerSource;

/** The prices of one instrument that levels may listen to; a position listens to one of them. */
public enum PriceStream {
  /** Last trades. */
  LAST(0),
  /** Best bids: those of long positions that exit on the book. */
  BID(1),
  /** Best asks: those of short positions that exit on the book. */
  ASK(2),
  /** The venue's mark prices. */
  MARK(3),
  /** Pairs of distinct trades in a row. */
  DOUBLE_LAST(4);

  /** How many there are. */
  public static final int COUNT = 5;

  private final int index;

  PriceStream(int index) {
    this.index = index;
  }

  /** The stream of a position on this side whose policy names this source. */
  public static PriceStream of(TriggerSource source, Side side) {
    return switch (source) {
      case LAST -> LAST;
      case BID_ASK -> side == Side.LONG ? BID : ASK;
      case MARK -> MARK;
      case DOUBLE_LAST -> DOUBLE_LAST;
    };
  }

  /** Dense number, from 0. */
  public int index() {
    return index;
  }

  /** A bit of its own, for sets of streams. */
  public int bit() {
    return 1 << index;
  }
}
