package io.ripcord.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ripcord.testing.Seeds;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WideSumTest {
  private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);
  private static final long LARGEST_DIVISOR = (1L << 62) - 1;

  private final WideSum sum = new WideSum();

  @Test
  void shouldSumAndDivideAsBigDecimalDoes() {
    Random random = Seeds.random(this);
    for (int i = 0; i < 20_000; i++) {
      sum.clear();
      BigInteger exact = BigInteger.ZERO;
      int products = 1 + random.nextInt(5);
      for (int p = 0; p < products; p++) {
        long a = signed(random);
        long b = signed(random);
        sum.addProduct(a, b);
        exact = exact.add(BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)));
      }
      assertThat(value(sum)).isEqualTo(exact);

      long multiplier = Seeds.magnitude(random, E8.MAX_VALUE);
      long divisor = 1 + Seeds.magnitude(random, LARGEST_DIVISOR - 1);
      assertDivision(exact, multiplier, divisor);
      assertDivision(exact, 1, divisor);
      assertDivision(exact, multiplier, E8.ONE * E8.ONE);
    }
  }

  private static long signed(Random random) {
    return Seeds.magnitude(random, E8.MAX_VALUE) * (random.nextBoolean() ? 1 : -1);
  }

  private static BigInteger value(WideSum sum) {
    return BigInteger.valueOf(sum.high())
        .shiftLeft(64)
        .add(new BigInteger(Long.toUnsignedString(sum.low())));
  }

  private void assertDivision(BigInteger exact, long multiplier, long divisor) {
    BigInteger expected =
        new BigDecimal(exact.multiply(BigInteger.valueOf(multiplier)))
            .divide(BigDecimal.valueOf(divisor), 0, RoundingMode.HALF_EVEN)
            .toBigInteger();
    BigInteger saturated = expected.min(MAX).max(MAX.negate());

    assertThat(sum.timesDividedHalfEven(multiplier, divisor))
        .as("%s * %d / %d", exact, multiplier, divisor)
        .isEqualTo(saturated.longValueExact());
  }

  @ParameterizedTest
  @CsvSource({
    "1, 2, 0",
    "3, 2, 2",
    "5, 2, 2",
    "7, 2, 4",
    "-1, 2, 0",
    "-3, 2, -2",
    "-5, 2, -2",
    "-7, 2, -4",
    "1, 3, 0",
    "2, 3, 1",
    "-2, 3, -1",
    "5, 10, 0",
    "6, 10, 1",
    "15, 10, 2",
    "25, 10, 2",
    "-15, 10, -2",
    "-25, 10, -2",
    "4, 10, 0",
    "0, 7, 0",
  })
  void shouldRoundTiesToEven(long value, long divisor, long expected) {
    sum.addProduct(value, 1);

    assertThat(sum.timesDividedHalfEven(1, divisor)).isEqualTo(expected);
  }

  @Test
  void shouldSaturateWhatDoesNotFit() {
    sum.addProduct(Long.MAX_VALUE, 1);
    assertThat(sum.timesDividedHalfEven(1, 1)).isEqualTo(Long.MAX_VALUE);
    sum.addProduct(1, 1);
    assertThat(sum.timesDividedHalfEven(1, 1)).isEqualTo(Long.MAX_VALUE);
    assertThat(sum.timesDividedHalfEven(1, 2)).isEqualTo(1L << 62);

    sum.clear();
    sum.addProduct(-Long.MAX_VALUE, 1);
    sum.addProduct(-1, 2);
    assertThat(sum.timesDividedHalfEven(1, 1)).isEqualTo(-Long.MAX_VALUE);

    sum.clear();
    sum.addProduct(E8.MAX_VALUE, E8.MAX_VALUE);
    assertThat(sum.timesDividedHalfEven(E8.MAX_VALUE, 1)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void shouldSaturateARoundingThatPassesTheEnd() {
    // (2 * MAX + 1) / 2 = MAX + 1/2, a tie whose even neighbour no longer fits.
    sum.addProduct(Long.MAX_VALUE, 2);
    sum.addProduct(1, 1);

    assertThat(sum.timesDividedHalfEven(1, 2)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void shouldDivideANegativeSumWhoseLowerHalfIsZero() {
    sum.addProduct(-(1L << 32), 3L << 32);
    assertThat(sum.low()).isZero();

    assertDivision(BigInteger.valueOf(3).shiftLeft(64).negate(), 1, 1L << 10);
    assertDivision(BigInteger.valueOf(3).shiftLeft(64).negate(), 5, 7L << 40);
  }

  @Test
  void shouldSaturateAProductThatCarriesIntoItsTop() {
    // 511 * 2^64 + (2^64 - 1), times 2^56 + 1: the middle word overflows by what the lower brings.
    sum.set(511, -1);

    assertThat(sum.timesDividedHalfEven((1L << 56) + 1, 1L << 61)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void shouldHoldTenThousandOfTheLargestProducts() {
    for (int i = 0; i < 10_000; i++) {
      sum.addProduct(E8.MAX_VALUE, -E8.MAX_VALUE);
    }

    assertThat(value(sum)).isEqualTo(BigInteger.TEN.pow(38).negate());
    assertThat(sum.timesDividedHalfEven(1, E8.MAX_VALUE)).isEqualTo(-Long.MAX_VALUE);
  }

  @Test
  void shouldThrowRatherThanWrapAround() {
    sum.addProduct(Long.MIN_VALUE, Long.MIN_VALUE);

    assertThatThrownBy(() -> sum.addProduct(Long.MIN_VALUE, Long.MIN_VALUE))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void shouldStartAgainAtZero() {
    sum.addProduct(E8.MAX_VALUE, -3);

    sum.clear();

    assertThat(sum.high()).isZero();
    assertThat(sum.low()).isZero();
    assertThat(sum.timesDividedHalfEven(E8.MAX_VALUE, 1)).isZero();
  }
}
