package io.ripcord.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Blocks of a policy that do not go together: what can never work is refused, what works and is
 * probably not meant is warned of, with both numbers. The exact lines.
 */
class BadCombinationTest {
  private static List<String> problems(String blocks) {
    return Reading.policies("policies: {p: {" + blocks + "}}").stream()
        .map(line -> line.replaceFirst("^q.yaml:1:[0-9]+: ", ""))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "take-profit: {percent: 4} | policies.p: found no protective stop, expected stop-loss,"
            + " hard-stop, trailing percent or ticks without activate-at, or 'unprotected: true'",
        "unprotected: true | policies.p: found no exit at all, expected one: a position would never"
            + " exit",
        "stop-loss: {percent: 6}, hard-stop: {percent: 6} | policies.p.hard-stop.percent: found 6,"
            + " expected more than the stop-loss percent 6: the hard stop is the last layer; see"
            + " docs/alignment.md",
        "trailing: {percent: 7}, hard-stop: {percent: 6} | policies.p.hard-stop.percent: found 6,"
            + " expected more than the trailing percent 7: the hard stop is the last layer; see"
            + " docs/alignment.md",
        "stop-loss: {atr: {fallback-percent: 6}}, hard-stop: {percent: 5} |"
            + " policies.p.hard-stop.percent: found 5, expected more than the fallback-percent of"
            + " the stop-loss 6: the hard stop is the last layer; see docs/alignment.md",
        "stop-loss: {percent: 2}, time: {tighten: [{after: 1m, stop-percent: 2}]} |"
            + " policies.p.time.tighten: step 1: stop-percent: found 2, expected less than the"
            + " stop-loss percent 2: stops only tighten",
        "hard-stop: {percent: 2}, time: {tighten: [{after: 1m, stop-percent: 3}]} |"
            + " policies.p.time.tighten: step 1: stop-percent: found 3, expected less than the"
            + " hard-stop percent 2: stops only tighten",
        "stop-loss: {percent: 2}, time: {max-age: 1m, tighten: [{after: 1m, stop-percent: 1}]} |"
            + " policies.p.time.tighten: step 1: after: found 1m, expected less than max-age 1m:"
            + " the position is gone by then",
        "hard-stop: {percent: 2}, take-profit: {risk-reward: {}} | policies.p.take-profit.risk-reward:"
            + " found no stop-loss, expected one: the risk is the distance of the stop as first set",
        "stop-loss: {percent: 2}, break-even: {at: 2, lock: 2} | policies.p.break-even: found lock 2,"
            + " expected less than at 2: the stop would be past the price that moves it",
        "stop-loss: {percent: 2}, trailing: {percent: 1, tighten: {at: 5, percent: 1}} |"
            + " policies.p.trailing.tighten.percent: found 1, expected less than the trailing"
            + " percent 1",
        "stop-loss: {percent: 2}, take-profit: {ladder: [{after: 0m, percent: 4}, {after: 1m,"
            + " percent: 5}]} | policies.p.take-profit.ladder: rung 2: percent: found 5, expected"
            + " less than the 4 of the rung before",
        "stop-loss: {percent: 2}, partial: [{at: 4, close: 50}, {at: 6, close: 50}] |"
            + " policies.p.partial: rung 2: close: found 50, expected more than the 50 of the rung"
            + " before: it is what is booked in total",
        "stop-loss: {percent: 2}, partial: [{at: 4, close: 50}], scale-in: {at: 5} |"
            + " policies.p.scale-in: found at 5, expected less than the 4 of rung 1 of partial:"
            + " nothing is added after a booking",
        "stop-loss: {percent: 2}, time: {square-off: \"15:00\"} | policies.p.time.square-off: found a"
            + " time without zone, expected a time zone such as Asia/Kolkata, Europe/Berlin or UTC",
        "stop-loss: {percent: 2}, time: {square-off: \"15:00\", zone: Asia/Kolkatta} |"
            + " policies.p.time.zone: found 'Asia/Kolkatta', did you mean"
            + " 'Asia/Kolkata'?",
        "stop-loss: {percent: 2}, on-stale: exit | policies.p.on-stale: found it without"
            + " stale-after, expected both",
        "stop-loss: {percent: 2}, defer-within: 1 | policies.p.defer-within: found it without"
            + " defer-ms, expected both",
        "stop-loss: {atr: {min-percent: 3, fallback-percent: 2}} | policies.p.stop-loss.atr: found"
            + " fallback-percent 2, expected at least the min-percent 3: stops only tighten, so"
            + " that the ATR stop would never replace it",
      })
  void shouldRefuse(String blocks, String line) {
    assertThat(problems(blocks)).containsExactly(line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "stop-loss: {percent: 2}, unprotected: true | unprotected: has no effect: there is a"
            + " protective stop",
        "stop-loss: {percent: 2}, take-profit: {percent: 4}, break-even: {at: 5, lock: 1} |"
            + " break-even: found at 5, which is never reached: take-profit exits at 4",
        "stop-loss: {percent: 2}, take-profit: {percent: 4}, partial: [{at: 4, close: 50}] | partial:"
            + " rung 1: found at 4, which is never reached: take-profit exits at 4",
        "stop-loss: {percent: 2}, take-profit: {risk-reward: {base: 1.5}}, partial: [{at: 3, close:"
            + " 50}] | partial: rung 1: found at 3, which is never reached: take-profit exits at 3",
        "stop-loss: {percent: 2}, take-profit: {risk-reward: {strategy: regime}}, break-even: {at: 6}"
            + " | break-even: found at 6, which is never reached: take-profit exits at 6",
        "stop-loss: {percent: 2}, take-profit: {percent: 4}, scale-in: {} | scale-in: found at 5,"
            + " which is never reached: take-profit exits at 4",
        "stop-loss: {percent: 2}, take-profit: {percent: 4}, trailing: {percent: 1, activate-at: 4} |"
            + " trailing: found activate-at 4, which is never reached: take-profit exits at 4",
        "stop-loss: {percent: 2}, take-profit: {percent: 4}, trailing: {percent: 3, tighten: {at: 5,"
            + " percent: 1}} | trailing.tighten: found at 5, which is never reached: take-profit"
            + " exits at 4",
        "stop-loss: {percent: 2}, trailing: {percent: 1, activate-at: 3, tighten: {at: 2, percent:"
            + " 0.5}} | trailing.tighten.at: found 2, not above activate-at 3: the wider distance"
            + " never holds",
        "stop-loss: {percent: 2}, time: {max-age: 1h}, partial: [{at: 4, min-age: 1h, close: 50}] |"
            + " partial: rung 1: found min-age 1h, which is never reached: max-age exits at 1h",
        "stop-loss: {percent: 2}, time: {max-age: 1h}, take-profit: {ladder: [{after: 0m, percent: 4},"
            + " {after: 2h, any: true}]} | take-profit.ladder: rung 2: found after 2h, which is never"
            + " reached: max-age exits at 1h",
        "stop-loss: {percent: 2}, take-profit: {ladder: [{after: 0m, percent: 9}, {after: 1h, percent:"
            + " 4}]}, partial: [{at: 5, min-age: 2h, close: 50}] | partial: rung 1: found at 5 after"
            + " 2h, which is never reached: take-profit exits at 4 from 1h on",
        "stop-loss: {percent: 2}, take-profit: {ladder: [{after: 0m, any: true}]} |"
            + " take-profit.ladder: found 'any: true' after 0m: a position leaves at its first price",
        "stop-loss: {percent: 2}, trailing: {percent: 1} | stop-loss.percent: found 2, which is never"
            + " in force: trailing percent 1 is closer from the first price on",
        "stop-loss: {percent: 2}, trailing: [{percent: 5}, {percent: 4}] | trailing: found percent 5,"
            + " which is never in force: percent 4 is always closer",
        "stop-loss: {percent: 2}, trailing: [{ticks: 5, activate-at: 2}, {ticks: 4}] | trailing: found"
            + " ticks 5, which is never in force: ticks 4 is always closer",
        "hard-stop: {percent: 2}, defer-ms: 500 | defer-ms: has no effect: only a stop-loss that no"
            + " rule has moved is left to the venue",
        "stop-loss: {percent: 0.5}, defer-ms: 500 | defer-ms: found defer-within 0.5, which lets a"
            + " stop at the entry count as near: stop-loss percent is 0.5",
        "stop-loss: {percent: 0.5}, defer-ms: 500, defer-within: 1 | defer-within: found defer-within"
            + " 1, which lets a stop at the entry count as near: stop-loss percent is 0.5",
        "stop-loss: {percent: 2}, time: {max-age: 10m}, evaluate: {every: 10m} | evaluate.every: found"
            + " 10m, so that a position may never be looked at: max-age exits at 10m",
        "stop-loss: {percent: 2}, time: {max-age: 10m}, stale-after: 10m | stale-after: found 10m,"
            + " never reached: max-age exits at 10m",
        "stop-loss: {percent: 2}, time: {max-age: 10m}, stale-after: 1h, on-stale: exit | stale-after:"
            + " found 1h, which never exits: max-age exits at 10m",
        "hard-stop: {percent: 2}, volatility: {} | volatility: has no effect: there is no stop-loss and"
            + " no trailing distance",
        "stop-loss: {percent: 2}, volatility: {widen-below: 0.8} | volatility.widen-below: has no"
            + " effect: there is no trailing distance",
        "hard-stop: {percent: 2}, book-through: true | book-through: has no effect: there is no stop"
            + " that it could fire",
        "stop-loss: {percent: 2}, time: {max-age: 1h, zone: UTC} | time.zone: has no effect: there is"
            + " no square-off at a time of day",
        "stop-loss: {percent: 2}, take-profit: {risk-reward: {volatility-factor: 2}} |"
            + " take-profit.risk-reward.volatility-factor: has no effect: strategy is fixed-ratio",
        "stop-loss: {percent: 0.1} | stop-loss.percent: found 0.1 percent, did you mean 10?",
      })
  void shouldWarn(String blocks, String line) {
    assertThat(problems(blocks)).containsExactly("warning: policies.p." + line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "stop-loss: {percent: 2}, time: {max-age: 4h, square-off: \"15:00\", zone: UTC}",
        "stop-loss: {percent: 2}, trailing: {percent: 1, activate-at: 2}",
        "stop-loss: {percent: 2}, trailing: {percent: 2}",
        "stop-loss: {percent: 2}, trailing: {percent: 1}, take-profit: {risk-reward: {}}",
        "stop-loss: {percent: 2}, trailing: [{percent: 5}, {percent: 4, activate-at: 3}]",
        "stop-loss: {percent: 2}, trailing: [{percent: 5, tighten: {at: 9, percent: 1}}, {percent: 4}]",
        "stop-loss: {percent: 2}, evaluate: {every: 1m}, trailing: {supertrend: {bar: 1s},}",
        "stop-loss: {percent: 2}, scale-in: {}, evaluate: {every: 1m}",
        "stop-loss: {percent: 2}, defer-ms: 500",
        "stop-loss: {percent: 2}, take-profit: {risk-reward: {base: 1.5}}, break-even: {at: 2.9}",
        "stop-loss: {percent: 2}, time: {max-age: 10m}, stale-after: 1m, evaluate: {every: 1s}",
      })
  void shouldSayNothing(String blocks) {
    assertThat(problems(blocks)).isEmpty();
  }

  private static List<String> position(String instrument, String side, String blocks) {
    return Reading.positions(
            "instruments: {A: " + instrument + "}",
            "positions:\n  - {symbol: A, side: "
                + side
                + ", quantity: 2, entry-price: 100, policy: p}\npolicies: {p: {stop-loss: {percent:"
                + " 2}, "
                + blocks
                + "}}")
        .stream()
        .map(line -> line.replaceFirst("^p.yaml:2:[0-9]+: ", ""))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{fee-percent: 0.05} | LONG | take-profit: {percent: 0.1} | take-profit 0.1 percent does not pay"
            + " the fees of entry and exit, 0.100051 percent",
        "{fee-percent: 0.05} | SHORT | take-profit: {percent: 0.09} | take-profit 0.09 percent does not"
            + " pay the fees of entry and exit, 0.099951 percent",
        "{fee-percent: 0.5} | LONG | take-profit: {ladder: [{after: 0m, percent: 2}, {after: 1h,"
            + " percent: 1}]} | take-profit 1 percent does not pay the fees of entry and exit, 1.005026"
            + " percent",
        "{fee-percent: 1} | LONG | partial: [{at: 2, close: 50}] | partial 2 percent does not pay the"
            + " fees of entry and exit, 2.020203 percent",
        "{fee-percent: 0.05} | LONG | break-even: {at: 1, lock: 0} | break-even lock 0 percent does not"
            + " pay the fees of entry and exit, 0.100051 percent",
        "{lot: 1} | LONG | scale-in: {add: 25, volume-ratio: none} | scale-in adds nothing: 25 percent"
            + " of 2 is less than the lot 1",
        "{lot: 2} | LONG | partial: [{at: 5, close: 50}] | rung 1 of partial books nothing: 50 percent"
            + " of 2 in lots of 2, of which one stays open, is none",
        "{lot: 1} | SHORT | partial: [{at: 5, close: 50}, {at: 8, close: 75}] | rung 2 of partial books"
            + " nothing: 75 percent of 2 in lots of 1, of which one stays open, is booked before",
      })
  void shouldWarnOfWhatIsNotWorthIt(String instrument, String side, String blocks, String line) {
    assertThat(position(instrument, side, blocks))
        .containsExactly("warning: position 1: policy 'p': " + line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{fee-percent: 0.05} | LONG | take-profit: {percent: 0.100051}",
        "{fee-percent: 0.05} | LONG | break-even: {at: 1, lock: fees}",
        "{lot: 1} | LONG | partial: [{at: 5, close: 50}]",
        "{lot: 1} | LONG | scale-in: {add: 50, volume-ratio: none}",
        "{lot: 2} | LONG | partial: [{at: 15, close: 50}], scale-in: {add: 100, volume-ratio: none}",
      })
  void shouldSayNothingOfWhatIsWorthIt(String instrument, String side, String blocks) {
    assertThat(position(instrument, side, blocks)).isEmpty();
  }
}
