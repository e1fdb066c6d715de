package io.ripcord.engine;

import io.ripcord.event.AlertKind;
import io.ripcord.event.DecisionListener;
import io.ripcord.market.Instrument;
import io.ripcord.market.Instruments;
import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import io.ripcord.position.Deadlines;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;
import java.util.Arrays;

/**
 * Holds a trade that lies too far from the one before until something shows whether it is real. At
 * most one per instrument, and each ends by its deadline.
 *
 * <pre>
 *   suspected   |trade - last accepted| > bad-tick percent of the last accepted
 *   confirmed   the next trade is within that percent of it, or moves on beyond it;
 *               or the middle of a book that comes with it or after it is nearer to it;
 *               or confirm-ns pass
 *   rejected    any other next trade; the middle of the book is nearer to the last accepted;
 *               or continuous trading ends
 * </pre>
 *
 * <p>A trade within reach of both confirms if it is not nearer to the last accepted. A book with
 * one side, or right in the middle, shows nothing; nor does the same packet again. Every verdict is
 * an alert. Engine thread only; allocates when an instrument is added. MISSION B.
 */
final class TickGate {
  private static final int FIRST_CAPACITY = 16;

  private final Instruments instruments;
  private final DecisionListener decisions;
  private long[] heldE8 = new long[FIRST_CAPACITY];
  private long[] heldQuantityE8 = new long[FIRST_CAPACITY];
  private long[] heldVenueTimeNs = new long[FIRST_CAPACITY];
  private long[] dueNs = new long[FIRST_CAPACITY];
  private int count;
  private long earliestNs = Deadlines.NONE;
  private int earliest;

  TickGate(Instruments instruments, DecisionListener decisions) {
    this.instruments = instruments;
    this.decisions = decisions;
  }

  void addInstrument() {
    if (count == heldE8.length) {
      heldE8 = Arrays.copyOf(heldE8, 2 * count);
      heldQuantityE8 = Arrays.copyOf(heldQuantityE8, 2 * count);
      heldVenueTimeNs = Arrays.copyOf(heldVenueTimeNs, 2 * count);
      dueNs = Arrays.copyOf(dueNs, 2 * count);
    }
    heldE8[count] = E8.NULL;
    heldQuantityE8[count] = E8.NULL;
    heldVenueTimeNs[count] = E8.NULL;
    dueNs[count] = Deadlines.NONE;
    count++;
  }

  /** Whether trades of an instrument are judged at all. */
  static boolean judges(Instrument instrument) {
    return instrument.badTickPercentE6() != E8.NULL && instrument.badTickConfirmNs() != E8.NULL;
  }

  Instrument instrument(int instrumentId) {
    return instruments.get(instrumentId);
  }

  /** Whether a trade is held. */
  boolean isHolding(int instrumentId) {
    return heldE8[instrumentId] != E8.NULL;
  }

  long heldE8(int instrumentId) {
    return heldE8[instrumentId];
  }

  long heldQuantityE8(int instrumentId) {
    return heldQuantityE8[instrumentId];
  }

  long heldVenueTimeNs(int instrumentId) {
    return heldVenueTimeNs[instrumentId];
  }

  /** Whether a trade is too far from another one, which may be missing. */
  boolean isFar(int instrumentId, long fromE8, long tradeE8) {
    return fromE8 != E8.NULL
        && Math.abs(tradeE8 - fromE8)
            > Percent.distanceDown(fromE8, instruments.get(instrumentId).badTickPercentE6());
  }

  /** Holds a trade. */
  void hold(
      int instrumentId,
      long venueTimeNs,
      long tradeE8,
      long quantityE8,
      long acceptedE8,
      long nowNs) {
    heldE8[instrumentId] = tradeE8;
    heldQuantityE8[instrumentId] = quantityE8;
    heldVenueTimeNs[instrumentId] = venueTimeNs;
    due(instrumentId, nowNs + instruments.get(instrumentId).badTickConfirmNs());
    decisions.onAlert(nowNs, AlertKind.TICK_SUSPECTED, E8.NULL, instrumentId, tradeE8, acceptedE8);
  }

  /** Whether a trade is the packet that is held, once more. */
  boolean isHeldOne(int instrumentId, long venueTimeNs, long tradeE8, long quantityE8) {
    return venueTimeNs != E8.NULL
        && venueTimeNs == heldVenueTimeNs[instrumentId]
        && tradeE8 == heldE8[instrumentId]
        && quantityE8 == heldQuantityE8[instrumentId];
  }

  /** Whether the next trade confirms the one that is held; otherwise it rejects it. */
  boolean isConfirmedBy(int instrumentId, long acceptedE8, long tradeE8) {
    long held = heldE8[instrumentId];
    long beyond = held > acceptedE8 ? tradeE8 - held : held - tradeE8;
    if (beyond >= 0) {
      return true;
    }
    boolean nearHeld = !isFar(instrumentId, held, tradeE8);
    boolean nearAccepted = !isFar(instrumentId, acceptedE8, tradeE8);
    return nearHeld
        && (!nearAccepted || Math.abs(tradeE8 - held) <= Math.abs(tradeE8 - acceptedE8));
  }

  /** How much nearer the middle of a book is to the held trade; negative: to the accepted one. */
  long bookFavour(int instrumentId, long acceptedE8, long bidE8, long askE8) {
    long twice = bidE8 + askE8;
    return Math.abs(twice - 2 * acceptedE8) - Math.abs(twice - 2 * heldE8[instrumentId]);
  }

  /** Lets go of a trade that counts; what shows it may be missing. */
  void confirm(int instrumentId, long witnessE8, long nowNs) {
    end(AlertKind.TICK_CONFIRMED, instrumentId, witnessE8, nowNs);
  }

  /** Lets go of a trade that does not count; what shows it may be missing. */
  void reject(int instrumentId, long witnessE8, long nowNs) {
    end(AlertKind.TICK_REJECTED, instrumentId, witnessE8, nowNs);
  }

  private void end(AlertKind verdict, int instrumentId, long witnessE8, long nowNs) {
    long held = heldE8[instrumentId];
    heldE8[instrumentId] = E8.NULL;
    heldQuantityE8[instrumentId] = E8.NULL;
    heldVenueTimeNs[instrumentId] = E8.NULL;
    due(instrumentId, Deadlines.NONE);
    decisions.onAlert(nowNs, verdict, E8.NULL, instrumentId, held, witnessE8);
  }

  /** Earliest deadline of an instrument, {@link Deadlines#NONE} if nothing is held. */
  long earliestNs() {
    return earliestNs;
  }

  /** Whose deadline is the earliest; of several at once the smallest id. */
  int earliest() {
    return earliest;
  }

  private void due(int instrumentId, long newDueNs) {
    dueNs[instrumentId] = newDueNs;
    findEarliest();
  }

  // Rare: a look at every instrument is cheap enough.
  private void findEarliest() {
    earliestNs = Deadlines.NONE;
    for (int id = 0; id < count; id++) {
      if (dueNs[id] < earliestNs) {
        earliestNs = dueNs[id];
        earliest = id;
      }
    }
  }

  void write(StateOut out) {
    for (int id = 0; id < count; id++) {
      out.put(heldE8[id]);
      out.put(heldQuantityE8[id]);
      out.put(heldVenueTimeNs[id]);
      out.put(dueNs[id]);
    }
  }

  void read(StateIn in) {
    for (int id = 0; id < count; id++) {
      heldE8[id] = in.next();
      heldQuantityE8[id] = in.next();
      heldVenueTimeNs[id] = in.next();
      dueNs[id] = in.next();
    }
    findEarliest();
  }
}
