package io.ripcord.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.testing.Seeds;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WideTotalTest {
  private static final int MOST_VALUES = 1_000;

  private final WideTotal total = new WideTotal();

  @ParameterizedTest
  @CsvSource({
    // part, scale, the rest of the total, share: a total below 2^63, of it, and above
    "4611686018427387904, 4, 4611686018427387903, 2",
    "4611686018427387904, 4, 4611686018427387904, 2",
    "4611686018427387904, 1152921504606846976, 4611686018427387904, 576460752303423488",
    "4611686018427387904, 1000000000, 9223372036854775807, 333333333",
  })
  void shouldGiveTheShareAlsoBeyondALong(long part, long scale, long rest, long share) {
    total.add(part);
    total.add(rest);

    assertThat(total.share(part, scale)).isEqualTo(share);
  }

  @Test
  void shouldRoundHalfToEvenWhereALongHoldsTheTotal() {
    Random random = Seeds.random(this);
    for (int round = 0; round < 5_000; round++) {
      total.clear();
      BigDecimal exact = BigDecimal.ZERO;
      long part = Seeds.magnitude(random, Long.MAX_VALUE / MOST_VALUES);
      long value = part;
      for (int values = 1 + random.nextInt(20); values > 0; values--) {
        total.add(value);
        exact = exact.add(BigDecimal.valueOf(value));
        value = Seeds.magnitude(random, Long.MAX_VALUE / MOST_VALUES);
      }

      long expected =
          exact.signum() == 0
              ? 0
              : BigDecimal.valueOf(part)
                  .multiply(BigDecimal.valueOf(1_000_000))
                  .divide(exact, 0, RoundingMode.HALF_EVEN)
                  .longValueExact();
      assertThat(total.share(part, 1_000_000)).isEqualTo(expected);
    }
  }

  @Test
  void shouldHoldAThousandOfTheLargest() {
    for (int i = 0; i < MOST_VALUES; i++) {
      total.add(Long.MAX_VALUE);
    }

    assertThat(total.share(Long.MAX_VALUE, 1_000_000)).isEqualTo(1_000);
    total.clear();
    assertThat(total.share(0, 1_000_000)).isZero();
  }
}
