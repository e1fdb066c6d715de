package io.ripcord.indicator;

import io.ripcord.market.Bar;
import io.ripcord.money.E8;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;

/**
 * Relative volume: the last bar's volume over the mean volume of the last {@code period} bars, the
 * last one included, as a factor rounded half to even once; 0 when nothing was traded. At most
 * {@code period}.
 */
public final class VolumeRatio extends Indicator {
  private static final long FACTOR_ONE = 1_000_000L;

  private final Window volumes;
  private final WideTotal total = new WideTotal();

  /** Warm after {@code period} bars. */
  public VolumeRatio(int period) {
    volumes = new Window(IndicatorSpec.checkPeriod(period));
  }

  /** A factor. */
  public long valueE6() {
    return value();
  }

  @Override
  long update(Bar bar) {
    volumes.add(bar.volumeE8());
    if (!volumes.isFull()) {
      return E8.NULL;
    }
    total.clear();
    for (int age = 0; age < volumes.size(); age++) {
      total.add(volumes.get(age));
    }
    return total.share(bar.volumeE8(), volumes.size() * FACTOR_ONE);
  }

  @Override
  void writeMore(StateOut out) {
    volumes.write(out);
  }

  @Override
  void readMore(StateIn in) {
    volumes.read(in);
  }
}
