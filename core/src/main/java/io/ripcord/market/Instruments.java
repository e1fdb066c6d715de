package io.ripcord.market;

import io.ripcord.event.InstrumentKind;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;
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

  /** Writes them. */
  public void write(StateOut out) {
    out.put(count);
    for (int id = 0; id < count; id++) {
      Instrument each = byId[id];
      out.put(each.nameId());
      out.put(each.priceIncrementE8());
      out.put(each.lotE8());
      out.put(each.multiplierE8());
      out.put(each.inverse());
      out.put(each.feePercentE6());
      out.put(each.badTickPercentE6());
      out.put(each.badTickConfirmNs());
      out.put(each.kind().code());
    }
  }

  /** Takes on what was written. */
  public void read(StateIn in) {
    int all = in.nextInt();
    for (int id = 0; id < all; id++) {
      add(read(id, in));
    }
  }

  private static Instrument read(int id, StateIn in) {
    return new Instrument(
        id,
        in.nextInt(),
        in.next(),
        in.next(),
        in.next(),
        in.nextFlag(),
        in.next(),
        in.next(),
        in.next(),
        InstrumentKind.of(in.nextInt()));
  }

  /** How many there are. */
  public int count() {
    return count;
  }
}
