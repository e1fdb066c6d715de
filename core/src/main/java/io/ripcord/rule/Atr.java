package io.ripcord.rule;

import io.ripcord.indicator.IndicatorKind;
import io.ripcord.indicator.IndicatorSpec;
import io.ripcord.money.E6;
import io.ripcord.money.MulDiv;

/** Distances and ratios that rules take from average true ranges. */
final class Atr {
  private Atr() {}

  static IndicatorSpec spec(long barNs, long period) {
    return IndicatorSpec.of(IndicatorKind.ATR, barNs, (int) period);
  }

  /** So many times an average true range, half even. */
  static long timesE8(long atrE8, long multiplierE6) {
    return MulDiv.halfEven(atrE8, multiplierE6, E6.ONE);
  }

  /** Product of two factors, half even. */
  static long productE6(long oneE6, long otherE6) {
    return MulDiv.halfEven(oneE6, otherE6, E6.ONE);
  }

  /** Quotient of two average true ranges as a factor, half even; the slow one is not zero. */
  static long ratioE6(long fastE8, long slowE8) {
    return MulDiv.halfEven(fastE8, E6.ONE, slowE8);
  }
}
