package io.ripcord.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.Side;
import io.ripcord.money.E8;
import io.ripcord.money.WideSum;
import io.ripcord.testing.Seeds;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InverseProfitTest {
  private static final long MOST = E8.MAX_VALUE;

  private final WideSum sum = new WideSum();

  private void fill(Side side, long quantityE8, long multiplierE8, long entryE8, long priceE8) {
    InverseProfit.add(
        sum, side.sign() * (priceE8 - entryE8), quantityE8, multiplierE8, entryE8, priceE8);
  }

  private BigDecimal sum() {
    BigInteger low = new BigInteger(Long.toUnsignedString(sum.low()));
    return new BigDecimal(BigInteger.valueOf(sum.high()).shiftLeft(64).add(low), 18);
  }

  /** {@code side * quantity * multiplier * (1 / entry - 1 / price)}, over one denominator. */
  private static BigDecimal expected(
      Side side, long quantityE8, long multiplierE8, long entryE8, long priceE8) {
    BigDecimal entry = decimal(entryE8);
    BigDecimal price = decimal(priceE8);
    return price
        .subtract(entry)
        .multiply(BigDecimal.valueOf(side.sign()))
        .multiply(decimal(quantityE8))
        .multiply(decimal(multiplierE8))
        .divide(entry.multiply(price), 18, RoundingMode.HALF_EVEN);
  }

  private static BigDecimal decimal(long valueE8) {
    return BigDecimal.valueOf(valueE8, 8);
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldAgreeWithBigDecimalAfterEveryFill(Side side) {
    Random random = Seeds.random(this);
    for (int i = 0; i < 2_000; i++) {
      sum.clear();
      BigDecimal expected = BigDecimal.ZERO;
      long multiplierE8 = upTo(random, 1_000 * E8.ONE);
      long entryE8 = upTo(random, MOST);
      for (int fills = random.nextInt(5); fills >= 0; fills--) {
        long quantityE8 = upTo(random, MOST / 1_000);
        long priceE8 = upTo(random, MOST);

        fill(side, quantityE8, multiplierE8, entryE8, priceE8);

        expected = expected.add(expected(side, quantityE8, multiplierE8, entryE8, priceE8));
        assertThat(sum())
            .as("%s of %s from %s to %s", quantityE8, multiplierE8, entryE8, priceE8)
            .isEqualByComparingTo(expected);
      }
    }
  }

  private static long upTo(Random random, long most) {
    return 1 + Seeds.magnitude(random, most - 1);
  }

  @ParameterizedTest
  @CsvSource({
    // side, quantity, multiplier, entry, price, profit in the coin
    "LONG,  100, 100, 50000, 62500, 0.04",
    "SHORT, 100, 100, 50000, 62500, -0.04",
    "LONG,  100, 100, 50000, 40000, -0.05",
    "SHORT, 100, 100, 50000, 40000, 0.05",
    "LONG,  100, 100, 50000, 50000, 0",
    "SHORT, 100, 100, 50000, 50000, 0",
    // A third, cut at the eighteenth decimal.
    "LONG,  1,   1,   1,     1.5,   0.333333333333333333",
    "SHORT, 1,   1,   1,     1.5,   -0.333333333333333333",
    // Two thirds, rounded up there.
    "LONG,  2,   1,   1,     1.5,   0.666666666666666667",
    "SHORT, 2,   1,   1,     1.5,   -0.666666666666666667",
  })
  void shouldCountInTheCoin(
      Side side, String quantity, String multiplier, String entry, String price, String profit) {
    fill(side, E8.parse(quantity), E8.parse(multiplier), E8.parse(entry), E8.parse(price));

    assertThat(sum()).isEqualByComparingTo(profit);
  }

  @ParameterizedTest
  @CsvSource({
    "LONG,  1, 0",
    "SHORT, 1, 0",
    "LONG,  3, 2",
    "SHORT, 3, -2",
    "LONG,  5, 2",
    "SHORT, 5, -2",
    "LONG,  7, 4",
    "SHORT, 7, -4",
  })
  void shouldRoundTiesToTheEvenDigit(Side side, long quantityE8, long profitE18) {
    // 1e-8 of quantity times 1e-8 of multiplier times (1 / 100 - 1 / 200) is 0.5e-18.
    fill(side, quantityE8, 1, 100 * E8.ONE, 200 * E8.ONE);

    assertThat(sum()).isEqualByComparingTo(BigDecimal.valueOf(profitE18, 18));
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldStayExactFarBeyondWhatAnAccountHolds(Side side) {
    // 1e9 contracts of one, entered at 0.000001: a quadrillion coins.
    fill(side, MOST, E8.ONE, 100, MOST);

    assertThat(sum()).isEqualByComparingTo(expected(side, MOST, E8.ONE, 100, MOST));
  }

  @ParameterizedTest
  @CsvSource({"LONG, 9223372036854775807", "SHORT, -9223372036854775807"})
  void shouldSayThatItDoesNotFitRatherThanThrow(Side side, long most) {
    for (int i = 0; i < 1_000; i++) {
      fill(side, MOST, MOST, 1, MOST);
    }

    assertThat(sum.timesDividedHalfEven(1, 1)).isEqualTo(most);
    assertThat(sum.timesDividedHalfEven(1, E8.ONE * 100)).isEqualTo(most);
  }
}
