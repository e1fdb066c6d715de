package io.ripcord.market;

import io.ripcord.money.E8;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;

/**
 * Open, high, low and close of the trades of one interval, and how much was traded. Engine thread
 * only. Owned and reused by its {@link BarSeries}: read it at once, never keep it.
 */
public final class Bar {
  private long startNs;
  private long openE8 = E8.NULL;
  private long highE8 = E8.NULL;
  private long lowE8 = E8.NULL;
  private long closeE8 = E8.NULL;
  private long volumeE8;

  /** A bar without trades: all prices are {@link E8#NULL}. */
  public Bar() {}

  /** Takes on these values. */
  public Bar set(
      long newStartNs,
      long newOpenE8,
      long newHighE8,
      long newLowE8,
      long newCloseE8,
      long newVolumeE8) {
    startNs = newStartNs;
    openE8 = newOpenE8;
    highE8 = newHighE8;
    lowE8 = newLowE8;
    closeE8 = newCloseE8;
    volumeE8 = newVolumeE8;
    return this;
  }

  void join(long priceE8, long quantityE8) {
    closeE8 = priceE8;
    if (priceE8 > highE8) {
      highE8 = priceE8;
    }
    if (priceE8 < lowE8) {
      lowE8 = priceE8;
    }
    // Neither negative: a sum beyond a long shows as a negative one.
    long volume = volumeE8 + quantityE8;
    volumeE8 = volume < 0 ? Long.MAX_VALUE : volume;
  }

  /** Start of the interval. */
  public long startNs() {
    return startNs;
  }

  /** First price. */
  public long openE8() {
    return openE8;
  }

  /** Highest price. */
  public long highE8() {
    return highE8;
  }

  /** Lowest price. */
  public long lowE8() {
    return lowE8;
  }

  /** Last price. */
  public long closeE8() {
    return closeE8;
  }

  /** Quantity traded, at most {@link Long#MAX_VALUE}: 92 billion units. */
  public long volumeE8() {
    return volumeE8;
  }

  void write(StateOut out) {
    out.put(startNs);
    out.put(openE8);
    out.put(highE8);
    out.put(lowE8);
    out.put(closeE8);
    out.put(volumeE8);
  }

  void read(StateIn in) {
    set(in.next(), in.next(), in.next(), in.next(), in.next(), in.next());
  }
}
