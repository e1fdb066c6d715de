package io.ripcord.config;

import static io.ripcord.config.PolicyTable.row;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * The blocks {@code trigger}, {@code evaluate}, {@code book-through}, {@code stale-after} and
 * {@code defer-ms}.
 */
class SettingBlocksTest extends PolicyBlocks {
  static Stream<Arguments> accepted() {
    return Stream.of(accepted1(), accepted2()).flatMap(part -> part);
  }

  private static Stream<Arguments> accepted1() {
    return Stream.of(
        row("{stop-loss: {percent: 2}, trigger: last}"),
        row("{stop-loss: {percent: 2}, trigger: bid-ask}", "TRIGGER 2"),
        row("{stop-loss: {percent: 2}, trigger: mark}", "TRIGGER 3"),
        row("{stop-loss: {percent: 2}, trigger: double-last}", "TRIGGER 4"),
        row("{stop-loss: {percent: 2}, evaluate: every-tick}"),
        row("{stop-loss: {percent: 2}, evaluate: {}}"),
        row("{stop-loss: {percent: 2}, evaluate: {every: 1s}}", "EVALUATION 1000000000 2000000"),
        row(
            "{stop-loss: {percent: 2}, evaluate: {every: 10ms, gap-percent: 0}}",
            "EVALUATION 10000000 -"),
        row("{stop-loss: {percent: 2}, evaluate: {gap-percent: 5}}", "EVALUATION - 5000000"));
  }

  private static Stream<Arguments> accepted2() {
    return Stream.of(
        row("{stop-loss: {percent: 2}, evaluate: {gap-percent: 0}}"),
        row("{stop-loss: {percent: 2}, book-through: true}", "BOOK_THROUGH 500000000"),
        row("{stop-loss: {percent: 2}, book-through: {confirm-ms: 250}}", "BOOK_THROUGH 250000000"),
        row("{stop-loss: {percent: 2}, book-through: false}"),
        row("{stop-loss: {percent: 2}, stale-after: 30s}", "STALENESS 30000000000 1"),
        row(
            "{stop-loss: {percent: 2}, stale-after: 1m, on-stale: exit}",
            "STALENESS 60000000000 2"),
        row(
            "{stop-loss: {percent: 2}, stale-after: 1m, on-stale: hold}",
            "STALENESS 60000000000 3"),
        row("{stop-loss: {percent: 2}, defer-ms: 1500}", "DEFER 1500000000 500000"),
        row("{stop-loss: {percent: 2}, defer-ms: 1, defer-within: 0.25}", "DEFER 1000000 250000"));
  }

  static Stream<Arguments> refused() {
    return Stream.of(refused1(), refused2()).flatMap(part -> part);
  }

  private static Stream<Arguments> refused1() {
    return Stream.of(
        row(
            "{stop-loss: {percent: 2}, trigger: ^marc}",
            ".trigger: found 'marc', did you mean 'mark'?"),
        row(
            "{stop-loss: {percent: 2}, trigger: ^5}",
            ".trigger: found '5', expected one of: last, bid-ask, mark, double-last"),
        row(
            "{stop-loss: {percent: 2}, evaluate: {every: ^1ms}}",
            ".evaluate.every: found '1ms', expected a duration from 10ms to 1h, such as 500ms, 30s, 10m, 4h or 1d"),
        row(
            "{stop-loss: {percent: 2}, evaluate: {gap-percent: ^101}}",
            ".evaluate.gap-percent: found '101', expected a percentage from 0 to 100, with at most 6 decimals"),
        row(
            "{stop-loss: {percent: 2}, evaluate: {^gap: 1}}",
            ".evaluate.gap: unknown key 'gap', expected one of: every, gap-percent"),
        row(
            "{stop-loss: {percent: 2}, book-through: ^500}",
            ".book-through: found '500', expected true or false"),
        row(
            "{stop-loss: {percent: 2}, book-through: {confirm-ms: ^0}}",
            ".book-through.confirm-ms: found '0', expected a whole number from 1 to 60000"),
        row(
            "{stop-loss: {percent: 2}, on-stale: ^exit}",
            ".on-stale: found it without stale-after, expected both"),
        row(
            "{stop-loss: {percent: 2}, stale-after: ^30}",
            ".stale-after: found '30', expected a duration from 100ms to 1d, such as 500ms, 30s, 10m, 4h or 1d"));
  }

  private static Stream<Arguments> refused2() {
    return Stream.of(
        row(
            "{stop-loss: {percent: 2}, stale-after: 30s, on-stale: ^page}",
            ".on-stale: found 'page', expected one of: alert, exit, hold"),
        row(
            "{stop-loss: {percent: 2}, defer-within: ^0.5}",
            ".defer-within: found it without defer-ms, expected both"),
        row(
            "{stop-loss: {percent: 2}, defer-ms: ^500ms}",
            ".defer-ms: found '500ms', expected a whole number from 1 to 60000"),
        row(
            "{stop-loss: {percent: 2}, defer-ms: 500, defer-within: ^11}",
            ".defer-within: found '11', expected a percentage from 0.000001 to 10, with at most 6 decimals"));
  }

  static Stream<Arguments> suspicious() {
    return Stream.of(
        row(
            "{hard-stop: {percent: 6}, book-through: ^true}",
            ".book-through: has no effect: there is no stop that it could fire"));
  }
}
