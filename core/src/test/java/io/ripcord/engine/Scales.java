package io.ripcord.engine;

import io.ripcord.money.E8;
import java.math.BigDecimal;

/** The oracle's decimals as the engine's scaled numbers, and back; {@code null} is null. */
final class Scales {
  private Scales() {}

  /** A price or a quantity; must be exact. */
  static long e8(BigDecimal amount) {
    return amount == null ? E8.NULL : amount.movePointRight(8).longValueExact();
  }

  /** A percentage; must be exact. */
  static long e6(BigDecimal percent) {
    return percent == null ? E8.NULL : percent.movePointRight(6).longValueExact();
  }

  /** A price, a quantity or an amount of money. */
  static BigDecimal decimal(long amountE8) {
    return amountE8 == E8.NULL ? null : BigDecimal.valueOf(amountE8, 8);
  }
}
