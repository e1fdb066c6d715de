package io.ripcord.testing.naive;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * One exit with its fills. Every price and the profit have scale 8, so that two exits compare by
 * {@code equals}. {@code level} is {@code null} for exits that have none (SIGNAL, TIME).
 */
public record NaiveExit(
    long positionId,
    String reason,
    long triggerTimeNs,
    BigDecimal triggerPrice,
    BigDecimal level,
    BigDecimal fillPrice,
    BigDecimal pnl,
    List<Fill> fills) {

  /** Brings every amount to scale 8; refuses one that would need rounding. */
  public NaiveExit {
    triggerPrice = triggerPrice == null ? null : exact(triggerPrice);
    level = level == null ? null : exact(level);
    fillPrice = exact(fillPrice);
    pnl = exact(pnl);
    fills = List.copyOf(fills);
  }

  /** A quantity executed at a price, both at scale 8. */
  public record Fill(BigDecimal quantity, BigDecimal price) {

    /** Brings both amounts to scale 8; refuses one that would need rounding. */
    public Fill {
      quantity = exact(quantity);
      price = exact(price);
    }
  }

  private static BigDecimal exact(BigDecimal amount) {
    return amount.setScale(8, RoundingMode.UNNECESSARY);
  }
}
