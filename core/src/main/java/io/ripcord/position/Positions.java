package io.ripcord.position;

import io.ripcord.event.Side;
import io.ripcord.money.E8;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;
import java.util.Arrays;
import java.util.Comparator;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * All positions of the engine, closed ones too, so that a late fill always finds its own. Bounded;
 * engine thread only. Finding by id uses a hash map that nobody iterates; every walk goes by slot
 * or by id.
 */
public final class Positions {
  private final Position[] bySlot;
  private final long[] idBySlot;
  private final Long2ObjectHashMap<Position> byId = new Long2ObjectHashMap<>();
  private int count;

  /** Room for {@code capacity} registrations over the life of the engine. */
  public Positions(int capacity) {
    bySlot = new Position[capacity];
    idBySlot = new long[capacity];
  }

  /** Whether no further one fits. */
  public boolean isFull() {
    return count == bySlot.length;
  }

  /** Registers one; the caller has checked that it fits and that the id is new. */
  public Position add(
      long id,
      int instrumentId,
      Side side,
      long quantityE8,
      long entryPriceE8,
      long leverageE8,
      int policyId,
      long registeredNs,
      long squareOffNs) {
    Position position =
        new Position(
            count,
            id,
            instrumentId,
            side,
            quantityE8,
            entryPriceE8,
            leverageE8,
            policyId,
            registeredNs,
            squareOffNs);
    bySlot[count] = position;
    idBySlot[count] = id;
    byId.put(id, position);
    count++;
    return position;
  }

  /** As the other, for one that is never squared off. */
  public Position add(
      long id,
      int instrumentId,
      Side side,
      long quantityE8,
      long entryPriceE8,
      long leverageE8,
      int policyId,
      long registeredNs) {
    return add(
        id,
        instrumentId,
        side,
        quantityE8,
        entryPriceE8,
        leverageE8,
        policyId,
        registeredNs,
        E8.NULL);
  }

  /** By id, {@code null} if unknown. */
  public Position byId(long id) {
    return byId.get(id);
  }

  /** By slot, which must exist. */
  public Position bySlot(int slot) {
    return bySlot[slot];
  }

  /** By ordinal, {@code null} if there is none. */
  public Position byOrdinal(int ordinal) {
    return ordinal >= 1 && ordinal <= count ? bySlot[ordinal - 1] : null;
  }

  /** Ids by slot; the order in which everything that ties is decided. Read only. */
  public long[] idBySlot() {
    return idBySlot;
  }

  /** How many were ever registered. */
  public int count() {
    return count;
  }

  /** How many registrations fit. */
  public int capacity() {
    return bySlot.length;
  }

  /** Writes them in order of registration. */
  public void write(StateOut out) {
    out.put(count);
    for (int slot = 0; slot < count; slot++) {
      Position position = bySlot[slot];
      out.put(position.id());
      out.put(position.instrumentId());
      out.put(position.side().code());
      out.put(position.quantityE8());
      out.put(position.entryPriceE8());
      out.put(position.leverageE8());
      out.put(position.policyId());
      out.put(position.registeredNs());
      out.put(position.squareOffNs());
      PositionState.write(position, out);
    }
  }

  /** Takes on what was written. */
  public void read(StateIn in) {
    int all = in.nextCount(bySlot.length);
    for (int slot = 0; slot < all; slot++) {
      Position position =
          add(
              in.next(),
              in.nextInt(),
              Side.of(in.nextInt()),
              in.next(),
              in.next(),
              in.next(),
              in.nextInt(),
              in.next(),
              in.next());
      PositionState.read(position, in);
    }
  }

  /** A copy in order of id, for reports and hashes; allocates. */
  public Position[] sortedById() {
    Position[] sorted = Arrays.copyOf(bySlot, count);
    Arrays.sort(sorted, Comparator.comparingLong(Position::id));
    return sorted;
  }
}
