package io.ripcord.position;

import java.util.Arrays;

/**
 * The open positions of each instrument, in order of id. Engine thread only; grows when positions
 * are added, never on a tick. Not written to the state: it follows from the positions.
 */
public final class OpenPositions {
  private static final int FIRST_CAPACITY = 8;

  private final Positions positions;
  private int[][] slotsByInstrument = new int[FIRST_CAPACITY][];
  private int[] counts = new int[FIRST_CAPACITY];
  private int instruments;

  /** None open yet. */
  public OpenPositions(Positions positions) {
    this.positions = positions;
  }

  /** Makes room for the next instrument. */
  public void addInstrument() {
    if (instruments == counts.length) {
      slotsByInstrument = Arrays.copyOf(slotsByInstrument, 2 * instruments);
      counts = Arrays.copyOf(counts, 2 * instruments);
    }
    slotsByInstrument[instruments++] = new int[FIRST_CAPACITY];
  }

  /** Takes a position in, which must not be in yet. */
  public void add(Position position) {
    int instrument = position.instrumentId();
    int count = counts[instrument];
    if (count == slotsByInstrument[instrument].length) {
      slotsByInstrument[instrument] = Arrays.copyOf(slotsByInstrument[instrument], 2 * count);
    }
    int[] slots = slotsByInstrument[instrument];
    int place = place(instrument, position.id());
    System.arraycopy(slots, place, slots, place + 1, count - place);
    slots[place] = position.slot();
    counts[instrument]++;
  }

  /** Takes a position out and returns whether it was in. */
  public boolean remove(Position position) {
    int instrument = position.instrumentId();
    int[] slots = slotsByInstrument[instrument];
    int place = place(instrument, position.id());
    if (place < counts[instrument] && slots[place] == position.slot()) {
      System.arraycopy(slots, place + 1, slots, place, counts[instrument] - place - 1);
      counts[instrument]--;
      return true;
    }
    return false;
  }

  /** How many are open in an instrument. */
  public int count(int instrumentId) {
    return counts[instrumentId];
  }

  /**
   * Copies the slots of an instrument's open positions, in order of id, so that a walk over them
   * may close some.
   *
   * @param out has room for all positions
   * @return how many
   */
  public int copy(int instrumentId, int[] out) {
    System.arraycopy(slotsByInstrument[instrumentId], 0, out, 0, counts[instrumentId]);
    return counts[instrumentId];
  }

  private int place(int instrument, long id) {
    int[] slots = slotsByInstrument[instrument];
    long[] ids = positions.idBySlot();
    int low = 0;
    int high = counts[instrument];
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ids[slots[middle]] < id) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
