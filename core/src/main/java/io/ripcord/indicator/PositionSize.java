package io.ripcord.indicator;

import io.ripcord.money.E6;
import io.ripcord.money.E8;
import io.ripcord.money.MulDiv;
import io.ripcord.money.Percent;
import java.math.BigInteger;

/**
 * How much to hold so that a stop costs no more than what is put at risk.
 *
 * <pre>
 *   distance   ATR * multiplier, half even, but min-percent of the price at least: that of an ATR stop
 *   loss       distance * contract multiplier, per unit of quantity, rounded up
 *   quantity   risk / loss, rounded down to whole lots; 0 when one lot would risk more
 * </pre>
 *
 * <p>Linear contracts. Stateless. MISSION D3.
 */
public final class PositionSize {

  private PositionSize() {}

  /** Distance of the stop from the price. */
  public static long distanceE8(long atrE8, long multiplierE6, long priceE8, long minPercentE6) {
    long byRangeE8 = MulDiv.halfEven(atrE8, multiplierE6, E6.ONE);
    return Math.max(byRangeE8, Percent.distanceUp(priceE8, minPercentE6));
  }

  /**
   * The quantity, {@link E8#MAX_VALUE} at most.
   *
   * @param distanceE8 above 0
   */
  public static long quantityE8(
      long riskE8, long distanceE8, long contractMultiplierE8, long lotE8) {
    long lossE8 = Math.max(1, MulDiv.ceil(distanceE8, contractMultiplierE8, E8.ONE));
    long quantityE8 =
        BigInteger.valueOf(riskE8)
            .multiply(BigInteger.valueOf(E8.ONE))
            .divide(BigInteger.valueOf(lossE8))
            .min(BigInteger.valueOf(E8.MAX_VALUE))
            .longValueExact();
    return quantityE8 / lotE8 * lotE8;
  }
}
