package io.ripcord.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.Side;
import io.ripcord.money.E8;
import io.ripcord.position.Position;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TakeProfitRuleTest {
  @ParameterizedTest
  @CsvSource({
    "LONG,  100,        4,        104",
    "SHORT, 100,        4,        96",
    "LONG,  55000.5,    4,        57200.52",
    "SHORT, 55000.5,    4,        52800.48",
    // Reached from below: up. Reached from above: down.
    "LONG,  0.00000003, 1,        0.00000004",
    "SHORT, 0.00000003, 1,        0.00000002",
    "LONG,  99.99999999, 0.000001, 100.00000099",
    "SHORT, 99.99999999, 0.000001, 99.99999899",
    "LONG,  1000000000, 1000,     11000000000",
    "SHORT, 100,        100,      0",
  })
  void shouldStandPercentOfTheEntryAway(Side side, String entry, String percent, String level) {
    Position position = RuleFixture.position(side, entry);

    new TakeProfitRule(E8.NULL, RuleFixture.percent(percent))
        .arm(RuleFixture.scope(position, "0.05"));

    assertThat(E8.format(position.targetE8())).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({"LONG, 120", "SHORT, 80"})
  void shouldStandAtAPrice(Side side, String price) {
    Position position = RuleFixture.position(side, "100");
    TakeProfitRule rule = new TakeProfitRule(E8.parse(price), E8.NULL);

    rule.arm(RuleFixture.scope(position, "0.05"));
    position.see(E8.parse("90"));
    rule.follow(RuleFixture.scope(position));

    assertThat(E8.format(position.targetE8())).isEqualTo(price);
    assertThat(position.stop().isSet()).isFalse();
    assertThat(rule.deadlineNs(RuleFixture.scope(position))).isEqualTo(ExitRule.NO_DEADLINE);
  }
}
