package io.ripcord.market;

import io.ripcord.money.E8;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;
import java.util.Arrays;

/**
 * The last two distinct trades of each instrument. Two packets with the same venue time, price and
 * quantity are one trade; a trade without a venue time is always another one. Engine thread only;
 * allocates when an instrument is added.
 */
public final class TradePairs {
  private static final int FIRST_CAPACITY = 16;

  private long[] venueTimeNs = new long[FIRST_CAPACITY];
  private long[] quantityE8 = new long[FIRST_CAPACITY];
  private long[] lastE8 = new long[FIRST_CAPACITY];
  private long[] previousE8 = new long[FIRST_CAPACITY];
  private int count;

  /** Makes room for the next instrument. */
  public void add() {
    if (count == lastE8.length) {
      venueTimeNs = Arrays.copyOf(venueTimeNs, count * 2);
      quantityE8 = Arrays.copyOf(quantityE8, count * 2);
      lastE8 = Arrays.copyOf(lastE8, count * 2);
      previousE8 = Arrays.copyOf(previousE8, count * 2);
    }
    venueTimeNs[count] = E8.NULL;
    quantityE8[count] = E8.NULL;
    lastE8[count] = E8.NULL;
    previousE8[count] = E8.NULL;
    count++;
  }

  /**
   * Takes a trade.
   *
   * @return whether it is another one than the last
   */
  public boolean onTrade(int instrumentId, long newVenueTimeNs, long priceE8, long newQuantityE8) {
    if (newVenueTimeNs != E8.NULL
        && newVenueTimeNs == venueTimeNs[instrumentId]
        && priceE8 == lastE8[instrumentId]
        && newQuantityE8 == quantityE8[instrumentId]) {
      return false;
    }
    previousE8[instrumentId] = lastE8[instrumentId];
    lastE8[instrumentId] = priceE8;
    venueTimeNs[instrumentId] = newVenueTimeNs;
    quantityE8[instrumentId] = newQuantityE8;
    return true;
  }

  /** The higher of the two; the one that there is before the second. */
  public long highE8(int instrumentId) {
    return previousE8[instrumentId] == E8.NULL
        ? lastE8[instrumentId]
        : Math.max(previousE8[instrumentId], lastE8[instrumentId]);
  }

  /** The lower of the two; the one that there is before the second. */
  public long lowE8(int instrumentId) {
    return previousE8[instrumentId] == E8.NULL
        ? lastE8[instrumentId]
        : Math.min(previousE8[instrumentId], lastE8[instrumentId]);
  }

  /** Writes them. */
  public void write(StateOut out) {
    for (int id = 0; id < count; id++) {
      out.put(venueTimeNs[id]);
      out.put(quantityE8[id]);
      out.put(lastE8[id]);
      out.put(previousE8[id]);
    }
  }

  /** Takes on what was written for as many instruments as were added. */
  public void read(StateIn in) {
    for (int id = 0; id < count; id++) {
      venueTimeNs[id] = in.next();
      quantityE8[id] = in.next();
      lastE8[id] = in.next();
      previousE8[id] = in.next();
    }
  }
}
