package io.ripcord.testing.naive;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;

/**
 * An alert of a rule. A GAP is the instrument's and has the two trades as {@code first} and {@code
 * second}; the others are a position's and have no numbers.
 */
public record NaiveAlert(
    String kind, long timeNs, String symbol, Long positionId, BigDecimal first, BigDecimal second) {

  /** By time, and at one time in an order that does not depend on who alerts first. */
  public static final Comparator<NaiveAlert> ORDER =
      Comparator.comparingLong(NaiveAlert::timeNs)
          .thenComparing(NaiveAlert::kind)
          .thenComparing(NaiveAlert::symbol)
          .thenComparingLong(alert -> alert.positionId() == null ? 0 : alert.positionId());

  /** Brings both numbers to scale 8. */
  public NaiveAlert {
    first = first == null ? null : first.setScale(8, RoundingMode.UNNECESSARY);
    second = second == null ? null : second.setScale(8, RoundingMode.UNNECESSARY);
  }
}
