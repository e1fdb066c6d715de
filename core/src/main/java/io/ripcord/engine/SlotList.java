package io.ripcord.engine;

import java.util.Arrays;

/** Slots of positions in order of position id. Engine thread; allocates when it grows. */
final class SlotList {
  private static final int FIRST_CAPACITY = 8;

  private final long[] idBySlot;
  private int[] slots = new int[FIRST_CAPACITY];
  private int count;

  SlotList(long[] idBySlot) {
    this.idBySlot = idBySlot;
  }

  int count() {
    return count;
  }

  int get(int index) {
    return slots[index];
  }

  boolean contains(int slot) {
    int place = place(slot);
    return place < count && slots[place] == slot;
  }

  /** Takes a slot in unless it is in already. */
  void add(int slot) {
    int place = place(slot);
    if (place < count && slots[place] == slot) {
      return;
    }
    if (count == slots.length) {
      slots = Arrays.copyOf(slots, 2 * count);
    }
    System.arraycopy(slots, place, slots, place + 1, count - place);
    slots[place] = slot;
    count++;
  }

  /** Takes a slot out if it is in. */
  void remove(int slot) {
    int place = place(slot);
    if (place < count && slots[place] == slot) {
      System.arraycopy(slots, place + 1, slots, place, count - place - 1);
      count--;
    }
  }

  private int place(int slot) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (idBySlot[slots[middle]] < idBySlot[slot]) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
