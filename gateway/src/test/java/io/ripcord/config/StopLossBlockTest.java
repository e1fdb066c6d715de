package io.ripcord.config;

import static io.ripcord.config.PolicyTable.row;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The block {@code stop-loss}, and {@code hard-stop}. */
class StopLossBlockTest extends PolicyBlocks {
  static Stream<Arguments> accepted() {
    return Stream.of(
        row("{stop-loss: {price: 54000.5}}", "STOP_LOSS 5400050000000 - -"),
        row("{stop-loss: {percent: 2.5}}", "STOP_LOSS - 2500000 -"),
        row("{stop-loss: {ticks: 40}}", "STOP_LOSS - - 40"),
        row("{stop-loss: {atr: {}}}", "ATR_STOP 14 2000000 60000000000 1200000 2000000"),
        row(
            "{stop-loss: {atr: {period: 20, multiplier: 1.8, bar: 5m, min-percent: 1, fallback-percent: 3}}}",
            "ATR_STOP 20 1800000 300000000000 1000000 3000000"),
        row(
            "{stop-loss: {atr: {min-percent: 2}}}",
            "ATR_STOP 14 2000000 60000000000 2000000 2000000"),
        row("{hard-stop: {percent: 6}}", "HARD_STOP 6000000"),
        row(
            "{stop-loss: {atr: {}}, hard-stop: {percent: 2.000001}}",
            "ATR_STOP 14 2000000 60000000000 1200000 2000000",
            "HARD_STOP 2000001"));
  }

  static Stream<Arguments> refused() {
    return Stream.of(refused1(), refused2(), refused3()).flatMap(part -> part);
  }

  private static Stream<Arguments> refused1() {
    return Stream.of(
        row(
            "{^stop-loss: {atr: {}, ticks: 5}}",
            ".stop-loss: found atr and ticks, expected exactly one of: price, percent, ticks, atr"),
        row(
            "{stop-loss: {atr: ^14}}",
            ".stop-loss.atr: found '14', expected a mapping of keys to values"),
        row(
            "{stop-loss: {atr: {period: ^0}}}",
            ".stop-loss.atr.period: found '0', expected a whole number from 1 to 500"),
        row(
            "{stop-loss: {atr: {period: ^501}}}",
            ".stop-loss.atr.period: found '501', expected a whole number from 1 to 500"),
        row(
            "{stop-loss: {atr: {multiplier: ^0}}}",
            ".stop-loss.atr.multiplier: found '0', expected a number from 0.01 to 100, with at most 6 decimals"),
        row(
            "{stop-loss: {atr: {multiplier: ^101}}}",
            ".stop-loss.atr.multiplier: found '101', expected a number from 0.01 to 100, with at most 6 decimals"),
        row(
            "{stop-loss: {atr: {bar: ^7m}}}",
            ".stop-loss.atr.bar: found '7m', expected a duration from 1s to 1d that divides 1d, such as 1m"),
        row(
            "{stop-loss: {atr: {bar: ^500ms}}}",
            ".stop-loss.atr.bar: found '500ms', expected a duration from 1s to 1d that divides 1d, such as 1m"),
        row(
            "{stop-loss: {atr: {bar: ^2d}}}",
            ".stop-loss.atr.bar: found '2d', expected a duration from 1s to 1d that divides 1d, such as 1m"));
  }

  private static Stream<Arguments> refused2() {
    return Stream.of(
        row(
            "{stop-loss: {atr: {min-percent: ^0}}}",
            ".stop-loss.atr.min-percent: found '0', expected a percentage above 0 and below 100, with at most 6 decimals"),
        row(
            "{stop-loss: {atr: {^floor: 1}}}",
            ".stop-loss.atr.floor: unknown key 'floor', expected one of: period, multiplier, bar, min-percent, fallback-percent"),
        row(
            "{stop-loss: {atr: {fallback-percent: ^1}}}",
            ".stop-loss.atr: found fallback-percent 1, expected at least the min-percent 1.2: stops only tighten, so that the ATR stop would never replace it"),
        row(
            "{stop-loss: {atr: {min-percent: ^2.5}}}",
            ".stop-loss.atr: found fallback-percent 2, expected at least the min-percent 2.5: stops only tighten, so that the ATR stop would never replace it"),
        row(
            "{stop-loss: {percent: 2}, ^hard-stop: {}}",
            ".hard-stop: missing key 'percent', expected a percentage above 0 and below 100, with at most 6 decimals"),
        row(
            "{stop-loss: {percent: 2}, hard-stop: ^6}",
            ".hard-stop: found '6', expected a mapping of keys to values"),
        row(
            "{stop-loss: {percent: 2}, hard-stop: {percent: ^100}}",
            ".hard-stop.percent: found '100', expected a percentage above 0 and below 100, with at most 6 decimals"),
        row(
            "{stop-loss: {percent: 2}, hard-stop: {percent: ^2}}",
            ".hard-stop.percent: found 2, expected more than the stop-loss percent 2: the hard stop is the last layer; see docs/alignment.md"),
        row(
            "{stop-loss: {atr: {}}, hard-stop: {percent: ^1.5}}",
            ".hard-stop.percent: found 1.5, expected more than the fallback-percent of the stop-loss 2: the hard stop is the last layer; see docs/alignment.md"));
  }

  private static Stream<Arguments> refused3() {
    return Stream.of(
        row(
            "{trailing: {percent: 3}, hard-stop: {percent: ^3}}",
            ".hard-stop.percent: found 3, expected more than the trailing percent 3: the hard stop is the last layer; see docs/alignment.md"));
  }

  static Stream<Arguments> suspicious() {
    return Stream.of(
        row(
            "{stop-loss: {atr: {min-percent: ^0.02}}}",
            ".stop-loss.atr.min-percent: found 0.02 percent, did you mean 2?"),
        row(
            "{hard-stop: {percent: ^0.06}}",
            ".hard-stop.percent: found 0.06 percent, did you mean 6?"));
  }
}
