package io.ripcord.engine;

import io.ripcord.money.E8;
import io.ripcord.position.Deadlines;
import io.ripcord.position.Position;
import io.ripcord.position.Positions;
import io.ripcord.position.SlotHeap;
import io.ripcord.rule.PolicySettings;
import java.util.Arrays;

/**
 * Notices that the whole book is beyond a stop: a strike that does not trade is still protected.
 *
 * <pre>
 *   long:   best ask &lt;= stop, or hard stop     short: best bid >= stop, or hard stop
 *   exit    once that has held for confirm without a quote to the contrary
 * </pre>
 *
 * <p>A second corridor: per instrument and side a heap of levels, so that a quote that touches none
 * costs two comparisons. That the book is through, and since when, is the position's deadline.
 * Engine thread only; a quote allocates nothing. MISSION B.
 */
final class BookThrough {
  private static final int FIRST_CAPACITY = 16;

  /** Below every price and its negative: any quote wakes. */
  private static final long LEAST = Long.MIN_VALUE + 1;

  private final Positions positions;
  private final BoundPolicies bound;
  private final Deadlines deadlines;
  private final boolean evaluateEverything;
  private final int[] places;
  private final int[] woken;
  private SlotHeap[] longs = new SlotHeap[FIRST_CAPACITY];
  private SlotHeap[] shorts = new SlotHeap[FIRST_CAPACITY];
  private int instruments;

  BookThrough(
      Positions positions, BoundPolicies bound, Deadlines deadlines, boolean evaluateEverything) {
    this.positions = positions;
    this.bound = bound;
    this.deadlines = deadlines;
    this.evaluateEverything = evaluateEverything;
    places = SlotHeap.places(positions.capacity());
    woken = new int[positions.capacity()];
  }

  void addInstrument() {
    if (instruments == longs.length) {
      longs = Arrays.copyOf(longs, 2 * instruments);
      shorts = Arrays.copyOf(shorts, 2 * instruments);
    }
    longs[instruments] = new SlotHeap(places, positions.idBySlot());
    shorts[instruments] = new SlotHeap(places, positions.idBySlot());
    instruments++;
  }

  private SlotHeap heap(Position position) {
    return (position.side().sign() > 0 ? longs : shorts)[position.instrumentId()];
  }

  /** Follows the levels of a position, if its policy wants it. */
  void place(Position position, PolicySettings settings) {
    if (!settings.isBookThrough()) {
      return;
    }
    long levelE8 = levelE8(position);
    if (levelE8 == E8.NULL) {
      heap(position).remove(position.slot());
    } else if (deadlines.of(position) != Deadlines.NONE) {
      heap(position).put(position.slot(), LEAST);
    } else {
      heap(position).put(position.slot(), -position.side().sign() * levelE8);
    }
  }

  /** The level that the book passes first. */
  private static long levelE8(Position position) {
    long stopE8 = position.stop().levelE8();
    long hardE8 = position.hardStopE8();
    if (stopE8 == E8.NULL || (hardE8 != E8.NULL && position.isBetter(hardE8, stopE8))) {
      return hardE8;
    }
    return stopE8;
  }

  void remove(Position position) {
    heap(position).remove(position.slot());
    deadlines.set(position, Deadlines.NONE);
  }

  /** Whatever was through is so no longer: continuous trading has ended. */
  void interrupt(Position position) {
    deadlines.set(position, Deadlines.NONE);
  }

  /** Best bid and ask of a quote; a side that it lacks says nothing. */
  void onQuote(int instrumentId, long bidE8, long askE8, long nowNs) {
    if (askE8 > 0) {
      onQuote(longs[instrumentId], -askE8, askE8, nowNs);
    }
    if (bidE8 > 0) {
      onQuote(shorts[instrumentId], bidE8, bidE8, nowNs);
    }
  }

  private void onQuote(SlotHeap heap, long key, long priceE8, long nowNs) {
    int count = heap.collect(evaluateEverything ? Long.MAX_VALUE : key, woken, 0);
    for (int i = 0; i < count; i++) {
      Position position = positions.bySlot(woken[i]);
      PolicySettings settings = bound.of(position).settings();
      boolean through = isThrough(position, priceE8);
      if (through != (deadlines.of(position) != Deadlines.NONE)) {
        deadlines.set(position, through ? nowNs + settings.bookConfirmNs() : Deadlines.NONE);
        place(position, settings);
      }
    }
  }

  /** Whether a quote of the opposite side is at or past the stop or the hard stop. */
  static boolean isThrough(Position position, long oppositeE8) {
    return position.stop().isTouchedBy(oppositeE8) || position.isHardStopTouchedBy(oppositeE8);
  }
}
