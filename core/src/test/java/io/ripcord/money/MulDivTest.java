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
import org.junit.jupiter.params.provider.ValueSource;

class MulDivTest {
  private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

  @FunctionalInterface
  private interface Division {
    long of(long a, long b, long divisor);
  }

  @Test
  void shouldDivideAsBigDecimalDoes() {
    Random random = Seeds.random(this);
    int narrow = 0;
    int wide = 0;
    int tooLarge = 0;
    for (int i = 0; i < 200_000; i++) {
      long a = signed(random);
      long b = signed(random);
      long divisor = Math.max(1, Seeds.magnitude(random, Long.MAX_VALUE));
      BigInteger product = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
      boolean fits = assertAllRoundings(a, b, divisor);
      if (!fits) {
        tooLarge++;
      } else if (product.bitLength() < Long.SIZE) {
        narrow++;
      } else {
        wide++;
      }
    }
    assertThat(narrow).isGreaterThan(20_000);
    assertThat(wide).isGreaterThan(20_000);
    assertThat(tooLarge).isGreaterThan(20_000);
  }

  @Test
  void shouldRoundWideTiesToEven() {
    Random random = Seeds.random(this);
    for (int i = 0; i < 20_000; i++) {
      // (2 * k + 1) * d / (2 * d) is a tie, and mostly wider than a long.
      long half = 1 + Seeds.magnitude(random, Long.MAX_VALUE / 2 - 1);
      long odd = Seeds.magnitude(random, Long.MAX_VALUE / 2) | 1;
      assertAllRoundings(odd, half, 2 * half);
      assertAllRoundings(-odd, half, 2 * half);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 7, 1L << 32, (1L << 62) + 1, Long.MAX_VALUE})
  void shouldDivideAProductWhoseLowerHalfIsZero(long divisor) {
    long root = 1L << 32;

    assertAllRoundings(root, root, divisor);
    assertAllRoundings(-root, root, divisor);
    assertAllRoundings(-root, 3 * root, divisor);
  }

  private static long signed(Random random) {
    return Seeds.magnitude(random, Long.MAX_VALUE) * (random.nextBoolean() ? 1 : -1);
  }

  private static boolean assertAllRoundings(long a, long b, long divisor) {
    assertDivision(MulDiv::floor, RoundingMode.FLOOR, a, b, divisor);
    assertDivision(MulDiv::ceil, RoundingMode.CEILING, a, b, divisor);
    return assertDivision(MulDiv::halfEven, RoundingMode.HALF_EVEN, a, b, divisor);
  }

  private static boolean assertDivision(
      Division division, RoundingMode rounding, long a, long b, long divisor) {
    BigInteger expected =
        new BigDecimal(BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)))
            .divide(BigDecimal.valueOf(divisor), 0, rounding)
            .toBigInteger();
    if (expected.abs().compareTo(MAX) > 0) {
      assertThatThrownBy(() -> division.of(a, b, divisor))
          .as("%d * %d / %d", a, b, divisor)
          .isInstanceOf(ArithmeticException.class);
      return false;
    }
    long actual = division.of(a, b, divisor);
    // A plain comparison first: describing a million assertions costs more than the arithmetic.
    if (actual != expected.longValueExact()) {
      assertThat(actual).as("%d * %d / %d %s", a, b, divisor, rounding).isEqualTo(expected);
    }
    return true;
  }

  @ParameterizedTest
  @CsvSource({
    "7, 1, 2, 3, 4, 4",
    "5, 1, 2, 2, 3, 2",
    "-5, 1, 2, -3, -2, -2",
    "-7, 1, 2, -4, -3, -4",
    "6, 1, 2, 3, 3, 3",
    "1, 1, 3, 0, 1, 0",
    "-1, 1, 3, -1, 0, 0",
    "2, -1, 3, -1, 0, -1",
    "0, -5, 3, 0, 0, 0",
    "100000000000000000, 100000000000000000, 9000000000000000000, 1111111111111111, "
        + "1111111111111112, 1111111111111111",
    "9223372036854775807, 9223372036854775807, 9223372036854775807, 9223372036854775807, "
        + "9223372036854775807, 9223372036854775807",
    "-9223372036854775808, 1, 2, -4611686018427387904, -4611686018427387904, "
        + "-4611686018427387904",
    "-9223372036854775808, -9223372036854775808, 9223372036854775807, , , ",
    "-9223372036854775808, 1, 1, , , ",
    "9223372036854775807, 3, 2, , , ",
  })
  void shouldRoundAsNamed(long a, long b, long divisor, Long floor, Long ceil, Long halfEven) {
    assertAllRoundings(a, b, divisor);
    if (floor != null) {
      assertThat(MulDiv.floor(a, b, divisor)).isEqualTo(floor);
      assertThat(MulDiv.ceil(a, b, divisor)).isEqualTo(ceil);
      assertThat(MulDiv.halfEven(a, b, divisor)).isEqualTo(halfEven);
    }
  }

  @Test
  void shouldThrowWhereOnlyTheRoundingDoesNotFit() {
    // (2 * MAX + 1) / 2 = MAX + 1/2.
    long third = (Long.MAX_VALUE - 1) / 3 * 2 + 1;
    assertThat(BigInteger.valueOf(third).multiply(BigInteger.valueOf(3)))
        .isEqualTo(MAX.shiftLeft(1).add(BigInteger.ONE));

    assertThat(MulDiv.floor(third, 3, 2)).isEqualTo(Long.MAX_VALUE);
    assertThat(MulDiv.ceil(-third, 3, 2)).isEqualTo(-Long.MAX_VALUE);
    assertThatThrownBy(() -> MulDiv.ceil(third, 3, 2)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> MulDiv.floor(-third, 3, 2)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> MulDiv.halfEven(third, 3, 2)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void shouldRefuseADivisorThatIsNotPositive() {
    assertThatThrownBy(() -> MulDiv.floor(1, 1, 0))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("divisor=0, expected above 0");
    assertThatThrownBy(() -> MulDiv.halfEven(1, 1, -3)).isInstanceOf(ArithmeticException.class);
  }
}
