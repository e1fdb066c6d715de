package io.ripcord.execution;

import io.ripcord.market.Instrument;
import io.ripcord.money.E8;
import io.ripcord.money.WideSum;
import io.ripcord.position.Position;
import io.ripcord.state.StateIn;
import io.ripcord.state.StateOut;

/**
 * What the exits of one position have brought, over all its orders: exact sums, rounded once when
 * they are read. Engine thread only.
 *
 * <pre>
 *   linear    profit = side * sum of (price - entry) * quantity * multiplier
 *   inverse   profit = side * sum of quantity * multiplier * (1 / entry - 1 / price), each fill half even at 1e-18
 * </pre>
 */
final class Proceeds {
  private static final long E18_PER_E8 = 10_000_000_000L;

  private final WideSum notional = new WideSum();
  private final WideSum gain = new WideSum();
  private final WideSum inverseGainE18 = new WideSum();
  private long filledE8;

  /** Counts a fill. */
  void add(Position position, Instrument instrument, long quantityE8, long priceE8) {
    filledE8 += quantityE8;
    notional.addProduct(priceE8, quantityE8);
    long improvementE8 = position.side().sign() * (priceE8 - position.entryPriceE8());
    if (instrument.inverse()) {
      InverseProfit.add(
          inverseGainE18,
          improvementE8,
          quantityE8,
          instrument.multiplierE8(),
          position.entryPriceE8(),
          priceE8);
    } else {
      gain.addProduct(improvementE8, quantityE8);
    }
  }

  /** Average fill price, half even; null before the first fill. */
  long averagePriceE8() {
    return filledE8 == 0 ? E8.NULL : notional.timesDividedHalfEven(1, filledE8);
  }

  /** Profit so far, half even; plus or minus the largest {@code long} when it does not fit. */
  long pnlE8(Instrument instrument) {
    return instrument.inverse()
        ? inverseGainE18.timesDividedHalfEven(1, E18_PER_E8)
        : gain.timesDividedHalfEven(instrument.multiplierE8(), E8.ONE * E8.ONE);
  }

  /**
   * Entry and exit value of what was closed, each fill at its price, half even; plus or minus the
   * largest {@code long} when it does not fit. Once per fill, so it may allocate.
   *
   * <pre>
   *   linear    sum of price * quantity * multiplier, and entry * quantity * multiplier
   *   inverse   2 * quantity * multiplier / entry - side * profit, in the coin
   * </pre>
   */
  long turnoverE8(Position position, Instrument instrument) {
    if (filledE8 == 0) {
      return 0;
    }
    WideSum turnover = new WideSum();
    if (instrument.inverse()) {
      turnover.addProduct(filledE8, instrument.multiplierE8());
      long enteredE8 = turnover.timesDividedHalfEven(1, position.entryPriceE8());
      turnover.clear();
      turnover.addProduct(2, enteredE8);
      turnover.addProduct(-position.side().sign(), pnlE8(instrument));
      return turnover.timesDividedHalfEven(1, 1);
    }
    turnover.set(notional.high(), notional.low());
    turnover.addProduct(position.entryPriceE8(), filledE8);
    return turnover.timesDividedHalfEven(instrument.multiplierE8(), E8.ONE * E8.ONE);
  }

  void write(StateOut out) {
    out.put(filledE8);
    out.put(inverseGainE18.high());
    out.put(inverseGainE18.low());
    out.put(notional.high());
    out.put(notional.low());
    out.put(gain.high());
    out.put(gain.low());
  }

  void read(StateIn in) {
    filledE8 = in.next();
    inverseGainE18.set(in.next(), in.next());
    notional.set(in.next(), in.next());
    gain.set(in.next(), in.next());
  }
}
