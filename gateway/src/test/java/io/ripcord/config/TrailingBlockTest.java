package io.ripcord.config;

import static io.ripcord.config.PolicyTable.row;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The block {@code trailing}. */
class TrailingBlockTest extends PolicyBlocks {
  static Stream<Arguments> accepted() {
    return Stream.of(accepted1(), accepted2()).flatMap(part -> part);
  }

  private static Stream<Arguments> accepted1() {
    return Stream.of(
        row("{stop-loss: {percent: 2}, trailing: {percent: 1}}", "TRAILING_STOP 1000000 0 0 - -"),
        row(
            "{stop-loss: {percent: 2}, trailing: {percent: 1.0, activate-at: 2.0, step: 0.05, tighten: {at: 5.0, percent: 0.5}}}",
            "TRAILING_STOP 1000000 2000000 50000 5000000 500000"),
        row("{stop-loss: {percent: 2}, trailing: {ticks: 40}}", "TRAILING_TICKS 40 0 0 - -"),
        row(
            "{stop-loss: {percent: 2}, trailing: {ticks: 40, activate-at: 1, step: 0.1, tighten: {at: 5, ticks: 20}}}",
            "TRAILING_TICKS 40 1000000 100000 5000000 20"),
        row(
            "{stop-loss: {percent: 2}, trailing: {atr: {}}}",
            "TRAILING_ATR 14 2000000 60000000000 0 0 - -"),
        row(
            "{stop-loss: {percent: 2}, trailing: {atr: {period: 22, multiplier: 3, bar: 15m}, activate-at: 1, step: 0.1, tighten: {at: 5, multiplier: 1.5}}}",
            "TRAILING_ATR 22 3000000 900000000000 1000000 100000 5000000 1500000"),
        row(
            "{stop-loss: {percent: 2}, trailing: {supertrend: {}}}",
            "SUPERTREND 10 3000000 60000000000"),
        row(
            "{stop-loss: {percent: 2}, trailing: {supertrend: {period: 7, multiplier: 2.5, bar: 1h}}}",
            "SUPERTREND 7 2500000 3600000000000"),
        row("{stop-loss: {percent: 2}, trailing: {ma-cross: {}}}", "MA_CROSS 9 21 1 60000000000"));
  }

  private static Stream<Arguments> accepted2() {
    return Stream.of(
        row(
            "{stop-loss: {percent: 2}, trailing: {ma-cross: {fast: 5, slow: 6, type: sma, bar: 1d}}}",
            "MA_CROSS 5 6 0 86400000000000"),
        row(
            "{stop-loss: {percent: 2}, trailing: [{ma-cross: {}}, {atr: {}}, {percent: 1}, {percent: 3, activate-at: 4}]}",
            "TRAILING_STOP 1000000 0 0 - -",
            "TRAILING_STOP 3000000 4000000 0 - -",
            "TRAILING_ATR 14 2000000 60000000000 0 0 - -",
            "MA_CROSS 9 21 1 60000000000"),
        row("{trailing: {ticks: 4}}", "TRAILING_TICKS 4 0 0 - -"));
  }

  static Stream<Arguments> refused() {
    return Stream.of(refused1(), refused2()).flatMap(part -> part);
  }

