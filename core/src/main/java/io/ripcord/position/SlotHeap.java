package io.ripcord.position;

import java.util.Arrays;

/**
 * A binary min-heap of position slots by a {@code long} key, ties by position id, that can also
 * move or drop a slot in the middle. Used for wake-up prices and for deadlines.
 *
 * <p>Engine thread only. The key and place arrays are indexed by slot and given by the owner, so
 * that several heaps whose slots are disjoint share them. Grows when positions are added, never on
 * a tick.
 */
public final class SlotHeap {
  private static final int ABSENT = -1;
  private static final int FIRST_CAPACITY = 8;

  private final long[] keyBySlot;
  private final int[] placeBySlot;
  private final long[] idBySlot;
  private int[] heap = new int[FIRST_CAPACITY];
  private int size;

  /**
   * An empty heap.
   *
   * @param placeBySlot made by {@link #places}; shared by heaps of disjoint slots
   */
  public SlotHeap(long[] keyBySlot, int[] placeBySlot, long[] idBySlot) {
    this.keyBySlot = keyBySlot;
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
    return size == 0 ? Long.MAX_VALUE : keyBySlot[heap[0]];
  }

  /** Slot with the smallest key; the heap must not be empty. */
  public int first() {
    return heap[0];
  }

  /** Key of a slot, {@link Long#MAX_VALUE} if it is not in. */
  public long key(int slot) {
    return placeBySlot[slot] == ABSENT ? Long.MAX_VALUE : keyBySlot[slot];
  }

  /** Puts a slot in, or moves it to a new key. */
  public void put(int slot, long key) {
    int place = placeBySlot[slot];
    if (place == ABSENT) {
      if (size == heap.length) {
        heap = Arrays.copyOf(heap, size * 2);
      }
      keyBySlot[slot] = key;
      set(size, slot);
      siftUp(size++);
      return;
    }
    long previous = keyBySlot[slot];
    keyBySlot[slot] = key;
    if (key < previous) {
      siftUp(place);
    } else if (key > previous) {
      siftDown(place);
    }
  }

  /** Takes a slot out; nothing happens if it is not in. */
  public void remove(int slot) {
    int place = placeBySlot[slot];
    if (place == ABSENT) {
      return;
    }
    placeBySlot[slot] = ABSENT;
    int last = heap[--size];
    if (last != slot) {
      set(place, last);
      siftUp(place);
      siftDown(placeBySlot[last]);
    }
  }

  /**
   * Appends to {@code out}, from {@code count} on, every slot whose key is at most {@code bound}.
   *
   * @return the new count; the order is the heap's
   */
  public int collect(long bound, int[] out, int count) {
    return collect(0, bound, out, count);
  }

  private int collect(int place, long bound, int[] out, int count) {
    if (place >= size || keyBySlot[heap[place]] > bound) {
      return count;
    }
    out[count] = heap[place];
    int next = collect(2 * place + 1, bound, out, count + 1);
    return collect(2 * place + 2, bound, out, next);
  }

  private void siftUp(int from) {
    int place = from;
    int slot = heap[place];
    while (place > 0) {
      int parent = (place - 1) / 2;
      if (!isBefore(slot, heap[parent])) {
        break;
      }
      set(place, heap[parent]);
      place = parent;
    }
    set(place, slot);
  }

  private void siftDown(int from) {
    int place = from;
    int slot = heap[place];
    for (int child = 2 * place + 1; child < size; child = 2 * place + 1) {
      if (child + 1 < size && isBefore(heap[child + 1], heap[child])) {
        child++;
      }
      if (!isBefore(heap[child], slot)) {
        break;
      }
      set(place, heap[child]);
      place = child;
    }
    set(place, slot);
  }

  private boolean isBefore(int slotA, int slotB) {
    long keyA = keyBySlot[slotA];
    long keyB = keyBySlot[slotB];
    return keyA < keyB || (keyA == keyB && idBySlot[slotA] < idBySlot[slotB]);
  }

  private void set(int place, int slot) {
    heap[place] = slot;
    placeBySlot[slot] = place;
  }
}
