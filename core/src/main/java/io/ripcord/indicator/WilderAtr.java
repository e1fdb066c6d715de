package io.ripcord.indicator;

import io.ripcord.market.Bar;
import io.ripcord.money.E8;
import io.ripcord.money.MulDiv;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;

/**
 * Average true range, as J. Welles Wilder defined it ("New Concepts in Technical Trading Systems",
 * 1978).
 *
 * <p>True range: {@code max(high - low, |high - previous close|, |low - previous close|)}; of the
 * first bar {@code high - low}. The first value is the mean of the first {@code period} true
 * ranges; then {@code atr += (true range - atr) / period}. Each step rounds half to even. A true
 * range is below 1e17, and so is every mean of them.
 */
public final class WilderAtr extends Indicator {
  private final int period;
  private final RunningMean seed;
  private long previousCloseE8 = E8.NULL;

  /** Warm after {@code period} bars. */
  public WilderAtr(int period) {
    this.period = IndicatorSpec.checkPeriod(period);
    seed = new RunningMean(period);
  }

  /** In price. */
  public long valueE8() {
    return value();
  }

  @Override
  long update(Bar bar) {
    long rangeE8 = trueRangeE8(bar);
    previousCloseE8 = bar.closeE8();
    if (isWarm()) {
      return value() + MulDiv.halfEven(rangeE8 - value(), 1, period);
    }
    seed.add(rangeE8);
    return barsSeen() == period ? seed.halfEven() : E8.NULL;
  }

  private long trueRangeE8(Bar bar) {
    if (previousCloseE8 == E8.NULL) {
      return bar.highE8() - bar.lowE8();
    }
    // The same as the largest of the three distances: the previous close widens the range.
    return Math.max(bar.highE8(), previousCloseE8) - Math.min(bar.lowE8(), previousCloseE8);
  }

  @Override
  void writeMore(StateOut out) {
    out.put(previousCloseE8);
    seed.write(out);
  }

  @Override
  void readMore(StateIn in) {
    previousCloseE8 = in.next();
    seed.read(in);
  }
}
