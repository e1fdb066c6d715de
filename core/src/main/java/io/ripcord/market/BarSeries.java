package io.ripcord.market;

import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;

/**
 * The bars of one instrument with one period, made of trades alone. An interval is {@code [anchor +
 * k * period, + period)} with the start of the session as anchor. A bar closes with the first trade
 * at or after its end, before that trade opens the next bar, or at the end of the session; an
 * interval without a trade makes no bar; no timer closes anything.
 *
 * <p>A trade older than the open bar joins it. Engine thread only; allocates in the constructor
 * only. Times are nanoseconds since the epoch and not negative, prices are positive.
 */
public final class BarSeries {
  private final long periodNs;
  private long anchorNs;
  private Bar open = new Bar();
  private Bar closed = new Bar();
  private boolean hasOpen;
  private boolean closedNow;

  /** End of the open bar; without one, any trade is at or after it. */
  private long endNs = Long.MIN_VALUE;

  /** Without bars yet. */
  public BarSeries(long periodNs, long anchorNs) {
    this.periodNs = periodNs;
    onSessionStart(anchorNs);
  }

  /**
   * Takes a trade; a negative quantity counts as none.
   *
   * @return whether it closed a bar, which is {@link #closed()} until the next one closes
   */
  public boolean onTrade(long timeNs, long priceE8, long quantityE8) {
    closedNow = false;
    if (timeNs >= endNs) {
      closedNow = closeOpen();
      openAt(timeNs, priceE8);
    }
    join(priceE8, quantityE8);
    return closedNow;
  }

  /** Adds a further price of the trade that was taken last. */
  public void join(long priceE8, long quantityE8) {
    open.join(priceE8, Math.max(0, quantityE8));
  }

  private boolean closeOpen() {
    if (!hasOpen) {
      return false;
    }
    Bar spare = closed;
    closed = open;
    open = spare;
    hasOpen = false;
    endNs = Long.MIN_VALUE;
    return true;
  }

  private void openAt(long timeNs, long priceE8) {
    long sinceNs = Math.max(0, timeNs - anchorNs);
    long startNs = anchorNs + sinceNs - sinceNs % periodNs;
    open.set(startNs, priceE8, priceE8, priceE8, priceE8, 0);
    hasOpen = true;
    endNs = endOf(startNs);
  }

  private long endOf(long startNs) {
    return startNs > Long.MAX_VALUE - periodNs ? Long.MAX_VALUE : startNs + periodNs;
  }

  /**
   * Counts intervals from here on. A bar that is still open ends here at the latest: the first
   * trade of the session closes it.
   */
  public void onSessionStart(long timeNs) {
    anchorNs = Math.max(0, timeNs);
    if (hasOpen) {
      endNs = Math.min(endNs, anchorNs);
    }
  }

  /** Closes the open bar and returns whether there was one. */
  public boolean onSessionEnd() {
    closedNow = closeOpen();
    return closedNow;
  }

  /** Length of an interval. */
  public long periodNs() {
    return periodNs;
  }

  /** The bar that closed last; without trades before the first. */
  public Bar closed() {
    return closed;
  }

  /** Whether the last trade or end of a session closed a bar. */
  public boolean closedNow() {
    return closedNow;
  }

  /** Writes it. */
  public void write(StateOut out) {
    out.put(anchorNs);
    out.put(endNs);
    out.put(hasOpen);
    out.put(closedNow);
    closed.write(out);
    if (hasOpen) {
      open.write(out);
    }
  }

  /** Takes on what was written. */
  public void read(StateIn in) {
    anchorNs = in.next();
    endNs = in.next();
    hasOpen = in.nextFlag();
    closedNow = in.nextFlag();
    closed.read(in);
    if (hasOpen) {
      open.read(in);
    }
  }
}
