package io.ripcord.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.money.E8;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyBinderTest {
  static Stream<Arguments> suspicious() {
    return Stream.of(
        Arguments.of(
            "{stop-loss: {percent: 0.02}}",
            ".stop-loss.percent: found 0.02 percent, did you mean 2?"),
        Arguments.of(
            "{stop-loss: {percent: 0.199999}}",
            ".stop-loss.percent: found 0.199999 percent, did you mean 19.9999?"),
        Arguments.of(
            "{trailing: {percent: 0.1}}", ".trailing.percent: found 0.1 percent, did you mean 10?"),
        Arguments.of(
            "{trailing: {percent: 1, tighten: {at: 5, percent: 0.05}}}",
            ".trailing.tighten.percent: found 0.05 percent, did you mean 5?"),
        Arguments.of(
            "{stop-loss: {percent: 2}, unprotected: true}",
            ".unprotected: has no effect: there is a protective stop"));
  }

  @ParameterizedTest
  @MethodSource
  void suspicious(String policy, String message) {
    assertThat(Reading.policies("policies: {scalp: " + policy + "}"))
        .singleElement()
        .asString()
        .startsWith("q.yaml:1:")
        .endsWith(": warning: policies.scalp" + message);
  }

  static List<String> accepted() {
    return List.of(
        "{stop-loss: {percent: 0.2}}",
        "{stop-loss: {percent: 99.999999}}",
        "{stop-loss: {percent: \"2.0\"}}",
        "{stop-loss: {price: 0.00000001}}",
        "{stop-loss: {ticks: 40}, trigger: last, evaluate: every-tick}",
        "{trailing: {percent: 1, activate-at: 0}}",
        "{unprotected: true, take-profit: {percent: 4}}",
        "{unprotected: true, trailing: {percent: 1, activate-at: 2}}",
        "{unprotected: true, signal-exit: {enabled: true}}",
        "{unprotected: false, stop-loss: {percent: 2}, trailing: {percent: 1, activate-at: 2}}");
  }

  @ParameterizedTest
  @MethodSource
  void accepted(String policy) {
    assertThat(Reading.policies("policies: {scalp: " + policy + "}")).isEmpty();
  }

  @Test
  void shouldBindEveryKey() {
    PolicyConfig policy =
        Reading.policy(
            """
            # a policy
            policies:
              scalp:
                stop-loss: {price: 54000.5}
                take-profit:
                  ladder:
                    - {after: 0m, percent: 10}
                    - {after: 60m, percent: 4}
                    - {after: 240m, any: true}
                trailing: {percent: 1.0, activate-at: 2.0, step: 0.05, tighten: {at: 5.0, percent: 0.5}}
                signal-exit: {enabled: true}
            """);

    assertThat(policy.name()).isEqualTo("scalp");
    assertThat(policy.file()).isEqualTo("q.yaml");
    assertThat(policy.line()).isEqualTo(3);
    assertThat(policy.stopLoss()).hasValue(StopLossBlock.price(54_000_50000000L));
    assertThat(policy.takeProfit())
        .hasValue(
            TakeProfitBlock.ladder(
                List.of(
                    new LadderRung(0, 10_000_000),
                    new LadderRung(3_600_000_000_000L, 4_000_000),
                    new LadderRung(14_400_000_000_000L, E8.NULL))));
    assertThat(policy.trailing().orElseThrow().rules())
        .containsExactly(trailing(2_000_000, 50_000, 5_000_000, 500_000));
    assertThat(policy.signalExitEnabled()).isTrue();
    assertThat(policy.unprotected()).isFalse();
  }

  @Test
  void shouldFillDefaults() {
    PolicyConfig policy = Reading.policy("policies: {scalp: {trailing: {percent: 1}}}");

    assertThat(policy.trailing().orElseThrow().rules())
        .containsExactly(trailing(0, 0, E8.NULL, E8.NULL));
    assertThat(policy.stopLoss()).isEmpty();
    assertThat(policy.takeProfit()).isEmpty();
    assertThat(policy.signalExitEnabled()).isFalse();
    assertThat(policy.isProtected()).isTrue();
  }

  private static PolicyBlock trailing(long activate, long step, long at, long tighter) {
    return new TrailingDistance(
        TrailingDistance.Unit.PERCENT, 1_000_000, Optional.empty(), activate, step, at, tighter);
  }

  @Test
  void shouldBoundTheLadder() {
    assertThat(Reading.policies(ladderOf(16))).isEmpty();
    assertThat(Reading.policies(ladderOf(17)))
        .singleElement()
        .asString()
        .endsWith("policies.scalp.take-profit.ladder: found 17 rungs, expected 1 to 16");
  }

  private static String ladderOf(int rungs) {
    return IntStream.range(0, rungs)
        .mapToObj(i -> "{after: " + i + "m, percent: " + (100 - i) + "}")
        .collect(
            Collectors.joining(
                ", ",
                "policies: {scalp: {stop-loss: {percent: 2}, take-profit: {ladder: [",
                "]}}}"));
  }

  @Test
  void shouldReportAllProblemsInFileOrder() {
    assertThat(
            Reading.policies(
                """
                policies:
                  "a b": {stop-loss: {percent: 2}}
                  swing:
                    stop-loss: {percent: 200}
                    take-profit: {percnt: 4}
                  scalp:
                """))
        .containsExactly(
            "q.yaml:2:3: policies.\"a b\": found 'a b', expected a name of 1 to 64 characters"
                + " out of A-Z a-z 0-9 . _ : - /",
            "q.yaml:4:26: policies.swing.stop-loss.percent: found '200', expected a percentage"
                + " above 0 and below 100, with at most 6 decimals",
            "q.yaml:5:19: policies.swing.take-profit.percnt: unknown key 'percnt',"
                + " did you mean 'percent'?",
            "q.yaml:6:3: policies.scalp: found nothing, expected a mapping of keys to values");
  }
}
