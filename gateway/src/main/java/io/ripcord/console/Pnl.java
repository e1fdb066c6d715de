package io.ripcord.console;

import io.ripcord.market.Instrument;
import io.ripcord.money.E8;
import io.ripcord.position.Position;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Profit of what is not closed yet; for people, never for a decision. Stateless. */
final class Pnl {
  private static final BigDecimal SCALE = BigDecimal.valueOf(E8.ONE).pow(2);

  private Pnl() {}

  /**
   * At 1e-8, half even; the nearest bound when it does not fit. That of an inverse contract is in
   * its coin: {@code quantity * multiplier * (last - entry) / (entry * last)}.
   */
  static long openE8(Position position, Instrument instrument, long lastE8) {
    BigDecimal product =
        BigDecimal.valueOf(lastE8 - position.entryPriceE8())
            .multiply(BigDecimal.valueOf(position.side().sign()))
            .multiply(BigDecimal.valueOf(position.openQuantityE8()))
            .multiply(BigDecimal.valueOf(instrument.multiplierE8()));
    BigDecimal divisor =
        instrument.inverse()
            ? BigDecimal.valueOf(position.entryPriceE8()).multiply(BigDecimal.valueOf(lastE8))
            : SCALE;
    BigInteger pnl = product.divide(divisor, 0, RoundingMode.HALF_EVEN).toBigInteger();
    if (pnl.bitLength() < Long.SIZE) {
      return pnl.longValue();
    }
    return pnl.signum() < 0 ? -Long.MAX_VALUE : Long.MAX_VALUE;
  }
}
