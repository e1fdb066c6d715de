package io.ripcord.position;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.testing.Seeds;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SlotHeapTest {
  private static final int SLOTS = 200;

  private final long[] ids = new long[SLOTS];
  private final SlotHeap heap = new SlotHeap(SlotHeap.places(SLOTS), ids);

  @Test
  void shouldBeEmptyAtFirst() {
    assertThat(heap.size()).isZero();
    assertThat(heap.firstKey()).isEqualTo(Long.MAX_VALUE);
    assertThat(heap.collect(Long.MAX_VALUE, new int[1], 0)).isZero();
    heap.remove(3);
    assertThat(heap.size()).isZero();
  }

  @Test
  void shouldAgreeWithASortedReference() {
    Random random = Seeds.random(this);
    for (int slot = 0; slot < SLOTS; slot++) {
      // Ids come in no order of slots: ties go by id, not by slot.
      ids[slot] = (slot * 7919L) % 1009 - 500;
    }
    Comparator<Integer> byKeyThenId =
        Comparator.comparingLong((Integer slot) -> keys[slot]).thenComparing(slot -> ids[slot]);
    SortedSet<Integer> reference = new TreeSet<>(byKeyThenId);
    for (int i = 0; i < 20_000; i++) {
      int slot = random.nextInt(SLOTS);
      if (random.nextInt(3) > 0) {
        long key = key(random);
        reference.remove(slot);
        keys[slot] = key;
        reference.add(slot);
        heap.put(slot, key);
      } else {
        reference.remove(slot);
        heap.remove(slot);
      }
      assertSame(reference, key(random));
    }
  }

  private final long[] keys = new long[SLOTS];

  private static long key(Random random) {
    return switch (random.nextInt(20)) {
      case 0 -> Long.MIN_VALUE + 1;
      case 1 -> Long.MAX_VALUE;
      default -> random.nextInt(40) - 20;
    };
  }

  private void assertSame(SortedSet<Integer> reference, long bound) {
    assertThat(heap.size()).isEqualTo(reference.size());
    if (reference.isEmpty()) {
      assertThat(heap.firstKey()).isEqualTo(Long.MAX_VALUE);
      return;
    }
    assertThat(heap.first()).isEqualTo(reference.first());
    assertThat(heap.firstKey()).isEqualTo(keys[reference.first()]);

    int[] out = new int[SLOTS + 2];
    Arrays.fill(out, -7);
    int count = heap.collect(bound, out, 2);

    int[] expected = reference.stream().mapToInt(s -> s).filter(s -> keys[s] <= bound).toArray();
    int[] collected = Arrays.copyOfRange(out, 2, count);
    Arrays.sort(expected);
    Arrays.sort(collected);
    assertThat(collected).isEqualTo(expected);
    assertThat(out[0]).isEqualTo(-7);
    assertThat(out[1]).isEqualTo(-7);
  }

  @Test
  void shouldGiveTiesInOrderOfId() {
    for (int slot = 0; slot < SLOTS; slot++) {
      ids[slot] = -slot;
      heap.put(slot, 5);
    }
    for (int slot = SLOTS - 1; slot >= 0; slot--) {
      assertThat(heap.first()).isEqualTo(slot);
      heap.remove(slot);
    }
    assertThat(heap.size()).isZero();
  }

  @Test
  void shouldSharePlacesWithAHeapOfOtherSlots() {
    int[] places = SlotHeap.places(SLOTS);
    for (int slot = 0; slot < SLOTS; slot++) {
      ids[slot] = slot;
    }
    SlotHeap even = new SlotHeap(places, ids);
    SlotHeap odd = new SlotHeap(places, ids);
    TreeMap<Long, Integer> evens = new TreeMap<>();
    TreeMap<Long, Integer> odds = new TreeMap<>();
    Random random = Seeds.random(this);
    for (int slot = 0; slot < SLOTS; slot++) {
      long key = random.nextInt(1 << 20) * (long) SLOTS + slot;
      (slot % 2 == 0 ? even : odd).put(slot, key);
      (slot % 2 == 0 ? evens : odds).put(key, slot);
    }
    while (!evens.isEmpty()) {
      assertThat(even.first()).isEqualTo(evens.firstEntry().getValue());
      assertThat(odd.first()).isEqualTo(odds.firstEntry().getValue());
      even.remove(evens.pollFirstEntry().getValue());
      odd.remove(odds.pollFirstEntry().getValue());
    }
    assertThat(even.size() + odd.size()).isZero();
  }
}
