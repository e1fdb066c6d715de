package io.ripcord.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PolicySizeTest {
  @Test
  void shouldTakeNoMoreRulesThanAPolicyHolds() {
    // The stop-loss and the watch for gaps are rules as well.
    assertThat(Reading.policies(trailing(62))).isEmpty();
    assertThat(Reading.policies(trailing(63)))
        .containsExactly("q.yaml:1:12: policies.scalp: found 65 rules, expected at most 64");
  }

  private static String trailing(int stops) {
    return IntStream.rangeClosed(1, stops)
        .mapToObj(i -> "{ticks: " + i + ", activate-at: " + (stops - i) + "}")
        .collect(
            Collectors.joining(
                ", ", "policies: {scalp: {stop-loss: {percent: 2}, trailing: [", "]}}"));
  }

  @Test
  void shouldBoundTheSymbolsWithARatioOfTheirOwn() {
    assertThat(Reading.policies(symbols(32))).isEmpty();
    assertThat(Reading.policies(symbols(33)))
        .singleElement()
        .asString()
        .endsWith(
            ": policies.scalp.take-profit.risk-reward.symbols: found 33 symbols, expected at most 32");
  }

  private static String symbols(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> "S" + i + ": 2")
        .collect(
            Collectors.joining(
                ", ",
                "policies: {scalp: {stop-loss: {percent: 2}, take-profit: {risk-reward: {symbols: {",
                "}}}}}"));
  }
}
