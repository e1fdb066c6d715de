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
 *   inverse   profit = side * sum of quantity * multiplier * (1 / entry - 1 / price), each fill rounded half even
 * </pre>
 */
final class Proceeds {
  private final WideSum notional = new WideSum();
  private final WideSum gain = new WideSum();
  private long inverseGainE8;
  private long filledE8;

  /** Counts a fill. */
  void add(Position position, Instrument instrument, long quantityE8, long priceE8) {
    filledE8 += quantityE8;
    notional.addProduct(priceE8, quantityE8);
    long improvementE8 = position.side().sign() * (priceE8 - position.entryPriceE8());
    if (instrument.inverse()) {
      inverseGainE8 +=
          InverseProfit.ofE8(
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
        ? inverseGainE8
        : gain.timesDividedHalfEven(instrument.multiplierE8(), E8.ONE * E8.ONE);
  }

  void write(StateOut out) {
    out.put(filledE8);
    out.put(inverseGainE8);
    out.put(notional.high());
    out.put(notional.low());
    out.put(gain.high());
    out.put(gain.low());
  }

  void read(StateIn in) {
    filledE8 = in.next();
    inverseGainE8 = in.next();
    notional.set(in.next(), in.next());
    gain.set(in.next(), in.next());
  }
}
