package io.ripcord.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyRefusalTest {
  private static final String PROTECTIVE =
      ", expected a percentage above 0 and below 100, with at most 6 decimals";
  private static final String GAIN =
      ", expected a percentage above 0 and at most 1000, with at most 6 decimals";
  private static final String AGE =
      ", expected a duration from 0ms to 3650d, such as 500ms, 30s, 10m, 4h or 1d";

  /** The mapping of policy {@code scalp}, column of the problem, and what follows its name. */
  static Stream<Arguments> refused() {
    return Stream.of(structure(), stops(), targets(), trailing(), wholePolicy())
        .flatMap(part -> part);
  }

  private static Stream<Arguments> structure() {
    return Stream.of(
        Arguments.of("5", 20, ": found '5', expected a mapping of keys to values"),
        Arguments.of("[]", 13, ": found a list, expected a mapping of keys to values"),
        Arguments.of(
            "{stop-los: {percent: 2}}",
            21,
            ".stop-los: unknown key 'stop-los', did you mean 'stop-loss'?"),
        Arguments.of(
            "{stop-loss: {percent: 2}, foo: 1}",
            46,
            ".foo: unknown key 'foo', expected one of: trigger, evaluate, stop-loss, take-profit,"
                + " trailing, break-even, partial, scale-in, time, volatility and 8 more"),
        Arguments.of(
            "{stop-loss: {percnt: 2}}",
            33,
            ".stop-loss.percnt: unknown key 'percnt', did you mean 'percent'?"),
        Arguments.of(
            "{stop-loss: {percent: 2}, trigger: lst}",
            55,
            ".trigger: found 'lst', did you mean 'last'?"),
        Arguments.of(
            "{stop-loss: {percent: 2}, trigger: [last]}",
            46,
            ".trigger: found a list, expected last, bid-ask, mark or double-last"),
        Arguments.of(
            "{stop-loss: {percent: 2}, evaluate: sometimes}",
            56,
            ".evaluate: found 'sometimes', expected 'every-tick'"));
  }

  private static Stream<Arguments> stops() {
    return Stream.of(
        Arguments.of(
            "{stop-loss: 2}", 32, ".stop-loss: found '2', expected a mapping of keys to values"),
        Arguments.of(
            "{stop-loss: }", 21, ".stop-loss: found nothing, expected a mapping of keys to values"),
        Arguments.of(
            "{stop-loss: {}}",
            21,
            ".stop-loss: found none, expected exactly one of: price, percent, ticks, atr"),
        Arguments.of(
            "{stop-loss: {price: 1, ticks: 2}}",
            21,
            ".stop-loss: found price and ticks, expected exactly one of: price, percent, ticks, atr"),
        Arguments.of("{stop-loss: {percent: 0}}", 42, ".stop-loss.percent: found '0'" + PROTECTIVE),
        Arguments.of(
            "{stop-loss: {percent: -2}}", 42, ".stop-loss.percent: found '-2'" + PROTECTIVE),
        Arguments.of(
            "{stop-loss: {percent: 100}}", 42, ".stop-loss.percent: found '100'" + PROTECTIVE),
        Arguments.of(
            "{stop-loss: {percent: 2%}}", 42, ".stop-loss.percent: found '2%'" + PROTECTIVE),
        Arguments.of(
            "{stop-loss: {percent: 1.0000001}}",
            42,
            ".stop-loss.percent: found '1.0000001'" + PROTECTIVE),
        Arguments.of(
            "{stop-loss: {percent: [2]}}", 33, ".stop-loss.percent: found a list" + PROTECTIVE),
        Arguments.of(
            "{stop-loss: {percent: null}}", 33, ".stop-loss.percent: found 'null'" + PROTECTIVE),
        Arguments.of(
            "{stop-loss: {percent: }}", 33, ".stop-loss.percent: found nothing" + PROTECTIVE),
        Arguments.of(
            "{stop-loss: {price: 0}}",
            40,
            ".stop-loss.price: found '0', expected a number above 0 and at most 1000000000,"
                + " with at most 8 decimals"),
        Arguments.of(
            "{stop-loss: {price: 1e3}}",
            40,
            ".stop-loss.price: found '1e3', expected a number above 0 and at most 1000000000,"
                + " with at most 8 decimals"),
        Arguments.of(
            "{stop-loss: {ticks: 1.5}}",
            40,
            ".stop-loss.ticks: found '1.5', expected a whole number from 1 to 1000000000"));
  }

  private static Stream<Arguments> targets() {
    return Stream.of(
        target(
            "{}", 40, ": found none, expected exactly one of: price, percent, ladder, risk-reward"),
        target(
            "{percent: 1, ladder: [{after: 0m, percent: 1}]}",
            40,
            ": found percent and ladder, expected exactly one of: price, percent, ladder, risk-reward"),
        target("{percent: 1000.5}", 63, ".percent: found '1000.5'" + GAIN),
        target("{ladder: 5}", 62, ".ladder: found '5', expected a list"),
        target("{ladder: []}", 54, ".ladder: found 0 rungs, expected 1 to 16"),
        target(
            "{ladder: [5]}",
            63,
            ".ladder: rung 1: found '5', expected a mapping of keys to values"),
        target("{ladder: [{percent: 1}]}", 63, ".ladder: rung 1: missing key 'after'" + AGE),
        target(
            "{ladder: [{after: 10, percent: 1}]}", 71, ".ladder: rung 1: after: found '10'" + AGE),
        target(
            "{ladder: [{after: 1m}]}",
            63,
            ".ladder: rung 1: found neither percent nor any, expected one of them"),
        target(
            "{ladder: [{after: 1m, percent: 1, any: true}]}",
            63,
            ".ladder: rung 1: found both percent and any, expected one of them"),
        target(
            "{ladder: [{after: 1m, any: false}]}",
            80,
            ".ladder: rung 1: any: found 'false', expected true or a percent instead"),
        target(
            "{ladder: [{after: 1m, percent: 0}]}",
            84,
            ".ladder: rung 1: percent: found '0'" + GAIN),
        target(
            "{ladder: [{after: 1m, percent: 2}, {after: 60s, percent: 1}]}",
            96,
            ".ladder: rung 2: after: found 1m, expected more than the 1m of the rung before"),
        target(
            "{ladder: [{after: 1m, percent: 2}, {after: 2m, percent: 2.0}]}",
            109,
            ".ladder: rung 2: percent: found 2, expected less than the 2 of the rung before"),
        target(
            "{ladder: [{after: 1m, any: true}, {after: 2m, percent: 2}]}",
            87,
            ".ladder: rung 2: found a rung after 'any: true', expected that to be the last one"),
        target(
            "{ladder: [{after: 1m, percent: 1, size: 5}]}",
            87,
            ".ladder: rung 1: size: unknown key 'size', expected one of: after, percent, any"));
  }

  private static Arguments target(String takeProfit, int column, String message) {
    return Arguments.of(
        "{stop-loss: {percent: 2}, take-profit: " + takeProfit + "}",
        column + 6,
        ".take-profit" + message);
  }

  private static Stream<Arguments> trailing() {
    return Stream.of(
        Arguments.of(
            "{trailing: {step: 1}}",
            21,
            ".trailing: found none, expected exactly one of: percent, ticks, atr, supertrend,"
                + " ma-cross"),
        Arguments.of(
            "{trailing: {percent: 1, activate-at: -1}}",
            57,
            ".trailing.activate-at: found '-1', expected a percentage from 0 to 1000,"
                + " with at most 6 decimals"),
        Arguments.of(
            "{trailing: {percent: 1, tighten: 5}}",
            53,
            ".trailing.tighten: found '5', expected a mapping of keys to values"),
        Arguments.of(
            "{trailing: {percent: 1, tighten: {percent: 0.5}}}",
            44,
            ".trailing.tighten: missing key 'at'" + GAIN),
        Arguments.of(
            "{trailing: {percent: 1, tighten: {at: 5}}}",
            44,
            ".trailing.tighten: missing key 'percent'" + PROTECTIVE),
        Arguments.of(
            "{trailing: {percent: 1, tighten: {at: 5, percent: 1.0}}}",
            70,
            ".trailing.tighten.percent: found 1, expected less than the trailing percent 1"));
  }

  private static Stream<Arguments> wholePolicy() {
    String noStop =
        ": found no protective stop, expected stop-loss, hard-stop,"
            + " trailing percent or ticks without activate-at, or 'unprotected: true'";
    return Stream.of(
        Arguments.of("{}", 13, noStop),
        Arguments.of("{take-profit: {percent: 4}}", 13, noStop),
        Arguments.of("{signal-exit: {enabled: true}}", 13, noStop),
        Arguments.of("{trailing: {percent: 1, activate-at: 2}}", 13, noStop),
        Arguments.of(
            "{unprotected: true}",
            13,
            ": found no exit at all, expected one: a position would never exit"),
        Arguments.of(
            "{unprotected: true, signal-exit: {enabled: false}}",
            13,
            ": found no exit at all, expected one: a position would never exit"),
        Arguments.of(
            "{stop-loss: {percent: 2}, signal-exit: {enabled: yes}}",
            69,
            ".signal-exit.enabled: found 'yes', expected true or false"),
        Arguments.of(
            "{stop-loss: {percent: 2}, signal-exit: {}}",
            46,
            ".signal-exit: missing key 'enabled', expected true or false"),
        Arguments.of(
            "{stop-loss: {percent: 2}, unprotected: \"true\"}",
            59,
            ".unprotected: found 'true', expected true or false"));
  }

  @ParameterizedTest
  @MethodSource
  void refused(String policy, int column, String message) {
    assertThat(Reading.policies("policies: { scalp: " + policy + "}"))
        .containsExactly("q.yaml:1:" + column + ": policies.scalp" + message);
  }
}
