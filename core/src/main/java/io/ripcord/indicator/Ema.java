package io.ripcord.indicator;

import io.ripcord.market.Bar;
import io.ripcord.money.E8;
import io.ripcord.money.MulDiv;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;

/**
 * Exponential moving average of closes. The first value is the mean of the first {@code period}
 * closes; then {@code ema += (close - ema) * 2 / (period + 1)}. Each step rounds half to even, so
 * the value never leaves the range of the closes.
 */
public final class Ema extends Indicator {
  private final int period;
  private final RunningMean seed;

  /** Warm after {@code period} bars. */
  public Ema(int period) {
    this.period = IndicatorSpec.checkPeriod(period);
    seed = new RunningMean(period);
  }

  @Override
  long update(Bar bar) {
    if (isWarm()) {
      return value() + MulDiv.halfEven(bar.closeE8() - value(), 2, period + 1L);
    }
    seed.add(bar.closeE8());
    return barsSeen() == period ? seed.halfEven() : E8.NULL;
  }

  @Override
  void writeMore(StateOut out) {
    seed.write(out);
  }

  @Override
  void readMore(StateIn in) {
    seed.read(in);
  }
}
