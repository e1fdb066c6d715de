package io.ripcord.testing.naive;

import java.math.BigDecimal;
import java.util.List;

/**
 * One position as registered. {@code exitFills} scripts the quantities in which its exit order is
 * filled; empty means one fill of the whole quantity. {@code squareOffNs} is {@code null} if there
 * is none.
 */
public record NaivePosition(
    long id,
    String symbol,
    Side side,
    BigDecimal quantity,
    BigDecimal entryPrice,
    long registeredAtNs,
    NaivePolicy policy,
    List<BigDecimal> exitFills,
    Long squareOffNs) {

  /** A position without a time of square-off. */
  public NaivePosition(
      long id,
      String symbol,
      Side side,
      BigDecimal quantity,
      BigDecimal entryPrice,
      long registeredAtNs,
      NaivePolicy policy,
      List<BigDecimal> exitFills) {
    this(id, symbol, side, quantity, entryPrice, registeredAtNs, policy, exitFills, null);
  }

  /** Direction of a position. */
  public enum Side {
    /** Gains when the price rises; exits by selling. */
    LONG,
    /** Gains when the price falls; exits by buying. */
    SHORT
  }

  /** Refuses quantities and prices that are not positive, and scripts that do not add up. */
  public NaivePosition {
    exitFills = List.copyOf(exitFills);
    if (quantity.signum() <= 0 || entryPrice.signum() <= 0) {
      throw new IllegalArgumentException(
          "id=" + id + " quantity=" + quantity + " entryPrice=" + entryPrice);
    }
    BigDecimal scripted = exitFills.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    if (!exitFills.isEmpty() && scripted.compareTo(quantity) != 0) {
      throw new IllegalArgumentException(
          "id=" + id + " quantity=" + quantity + " exitFills=" + exitFills);
    }
  }

  /** True for a long position. */
  public boolean isLong() {
    return side == Side.LONG;
  }
}
