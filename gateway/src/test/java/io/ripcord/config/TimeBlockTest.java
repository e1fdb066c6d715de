package io.ripcord.config;

import static io.ripcord.config.PolicyTable.row;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The blocks {@code time} and {@code volatility}. */
class TimeBlockTest extends PolicyBlocks {
  static Stream<Arguments> accepted() {
    return Stream.of(
        row("{stop-loss: {percent: 2}, time: {max-age: 4h}}", "MAX_AGE 14400000000000"),
        row(
            "{stop-loss: {percent: 2}, time: {square-off: \"15:00\", zone: Asia/Kolkata}}",
            "SQUARE_OFF 54000000000000 - 901"),
        row(
            "{stop-loss: {percent: 2}, time: {square-off: 15:20:30, zone: UTC}}",
            "SQUARE_OFF 55230000000000 - 901"),
        row(
            "{stop-loss: {percent: 2}, time: {square-off: {before-close: 10m}}}",
            "SQUARE_OFF - 600000000000 -"),
        row(
            "{stop-loss: {percent: 2}, time: {tighten: [{after: 30m, stop-percent: 1.5}, {after: 1h, stop-percent: 0.5}]}}",
            "TIME_TIGHTEN 1800000000000 1500000 3600000000000 500000"),
        row(
            "{stop-loss: {percent: 2}, time: {max-age: 4h, square-off: \"00:00\", zone: Europe/Berlin, tighten: [{after: 1s, stop-percent: 1}]}}",
            "MAX_AGE 14400000000000",
            "TIME_TIGHTEN 1000000000 1000000",
            "SQUARE_OFF 0 - 901"),
        row("{stop-loss: {percent: 2}, volatility: {}}", "VOLATILITY 14 100 1500000 - 60000000000"),
        row(
            "{stop-loss: {percent: 2}, trailing: {percent: 3}, volatility: {fast: 10, slow: 50, tighten-above: 1, widen-below: 0.7, bar: 5m}}",
            "TRAILING_STOP 3000000 0 0 - -",
            "VOLATILITY 10 50 1000000 700000 300000000000"));
  }

  static Stream<Arguments> refused() {
    return Stream.of(refused1(), refused2(), refused3()).flatMap(part -> part);
  }

  private static Stream<Arguments> refused1() {
    return Stream.of(
        row(
            "{stop-loss: {percent: 2}, ^time: {}}",
            ".time: found none, expected at least one of: max-age, square-off, tighten"),
        row(
            "{stop-loss: {percent: 2}, time: {max-age: ^0}}",
            ".time.max-age: found '0', expected a duration from 1s to 3650d, such as 500ms, 30s, 10m, 4h or 1d"),
        row(
            "{stop-loss: {percent: 2}, time: {square-off: ^\"24:00\", zone: UTC}}",
            ".time.square-off: found '24:00', expected a time of day such as \"15:00\" or \"15:00:30\""),
        row(
            "{stop-loss: {percent: 2}, time: {square-off: ^3pm, zone: UTC}}",
            ".time.square-off: found '3pm', expected a time of day such as \"15:00\" or \"15:00:30\""),
        row(
            "{stop-loss: {percent: 2}, time: {square-off: ^\"15:00\"}}",
            ".time.square-off: found a time without zone, expected a time zone such as Asia/Kolkata, Europe/Berlin or UTC"),
        row(
            "{stop-loss: {percent: 2}, time: {square-off: \"15:00\", zone: ^Asia/Kolkatta}}",
            ".time.zone: found 'Asia/Kolkatta', did you mean 'Asia/Kolkata'?"),
        row(
            "{stop-loss: {percent: 2}, time: {square-off: \"15:00\", zone: ^Middle-earth/The-Shire-of-Old}}",
            ".time.zone: found 'Middle-earth/The-Shire-of-Old', expected a time zone such as Asia/Kolkata, Europe/Berlin or UTC"),
        row(
            "{stop-loss: {percent: 2}, time: {^square-off: {}}}",
            ".time.square-off: missing key 'before-close', expected a duration from 0ms to 1d, such as 500ms, 30s, 10m, 4h or 1d"),
        row(
            "{stop-loss: {percent: 2}, time: {^tighten: []}}",
            ".time.tighten: found 0 steps, expected 1 to 16"));
  }

  private static Stream<Arguments> refused2() {
    return Stream.of(
        row(
            "{stop-loss: {percent: 2}, time: {tighten: [^{after: 30m}]}}",
            ".time.tighten: step 1: missing key 'stop-percent', expected a percentage above 0 and below 100, with at most 6 decimals"),
        row(
            "{stop-loss: {percent: 2}, time: {tighten: [{after: 30m, stop-percent: 1}, {after: ^30m, stop-percent: 0.5}]}}",
            ".time.tighten: step 2: after: found 30m, expected more than the 30m of the step before"),
        row(
            "{stop-loss: {percent: 2}, time: {tighten: [{after: 30m, stop-percent: 1}, {after: 31m, stop-percent: ^1}]}}",
            ".time.tighten: step 2: stop-percent: found 1, expected less than the 1 of the step before"),
        row(
            "{stop-loss: {percent: 2}, time: {max-age: 1h, tighten: [{after: ^1h, stop-percent: 1}]}}",
            ".time.tighten: step 1: after: found 1h, expected less than max-age 1h: the position is gone by then"),
        row(
            "{stop-loss: {percent: 2}, time: {tighten: [{after: 30m, stop-percent: ^2}]}}",
            ".time.tighten: step 1: stop-percent: found 2, expected less than the stop-loss percent 2: stops only tighten"),
        row(
            "{hard-stop: {percent: 6}, time: {tighten: [{after: 30m, stop-percent: ^6}]}}",
            ".time.tighten: step 1: stop-percent: found 6, expected less than the hard-stop percent 6: stops only tighten"),
        row(
            "{stop-loss: {percent: 2}, volatility: {fast: ^0}}",
            ".volatility.fast: found '0', expected a whole number from 1 to 500"),
        row(
            "{stop-loss: {percent: 2}, ^volatility: {fast: 100}}",
            ".volatility: found fast 100 and slow 100, expected fast to be less than slow"),
        row(
            "{stop-loss: {percent: 2}, volatility: {tighten-above: ^0.9}}",
            ".volatility.tighten-above: found '0.9', expected a number from 1 to 100, with at most 6 decimals"));
  }

  private static Stream<Arguments> refused3() {
    return Stream.of(
        row(
            "{stop-loss: {percent: 2}, volatility: {widen-below: ^1.5}}",
            ".volatility.widen-below: found '1.5', expected a number from 0.01 to 1, with at most 6 decimals"));
  }

  static Stream<Arguments> suspicious() {
    return Stream.of(
        row(
            "{stop-loss: {percent: 2}, time: {max-age: 1h, zone: ^UTC}}",
            ".time.zone: has no effect: there is no square-off at a time of day"),
        row(
            "{stop-loss: {percent: 2}, time: {tighten: [{after: 30m, stop-percent: ^0.1}]}}",
            ".time.tighten: step 1: stop-percent: found 0.1 percent, did you mean 10?"),
        row(
            "{hard-stop: {percent: 6}, ^volatility: {}}",
            ".volatility: has no effect: there is no stop-loss and no trailing distance"),
        row(
            "{stop-loss: {percent: 2}, volatility: {widen-below: ^0.7}}",
            ".volatility.widen-below: has no effect: there is no trailing distance"));
  }
}
