package io.ripcord.venue;

import io.ripcord.event.MarketDataPublisher;
import io.ripcord.money.E8;
import java.util.Arrays;

/**
 * What a live feed does when the ring is full: it never waits and never loses an extreme. Ticks of
 * an instrument that find no slot become one, with the newest price, the highest, the lowest and
 * which of them came first; it goes out before anything newer of that instrument. Bad prices (zero
 * or less) are not merged: they are passed on when there is room, else only counted.
 *
 * <p>The feed's thread. Allocates when an instrument is seen first, never on a tick.
 */
public final class ConflatingFeed {
  private static final int FIRST_CAPACITY = 16;

  private final MarketDataPublisher publisher;
  private Pending[] pending = new Pending[FIRST_CAPACITY];
  private int waiting;
  private long conflatedTicks;
  private long droppedBadTicks;

  private static final class Pending {
    private int ticks;
    private long timeNs;
    private long venueTimeNs;
    private long lastE8;
    private long highE8;
    private long lowE8;
    private boolean highFirst;
    private long bidE8;
    private long askE8;

    void clear() {
      ticks = 0;
      lastE8 = E8.NULL;
      highE8 = E8.NULL;
      lowE8 = E8.NULL;
      highFirst = false;
      bidE8 = E8.NULL;
      askE8 = E8.NULL;
    }
  }

  /** Publishes into {@code publisher}, whose sink's ring may be full. */
  public ConflatingFeed(MarketDataPublisher publisher) {
    this.publisher = publisher;
  }

  /** One tick; missing values are {@link E8#NULL}. */
  public void onTick(
      long timeNs,
      int instrumentId,
      long venueTimeNs,
      long lastE8,
      long lastQuantityE8,
      long bidE8,
      long askE8) {
    Pending merged = pendingOf(instrumentId);
    boolean sent =
        flush(instrumentId, merged)
            && publisher.tryTick(
                timeNs, instrumentId, venueTimeNs, lastE8, lastQuantityE8, bidE8, askE8);
    if (sent) {
      return;
    }
    if (lastE8 != E8.NULL && lastE8 <= 0) {
      droppedBadTicks++;
      return;
    }
    merge(merged, timeNs, venueTimeNs, lastE8, bidE8, askE8);
  }

  /**
   * Sends what waits, as far as there is room. Call it whenever the feed is idle.
   *
   * @return how many instruments still wait
   */
  public int flush() {
    for (int id = 0; id < pending.length && waiting > 0; id++) {
      if (pending[id] != null && !flush(id, pending[id])) {
        break;
      }
    }
    return waiting;
  }

  private boolean flush(int instrumentId, Pending merged) {
    if (merged.ticks == 0) {
      return true;
    }
    boolean sent =
        publisher.tryConflatedTick(
            merged.timeNs,
            instrumentId,
            merged.venueTimeNs,
            merged.lastE8,
            merged.highE8,
            merged.lowE8,
            merged.highFirst,
            merged.bidE8,
            merged.askE8,
            merged.ticks);
    if (sent) {
      merged.clear();
      waiting--;
    }
    return sent;
  }

  private void merge(
      Pending merged, long timeNs, long venueTimeNs, long lastE8, long bidE8, long askE8) {
    waiting += merged.ticks == 0 ? 1 : 0;
    merged.ticks++;
    conflatedTicks++;
    merged.timeNs = timeNs;
    merged.venueTimeNs = venueTimeNs;
    if (bidE8 != E8.NULL) {
      merged.bidE8 = bidE8;
    }
    if (askE8 != E8.NULL) {
      merged.askE8 = askE8;
    }
    if (lastE8 == E8.NULL) {
      return;
    }
    if (merged.lastE8 == E8.NULL) {
      merged.highE8 = lastE8;
      merged.lowE8 = lastE8;
    } else if (lastE8 > merged.highE8) {
      merged.highE8 = lastE8;
      // The newest extreme is the later one.
      merged.highFirst = false;
    } else if (lastE8 < merged.lowE8) {
      merged.lowE8 = lastE8;
      merged.highFirst = true;
    }
    merged.lastE8 = lastE8;
  }

  private Pending pendingOf(int instrumentId) {
    if (instrumentId >= pending.length) {
      pending = Arrays.copyOf(pending, Math.max(instrumentId + 1, pending.length * 2));
    }
    if (pending[instrumentId] == null) {
      pending[instrumentId] = new Pending();
      pending[instrumentId].clear();
    }
    return pending[instrumentId];
  }

  /** How many ticks went out merged. */
  public long conflatedTicks() {
    return conflatedTicks;
  }

  /** How many bad prices found no room. */
  public long droppedBadTicks() {
    return droppedBadTicks;
  }
}
