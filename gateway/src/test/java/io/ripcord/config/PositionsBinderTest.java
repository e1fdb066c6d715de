package io.ripcord.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ripcord.event.Side;
import io.ripcord.event.SignalAction;
import io.ripcord.money.E8;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PositionsBinderTest {
  private static final String CONFIG =
      """
      instruments: {BTCUSDT: {price-increment: 0.1, lot: 0.001}, NIFTY: {price-increment: 0.05, lot: 75}}
      policies:
        scalp: {stop-loss: {percent: 2}}
        swing: {stop-loss: {percent: 5}, take-profit: {percent: 150}}
        signalled: {stop-loss: {percent: 2}, signal-exit: {enabled: true}}
        priced: {stop-loss: {price: 50000}, take-profit: {price: 60000}}
        off: {stop-loss: {price: 50000.05}, take-profit: {price: 60000.01}}
        ticks: {stop-loss: {ticks: 500}}
        far: {stop-loss: {ticks: 1000000000}}
      max-positions: 100
      """;
  private static final String AMOUNT =
      ", expected a number above 0 and at most 1000000000, with at most 8 decimals";
  private static final String NAME =
      ", expected a name of 1 to 64 characters out of A-Z a-z 0-9 . _ : - /";
  private static final String INSTANT =
      ", expected an instant such as 2024-08-08T23:54:20Z, with Z or an offset";

  static List<String> accepted() {
    return List.of(
        "{symbol: BTCUSDT, side: LONG, quantity: 0.001, policy: scalp}",
        "{symbol: BTCUSDT, side: LONG, quantity: \"0.50\", policy: scalp, entry-price: \"55000.50\"}",
        "{symbol: BTCUSDT, side: LONG, lots: 500, policy: scalp}",
        "{symbol: XYZ, side: SHORT, quantity: 0.00000001, policy: scalp, entry-price: 0.00000001}",
        "{symbol: 600519, side: LONG, quantity: 1, policy: scalp}",
        "{symbol: BTCUSDT, side: LONG, quantity: 1, policy: scalp, at: 2024-08-08T23:54:20.5+05:30}",
        "{symbol: BTCUSDT, side: LONG, quantity: 1, policy: priced, entry-price: 50000}",
        "{symbol: BTCUSDT, side: LONG, quantity: 1, policy: priced, entry-price: 60000}",
        "{symbol: BTCUSDT, side: LONG, quantity: 1, policy: priced}",
        "{symbol: BTCUSDT, side: LONG, quantity: 1, policy: swing}",
        "{symbol: BTCUSDT, side: SHORT, quantity: 1, policy: ticks, entry-price: 50}");
  }

  @ParameterizedTest
  @MethodSource
  void accepted(String position) {
    assertThat(Reading.positions(CONFIG, "positions:\n  - " + position + "\n")).isEmpty();
  }

  @Test
  void shouldRefusePricesOffTheIncrement() {
    String yaml =
        """
        positions:
          - {id: 7, symbol: BTCUSDT, side: LONG, quantity: 1, policy: off}
        """;

    assertThat(Reading.positions(CONFIG, yaml))
        .containsExactly(
            "p.yaml:2:63: position 7: policy 'off': found stop-loss price 50000.05,"
                + " expected a multiple of the price-increment 0.1 of BTCUSDT",
            "p.yaml:2:63: position 7: policy 'off': found take-profit price 60000.01,"
                + " expected a multiple of the price-increment 0.1 of BTCUSDT");
  }

  @Test
  void shouldWarnOfATargetThatNoShortReaches() {
    String yaml = "positions:\n  - {symbol: XYZ, side: SHORT, quantity: 1, policy: swing}\n";

    assertThat(Reading.positions(CONFIG, yaml))
        .containsExactly(
            "p.yaml:2:53: warning: position 1: policy 'swing': take-profit 150 percent is never"
                + " reached by a SHORT position");
  }

  @Test
  void shouldBindEveryKey() {
    PositionsConfig bound =
        Reading.loadPositions(
            CONFIG,
            """
            positions:
              - {id: 42, symbol: BTCUSDT, side: LONG, quantity: 0.5, entry-price: 55000.5, at: 2024-08-08T23:54:20Z, policy: signalled, leverage: 2.5}
              - id: 7
                symbol: XYZ
                side: SHORT
                quantity: 3
                policy: own
            signals:
              - {at: 2024-08-08T23:58:00.000000001Z, symbol: BTCUSDT, action: exit}
              - {at: 2024-08-08T23:58:00Z, symbol: BTCUSDT, action: exit, position: 42}
            policies:
              own: {stop-loss: {percent: 1}}
            """);

    assertThat(bound.file()).isEqualTo("p.yaml");
    assertThat(bound.positions())
        .containsExactly(
            new PositionConfig(
                42,
                "BTCUSDT",
                Side.LONG,
                50_000_000,
                55_000_50000000L,
                1_723_161_260_000_000_000L,
                "signalled",
                250_000_000,
                2),
            new PositionConfig(
                7, "XYZ", Side.SHORT, 3 * E8.ONE, E8.NULL, E8.NULL, "own", E8.ONE, 3));
    assertThat(bound.signals())
        .containsExactly(
            new SignalConfig(1_723_161_480_000_000_001L, "BTCUSDT", SignalAction.EXIT, E8.NULL, 9),
            new SignalConfig(1_723_161_480_000_000_000L, "BTCUSDT", SignalAction.EXIT, 42, 10));
    assertThat(bound.policies()).containsKeys("scalp", "own");
    assertThat(bound.instruments().values())
        .containsExactly(
            new InstrumentConfig("BTCUSDT", 10_000_000, 100_000, E8.ONE),
            InstrumentConfig.defaults("XYZ"));
    assertThat(bound.warnings()).isEmpty();
  }

  @Test
  void shouldNumberPositionsThatHaveNoIds() {
    PositionsConfig bound =
        Reading.loadPositions(
            CONFIG,
            """
            positions:
              - {symbol: BTCUSDT, side: LONG, quantity: 1, policy: scalp}
              - {symbol: BTCUSDT, side: LONG, lots: 2, policy: scalp}
            """);

    assertThat(bound.positions()).extracting(PositionConfig::id).containsExactly(1L, 2L);
    assertThat(bound.positions())
        .extracting(PositionConfig::quantityE8)
        .containsExactly(E8.ONE, 200_000L);
  }

  @Test
  void shouldRefuseIdsThatOnlySomeHave() {
    String yaml =
        """
        positions:
          - {symbol: BTCUSDT, side: LONG, quantity: 1, policy: scalp}
          - {id: 3, symbol: BTCUSDT, side: LONG, quantity: 1, policy: scalp}
          - {symbol: BTCUSDT, side: LONG, quantity: 1, policy: scalp}
        """;

    assertThat(Reading.positions(CONFIG, yaml))
        .containsExactly(
            "p.yaml:2:5: position 1: found no id, expected one because line 3 has one:"
                + " give all positions an id or none",
            "p.yaml:4:5: position 3: found no id, expected one because line 3 has one:"
                + " give all positions an id or none");
  }

  @Test
  void shouldRefuseAnIdTwice() {
    String yaml =
        """
        positions:
          - {id: 3, symbol: BTCUSDT, side: LONG, quantity: 1, policy: scalp}
          - {id: 3, symbol: BTCUSDT, side: LONG, quantity: 1, policy: scalp}
        """;

    assertThat(Reading.positions(CONFIG, yaml))
        .containsExactly(
            "p.yaml:3:10: position 3: id: found id 3 again, expected it once; first at line 2");
  }

  static Stream<Arguments> roots() {
    return Stream.of(
        Arguments.of(
            "policies: {}\n", "p.yaml:1:1: missing key 'positions', expected a list of positions"),
        Arguments.of(
            "position: []\n",
            "p.yaml:1:1: position: unknown key 'position', did you mean 'positions'?"),
        Arguments.of("positions: 5\n", "p.yaml:1:12: positions: found '5', expected a list"),
        Arguments.of("positions:\n", "p.yaml:1:1: positions: found nothing, expected a list"),
        Arguments.of(
            "positions: []\npolicies: {scalp: {stop-loss: {percent: 2}}}\n",
            "p.yaml:2:12: policies.scalp: found policy 'scalp' again, expected it once;"
                + " first at c.yaml:3"),
        Arguments.of(
            "positions: []\nsignals: {}\n",
            "p.yaml:2:1: signals: found a mapping, expected a list"),
        Arguments.of(
            "positions: [{symbol: A, side: LONG, quantity: 1, policy: bad}]\npolicies: {bad: {}}\n",
            "p.yaml:2:12: policies.bad: found no protective stop, expected stop-loss, hard-stop,"
                + " trailing percent or ticks without activate-at, or 'unprotected: true'"));
  }

  @ParameterizedTest
  @MethodSource
  void roots(String yaml, String message) {
    assertThat(Reading.positions(CONFIG, yaml)).containsExactly(message);
  }

  static Stream<Arguments> signals() {
    String at = "at: 2024-08-08T23:58:00Z";
    return Stream.of(
        Arguments.of(
            "symbol: BTCUSDT, action: exit", "p.yaml:5:5: signal 1: missing key 'at'" + INSTANT),
        Arguments.of(at + ", action: exit", "p.yaml:5:5: signal 1: missing key 'symbol'" + NAME),
        Arguments.of(
            at + ", symbol: BTCUSDT", "p.yaml:5:5: signal 1: missing key 'action', expected exit"),
        Arguments.of(
            at + ", symbol: BTCUSDT, action: close",
            "p.yaml:5:57: signal 1: action: found 'close', expected 'exit'"),
        Arguments.of(
            at + ", symbol: BTCUSDT, action: exit, position: 9",
            "p.yaml:5:73: signal 1: position: found position 9, expected one of this file"),
        Arguments.of(
            at + ", symbol: XYZ, action: exit, position: 2",
            "p.yaml:5:69: signal 1: position: found position 2, which is of BTCUSDT,"
                + " expected one of XYZ"),
        Arguments.of(
            at + ", symbol: BTCUSDT, action: exit, position: 1",
            "p.yaml:5:73: warning: signal 1: position: has no effect: policy 'scalp' has"
                + " signal-exit disabled"),
        Arguments.of(
            at + ", symbol: XYZ, action: exit",
            "p.yaml:5:40: warning: signal 1: symbol: has no effect: no position of XYZ has"
                + " signal-exit enabled"),
        Arguments.of(
            at + ", symbol: BTCUSDT, action: exit, price: 1",
            "p.yaml:5:63: signal 1: price: unknown key 'price', expected one of: at, symbol,"
                + " action, position"));
  }

  @ParameterizedTest
  @MethodSource
  void signals(String signal, String message) {
    String yaml =
        """
        positions:
          - {symbol: BTCUSDT, side: LONG, quantity: 1, policy: scalp}
          - {symbol: BTCUSDT, side: LONG, quantity: 1, policy: signalled}
        signals:
          - {%s}
        """
            .formatted(signal);

    assertThat(Reading.positions(CONFIG, yaml)).containsExactly(message);
  }

  @Test
  void shouldBoundThePositions() {
    String position = "  - {symbol: BTCUSDT, side: LONG, quantity: 1, policy: scalp}\n";

    assertThat(Reading.positions(CONFIG, "positions:\n" + position.repeat(100))).isEmpty();
    assertThat(Reading.positions(CONFIG, "positions:\n" + position.repeat(101)))
        .containsExactly(
            "p.yaml:1:1: positions: found 101 positions, expected at most max-positions, 100");
  }

  @Test
  void shouldShowTenProblemsAndCountTheRest() {
    String yaml =
        IntStream.rangeClosed(1, 12)
            .mapToObj(i -> "  - {symbol: BTCUSDT, side: LONG, quantity: 0, policy: scalp}\n")
            .collect(Collectors.joining("", "positions:\n", ""));

    assertThatThrownBy(() -> Reading.loadPositions(CONFIG, yaml))
        .isInstanceOfSatisfying(ConfigException.class, e -> assertThat(e.problems()).hasSize(12))
        .message()
        .hasLineCount(11)
        .startsWith("p.yaml:2:45: position 1: quantity: found '0'" + AMOUNT + "\np.yaml:3:45: ")
        .endsWith("\nand 2 more");
  }

  @Test
  void shouldRefuseSymbolsThatAreNotOnTheTape() {
    PositionsConfig bound =
        Reading.loadPositions(
            CONFIG,
            """
            positions:
              - {id: 3, symbol: XYZ, side: LONG, quantity: 1, policy: scalp}
              - {id: 4, symbol: BTCUSD, side: LONG, quantity: 1, policy: signalled}
              - {id: 5, symbol: BTCUSDT, side: LONG, quantity: 1, policy: scalp}
            signals:
              - {at: 2024-08-08T23:58:00Z, symbol: BTCUSD, action: exit}
            """);

    bound.checkSymbols(Set.of("XYZ", "BTCUSD", "BTCUSDT", "ETHUSDT"));
    assertThatThrownBy(() -> bound.checkSymbols(Set.of("BTCUSDT")))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            """
            p.yaml:2: position 3: symbol 'XYZ' is not on the tape, which has: BTCUSDT
            p.yaml:3: position 4: symbol 'BTCUSD' is not on the tape, which has: BTCUSDT; did you mean 'BTCUSDT'?
            p.yaml:6: signal 1: symbol 'BTCUSD' is not on the tape, which has: BTCUSDT; did you mean 'BTCUSDT'?""");
  }
}
