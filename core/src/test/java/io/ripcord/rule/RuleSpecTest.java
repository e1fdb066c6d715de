package io.ripcord.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RuleSpecTest {
  @Test
  void shouldKeepItsOwnParameters() {
    long[] parameters = {1, 2};
    RuleSpec spec = new RuleSpec(RuleKind.TAKE_PROFIT, parameters);

    parameters[0] = 9;
    spec.parameters()[1] = 9;

    assertThat(spec.parameters()).containsExactly(1, 2);
    assertThat(spec.parameter(0)).isEqualTo(1);
    assertThat(spec.count()).isEqualTo(2);
    assertThat(spec.kindCode()).isEqualTo(2);
  }

  @Test
  void shouldBeAlikeByValue() {
    RuleSpec spec = new RuleSpec(RuleKind.TAKE_PROFIT, 1, 2);

    assertThat(spec)
        .isEqualTo(new RuleSpec(RuleKind.TAKE_PROFIT, 1, 2))
        .hasSameHashCodeAs(new RuleSpec(RuleKind.TAKE_PROFIT, 1, 2))
        .isNotEqualTo(new RuleSpec(RuleKind.TAKE_PROFIT, 1, 3))
        .isNotEqualTo(new RuleSpec(RuleKind.TAKE_PROFIT, 1))
        .isNotEqualTo(new RuleSpec(RuleKind.TARGET_LADDER, 1, 2))
        .hasToString("TAKE_PROFIT[1, 2]");
  }

  @Test
  void shouldRefuseMoreParametersThanARuleMayHave() {
    assertThat(new RuleSpec(RuleKind.TARGET_LADDER, new long[512]).count()).isEqualTo(512);
    assertThatThrownBy(() -> new RuleSpec(RuleKind.TARGET_LADDER, new long[513]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("TARGET_LADDER with parameters=513, expected 1 to 512");
    assertThatThrownBy(() -> new RuleSpec(RuleKind.MAX_AGE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldNameItsParameters() {
    RuleSpec ladder = new RuleSpec(RuleKind.TARGET_LADDER, 1, 2, 3, 4, 5, 6);

    assertThat(ladder.parameterName(0)).isEqualTo("after1Ns");
    assertThat(ladder.parameterName(5)).isEqualTo("percent3E6");
    assertThat(RuleKind.STOP_LOSS.parameterName(2, 3)).isEqualTo("ticks");
    assertThat(RuleKind.PARTIAL.parameterName(4, 6)).isEqualTo("minAge2Ns");
    assertThat(RuleKind.RISK_REWARD.parameterName(11, 13)).isEqualTo("symbol2Id");
    assertThat(RuleKind.MAX_AGE.parameterName(3, 4)).isEqualTo("p4");
    assertThatThrownBy(() -> ladder.parameterName(6)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldSpreadItsHash() {
    RuleSpec spec = new RuleSpec(RuleKind.TAKE_PROFIT, 1, 2);

    assertThat(spec.hashCode())
        .isNotEqualTo(new RuleSpec(RuleKind.TAKE_PROFIT, 2, 1).hashCode())
        .isNotEqualTo(new RuleSpec(RuleKind.SQUARE_OFF, 1, 2).hashCode());
  }

  @Test
  void shouldTellRulesThatLookAtBars() {
    assertThat(new RuleSpec(RuleKind.SUPERTREND, 10, 1, 60_000_000_000L).isOnBars()).isTrue();
    assertThat(new RuleSpec(RuleKind.MAX_AGE, 1).isOnBars()).isFalse();
    assertThat(new RuleSpec(RuleKind.TRIGGER, 1).isOnBars()).isFalse();
  }
}
