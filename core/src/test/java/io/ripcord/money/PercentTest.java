package io.ripcord.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ripcord.testing.Seeds;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentTest {
  private static final long[] PRICES = {
    1, 2, 3, 99, E8.ONE - 1, E8.ONE, E8.ONE + 1, 5_500_050_000_000L, E8.MAX_VALUE - 1, E8.MAX_VALUE
  };
  private static final long[] PERCENTS = {
    0,
    1,
    -1,
    Percent.ONE,
    -Percent.ONE,
    33_333_333,
    -33_333_333,
    99_999_999,
    -99_999_999,
    100 * Percent.ONE,
    -100 * Percent.ONE,
    Percent.MAX_VALUE,
    -Percent.MAX_VALUE
  };

  @Test
  void shouldShiftAsBigDecimalDoes() {
    for (long priceE8 : PRICES) {
      for (long percentE6 : PERCENTS) {
        assertShifts(priceE8, percentE6);
      }
    }
    Random random = Seeds.random(this);
    for (int i = 0; i < 40_000; i++) {
      long priceE8 = 1 + Seeds.magnitude(random, E8.MAX_VALUE - 1);
      long percentE6 = Seeds.magnitude(random, Percent.MAX_VALUE);
      assertShifts(priceE8, random.nextBoolean() ? percentE6 : -percentE6);
    }
  }

  private static void assertShifts(long priceE8, long percentE6) {
    BigDecimal exact =
        BigDecimal.valueOf(priceE8)
            .multiply(BigDecimal.valueOf(100 * Percent.ONE + percentE6))
            .divide(BigDecimal.valueOf(100 * Percent.ONE));
    String what = "price=" + priceE8 + " percent=" + percentE6;

    assertThat(Percent.shiftDown(priceE8, percentE6))
        .as(what)
        .isEqualTo(exact.setScale(0, RoundingMode.FLOOR).longValueExact());
    assertThat(Percent.shiftUp(priceE8, percentE6))
        .as(what)
        .isEqualTo(exact.setScale(0, RoundingMode.CEILING).longValueExact());
    assertThat(Percent.distanceUp(priceE8, percentE6))
        .as(what)
        .isEqualTo(
            exact
                .subtract(BigDecimal.valueOf(priceE8))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact());
    assertThat(Percent.distanceDown(priceE8, percentE6))
        .as(what)
        .isEqualTo(
            exact
                .subtract(BigDecimal.valueOf(priceE8))
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact());
  }

  @Test
  void shouldCompareWithRoundedLevelsAsWithExactOnes() {
    Random random = Seeds.random(this);
    for (int i = 0; i < 20_000; i++) {
      long entryE8 = 1 + Seeds.magnitude(random, E8.MAX_VALUE - 1);
      long percentE6 = 1 + Seeds.magnitude(random, Percent.MAX_VALUE - 1);
      BigDecimal exact =
          BigDecimal.valueOf(entryE8)
              .multiply(BigDecimal.valueOf(100 * Percent.ONE + percentE6))
              .divide(BigDecimal.valueOf(100 * Percent.ONE));
      long priceE8 = exact.longValue() - 2 + random.nextInt(5);

      // Reached from below at or above the exact level, from above at or below it.
      assertThat(priceE8 >= Percent.shiftUp(entryE8, percentE6))
          .isEqualTo(BigDecimal.valueOf(priceE8).compareTo(exact) >= 0);
      assertThat(priceE8 <= Percent.shiftDown(entryE8, percentE6))
          .isEqualTo(BigDecimal.valueOf(priceE8).compareTo(exact) <= 0);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2.5, 2500000",
    "0.000001, 1",
    "-0.2, -200000",
    "1000, 1000000000",
    "-1000.000000, -1000000000"
  })
  void shouldParsePercent(String text, long expectedE6) {
    assertThat(Percent.parse(text)).isEqualTo(expectedE6);
  }

  @ParameterizedTest
  @CsvSource({
    "'', not a plain decimal number",
    "2%, not a plain decimal number",
    "0.0000001, more than 6 decimals",
    "1000.000001, magnitude above 1000 percent",
    "-1000.000001, magnitude above 1000 percent",
    "9223372036854.775808, number too large",
  })
  void shouldRefuseEverythingElse(String text, String message) {
    assertThatThrownBy(() -> Percent.parse(text))
        .isInstanceOf(NumberFormatException.class)
        .hasMessage(message);
  }

  @Test
  void shouldFormatWithoutTrailingZeros() {
    assertThat(Percent.format(2_500_000)).isEqualTo("2.5");
    assertThat(Percent.format(-1)).isEqualTo("-0.000001");
    assertThat(Percent.format(Percent.MAX_VALUE)).isEqualTo("1000");
  }
}