  private static Stream<Arguments> refused1() {
    return Stream.of(
        row(
            "{stop-loss: {percent: 2}, ^trailing: {}}",
            ".trailing: found none, expected exactly one of: percent, ticks, atr, supertrend, ma-cross"),
        row(
            "{stop-loss: {percent: 2}, ^trailing: {percent: 1, atr: {}}}",
            ".trailing: found percent and atr, expected exactly one of: percent, ticks, atr, supertrend, ma-cross"),
        row(
            "{stop-loss: {percent: 2}, trailing: {^supertrnd: {}}}",
            ".trailing.supertrnd: unknown key 'supertrnd', did you mean 'supertrend'?"),
        row(
            "{stop-loss: {percent: 2}, trailing: {ticks: ^0}}",
            ".trailing.ticks: found '0', expected a whole number from 1 to 1000000000"),
        row(
            "{stop-loss: {percent: 2}, trailing: {atr: {^fallback-percent: 1}}}",
            ".trailing.atr.fallback-percent: unknown key 'fallback-percent', expected one of: period, multiplier, bar"),
        row(
            "{stop-loss: {percent: 2}, trailing: {supertrend: {}, activate-at: ^1}}",
            ".trailing.activate-at: found it with supertrend, expected it with percent, ticks or atr only"),
        row(
            "{stop-loss: {percent: 2}, trailing: {ma-cross: {}, step: ^1}}",
            ".trailing.step: found it with ma-cross, expected it with percent, ticks or atr only"),
        row(
            "{stop-loss: {percent: 2}, trailing: {^ma-cross: {fast: 21}}}",
            ".trailing.ma-cross: found fast 21 and slow 21, expected fast to be less than slow"),
        row(
            "{stop-loss: {percent: 2}, trailing: {ma-cross: {type: ^wma}}}",
            ".trailing.ma-cross.type: found 'wma', did you mean 'sma'?"));
  }

  private static Stream<Arguments> refused2() {
    return Stream.of(
        row(
            "{stop-loss: {percent: 2}, trailing: {percent: 1, ^tighten: {at: 5}}}",
            ".trailing.tighten: missing key 'percent', expected a percentage above 0 and below 100, with at most 6 decimals"),
        row(
            "{stop-loss: {percent: 2}, trailing: {ticks: 40, tighten: {at: 5, ticks: ^40}}}",
            ".trailing.tighten.ticks: found 40, expected less than the trailing ticks 40"),
        row(
            "{stop-loss: {percent: 2}, trailing: {atr: {}, tighten: {at: 5, multiplier: ^2.5}}}",
            ".trailing.tighten.multiplier: found 2.5, expected less than the trailing multiplier 2"),
        row(
            "{stop-loss: {percent: 2}, ^trailing: []}",
            ".trailing: found 0 stops, expected 1 to 64"),
        row(
            "{stop-loss: {percent: 2}, trailing: [{percent: 1}, ^5]}",
            ".trailing: stop 2: found '5', expected a mapping of keys to values"),
        row(
            "{stop-loss: {percent: 2}, trailing: [{percent: 1}, {atr: {period: ^0}}]}",
            ".trailing: stop 2: atr.period: found '0', expected a whole number from 1 to 500"),
        row(
            "{stop-loss: {percent: 2}, trailing: [{percent: 1}, ^{percent: 1.0}]}",
            ".trailing: stop 2: found stop 1 again, expected it once"),
        row(
            "{stop-loss: {percent: 2}, trailing: {percent: ^100}}",
            ".trailing.percent: found '100', expected a percentage above 0 and below 100, with at most 6 decimals"));
  }

  static Stream<Arguments> suspicious() {
    return Stream.of(
        row(
            "{stop-loss: {percent: 2}, trailing: {percent: ^0.05}}",
            ".trailing.percent: found 0.05 percent, did you mean 5?"),
        row(
            "{stop-loss: {percent: 2}, trailing: {percent: 1, activate-at: 5, tighten: {at: ^5, percent: 0.5}}}",
            ".trailing.tighten.at: found 5, not above activate-at 5: the wider distance never holds"),
        row(
            "{stop-loss: {percent: 2}, take-profit: {percent: 4}, trailing: {percent: 1, activate-at: ^4}}",
            ".trailing: found activate-at 4, which is never reached: take-profit exits at 4"),
        row(
            "{stop-loss: {percent: 2}, take-profit: {percent: 4}, trailing: [{atr: {}}, {percent: 1, tighten: {at: ^5, percent: 0.5}}]}",
            ".trailing: stop 2: tighten: found at 5, which is never reached: take-profit exits at 4"));
  }
}
