package io.ripcord.market;

import java.util.Arrays;

/** The instruments by their dense ids. Engine thread only. */
public final class Instruments {
  private static final int FIRST_CAPACITY = 16;

  private Instrument[] byId = new Instrument[FIRST_CAPACITY];
  private int count;

  /**
   * Adds the next one; ids count from 0 without a gap.
   *
   * @throws IllegalArgumentException when the id is not the next
   */
  public void add(Instrument instrument) {
    if (instrument.id() != count) {
      throw new IllegalArgumentException("instrumentId=" + instrument.id() + ", expected " + count);
    }
    if (count == byId.length) {
      byId = Arrays.copyOf(byId, count * 2);
    }
    byId[count++] = instrument;
  }

  /** Whether there is one with this id. */
  public boolean contains(int id) {
    return id >= 0 && id < count;
  }

  /** The one with this id, which must exist. */
  public Instrument get(int id) {
    return byId[id];
  }

  /** How many there are. */
  public int count() {
    return count;
  }
}
