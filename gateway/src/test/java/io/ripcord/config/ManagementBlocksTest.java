package io.ripcord.config;

import static io.ripcord.config.PolicyTable.row;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The blocks {@code break-even}, {@code partial} and {@code scale-in}. */
class ManagementBlocksTest extends PolicyBlocks {
  static Stream<Arguments> accepted() {
    return Stream.of(
        row("{stop-loss: {percent: 2}, break-even: {}}", "BREAK_EVEN 10000000 2000000"),
        row("{stop-loss: {percent: 2}, break-even: {at: 3, lock: 0}}", "BREAK_EVEN 3000000 0"),
        row("{stop-loss: {percent: 2}, break-even: {at: 0.5, lock: fees}}", "BREAK_EVEN 500000 -"),
        row(
            "{stop-loss: {percent: 2}, partial: [{at: 15.0, min-age: 30m, close: 50}, {at: 25.0, close: 75}]}",
            "PARTIAL 15000000 1800000000000 50000000 25000000 0 75000000"),
        row(
            "{stop-loss: {percent: 2}, partial: [{at: 1, close: 100}]}",
            "PARTIAL 1000000 0 100000000"),
        row(
            "{stop-loss: {percent: 2}, scale-in: {}}",
            "SCALE_IN 5000000 25000000 5 3000000 1500000 1 60000000000"),
        row(
            "{stop-loss: {percent: 2}, scale-in: {at: 4, add: 50, momentum: {bars: 3, percent: 1.5}, volume-ratio: none, max-adds: 2, bar: 5m}}",
            "SCALE_IN 4000000 50000000 3 1500000 - 2 300000000000"),
        row(
            "{stop-loss: {percent: 2}, scale-in: {at: 5}, partial: [{at: 5.000001, close: 50}]}",
            "PARTIAL 5000001 0 50000000",
            "SCALE_IN 5000000 25000000 5 3000000 1500000 1 60000000000"),
        row(
            "{stop-loss: {percent: 2}, scale-in: {at: 5}, partial: [{at: 4, min-age: 30m, close: 50}]}",
            "PARTIAL 4000000 1800000000000 50000000",
            "SCALE_IN 5000000 25000000 5 3000000 1500000 1 60000000000"));
  }

  static Stream<Arguments> refused() {
    return Stream.of(refused1(), refused2()).flatMap(part -> part);
  }

  private static Stream<Arguments> refused1() {
    return Stream.of(
        row(
            "{stop-loss: {percent: 2}, ^break-even: }",
            ".break-even: found nothing, expected a mapping of keys to values"),
        row(
            "{stop-loss: {percent: 2}, break-even: {at: ^0}}",
            ".break-even.at: found '0', expected a percentage above 0 and at most 1000, with at most 6 decimals"),
        row(
            "{stop-loss: {percent: 2}, break-even: {lock: ^costs}}",
            ".break-even.lock: found 'costs', expected a percentage from 0 to 1000, with at most 6 decimals, or 'fees'"),
        row(
            "{stop-loss: {percent: 2}, break-even: {lock: ^-1}}",
            ".break-even.lock: found '-1', expected a percentage from 0 to 1000, with at most 6 decimals, or 'fees'"),
        row(
            "{stop-loss: {percent: 2}, break-even: {at: 3, lock: ^3}}",
            ".break-even: found lock 3, expected less than at 3: the stop would be past the price that moves it"),
        row(
            "{stop-loss: {percent: 2}, break-even: {at: ^2}}",
            ".break-even: found lock 2, expected less than at 2: the stop would be past the price that moves it"),
        row("{stop-loss: {percent: 2}, partial: ^5}", ".partial: found '5', expected a list"),
        row("{stop-loss: {percent: 2}, ^partial: []}", ".partial: found 0 rungs, expected 1 to 16"),
        row(
            "{stop-loss: {percent: 2}, partial: [^{at: 5}]}",
            ".partial: rung 1: missing key 'close', expected a percentage from 0.000001 to 100, with at most 6 decimals"));
  }

  private static Stream<Arguments> refused2() {
    return Stream.of(
        row(
            "{stop-loss: {percent: 2}, partial: [{at: 5, close: ^100.5}]}",
            ".partial: rung 1: close: found '100.5', expected a percentage from 0.000001 to 100, with at most 6 decimals"),
        row(
            "{stop-loss: {percent: 2}, partial: [{at: 5, close: 50}, {at: ^5, close: 60}]}",
            ".partial: rung 2: at: found 5, expected more than the 5 of the rung before"),
        row(
            "{stop-loss: {percent: 2}, partial: [{at: 5, close: 50}, {at: 6, close: ^50}]}",
            ".partial: rung 2: close: found 50, expected more than the 50 of the rung before: it is what is booked in total"),
        row(
            "{stop-loss: {percent: 2}, scale-in: {add: ^0}}",
            ".scale-in.add: found '0', expected a percentage from 0.000001 to 100, with at most 6 decimals"),
        row(
            "{stop-loss: {percent: 2}, scale-in: {momentum: ^3}}",
            ".scale-in.momentum: found '3', expected a mapping of keys to values"),
        row(
            "{stop-loss: {percent: 2}, scale-in: {momentum: {bars: ^0}}}",
            ".scale-in.momentum.bars: found '0', expected a whole number from 1 to 500"),
        row(
            "{stop-loss: {percent: 2}, scale-in: {volume-ratio: ^0}}",
            ".scale-in.volume-ratio: found '0', expected a number from 0.01 to 100, with at most 6 decimals, or 'none'"),
        row(
            "{stop-loss: {percent: 2}, scale-in: {max-adds: ^11}}",
            ".scale-in.max-adds: found '11', expected a whole number from 1 to 10"),
        row(
            "{stop-loss: {percent: 2}, ^scale-in: {}, partial: [{at: 5, close: 50}]}",
            ".scale-in: found at 5, expected less than the 5 of rung 1 of partial: nothing is added after a booking"));
  }

  static Stream<Arguments> suspicious() {
    return Stream.of(
        row(
            "{stop-loss: {percent: 2}, take-profit: {percent: 10}, ^break-even: {}}",
            ".break-even: found at 10, which is never reached: take-profit exits at 10"),
        row(
            "{stop-loss: {percent: 2}, take-profit: {ladder: [{after: 0s, percent: 3}]}, partial: [{at: 2, close: 10}, {at: ^3, close: 20}]}",
            ".partial: rung 2: found at 3, which is never reached: take-profit exits at 3"),
        row(
            "{stop-loss: {percent: 2}, take-profit: {percent: 4}, scale-in: {at: ^4}}",
            ".scale-in: found at 4, which is never reached: take-profit exits at 4"),
        row(
            "{stop-loss: {percent: 2}, time: {max-age: 30m}, partial: [{at: 5, min-age: ^30m, close: 50}]}",
            ".partial: rung 1: found min-age 30m, which is never reached: max-age exits at 30m"));
  }
}
