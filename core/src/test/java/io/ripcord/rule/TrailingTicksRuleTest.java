package io.ripcord.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.Side;
import io.ripcord.money.E8;
import io.ripcord.money.Percent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Increments of 0.5, entry at 100; the stop after each price. */
class TrailingTicksRuleTest {
  private static RuleRig rig(Side side, long ticks, String activateAt, String step) {
    return new RuleRig(side)
        .rule(
            RuleKind.TRAILING_TICKS,
            ticks,
            Percent.parse(activateAt),
            Percent.parse(step),
            5 * Percent.ONE,
            1)
        .open();
  }

  private static String stops(RuleRig rig, String prices) {
    List<String> stops = new ArrayList<>();
    for (String price : prices.split(" ", -1)) {
      stops.add(rig.price(price).stop());
    }
    return String.join(" ", stops);
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldFollowTheBestPriceAndTightenAtItsProfitInclusive(Side side) {
    assertThat(stops(rig(side, 4, "0", "0"), "99 101 100.5 103 104.99999999 105 50"))
        .isEqualTo("98* 99* 99* 101* 102.99999999* 104.5* 104.5*");
  }

  @Test
  void shouldLieAboveTheWatermarkOfAShort() {
    RuleRig rig = rig(Side.SHORT, 4, "0", "0").price("103");

    assertThat(E8.format(rig.position().watermarkE8())).isEqualTo("97");
    assertThat(E8.format(rig.position().stop().levelE8())).isEqualTo("99");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldActivateAtItsProfitInclusive(Side side) {
    assertThat(stops(rig(side, 4, "2", "0"), "101.99999999 102 90")).isEqualTo("- 100* 100*");
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldMoveByItsStepInclusive(Side side) {
    assertThat(stops(rig(side, 4, "0", "0.5"), "100 100.49999999 100.5"))
        .isEqualTo("98* 98* 98.5*");
  }

  @ParameterizedTest
  @CsvSource({
    // 4 / 1.5 is 2.67 ticks: two. 4 / 0.5 is eight. 1 / 1.000001 is none at all.
    "LONG,  4, 1.5, 99*",
    "SHORT, 4, 1.5, 99*",
    "LONG,  4, 0.5, 96*",
    "SHORT, 4, 0.5, 96*",
    "LONG,  1, 1.000001, 100*",
    "SHORT, 1, 1.000001, 100*",
  })
  void shouldDivideTheTicksRoundedDown(Side side, long ticks, String divisor, String stop) {
    RuleRig rig = rig(side, ticks, "0", "0");
    rig.position().divisor(E8.parse(divisor) / 100);

    assertThat(rig.price("100").stop()).isEqualTo(stop);
  }
}
