package io.ripcord.rule;

import static io.ripcord.rule.RuleRig.MINUTE_NS;
import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.Side;
import io.ripcord.indicator.Indicators;
import io.ripcord.money.E8;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a policy makes of its rules together. */
class PolicyTest {
  private static final RuleSpec STOP = new RuleSpec(RuleKind.STOP_LOSS, E8.NULL, 2, E8.NULL);
  private static final RuleSpec LINE = new RuleSpec(RuleKind.SUPERTREND, 10, 1, MINUTE_NS);
  private static final RuleSpec SQUARE_OFF = new RuleSpec(RuleKind.SQUARE_OFF, 1, E8.NULL, 1);

  private static Policy policy(boolean signalExit, RuleSpec... rules) {
    return new Policy(0, 1, 1, signalExit, List.of(rules));
  }

  @Test
  void shouldSayWhatItsRulesNeed() {
    assertThat(policy(false, STOP).isOnBars()).isFalse();
    assertThat(policy(false, STOP, LINE).isOnBars()).isTrue();
    assertThat(policy(false, STOP).isSquareOff()).isFalse();
    assertThat(policy(false, STOP, SQUARE_OFF).isSquareOff()).isTrue();
    assertThat(policy(false, STOP).isSignalExit()).isFalse();
    assertThat(policy(true, STOP).isSignalExit()).isTrue();
  }

  @Test
  void shouldKnowWhetherAllOfItsIndicatorsAreKept() {
    RuleSpec slower = new RuleSpec(RuleKind.SUPERTREND, 10, 1, 5 * MINUTE_NS);
    RuleSpec longer = new RuleSpec(RuleKind.SUPERTREND, 20, 1, MINUTE_NS);
    Indicators indicators = new Indicators();
    indicators.addInstrument();
    indicators.addInstrument();

    assertThat(policy(false, STOP).isWatched(indicators, 0)).isTrue();
    assertThat(policy(false, LINE).isWatched(indicators, 0)).isFalse();

    policy(false, LINE).watch(indicators, 0);

    assertThat(policy(false, STOP, LINE).isWatched(indicators, 0)).isTrue();
    assertThat(policy(false, LINE).isWatched(indicators, 1)).isFalse();
    assertThat(policy(false, LINE, slower).isWatched(indicators, 0)).isFalse();
    assertThat(policy(false, LINE, longer).isWatched(indicators, 0)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    // Where the first break-even wakes, then the second, and the price that wakes the policy.
    "LONG,  5, 3, 103",
    "SHORT, 5, 3, 103",
    "LONG,  3, 5, 103",
    "SHORT, 3, 5, 103",
  })
  void shouldWakeAtTheNearestOfTheirPrices(Side side, String first, String second, String wake) {
    RuleRig rig =
        new RuleRig(side)
            .rule(RuleKind.MAX_AGE, MINUTE_NS)
            .rule(RuleKind.BREAK_EVEN, RuleFixture.percent(first), 0)
            .rule(RuleKind.BREAK_EVEN, RuleFixture.percent(second), 0)
            .rule(RuleKind.MAX_AGE, MINUTE_NS)
            .open();

    assertThat(rig.wake()).isEqualTo(wake);
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  void shouldWakeAtNoPriceWithoutARuleThatAsksForOne(Side side) {
    assertThat(new RuleRig(side).rule(RuleKind.MAX_AGE, MINUTE_NS).open().wake()).isEqualTo("-");
  }
}
