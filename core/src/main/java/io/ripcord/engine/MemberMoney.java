package io.ripcord.engine;

import io.ripcord.market.Instrument;
import io.ripcord.money.E8;
import io.ripcord.money.MulDiv;
import io.ripcord.money.WideSum;
import io.ripcord.position.Position;

/**
 * What the open part of a position would bring at a price, net of the fees of both sides, in money
 * at 1e-8. Products are exact; each value is rounded half even once and capped at 2^61.
 *
 * <pre>
 *   linear    profit = side * (price - entry) * quantity * multiplier
 *             turnover = (entry + price) * quantity * multiplier
 *   inverse   value(x) = quantity * multiplier / x, in the coin
 *             profit = side * (value(entry) - value(price))
 *             turnover = value(entry) + value(price)
 *   net       profit - turnover * fee percent
 * </pre>
 *
 * <p>Engine thread only; allocates nothing.
 */
final class MemberMoney {
  private static final long E16 = E8.ONE * E8.ONE;
  private static final long HUNDRED_PERCENT_E6 = E8.ONE;

  private static final long LIMIT_E8 = 1L << 61;

  private final WideSum wide = new WideSum();

  long openE8(Position position, Instrument instrument, long priceE8) {
    long entryE8 = position.entryPriceE8();
    long quantityE8 = position.openQuantityE8();
    long multiplierE8 = instrument.multiplierE8();
    int sign = position.side().sign();
    long profitE8;
    long turnoverE8;
    if (instrument.inverse()) {
      long enteredE8 = quotient(quantityE8, multiplierE8, entryE8);
      long worthE8 = quotient(quantityE8, multiplierE8, priceE8);
      profitE8 = sign * (enteredE8 - worthE8);
      turnoverE8 = enteredE8 + worthE8;
    } else {
      profitE8 = money(sign * (priceE8 - entryE8), quantityE8, multiplierE8);
      turnoverE8 =
          instrument.feePercentE6() == 0 ? 0 : money(entryE8 + priceE8, quantityE8, multiplierE8);
    }
    return profitE8 - feeE8(instrument, turnoverE8);
  }

  /** The fees of what was traded. */
  static long feeE8(Instrument instrument, long turnoverE8) {
    return instrument.feePercentE6() == 0
        ? 0
        : MulDiv.halfEven(Math.abs(turnoverE8), instrument.feePercentE6(), HUNDRED_PERCENT_E6);
  }

  private long money(long priceE8, long quantityE8, long multiplierE8) {
    long unitsE16 = quantityE8 * multiplierE8;
    if (Math.multiplyHigh(quantityE8, multiplierE8) == unitsE16 >> 63 && unitsE16 % E8.ONE == 0) {
      return quotient(priceE8, unitsE16 / E8.ONE, E8.ONE);
    }
    wide.clear();
    wide.addProduct(priceE8, quantityE8);
    return capped(wide.timesDividedHalfEven(multiplierE8, E16));
  }

  private static long quotient(long a, long b, long divisor) {
    long high = Math.multiplyHigh(a, b);
    long low = a * b;
    boolean fits = high == low >> 63 && low != Long.MIN_VALUE;
    // A quotient of a wider product is below 2^62 if its upper half is a quarter of the divisor.
    if (fits || (high < divisor >> 2 && high > -(divisor >> 2))) {
      return capped(MulDiv.halfEven(a, b, divisor));
    }
    return high < 0 ? -LIMIT_E8 : LIMIT_E8;
  }

  /** Bounded, so that two of them and their fees add up within a {@code long}. */
  static long capped(long moneyE8) {
    return Math.max(-LIMIT_E8, Math.min(LIMIT_E8, moneyE8));
  }
}
