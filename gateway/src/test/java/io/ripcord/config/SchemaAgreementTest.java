package io.ripcord.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema in the editor and the binder at start must not contradict each other. */
class SchemaAgreementTest {
  /** What can stand in {@code positions: [...]}, with a policy {@code p} in the same file. */
  private static final List<String> GOOD_POSITIONS =
      List.of(
          "{symbol: BTCUSDT, side: LONG, quantity: 0.5, policy: p}",
          "{symbol: BTCUSDT, side: SHORT, quantity: '0.5', policy: p, leverage: 2.5}",
          "{symbol: 600519, side: LONG, lots: 3, policy: p, id: 9007199254740991}",
          "{symbol: A, side: LONG, quantity: 1, policy: p, entry-price: 5, at:"
              + " 2024-08-08T23:54:20Z}",
          "{symbol: A, side: LONG, quantity: 1, policy: p, at:"
              + " 2024-08-08T23:54:20.123456789+05:30}",
          "{symbol: A, side: LONG, quantity: 1, policy: p, at: '2024-08-08T23:54:20Z'}");

  private static final List<String> BAD_POSITIONS =
      List.of(
          "5",
          "{}",
          "{side: LONG, quantity: 1, policy: p}",
          "{symbol: A, quantity: 1, policy: p}",
          "{symbol: A, side: LONG, policy: p}",
          "{symbol: A, side: LONG, quantity: 1}",
          "{symbol: A, side: LONG, quantity: 1, lots: 1, policy: p}",
          "{symbol: A, side: long, quantity: 1, policy: p}",
          "{symbol: A B, side: LONG, quantity: 1, policy: p}",
          "{symbol: '', side: LONG, quantity: 1, policy: p}",
          "{symbol: [A], side: LONG, quantity: 1, policy: p}",
          "{symbol: A, side: LONG, quantity: 0, policy: p}",
          "{symbol: A, side: LONG, quantity: -1, policy: p}",
          "{symbol: A, side: LONG, quantity: x, policy: p}",
          "{symbol: A, side: LONG, quantity: 1000000001, policy: p}",
          "{symbol: A, side: LONG, lots: 0, policy: p}",
          "{symbol: A, side: LONG, lots: 1.5, policy: p}",
          "{symbol: A, side: LONG, quantity: 1, policy: p, id: 0}",
          "{symbol: A, side: LONG, quantity: 1, policy: p, id: a}",
          "{symbol: A, side: LONG, quantity: 1, policy: p, id: 9007199254740992}",
          "{symbol: A, side: LONG, quantity: 1, policy: p, at: 2024-08-08}",
          "{symbol: A, side: LONG, quantity: 1, policy: p, at: 2024-08-08T23:54:20}",
          "{symbol: A, side: LONG, quantity: 1, policy: p, at: 1723161260}",
          "{symbol: A, side: LONG, quantity: 1, policy: p, entry-price: 0}",
          "{symbol: A, side: LONG, quantity: 1, policy: p, leverage: 0.5}",
          "{symbol: A, side: LONG, quantity: 1, policy: p, strategy: Entry2}");

  static Stream<Arguments> positions() {
    return cases(GOOD_POSITIONS, BAD_POSITIONS);
  }

  @ParameterizedTest
  @MethodSource
  void positions(String position, boolean isGood) {
    String yaml = "positions: [" + position + "]\npolicies: {p: {stop-loss: {percent: 2}}}\n";

    assertThat(Reading.positions("{}", yaml).isEmpty()).as("binder").isEqualTo(isGood);
    assertThat(Schemas.problems(ConfigSchema.POSITIONS, yaml).isEmpty())
        .as("schema")
        .isEqualTo(isGood);
  }

  private static final List<String> GOOD_SIGNALS =
      List.of(
          "{at: 2024-08-08T23:58:00Z, symbol: A, action: exit}",
          "{at: 2024-08-08T23:58:00Z, symbol: A, action: exit, position: 1}");

  private static final List<String> BAD_SIGNALS =
      List.of(
          "exit",
          "{symbol: A, action: exit}",
          "{at: 2024-08-08T23:58:00Z, action: exit}",
          "{at: 2024-08-08T23:58:00Z, symbol: A}",
          "{at: 2024-08-08T23:58:00Z, symbol: A, action: close}",
          "{at: 2024-08-08T23:58:00Z, symbol: A, action: exit, position: 0}",
          "{at: 2024-08-08T23:58:00Z, symbol: A, action: exit, price: 1}");

  static Stream<Arguments> signals() {
    return cases(GOOD_SIGNALS, BAD_SIGNALS);
  }

  @ParameterizedTest
  @MethodSource
  void signals(String signal, boolean isGood) {
    String yaml =
        """
        positions: [{symbol: A, side: LONG, quantity: 1, policy: p}]
        policies: {p: {stop-loss: {percent: 2}, signal-exit: {enabled: true}}}
        signals: [%s]
        """
            .formatted(signal);

    assertThat(Reading.positions("{}", yaml).isEmpty()).as("binder").isEqualTo(isGood);
    assertThat(Schemas.problems(ConfigSchema.POSITIONS, yaml).isEmpty())
        .as("schema")
        .isEqualTo(isGood);
  }

