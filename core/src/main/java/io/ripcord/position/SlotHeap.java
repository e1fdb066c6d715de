package io.ripcord.position;

import java.util.Arrays;

/**
 * A binary min-heap of position slots by a {@code long} key, ties by position id, that can also
 * move or drop a slot in the middle. Used for wake-up prices and for deadlines.
 *
 * <p>Engine thread only. The place array is indexed by slot and given by the owner, so that several
 * heaps whose slots are disjoint share it. Keys lie in the order of the heap: a look at the first
 * ones, which every tick takes, stays in one cache line. Grows when positions are added, never on a
 * tick.
 */
public final class SlotHeap {
  private static final int ABSENT = -1;
  private static final int FIRST_CAPACITY = 8;

  private final int[] placeBySlot;
  private final long[] idBySlot;
  private long[] keys = new long[FIRST_CAPACITY];
  private int[] slots = new int[FIRST_CAPACITY];
  private int size;
  private long firstKey = Long.MAX_VALUE;

  /**
   * An empty heap.
   *
   * @param placeBySlot made by {@link #places}; shared by heaps of disjoint slots
   */
  public SlotHeap(int[] placeBySlot, long[] idBySlot) {
    this.placeBySlot = placeBySlot;
    this.idBySlot = idBySlot;
  }

  /** A place array in which no slot is in a heap. */
  public static int[] places(int capacity) {
    int[] places = new int[capacity];
    Arrays.fill(places, ABSENT);
    return places;
  }

  /** How many slots are in. */
  public int size() {
    return size;
  }

  /** Smallest key, {@link Long#MAX_VALUE} when empty. */
  public long firstKey() {
    return firstKey;
  }

  /** Slot with the smallest key; the heap must not be empty. */
  public int first() {
    return slots[0];
  }

  /**
   * Key of a slot, {@link Long#MAX_VALUE} if it is not in. Only where no other heap shares the
   * places.
   */
  public long key(int slot) {
    int place = placeBySlot[slot];
    return place == ABSENT ? Long.MAX_VALUE : keys[place];
  }

  /** Puts a slot in, or moves it to a new key. */
  public void put(int slot, long key) {
    int place = placeBySlot[slot];
    if (place == ABSENT) {
      if (size == slots.length) {
        slots = Arrays.copyOf(slots, size * 2);
        keys = Arrays.copyOf(keys, size * 2);
      }
      siftUp(size++, slot, key);
    } else if (key < keys[place]) {
      siftUp(place, slot, key);
    } else if (key > keys[place]) {
      siftDown(place, slot, key);
    }
    firstKey = keys[0];
  }

  /** Takes a slot out; nothing happens if it is not in. */
  public void remove(int slot) {
    int place = placeBySlot[slot];
    if (place == ABSENT) {
      return;
    }
    placeBySlot[slot] = ABSENT;
    int last = slots[--size];
    if (last != slot) {
      // The last one takes its place, and from there goes one way or the other.
      siftUp(place, last, keys[size]);
      siftDown(placeBySlot[last], last, keys[size]);
    }
    firstKey = size == 0 ? Long.MAX_VALUE : keys[0];
  }

  /**
   * Appends to {@code out}, from {@code count} on, every slot whose key is at most {@code bound}.
   *
   * @return the new count; the order is the heap's
   */
  public int collect(long bound, int[] out, int count) {
    return firstKey > bound ? count : collect(0, bound, out, count);
  }

  private int collect(int place, long bound, int[] out, int count) {
    if (place >= size || keys[place] > bound) {
      return count;
    }
    out[count] = slots[place];
    int next = collect(2 * place + 1, bound, out, count + 1);
    return collect(2 * place + 2, bound, out, next);
  }

  private void siftUp(int from, int slot, long key) {
    int place = from;
    while (place > 0) {
      int parent = (place - 1) / 2;
      if (!isBefore(slot, key, parent)) {
        break;
      }
      set(place, slots[parent], keys[parent]);
      place = parent;
    }
    set(place, slot, key);
  }

  private void siftDown(int from, int slot, long key) {
    int place = from;
    for (int child = 2 * place + 1; child < size; child = 2 * place + 1) {
      if (child + 1 < size && isBefore(slots[child + 1], keys[child + 1], child)) {
        child++;
      }
      if (isBefore(slot, key, child)) {
        break;
      }
      set(place, slots[child], keys[child]);
      place = child;
    }
    set(place, slot, key);
  }

  private boolean isBefore(int slot, long key, int place) {
    return key < keys[place] || (key == keys[place] && idBySlot[slot] < idBySlot[slots[place]]);
  }

  private void set(int place, int slot, long key) {
    slots[place] = slot;
    keys[place] = key;
    placeBySlot[slot] = place;
  }
}
