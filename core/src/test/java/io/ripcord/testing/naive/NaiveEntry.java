package io.ripcord.testing.naive;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** One scale-in with its fill; every amount has scale 8. */
public record NaiveEntry(
    long positionId,
    long timeNs,
    BigDecimal triggerPrice,
    BigDecimal quantity,
    BigDecimal fillPrice) {

  /** Brings every amount to scale 8. */
  public NaiveEntry {
    triggerPrice = triggerPrice.setScale(8, RoundingMode.UNNECESSARY);
    quantity = quantity.setScale(8, RoundingMode.UNNECESSARY);
    fillPrice = fillPrice.setScale(8, RoundingMode.UNNECESSARY);
  }
}
