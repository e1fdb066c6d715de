package io.ripcord.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.Side;
import io.ripcord.money.E8;
import io.ripcord.position.Position;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StopLossRuleTest {
  @ParameterizedTest
  @CsvSource({
    "LONG,  100,        2,         98",
    "SHORT, 100,        2,         102",
    "LONG,  55000.5,    2,         53900.49",
    "SHORT, 55000.5,    2,         56100.51",
    // A long stop rounds down, a short one up: a price touches it as it would the exact level.
    "LONG,  0.00000003, 1,         0.00000002",
    "SHORT, 0.00000003, 1,         0.00000004",
    "LONG,  99.99999999, 0.000001, 99.99999899",
    "SHORT, 99.99999999, 0.000001, 100.00000099",
    "LONG,  100,        33.333333, 66.666667",
    "SHORT, 100,        33.333333, 133.333333",
    "LONG,  100,        100,       0",
    "SHORT, 100,        100,       200",
    "LONG,  100,        1000,      -900",
    "SHORT, 1000000000, 1000,      11000000000",
  })
  void shouldStandPercentOfTheEntryAway(Side side, String entry, String percent, String level) {
    Position position = RuleFixture.position(side, entry);

    new StopLossRule(E8.NULL, RuleFixture.percent(percent), E8.NULL)
        .arm(RuleFixture.scope(position, "0.05"));

    assertThat(E8.format(position.stop().levelE8())).isEqualTo(level);
    assertThat(position.stop().isMoved()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "LONG,  100,    20,  0.05,       99",
    "SHORT, 100,    20,  0.05,       101",
    "LONG,  188.15, 1,   0.05,       188.1",
    "SHORT, 188.15, 1,   0.05,       188.2",
    "LONG,  1,      100, 0.00000001, 0.999999",
    "SHORT, 1,      100, 0.00000001, 1.000001",
  })
  void shouldStandTicksAway(Side side, String entry, long ticks, String increment, String level) {
    Position position = RuleFixture.position(side, entry);

    new StopLossRule(E8.NULL, E8.NULL, ticks).arm(RuleFixture.scope(position, increment));

    assertThat(E8.format(position.stop().levelE8())).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({"LONG, 95", "SHORT, 105", "LONG, 105", "SHORT, 95"})
  void shouldStandAtAPrice(Side side, String price) {
    Position position = RuleFixture.position(side, "100");

    new StopLossRule(E8.parse(price), E8.NULL, E8.NULL).arm(RuleFixture.scope(position, "0.05"));

    assertThat(E8.format(position.stop().levelE8())).isEqualTo(price);
  }

  @ParameterizedTest
  @CsvSource({"LONG, 200", "SHORT, 50"})
  void shouldNeverMove(Side side, String favourable) {
    Position position = RuleFixture.position(side, "100");
    StopLossRule rule = new StopLossRule(E8.NULL, RuleFixture.percent("2"), E8.NULL);
    rule.arm(RuleFixture.scope(position, "0.05"));
    long armed = position.stop().levelE8();

    position.see(E8.parse(favourable));
    rule.follow(RuleFixture.scope(position));

    assertThat(position.stop().levelE8()).isEqualTo(armed);
    assertThat(rule.deadlineNs(RuleFixture.scope(position))).isEqualTo(ExitRule.NO_DEADLINE);
  }
}
