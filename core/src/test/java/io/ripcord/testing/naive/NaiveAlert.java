package io.ripcord.testing.naive;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An alert of a rule. A GAP is the instrument's and has the two trades as {@code first} and {@code
 * second}; the others are a position's and have no numbers.
 */
public record NaiveAlert(
    String kind, long timeNs, String symbol, Long positionId, BigDecimal first, BigDecimal second) {

  /** Brings both numbers to scale 8. */
  public NaiveAlert {
    first = first == null ? null : first.setScale(8, RoundingMode.UNNECESSARY);
    second = second == null ? null : second.setScale(8, RoundingMode.UNNECESSARY);
  }
}
