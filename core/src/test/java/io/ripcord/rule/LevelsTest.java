package io.ripcord.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.Side;
import io.ripcord.indicator.IndicatorKind;
import io.ripcord.money.E8;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Levels at a loss and at a profit, and what is taken from average true ranges. */
class LevelsTest {
  @ParameterizedTest
  @CsvSource({
    "LONG,  100, 1, 99, 101",
    "SHORT, 100, 1, 101, 99",
    "LONG,  100.00000001, 1, 99, 101.00000002",
    "SHORT, 100.00000001, 1, 101.00000002, 99",
    "LONG,  0.00000001, 50, 0, 0.00000002",
    "SHORT, 0.00000001, 50, 0.00000002, 0",
  })
  void shouldRoundAwayFromTheSideThatPricesComeFrom(
      Side side, String entry, String percent, String loss, String profit) {
    var position = RuleFixture.position(side, entry);
    long percentE6 = RuleFixture.percent(percent);

    assertThat(E8.format(LossLevel.of(position, position.entryPriceE8(), percentE6)))
        .isEqualTo(loss);
    assertThat(E8.format(ProfitLevel.of(position, percentE6))).isEqualTo(profit);
  }

  @ParameterizedTest
  @CsvSource({
    "LONG,  101.99999999, false",
    "LONG,  102, true",
    "SHORT, 98.00000001, false",
    "SHORT, 98, true",
  })
  void shouldReachAProfitInclusively(Side side, String best, boolean reached) {
    var position = RuleFixture.position(side, "100");
    position.see(E8.parse(best));

    assertThat(ProfitLevel.isReached(position, RuleFixture.percent("2"))).isEqualTo(reached);
  }

  @ParameterizedTest
  @CsvSource({
    // atr, multiplier: 0.5, 1.5 and 2.5 last digits; a ratio of 2.5e-6 and 3.5e-6.
    "1, 500000, 0",
    "3, 500000, 2",
    "5, 500000, 2",
    "7, 2000000, 14",
  })
  void shouldMultiplyHalfToEven(long atrE8, long multiplierE6, long expected) {
    assertThat(Atr.timesE8(atrE8, multiplierE6)).isEqualTo(expected);
    assertThat(Atr.productE6(multiplierE6, atrE8)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"3, 2, 1500000", "5, 2000000, 2", "7, 2000000, 4", "2, 3, 666667", "0, 5, 0"})
  void shouldDivideHalfToEven(long fastE8, long slowE8, long expected) {
    assertThat(Atr.ratioE6(fastE8, slowE8)).isEqualTo(expected);
  }

  @Test
  void shouldNameTheRangeOfItsBars() {
    var spec = Atr.spec(RuleRig.MINUTE_NS, 14);

    assertThat(spec.kind()).isEqualTo(IndicatorKind.ATR);
    assertThat(spec.barNs()).isEqualTo(RuleRig.MINUTE_NS);
    assertThat(spec.period()).isEqualTo(14);
  }
}
