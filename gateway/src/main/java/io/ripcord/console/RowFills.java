package io.ripcord.console;

import io.ripcord.money.E8;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The fills of one row: how much, at which average, and when the last one came. One thread. */
final class RowFills {
  private BigDecimal notionalE16 = BigDecimal.ZERO;
  private long quantityE8;
  private long lastNs = E8.NULL;

  void add(long fillE8, long priceE8, long timeNs) {
    notionalE16 = notionalE16.add(BigDecimal.valueOf(fillE8).multiply(BigDecimal.valueOf(priceE8)));
    quantityE8 += fillE8;
    lastNs = timeNs;
  }

  long quantityE8() {
    return quantityE8;
  }

  /** Time of the last one, null before the first. */
  long lastNs() {
    return lastNs;
  }

  /** Average price, half even at 1e-8, null before the first. */
  long priceE8() {
    return quantityE8 == 0
        ? E8.NULL
        : notionalE16
            .divide(BigDecimal.valueOf(quantityE8), 0, RoundingMode.HALF_EVEN)
            .longValueExact();
  }
}