  private static final List<String> GOOD_CONFIGS =
      List.of(
          "{}",
          "instruments: {BTCUSDT: {price-increment: 0.1, lot: 0.001, multiplier: 1}, 'NSE:X': {}}",
          "instruments: {A: {fee-percent: 0.05, inverse: true, bad-tick: {percent: 5}}}",
          "instruments: {A: {kind: option}, B: {kind: future}, C: {kind: spot}}",
          "groups: {g: {stop: 5000}, h: {target: '0.5', confirm: 0}, i: {lock: {at: 2, floor: 0}}}",
          "groups: {account: {daily-loss: 20000, target: 9, lock: {at: 3, floor: 1}}}",
          "groups: {g: {stop: 1, confirm: 2s, stale-after: 5s}}",
          "instruments: {A: {fee-percent: 0, bad-tick: {percent: '5', confirm: 20ms}}}",
          "pipeline: {topology: split, profile: colo, cores: {engine: 0, journal: 1, sender: 2}}",
          "pipeline: {ring-size: 64, outbound-ring-size: 16777216}",
          "journal: {durability: order, batch-interval: 1ms, preallocate: 0, touch-ahead: 0B}",
          "journal: {block-size: 64KiB, max-size: 16TiB, touch-ahead: 1GiB}",
          "paper: {latency: 250us, slippage: 3, report-delay: 0}",
          "paper: {partial-fills: {probability: 100, parts: 2}, reject: {max-in-a-row: 1}}",
          "paper: {duplicate-reports: {probability: 0.5}}",
          "calendars: {x: {version: 1, zone: UTC, week: {monday: [{continuous: '09:00'}, {closed:"
              + " '02:00+1'}]}}}",
          "calendars: {x: {version: a, zone: Asia/Kolkata, until: 2026-12-31, holidays: [],"
              + " square-off-cutoff: '15:20', special: {2026-11-08: [{pre-open: '17:00'},"
              + " {auction: '17:10'}, {continuous: '18:00'}, {halt: '18:10:30'}, {continuous:"
              + " '18:15'}, {closed: '19:00'}]}}}\ninstruments: {A: {calendar: x}}",
          "max-positions: 1048576");

  private static final List<String> BAD_CONFIGS =
      List.of(
          "- a",
          "foo: 1",
          "instruments: []",
          "instruments: {A: {kind: swap}}",
          "groups: []",
          "groups: {g: {}}",
          "groups: {'a b': {stop: 1}}",
          "groups: {g: {stop: 0}}",
          "groups: {g: {daily-loss: 5}}",
          "groups: {g: {lock: {at: 5}}}",
          "groups: {g: {lock: {at: 5, floor: -1}}}",
          "groups: {g: {stop: 5, stale-after: 0}}",
          "groups: {account: {stop: 5}}",
          "groups: {account: {target: 5}}",
          "instruments: {'A B': {}}",
          "instruments: {A: }",
          "instruments: {A: {lot: 0}}",
          "instruments: {A: {tick: 1}}",
          "instruments: {A: {fee-percent: -1}}",
          "instruments: {A: {fee-percent: 11}}",
          "instruments: {A: {inverse: 1}}",
          "instruments: {A: {bad-tick: 5}}",
          "instruments: {A: {bad-tick: {}}}",
          "instruments: {A: {bad-tick: {percent: 0}}}",
          "instruments: {A: {bad-tick: {percent: 5, confirm: 500}}}",
          "pipeline: ",
          "pipeline: {topology: fussed}",
          "pipeline: {profile: fast}",
          "pipeline: {ring-size: 1000}",
          "pipeline: {ring-size: 32}",
          "pipeline: {cores: [1, 2]}",
          "pipeline: {cores: {engine: -1}}",
          "pipeline: {cores: {gateway: 1}}",
          "journal: {durability: always}",
          "journal: {batch-interval: 10}",
          "journal: {block-size: 64MB}",
          "journal: {block-size: 67108864}",
          "paper: {slippage: -1}",
          "paper: {partial-fills: 5}",
          "paper: {partial-fills: {probability: 101}}",
          "paper: {partial-fills: {parts: 1}}",
          "paper: {reject: {max-in-a-row: 0}}",
          "paper: {duplicate-reports: {percent: 5}}",
          "calendars: []",
          "calendars: {'A B': {version: 1, zone: UTC, week: {}}}",
          "calendars: {x: {zone: UTC, week: {monday: [{continuous: '09:00'}, {closed: '9:30'}]}}}",
          "calendars: {x: {version: 1, zone: UTC}}",
          "calendars: {x: {version: 1, zone: UTC, week: {someday: []}}}",
          "calendars: {x: {version: 1, zone: UTC, week: {monday: []}}}",
          "calendars: {x: {version: 1, zone: UTC, week: {monday: [{open: '09:00'}]}}}",
          "calendars: {x: {version: 1, zone: UTC, until: soon, week: {}}}",
          "calendars: {x: {version: 1, zone: UTC, special: {today: []}}}",
          "calendar-files: {}",
          "instruments: {A: {calendar: [x]}}",
          "max-positions: 0",
          "max-positions: many");

  static Stream<Arguments> configs() {
    return cases(GOOD_CONFIGS, BAD_CONFIGS);
  }

  @ParameterizedTest
  @MethodSource
  void configs(String yaml, boolean isGood) {
    assertThat(Reading.config(yaml).isEmpty()).as("binder").isEqualTo(isGood);
    assertThat(Schemas.problems(ConfigSchema.RIPCORD, yaml).isEmpty())
        .as("schema")
        .isEqualTo(isGood);
  }

  private static Stream<Arguments> cases(List<String> good, List<String> bad) {
    return Stream.concat(
        good.stream().map(text -> Arguments.of(text, true)),
        bad.stream().map(text -> Arguments.of(text, false)));
  }
}
