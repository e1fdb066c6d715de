package io.ripcord.benchmark.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class VariantSummaryTest {
  private static final double THREE_DIGITS = 0.002;

  private final RateResult rate = MadeUp.threeRounds().rates().get(0);

  @Test
  void shouldTakeMediansOverWindows() {
    Quantiles all = VariantSummary.of("fused", rate).all();

    assertThat(all.windows()).isEqualTo(3);
    assertThat(all.p50()).isEqualTo(600);
    assertThat(all.p90()).isEqualTo(600);
    assertThat(all.p99()).as("400, 700 and 1000").isEqualTo(700);
  }

  @Test
  void shouldDivideWithinTheRoundOnly() {
    VariantSummary fused = VariantSummary.of("fused", rate);

    assertThat(fused.p50Ratio()).as("2, 3 and 10").isCloseTo(3, within(3 * THREE_DIGITS));
    assertThat(VariantSummary.of("hop", rate).p50Ratio()).isEqualTo(1);
  }

  @Test
  void shouldKeepStalledWindowsApart() {
    VariantSummary fused = VariantSummary.of("fused", rate);

    assertThat(fused.feedLostShare()).isCloseTo(0.1, within(1e-9));
    assertThat(fused.engineLostShare()).isZero();
    assertThat(fused.calm().windows()).isEqualTo(2);
    assertThat(fused.calm().p50()).isEqualTo(400);
    assertThat(fused.calmP50Ratio()).as("2 and 3").isCloseTo(2.5, within(2.5 * THREE_DIGITS));
  }

  @Test
  void shouldKeepDistancesApart() {
    VariantSummary fused = VariantSummary.of("fused", rate);

    assertThat(fused.near().windows()).isEqualTo(2);
    assertThat(fused.far().windows()).isEqualTo(1);
    assertThat(fused.far().p50()).isEqualTo(1_000);
  }

  @Test
  void shouldSayNothingWithoutWindows() {
    VariantSummary split = VariantSummary.of("split", rate);

    assertThat(split.all()).isEqualTo(new Quantiles(0, 0, 0, 0, 0));
    assertThat(split.p50Ratio()).isZero();
  }

  @Test
  void shouldJudgeTheGoals() {
    List<Goal> goals = Goal.judge(MadeUp.threeRounds());

    assertThat(goals).hasSize(2);
    assertThat(goals.get(0).isMet()).isFalse();
    assertThat(goals.get(0).isFarMissed()).isFalse();
    assertThat(goals.get(0).toString()).startsWith("MISS: ").endsWith("3.00, goal <= 2.5");
    assertThat(goals.get(1).toString()).startsWith("PASS: ");
    assertThat(new Goal("x", 3.76, 2.5).isFarMissed()).isTrue();
  }

  @Test
  void shouldNotJudgeOtherRates() {
    RigResult other = new RigResult("", true, null, List.of(MadeUp.rate(10_000, rate.windows())));

    assertThat(Goal.judge(other)).isEmpty();
  }
}
