package io.ripcord.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.ripcord.config.EvaluateBlock;
import io.ripcord.config.PolicyConfig;
import io.ripcord.config.StopLossBlock;
import io.ripcord.money.E8;
import io.ripcord.rule.RuleKind;
import io.ripcord.rule.RuleSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineRulesTest {
  private static final PolicyConfig PLAIN =
      new PolicyConfig(
          "plain",
          List.of(EvaluateBlock.DEFAULT, StopLossBlock.percent(2_000_000)),
          false,
          "q.yaml",
          3);

  @Test
  void shouldTakeAPolicyThatSaysNothingSpecial() {
    assertThatCode(() -> EngineRules.check(List.of(PLAIN))).doesNotThrowAnyException();
  }

  @Test
  void shouldGiveTheRulesInTheOrderOfEvents() {
    assertThat(EngineRules.of(PLAIN, name -> 1))
        .first()
        .isEqualTo(new RuleSpec(RuleKind.STOP_LOSS, E8.NULL, 2_000_000, E8.NULL));
  }
}
