package io.ripcord.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Levels of a policy that make sense or none only with the position that they are meant for. */
class LevelChecksTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LONG | 100 | {stop-loss: {price: 94}, hard-stop: {percent: 6}} | found stop-loss price 94,"
            + " expected it closer than the hard-stop, which is at 94",
        "SHORT | 100 | {stop-loss: {price: 106}, hard-stop: {percent: 6}} | found stop-loss price"
            + " 106, expected it closer than the hard-stop, which is at 106",
        "LONG | 100 | {stop-loss: {ticks: 60}, hard-stop: {percent: 6}} | found stop-loss 60 ticks,"
            + " expected it closer than the hard-stop, which is at 94",
        "SHORT | 100 | {stop-loss: {ticks: 61}, hard-stop: {percent: 6}} | found stop-loss 61"
            + " ticks, expected it closer than the hard-stop, which is at 106",
        "LONG | 100 | {stop-loss: {price: 100}, take-profit: {risk-reward: {}}} | found stop-loss"
            + " price 100, expected it away from the entry-price: risk-reward multiplies the"
            + " distance",
        "LONG | 50 | {trailing: {ticks: 500}} | found trailing 500 ticks of 0.1, expected a distance"
            + " below the entry-price 50",
      })
  void shouldRefuseLevelsThatContradictThePosition(
      String side, String entry, String policy, String message) {
    assertThat(problems(side, entry, policy))
        .containsExactly("p.yaml:2:69: position 1: policy 'p': " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LONG | 100 | {stop-loss: {price: 94.1}, hard-stop: {percent: 6}}",
        "SHORT | 100 | {stop-loss: {price: 105.9}, hard-stop: {percent: 6}}",
        "LONG | 100 | {stop-loss: {ticks: 59}, hard-stop: {percent: 6}}",
        "SHORT | 100 | {stop-loss: {ticks: 59}, hard-stop: {percent: 6}}",
        "LONG | 100 | {stop-loss: {price: 100}, take-profit: {percent: 4}}",
        "LONG | 100 | {stop-loss: {price: 98}, take-profit: {risk-reward: {}}}",
        "LONG | 50 | {trailing: {ticks: 499}}",
        "SHORT | 50 | {trailing: {ticks: 500}}",
        "LONG | 50 | {stop-loss: {percent: 2}, partial: [{at: 100, close: 50}]}",
        "SHORT | 50 | {stop-loss: {percent: 2}, partial: [{at: 99, close: 50}]}",
      })
  void shouldTakeLevelsThatSuitThePosition(String side, String entry, String policy) {
    assertThat(problems(side, entry, policy)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "take-profit: {percent: 100} | take-profit",
        "break-even: {at: 100} | break-even",
        "scale-in: {at: 100} | scale-in",
        "'partial: [{at: 15, close: 50}, {at: 100, close: 75}]' | partial",
        "'trailing: {percent: 1, activate-at: 100}' | trailing activate-at",
      })
  void shouldWarnOfProfitsThatNoShortMakes(String block, String name) {
    assertThat(problems("SHORT", "100", "{stop-loss: {percent: 2}, " + block + "}"))
        .singleElement()
        .asString()
        .endsWith(
            "warning: position 1: policy 'p': "
                + name
                + " 100 percent is never reached by a SHORT position");
  }

  private static List<String> problems(String side, String entry, String policy) {
    String keys = "symbol: A, quantity: 1, side: %5s, entry-price: %3s".formatted(side, entry);
    return Reading.positions(
        "instruments: {A: {price-increment: 0.1}}",
        "positions:\n  - {" + keys + ", policy: p}\npolicies: {p: " + policy + "}");
  }
}
