package io.ripcord.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.StaleAction;
import io.ripcord.event.TriggerSource;
import io.ripcord.money.E8;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicySettingsTest {
  private static final RuleSpec TRIGGER = new RuleSpec(RuleKind.TRIGGER, 2);
  private static final RuleSpec EVALUATION = new RuleSpec(RuleKind.EVALUATION, 11, 12);
  private static final RuleSpec BOOK = new RuleSpec(RuleKind.BOOK_THROUGH, 13);
  private static final RuleSpec STALE = new RuleSpec(RuleKind.STALENESS, 14, 2);
  private static final RuleSpec DEFER = new RuleSpec(RuleKind.DEFER, 15, 16);

  @Test
  void shouldLookAtEveryTradeWhenNothingIsSaid() {
    PolicySettings settings = PolicySettings.of(List.of(new RuleSpec(RuleKind.MAX_AGE, 1)));

    assertThat(settings)
        .isEqualTo(
            new PolicySettings(
                TriggerSource.LAST,
                E8.NULL,
                E8.NULL,
                E8.NULL,
                E8.NULL,
                StaleAction.ALERT,
                1_000_000_000L,
                500_000));
    assertThat(settings.isEconomical()).isFalse();
    assertThat(settings.isBookThrough()).isFalse();
    assertThat(settings.isStaleness()).isFalse();
  }

  @Test
  void shouldTakeEachSettingAndLeaveTheOthersInAnyOrder() {
    PolicySettings all =
        new PolicySettings(TriggerSource.of(2), 11, 12, 13, 14, StaleAction.of(2), 15, 16);

    assertThat(PolicySettings.of(List.of(TRIGGER, EVALUATION, BOOK, STALE, DEFER))).isEqualTo(all);
    assertThat(PolicySettings.of(List.of(DEFER, STALE, BOOK, EVALUATION, TRIGGER))).isEqualTo(all);
    assertThat(all.isEconomical()).isTrue();
    assertThat(all.isBookThrough()).isTrue();
    assertThat(all.isStaleness()).isTrue();
  }

  @Test
  void shouldMakeNoRulesOfSettings() {
    Policy policy = new Policy(0, 1, 1, false, List.of(TRIGGER, EVALUATION, BOOK, STALE, DEFER));

    assertThat(policy.settings().trigger()).isEqualTo(TriggerSource.of(2));
    assertThat(policy.isOnBars()).isFalse();
    assertThat(policy.isSquareOff()).isFalse();
  }
}
