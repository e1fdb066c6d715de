package io.ripcord.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionSizeTest {
  @ParameterizedTest
  @CsvSource({
    // ATR, multiplier, price, least percent: the wider of the two.
    "5, 2.0, 1000, 0.5, 10",
    "5, 2.0, 1000, 1.2, 12",
    "0.00000001, 0.5, 1, 0.000001, 0.00000001",
    "0, 2.0, 1000, 0, 0",
  })
  void shouldTakeTheDistanceOfAnAtrStop(
      String atr, String multiplier, String price, String least, String expected) {
    assertThat(
            PositionSize.distanceE8(
                E8.parse(atr), E8.parse(multiplier) / 100, E8.parse(price), Percent.parse(least)))
        .isEqualTo(E8.parse(expected));
  }

  @ParameterizedTest
  @CsvSource({
    // Risk, distance, contract multiplier, lot.
    "500, 25, 1, 1, 20",
    "500, 25, 1, 15, 15",
    "500, 30, 1, 1, 16",
    "500, 25, 75, 0.1, 0.2",
    "24.99999999, 25, 1, 1, 0",
    "25, 25, 1, 1, 1",
    "1000000000, 0.00000001, 0.00000001, 1, 1000000000",
  })
  void shouldRiskNoMoreThanThat(
      String risk, String distance, String multiplier, String lot, String expected) {
    assertThat(
            PositionSize.quantityE8(
                E8.parse(risk), E8.parse(distance), E8.parse(multiplier), E8.parse(lot)))
        .isEqualTo(E8.parse(expected));
  }

  @Test
  void shouldBeTheLargestThatRisksNoMore() {
    Random random = new Random(4711);
    for (int i = 0; i < 5_000; i++) {
      long risk = 1 + random.nextLong(E8.MAX_VALUE);
      long distance = 1 + random.nextLong(10_000 * E8.ONE);
      long multiplier = 1 + random.nextLong(E8.ONE);
      long quantity = PositionSize.quantityE8(risk, distance, multiplier, 1);

      assertThat(loss(quantity, distance, multiplier))
          .isLessThanOrEqualTo(BigDecimal.valueOf(risk));
      assertThat(quantity).isBetween(0L, E8.MAX_VALUE);
    }
  }

  private static BigDecimal loss(long quantity, long distance, long multiplier) {
    return BigDecimal.valueOf(quantity)
        .multiply(BigDecimal.valueOf(distance))
        .multiply(BigDecimal.valueOf(multiplier))
        .movePointLeft(16);
  }
}
