package io.ripcord.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ripcord.testing.Seeds;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class E8Test {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, 0",
    "0.00000000, 0",
    "1, 100000000",
    "+1, 100000000",
    "1., 100000000",
    ".5, 50000000",
    "-.5, -50000000",
    "61800.30, 6180030000000",
    "0.00000001, 1",
    "-0.00000001, -1",
    "0.000000010, 1",
    "1.10000000000000000000000000000, 110000000",
    "00000000000000000000000000001, 100000000",
    "1000000000, 100000000000000000",
    "1000000000.00000000, 100000000000000000",
    "-1000000000, -100000000000000000",
    "999999999.99999999, 99999999999999999",
  })
  void shouldParsePlainDecimals(String text, long expectedE8) {
    assertThat(E8.parse(text)).isEqualTo(expectedE8);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "\"\", not a plain decimal number",
        "\" \", not a plain decimal number",
        "\" 1\", not a plain decimal number",
        "\"1 \", not a plain decimal number",
        "., not a plain decimal number",
        "-, not a plain decimal number",
        "+, not a plain decimal number",
        "-., not a plain decimal number",
        "--1, not a plain decimal number",
        "+-1, not a plain decimal number",
        "1-, not a plain decimal number",
        "1.2.3, not a plain decimal number",
        "1..2, not a plain decimal number",
        "\"1,5\", not a plain decimal number",
        "1_000, not a plain decimal number",
        "1e3, not a plain decimal number",
        "0x10, not a plain decimal number",
        "NaN, not a plain decimal number",
        "Infinity, not a plain decimal number",
        "null, not a plain decimal number",
        "\u0661, not a plain decimal number",
        "0.000000001, more than 8 decimals",
        "1.123456789, more than 8 decimals",
        "1.00000000000001, more than 8 decimals",
        "1000000000.00000001, magnitude above 1000000000",
        "-1000000000.00000001, magnitude above 1000000000",
        "1000000001, magnitude above 1000000000",
        "92233720368.54775807, magnitude above 1000000000",
        "92233720368.54775808, number too large",
        "-92233720368.54775808, number too large",
        "92233720369, number too large",
        "9223372036854775807, number too large",
        "9223372036854775808, number too large",
        "99999999999999999999999999, number too large",
      })
  void shouldRefuseEverythingElse(String text, String message) {
    assertThatThrownBy(() -> E8.parse(text))
        .isInstanceOf(NumberFormatException.class)
        .hasMessage(message);
  }

  @Test
  void shouldParseAPartOfAText() {
    assertThat(E8.parse("BTC,61800.30,x", 4, 12)).isEqualTo(6_180_030_000_000L);
    assertThatThrownBy(() -> E8.parse("BTC,61800.30,x", 4, 13))
        .isInstanceOf(NumberFormatException.class);
    assertThatThrownBy(() -> E8.parse("1", 1, 1)).isInstanceOf(NumberFormatException.class);
  }

  @Test
  void shouldFormatAndParseAsBigDecimalDoes() {
    Random random = Seeds.random(this);
    for (int i = 0; i < 20_000; i++) {
      long valueE8 = Seeds.magnitude(random, E8.MAX_VALUE) * (random.nextBoolean() ? 1 : -1);
      BigDecimal expected = BigDecimal.valueOf(valueE8, 8);

      String text = E8.format(valueE8);

      assertThat(new BigDecimal(text)).isEqualByComparingTo(expected);
      assertThat(E8.parse(text)).isEqualTo(valueE8);
      assertThat(E8.parse(expected.toPlainString())).isEqualTo(valueE8);
      assertThat(text).doesNotEndWith(".").doesNotContain("E");
      assertThat(text.contains(".") && text.endsWith("0")).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 0.00000001",
    "-1, -0.00000001",
    "-50000000, -0.5",
    "100000000, 1",
    "110000000, 1.1",
    "9223372036854775807, 92233720368.54775807",
    "-9223372036854775807, -92233720368.54775807",
    "-9223372036854775808, null",
  })
  void shouldFormatWithoutTrailingZeros(long valueE8, String expected) {
    assertThat(E8.format(valueE8)).isEqualTo(expected);
  }

  @Test
  void shouldAppendTheSmallestLong() {
    assertThat(E8.append(new StringBuilder("x="), Long.MIN_VALUE))
        .hasToString("x=-92233720368.54775808");
  }

  @Test
  void shouldMeasureDistanceBothWays() {
    assertThat(E8.distance(3, 5)).isEqualTo(2);
    assertThat(E8.distance(5, 3)).isEqualTo(2);
    assertThat(E8.distance(E8.MAX_VALUE, -E8.MAX_VALUE)).isEqualTo(2 * E8.MAX_VALUE);
  }

  @Test
  void shouldKnowMultiples() {
    assertThat(E8.isMultiple(15, 5)).isTrue();
    assertThat(E8.isMultiple(16, 5)).isFalse();
    assertThat(E8.isMultiple(0, 5)).isTrue();
    assertThat(E8.isMultiple(-15, 5)).isTrue();
  }
}
