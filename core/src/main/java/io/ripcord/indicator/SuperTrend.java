package io.ripcord.indicator;

import io.ripcord.market.Bar;
import io.ripcord.money.E8;
import io.ripcord.money.MulDiv;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;

/**
 * SuperTrend (Olivier Seban): a stop line that follows a trend at a multiple of the average true
 * range and changes sides when a close crosses it.
 *
 * <p>Basic bands: {@code floor((high + low) / 2) -/+ half even(ATR * multiplier)}. The lower band
 * never falls while the previous close was at or above it, the upper band never rises while the
 * previous close was at or below it. An up trend ends with a close below the lower band of the same
 * bar, a down trend with one above the upper band. It starts with the first bar that has an ATR:
 * bands as they are, up when the close is above the middle. The value is the lower band in an up
 * trend, the upper band in a down trend. The lower band may be negative. With prices up to 1e17 and
 * multipliers up to 50, bands stay below 5.2e18.
 */
public final class SuperTrend extends Indicator {
  private static final long FACTOR_ONE = 1_000_000L;

  private final long multiplierE6;
  private final WilderAtr atr;
  private long lowerE8;
  private long upperE8;
  private long previousCloseE8;
  private boolean up;

  /** Warm after {@code period} bars. */
  public SuperTrend(int period, long multiplierE6) {
    this.multiplierE6 = IndicatorSpec.checkMultiplier(multiplierE6);
    atr = new WilderAtr(period);
  }

  /** The line, a price. */
  public long valueE8() {
    return value();
  }

  /** Whether the trend is up; has no meaning while not warm. */
  public boolean isUp() {
    return up;
  }

  @Override
  long update(Bar bar) {
    atr.onBar(bar);
    if (!atr.isWarm()) {
      return E8.NULL;
    }
    long middleE8 = (bar.highE8() + bar.lowE8()) >> 1;
    long distanceE8 = MulDiv.halfEven(atr.valueE8(), multiplierE6, FACTOR_ONE);
    long closeE8 = bar.closeE8();
    if (isWarm()) {
      carryBands(middleE8 - distanceE8, middleE8 + distanceE8);
      up = up ? closeE8 >= lowerE8 : closeE8 > upperE8;
    } else {
      lowerE8 = middleE8 - distanceE8;
      upperE8 = middleE8 + distanceE8;
      up = closeE8 > middleE8;
    }
    previousCloseE8 = closeE8;
    return up ? lowerE8 : upperE8;
  }

  private void carryBands(long basicLowerE8, long basicUpperE8) {
    lowerE8 = previousCloseE8 >= lowerE8 ? Math.max(basicLowerE8, lowerE8) : basicLowerE8;
    upperE8 = previousCloseE8 <= upperE8 ? Math.min(basicUpperE8, upperE8) : basicUpperE8;
  }

  @Override
  void writeMore(StateOut out) {
    atr.write(out);
    out.put(lowerE8);
    out.put(upperE8);
    out.put(previousCloseE8);
    out.put(up);
  }

  @Override
  void readMore(StateIn in) {
    atr.read(in);
    lowerE8 = in.next();
    upperE8 = in.next();
    previousCloseE8 = in.next();
    up = in.nextFlag();
  }
}
