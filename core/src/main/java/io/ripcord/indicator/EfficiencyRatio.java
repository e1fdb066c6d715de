package io.ripcord.indicator;

import io.ripcord.market.Bar;
import io.ripcord.money.E8;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;

/**
 * Efficiency ratio (Perry Kaufman, "Smarter Trading", 1995): how far closes got over {@code period}
 * bars, over the way they went: {@code |close - close period bars ago| / sum of |close - previous
 * close|}, from 0 to 1, rounded half to even once; 0 when no close differs.
 */
public final class EfficiencyRatio extends Indicator {
  private static final long FACTOR_ONE = 1_000_000L;

  private final Window closes;
  private final WideTotal way = new WideTotal();

  /** Warm after {@code period + 1} bars. */
  public EfficiencyRatio(int period) {
    closes = new Window(IndicatorSpec.checkPeriod(period) + 1);
  }

  @Override
  long update(Bar bar) {
    closes.add(bar.closeE8());
    if (!closes.isFull()) {
      return E8.NULL;
    }
    way.clear();
    int oldest = closes.size() - 1;
    for (int age = 0; age < oldest; age++) {
      way.add(E8.distance(closes.get(age), closes.get(age + 1)));
    }
    return way.share(E8.distance(bar.closeE8(), closes.get(oldest)), FACTOR_ONE);
  }

  @Override
  void writeMore(StateOut out) {
    closes.write(out);
  }

  @Override
  void readMore(StateIn in) {
    closes.read(in);
  }
}
