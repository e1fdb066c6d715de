package io.ripcord.config;

import static io.ripcord.config.PolicyTable.row;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The block {@code take-profit}. */
class TakeProfitBlockTest extends PolicyBlocks {
  static Stream<Arguments> accepted() {
    return Stream.of(
        row(
            "{stop-loss: {percent: 2}, take-profit: {price: 60000}}",
            "TAKE_PROFIT 6000000000000 -"),
        row("{stop-loss: {percent: 2}, take-profit: {percent: 4}}", "TAKE_PROFIT - 4000000"),
        row(
            "{stop-loss: {percent: 2}, take-profit: {ladder: [{after: 0m, percent: 10}, {after: 60m, percent: 4}, {after: 4h, any: true}]}}",
            "TARGET_LADDER 0 3600000000000 14400000000000 10000000 4000000 -"),
        row(
            "{stop-loss: {percent: 2}, take-profit: {risk-reward: {}}}",
            "RISK_REWARD 0 1500000 1000000 3000000 1000000 1200000 1000000 800000 60000000000"),
        row(
            "{stop-loss: {percent: 2}, take-profit: {risk-reward: {strategy: volatility-adjusted, base: 2, min: 0.5, max: 4, volatility-factor: 0, bar: 5m}}}",
            "RISK_REWARD 1 2000000 500000 4000000 0 1200000 1000000 800000 300000000000"),
        row(
            "{stop-loss: {percent: 2}, take-profit: {risk-reward: {strategy: regime, regime: {trending: 1.5, ranging: 0.9, volatile: 0.7}, symbols: {TSLA: 2, AAPL: 1.8, SPY: 1.2}}}}",
            "RISK_REWARD 2 1500000 1000000 3000000 1000000 1500000 900000 700000 60000000000 901 1800000 902 1200000 903 2000000"),
        row(
            "{stop-loss: {ticks: 4}, take-profit: {risk-reward: {}}}",
            "STOP_LOSS - - 4",
            "RISK_REWARD 0 1500000 1000000 3000000 1000000 1200000 1000000 800000 60000000000"));
  }

  static Stream<Arguments> refused() {
    return Stream.of(refused1(), refused2()).flatMap(part -> part);
  }

  private static Stream<Arguments> refused1() {
    return Stream.of(
        row(
            "{stop-loss: {percent: 2}, ^take-profit: {percent: 4, risk-reward: {}}}",
            ".take-profit: found percent and risk-reward, expected exactly one of: price, percent, ladder, risk-reward"),
        row(
            "{stop-loss: {percent: 2}, take-profit: {risk-reward: {strategy: ^fixed-ration}}}",
            ".take-profit.risk-reward.strategy: found 'fixed-ration', did you mean 'fixed-ratio'?"),
        row(
            "{stop-loss: {percent: 2}, take-profit: {risk-reward: {base: ^0}}}",
            ".take-profit.risk-reward.base: found '0', expected a number from 0.01 to 100, with at most 6 decimals"),
        row(
            "{stop-loss: {percent: 2}, take-profit: {risk-reward: {volatility-factor: ^-1}}}",
            ".take-profit.risk-reward.volatility-factor: found '-1', expected a number from 0 to 100, with at most 6 decimals"),
        row(
            "{stop-loss: {percent: 2}, take-profit: {risk-reward: {strategy: regime, regime: ^1.2}}}",
            ".take-profit.risk-reward.regime: found '1.2', expected a mapping of keys to values"),
        row(
            "{stop-loss: {percent: 2}, take-profit: {risk-reward: {strategy: regime, regime: {volatile: ^200}}}}",
            ".take-profit.risk-reward.regime.volatile: found '200', expected a number from 0.01 to 100, with at most 6 decimals"),
        row(
            "{stop-loss: {percent: 2}, take-profit: {risk-reward: {symbols: {AAPL: ^x}}}}",
            ".take-profit.risk-reward.symbols.AAPL: found 'x', expected a number from 0.01 to 100, with at most 6 decimals"),
        row(
            "{stop-loss: {percent: 2}, take-profit: {risk-reward: {symbols: {^\"A B\": 1.5}}}}",
            ".take-profit.risk-reward.symbols.\"A B\": found 'A B', expected a name of 1 to 64 characters out of A-Z a-z 0-9 . _ : - /"),
        row(
            "{stop-loss: {percent: 2}, take-profit: {^risk-reward: {min: 3, max: 2}}}",
            ".take-profit.risk-reward: found min 3 and max 2, expected min to be at most max"));
  }

  private static Stream<Arguments> refused2() {
    return Stream.of(
        row(
            "{stop-loss: {percent: 2}, take-profit: {risk-reward: {base: ^3.5}}}",
            ".take-profit.risk-reward: found base 3.5, expected it from min 1 to max 3"),
        row(
            "{stop-loss: {percent: 2}, take-profit: {^risk-reward: {min: 2}}}",
            ".take-profit.risk-reward: found base 1.5, expected it from min 2 to max 3"),
        row(
            "{stop-loss: {percent: 2}, take-profit: {risk-reward: {symbols: {AAPL: ^0.9}}}}",
            ".take-profit.risk-reward.symbols: found AAPL 0.9, expected it from min 1 to max 3"),
        row(
            "{trailing: {percent: 2}, take-profit: {^risk-reward: {}}}",
            ".take-profit.risk-reward: found no stop-loss, expected one: the risk is the distance of the stop as first set"),
        row(
            "{hard-stop: {percent: 6}, take-profit: {^risk-reward: {}}}",
            ".take-profit.risk-reward: found no stop-loss, expected one: the risk is the distance of the stop as first set"));
  }

  static Stream<Arguments> suspicious() {
    return Stream.of(
        row(
            "{stop-loss: {percent: 2}, take-profit: {risk-reward: {volatility-factor: ^2}}}",
            ".take-profit.risk-reward.volatility-factor: has no effect: strategy is fixed-ratio"),
        row(
            "{stop-loss: {percent: 2}, take-profit: {risk-reward: {bar: ^5m}}}",
            ".take-profit.risk-reward.bar: has no effect: strategy is fixed-ratio"),
        row(
            "{stop-loss: {percent: 2}, take-profit: {risk-reward: {strategy: volatility-adjusted, ^regime: {ranging: 2}}}}",
            ".take-profit.risk-reward.regime: has no effect: strategy is volatility-adjusted"),
        row(
            "{stop-loss: {percent: 2}, time: {max-age: 1h}, take-profit: {ladder: [{after: 0m, percent: 4}, {after: ^2h, any: true}]}}",
            ".take-profit.ladder: rung 2: found after 2h, which is never reached: max-age exits at 1h"));
  }
}
