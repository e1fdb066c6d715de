package io.ripcord.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.Side;
import io.ripcord.money.E8;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HardStopRuleTest {
  @ParameterizedTest
  @CsvSource({
    "LONG,  100, 6, 94",
    "SHORT, 100, 6, 106",
    // 94.0000000094 down, 105.9999999894 up.
    "LONG,  100.00000001, 6, 94",
    "SHORT, 99.99999999, 6, 105.99999999",
    "SHORT, 100.00000001, 6, 106.00000002",
  })
  void shouldLieItsPercentAwayRoundedAway(Side side, String entry, String percent, String level) {
    var position = RuleFixture.position(side, entry);
    HardStopRule rule = new HardStopRule(RuleFixture.percent(percent));

    rule.arm(RuleFixture.scope(position));

    assertThat(E8.format(position.hardStopE8())).isEqualTo(level);
    assertThat(position.stop().isSet()).isFalse();
    assertThat(position.firstStopE8()).isEqualTo(E8.NULL);
  }

  @ParameterizedTest
  @CsvSource({"LONG, 94.00000001, 94", "SHORT, 105.99999999, 106"})
  void shouldBeTouchedInclusivelyAndNeverMove(Side side, String before, String touch) {
    var position = RuleFixture.position(side, "100");
    HardStopRule rule = new HardStopRule(RuleFixture.percent("6"));
    rule.arm(RuleFixture.scope(position));

    position.see(E8.parse(side == Side.LONG ? "150" : "50"));
    rule.follow(RuleFixture.scope(position));
    position.add(E8.ONE, E8.parse("120"));
    rule.onBar(RuleFixture.scope(position));

    assertThat(position.isHardStopTouchedBy(E8.parse(before))).isFalse();
    assertThat(position.isHardStopTouchedBy(E8.parse(touch))).isTrue();
  }
}
