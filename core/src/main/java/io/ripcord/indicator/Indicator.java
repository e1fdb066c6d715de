package io.ripcord.indicator;

import io.ripcord.market.Bar;
import io.ripcord.money.E8;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;

/**
 * A number that each closed bar moves on. Engine thread only; allocates in the constructor only.
 * Its unit is that of its {@link IndicatorKind}.
 */
public abstract class Indicator {
  private long value = E8.NULL;
  private long previous = E8.NULL;
  private long barsSeen;

  /** Called by the kinds in this package. */
  Indicator() {}

  /** Takes a closed bar. */
  public final void onBar(Bar bar) {
    barsSeen++;
    previous = value;
    value = update(bar);
  }

  /** The value after this bar, the {@link #barsSeen()}-th; {@link E8#NULL} while not warm. */
  abstract long update(Bar bar);

  /** Whether it has seen the bars that its first value needs. */
  public final boolean isWarm() {
    return value != E8.NULL;
  }

  /** The value after the last bar; {@link E8#NULL} while not warm. */
  public final long value() {
    return value;
  }

  /** The value after the bar before the last; {@link E8#NULL} when it was not warm then. */
  public final long previous() {
    return previous;
  }

  /** How many bars it was given. */
  public final long barsSeen() {
    return barsSeen;
  }

  /** Writes it. */
  public final void write(StateOut out) {
    out.put(value);
    out.put(previous);
    out.put(barsSeen);
    writeMore(out);
  }

  /** Takes on what was written by one of the same kind and parameters. */
  public final void read(StateIn in) {
    value = in.next();
    previous = in.next();
    barsSeen = in.next();
    readMore(in);
  }

  /** Writes what the kind holds beyond its values. */
  abstract void writeMore(StateOut out);

  /** Reads it back. */
  abstract void readMore(StateIn in);
}
