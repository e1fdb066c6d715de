package io.ripcord.market;

import io.ripcord.money.E8;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;
import java.util.Arrays;

/**
 * Last traded price (LTP), best bid, best ask and mark price of every instrument. Engine thread
 * only; a tick writes array elements and allocates nothing. A value that was never seen is {@link
 * E8#NULL}.
 */
public final class LastPrices {
  private static final int FIRST_CAPACITY = 16;

  private long[] lastE8 = new long[FIRST_CAPACITY];
  private long[] bidE8 = new long[FIRST_CAPACITY];
  private long[] askE8 = new long[FIRST_CAPACITY];
  private long[] markE8 = new long[FIRST_CAPACITY];
  private long[] badTicks = new long[FIRST_CAPACITY];
  private int count;

  /** Makes room for the next instrument. */
  public void add() {
    if (count == lastE8.length) {
      lastE8 = Arrays.copyOf(lastE8, count * 2);
      bidE8 = Arrays.copyOf(bidE8, count * 2);
      askE8 = Arrays.copyOf(askE8, count * 2);
      markE8 = Arrays.copyOf(markE8, count * 2);
      badTicks = Arrays.copyOf(badTicks, count * 2);
    }
    lastE8[count] = E8.NULL;
    bidE8[count] = E8.NULL;
    askE8[count] = E8.NULL;
    markE8[count] = E8.NULL;
    count++;
  }

  /** Takes what a tick brings; a missing or non-positive side of the book leaves the known one. */
  public void update(int instrumentId, long newLastE8, long newBidE8, long newAskE8) {
    if (newLastE8 > 0) {
      lastE8[instrumentId] = newLastE8;
    }
    if (newBidE8 > 0) {
      bidE8[instrumentId] = newBidE8;
    }
    if (newAskE8 > 0) {
      askE8[instrumentId] = newAskE8;
    }
  }

  /** Takes a mark price. */
  public void mark(int instrumentId, long newMarkE8) {
    markE8[instrumentId] = newMarkE8;
  }

  /** Mark price. */
  public long markE8(int instrumentId) {
    return markE8[instrumentId];
  }

  /** Last traded price. */
  public long lastE8(int instrumentId) {
    return lastE8[instrumentId];
  }

  /** Best bid. */
  public long bidE8(int instrumentId) {
    return bidE8[instrumentId];
  }

  /** Best ask. */
  public long askE8(int instrumentId) {
    return askE8[instrumentId];
  }

  /** Counts a tick that was dropped for its price and returns how many there have been. */
  public long countBadTick(int instrumentId) {
    return ++badTicks[instrumentId];
  }

  /** Ticks dropped for their price. */
  public long badTicks(int instrumentId) {
    return badTicks[instrumentId];
  }

  /** Writes them. */
  public void write(StateOut out) {
    for (int id = 0; id < count; id++) {
      out.put(lastE8[id]);
      out.put(bidE8[id]);
      out.put(askE8[id]);
      out.put(markE8[id]);
      out.put(badTicks[id]);
    }
  }

  /** Takes on what was written for as many instruments as were added. */
  public void read(StateIn in) {
    for (int id = 0; id < count; id++) {
      lastE8[id] = in.next();
      bidE8[id] = in.next();
      askE8[id] = in.next();
      markE8[id] = in.next();
      badTicks[id] = in.next();
    }
  }
}
