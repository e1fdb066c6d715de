package io.ripcord.indicator;

import io.ripcord.market.Bar;
import io.ripcord.money.E8;
import io.ripcord.money.MulDiv;
import io.ripcord.money.Percent;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;

/**
 * Rate of change: {@code (close / close period bars ago - 1) * 100} percent, rounded half to even.
 * A rise beyond {@link #MAX_VALUE_E6} is capped there; it takes prices ninety billion times apart.
 */
public final class RateOfChange extends Indicator {
  /** Largest value: 9e12 percent. */
  public static final long MAX_VALUE_E6 = 9_000_000_000_000L * Percent.ONE;

  private static final long HUNDRED = 100L * Percent.ONE;

  private final Window closes;

  /** Warm after {@code period + 1} bars. */
  public RateOfChange(int period) {
    closes = new Window(IndicatorSpec.checkPeriod(period) + 1);
  }

  @Override
  long update(Bar bar) {
    long closeE8 = bar.closeE8();
    closes.add(closeE8);
    if (!closes.isFull()) {
      return E8.NULL;
    }
    long agoE8 = closes.get(closes.size() - 1);
    long changeE8 = closeE8 - agoE8;
    return changeE8 / agoE8 >= MAX_VALUE_E6 / HUNDRED
        ? MAX_VALUE_E6
        : MulDiv.halfEven(changeE8, HUNDRED, agoE8);
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
