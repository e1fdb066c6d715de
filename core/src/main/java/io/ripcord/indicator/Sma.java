package io.ripcord.indicator;

import io.ripcord.market.Bar;
import io.ripcord.money.E8;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;

/**
 * Simple moving average: the mean of the last {@code period} closes, exact, rounded half to even
 * once. No error adds up over time.
 */
public final class Sma extends Indicator {
  private final Window closes;
  private final RunningMean mean;

  /** Warm after {@code period} bars. */
  public Sma(int period) {
    closes = new Window(IndicatorSpec.checkPeriod(period));
    mean = new RunningMean(period);
  }

  @Override
  long update(Bar bar) {
    long closeE8 = bar.closeE8();
    mean.add(closes.isFull() ? closeE8 - closes.get(closes.size() - 1) : closeE8);
    closes.add(closeE8);
    return closes.isFull() ? mean.halfEven() : E8.NULL;
  }

  @Override
  void writeMore(StateOut out) {
    closes.write(out);
    mean.write(out);
  }

  @Override
  void readMore(StateIn in) {
    closes.read(in);
    mean.read(in);
  }
}
