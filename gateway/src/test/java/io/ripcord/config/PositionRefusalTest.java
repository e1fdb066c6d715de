package io.ripcord.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PositionRefusalTest {
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

  /** The mapping of the first position in line 2, and the problem's column and end. */
  static Stream<Arguments> refused() {
    return Stream.of(fields(), amounts(), longLevels(), shortLevels()).flatMap(part -> part);
  }

  private static Stream<Arguments> fields() {
    return Stream.of(
        Arguments.of("5", "5: position 1: found '5', expected a mapping of keys to values"),
        position(
            "side: LONG, quantity: 1, policy: scalp", "5: position 1: missing key 'symbol'" + NAME),
        position(
            "symbol: BTCUSDT, quantity: 1, policy: scalp",
            "5: position 1: missing key 'side', expected LONG or SHORT"),
        position(
            "symbol: BTCUSDT, side: LONG, quantity: 1",
            "5: position 1: missing key 'policy'" + NAME),
        position(
            "symbl: BTCUSDT, side: LONG, quantity: 1, policy: scalp",
            "6: position 1: symbl: unknown key 'symbl', did you mean 'symbol'?"),
        position(
            "symbol: BTCUSDT, side: LONG, quantity: 1, policy: scalp, note: x",
            "63: position 1: note: unknown key 'note', expected one of: id, symbol, side, quantity,"
                + " lots, entry-price, at, policy, leverage, group"),
        position(
            "symbol: B TC, side: LONG, quantity: 1, policy: scalp",
            "14: position 1: symbol: found 'B TC'" + NAME),
        position(
            "symbol: BTCUSDT, side: long, quantity: 1, policy: scalp",
            "29: position 1: side: found 'long', did you mean 'LONG'?"),
        position(
            "symbol: BTCUSDT, side: buy, quantity: 1, policy: scalp",
            "29: position 1: side: found 'buy', expected one of: LONG, SHORT"),
        position(
            "symbol: BTCUSDT, side: LONG, quantity: 1, policy: sclap",
            "56: position 1: policy: unknown policy 'sclap', did you mean 'scalp'?"),
        position(
            "symbol: BTCUSDT, side: LONG, quantity: 1, policy: x",
            "56: position 1: policy: unknown policy 'x', expected one of: far, off, priced, scalp,"
                + " signalled, swing, ticks"),
        position(
            "symbol: BTCUSDT, side: LONG, quantity: 1, policy: scalp, id: 0",
            "67: position 1: id: found '0', expected a whole number from 1 to 9007199254740991"),
        position(
            "symbol: BTCUSDT, side: LONG, quantity: 1, policy: scalp, at: 2024-08-08T23:54:20",
            "67: position 1: at: found '2024-08-08T23:54:20'" + INSTANT),
        position(
            "symbol: BTCUSDT, side: LONG, quantity: 1, policy: scalp, leverage: 0.5",
            "73: position 1: leverage: found '0.5', expected a number from 1 to 1000,"
                + " with at most 8 decimals"));
  }

  private static Stream<Arguments> amounts() {
    return Stream.of(
        position(
            "symbol: BTCUSDT, side: LONG, policy: scalp",
            "5: position 1: found neither quantity nor lots, expected one of them"),
        position(
            "symbol: BTCUSDT, side: LONG, quantity: 1, lots: 1, policy: scalp",
            "5: position 1: found both quantity and lots, expected one of them"),
        position(
            "symbol: BTCUSDT, side: LONG, quantity: 0, policy: scalp",
            "45: position 1: quantity: found '0'" + AMOUNT),
        position(
            "symbol: BTCUSDT, side: LONG, quantity: -1, policy: scalp",
            "45: position 1: quantity: found '-1'" + AMOUNT),
        position(
            "symbol: BTCUSDT, side: LONG, quantity: one, policy: scalp",
            "45: position 1: quantity: found 'one'" + AMOUNT),
        position(
            "symbol: BTCUSDT, side: LONG, quantity: 1000000001, policy: scalp",
            "45: position 1: quantity: found '1000000001'" + AMOUNT),
        position(
            "symbol: BTCUSDT, side: LONG, quantity: 0.0005, policy: scalp",
            "45: position 1: quantity: found '0.0005',"
                + " expected a multiple of the lot 0.001 of BTCUSDT"),
        position(
            "symbol: NIFTY, side: LONG, quantity: 100, policy: scalp",
            "43: position 1: quantity: found '100', expected a multiple of the lot 75 of NIFTY"),
        position(
            "symbol: XYZ, side: LONG, quantity: 0.123456789, policy: scalp",
            "41: position 1: quantity: found '0.123456789',"
                + " expected a multiple of the lot 0.00000001 of XYZ"),
        position(
            "symbol: NIFTY, side: LONG, lots: 0, policy: scalp",
            "39: position 1: lots: found '0', expected a whole number from 1 to 1000000000000000"),
        position(
            "symbol: NIFTY, side: LONG, lots: 1.5, policy: scalp",
            "39: position 1: lots: found '1.5', expected a whole number from 1 to 1000000000000000"),
        position(
            "symbol: NIFTY, side: LONG, lots: 13333334, policy: scalp",
            "39: position 1: lots: found 13333334 lots of 75,"
                + " expected a quantity of at most 1000000000"),
        position(
            "symbol: BTCUSDT, side: LONG, quantity: 1, policy: scalp, entry-price: 55000.55",
            "76: position 1: entry-price: found '55000.55',"
                + " expected a multiple of the price-increment 0.1 of BTCUSDT"),
        position(
            "symbol: XYZ, side: LONG, quantity: 1, policy: scalp, entry-price: 0.000000001",
            "72: position 1: entry-price: found '0.000000001',"
                + " expected a multiple of the price-increment 0.00000001 of XYZ"),
        position(
            "symbol: XYZ, side: LONG, quantity: 1, policy: scalp, entry-price: 0",
            "72: position 1: entry-price: found '0'" + AMOUNT));
  }

  private static Stream<Arguments> longLevels() {
    return Stream.of(
        position(
            "id: 11, symbol: BTCUSDT, side: LONG, quantity: 1, entry-price: 49999.9, policy: priced",
            "86: position 11: policy 'priced': found stop-loss price 50000,"
                + " expected at most the entry-price 49999.9 of a LONG position"),
        position(
            "id: 11, symbol: BTCUSDT, side: LONG, quantity: 1, entry-price: 60000.1, policy: priced",
            "86: position 11: policy 'priced': found take-profit price 60000,"
                + " expected at least the entry-price 60000.1 of a LONG position"),
        position(
            "symbol: BTCUSDT, side: LONG, quantity: 1, entry-price: 50, policy: ticks",
            "73: position 1: policy 'ticks': found stop-loss 500 ticks of 0.1,"
                + " expected a distance below the entry-price 50"),
        position(
            "symbol: NIFTY, side: LONG, lots: 1, policy: far, entry-price: 20000",
            "50: position 1: policy 'far': found stop-loss 1000000000 ticks of 0.05,"
                + " expected a distance below the entry-price 20000"));
  }

  private static Stream<Arguments> shortLevels() {
    return Stream.of(
        position(
            "symbol: BTCUSDT, side: SHORT, quantity: 1, entry-price: 50000.1, policy: onlystop",
            "79: position 1: policy 'onlystop': found stop-loss price 50000,"
                + " expected at least the entry-price 50000.1 of a SHORT position"),
        position(
            "symbol: BTCUSDT, side: SHORT, quantity: 1, entry-price: 59999.9, policy: onlytarget",
            "79: position 1: policy 'onlytarget': found take-profit price 60000,"
                + " expected at most the entry-price 59999.9 of a SHORT position"),
        position(
            "symbol: BTCUSDT, side: SHORT, quantity: 1, policy: priced",
            "57: position 1: policy 'priced': found stop-loss price 50000,"
                + " expected it above the take-profit price 60000 of a SHORT position"));
  }

  private static Arguments position(String keys, String message) {
    return Arguments.of("{" + keys + "}", message);
  }

  private static final String MORE_POLICIES =
      """
      policies:
        onlystop: {stop-loss: {price: 50000}}
        onlytarget: {unprotected: true, take-profit: {price: 60000}}
      """;

  @ParameterizedTest
  @MethodSource
  void refused(String position, String message) {
    boolean isOfMore = position.contains("only");
    String yaml = "positions:\n  - " + position + "\n" + (isOfMore ? MORE_POLICIES : "");

    assertThat(Reading.positions(CONFIG, yaml)).containsExactly("p.yaml:2:" + message);
  }
}
