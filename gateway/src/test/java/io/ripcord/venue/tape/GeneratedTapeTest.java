package io.ripcord.venue.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ripcord.money.E8;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GeneratedTapeTest {
  private static final long START_NS = 1_700_000_000_000_000_000L;
  private static final long MINUTE_NS = 60_000_000_000L;
  private static final GeneratorParameters.Symbol BTC =
      new GeneratorParameters.Symbol("BTCUSDT", E8.parse("61800.27"), E8.parse("0.1"), 1000);
  private static final GeneratorParameters.Symbol OPTION =
      new GeneratorParameters.Symbol("NIFTY-CE", E8.parse("169.90"), E8.parse("0.05"), 250, 4000);

  private static GeneratorParameters parameters(long seed, int gaps) {
    return new GeneratorParameters(seed, START_NS, MINUTE_NS, gaps, 200, List.of(BTC, OPTION));
  }

  /** The same on every JVM and in every release: a change here changes everybody's demo. */
  @Test
  void shouldGiveTheSameBytesForEver() {
    TapeSummary summary = new GeneratedTape(parameters(42, 3)).scan();

    assertThat(summary.sha256())
        .isEqualTo("66445369e88bbbcc22d4917c46fd40b8c5ca8eb8336de02e19c6169dfc929804");
    assertThat(summary.lengthBytes()).isEqualTo(56 * summary.records());
    assertThat(new GeneratedTape(parameters(43, 3)).scan().sha256()).isNotEqualTo(summary.sha256());
  }

  @Test
  void shouldSayThatItIsGenerated() {
    TapeSummary summary = new GeneratedTape(parameters(42, 3)).scan();

    assertThat(summary.generated()).isTrue();
    assertThat(summary.format()).isEqualTo("generated market, seed 42");
    assertThat(summary.name()).isEqualTo("generated-42");
    assertThat(summary.symbols()).containsExactly("BTCUSDT", "NIFTY-CE");
    assertThat(summary.count(TapeCounter.GAP_EVENTS)).isEqualTo(3);
    assertThat(summary.firstTimeNs()).isEqualTo(START_NS);
    assertThat(summary.lastTimeNs()).isBetween(START_NS + MINUTE_NS * 9 / 10, START_NS + MINUTE_NS);
    assertThat(summary.count(TapeCounter.TRADES) + summary.count(TapeCounter.QUOTES))
        .isEqualTo(summary.records());
  }

  @Test
  void shouldKeepTheRatioOfRates() {
    Tape tape =
        new GeneratedTape(
            new GeneratorParameters(1, START_NS, 30 * MINUTE_NS, 0, 0, List.of(BTC, OPTION)));
    Map<String, Long> records = tape.scan().recordsPerSymbol();

    assertThat(records.get("BTCUSDT") / (double) records.get("NIFTY-CE")).isCloseTo(4, within(0.4));
  }

  @Test
  void shouldOpenEverySymbolWithAQuoteAndKeepTimeAndBookInOrder() {
    Tape tape = new GeneratedTape(parameters(7, 5));
    List<TapeFiles.Row> rows = TapeFiles.rows(tape);

    assertThat(rows).isEqualTo(TapeFiles.rows(tape)).hasSize((int) tape.scan().records());
    assertThat(rows.subList(0, 2))
        .containsExactly(
            new TapeFiles.Row(
                0,
                1,
                START_NS,
                START_NS - 2_000_000,
                0,
                "BTCUSDT",
                null,
                null,
                "61800.2",
                "61800.3"),
            new TapeFiles.Row(
                0,
                2,
                START_NS,
                START_NS - 2_000_000,
                1,
                "NIFTY-CE",
                null,
                null,
                "169.9",
                "169.95"));
    try (TapeCursor cursor = tape.open()) {
      long previousNs = 0;
      while (cursor.next()) {
        assertThat(cursor.ingressTimeNs()).isGreaterThanOrEqualTo(previousNs);
        previousNs = cursor.ingressTimeNs();
        checkPrices(cursor, cursor.symbolIndex() == 0 ? BTC : OPTION);
      }
    }
  }

  private static void checkPrices(TapeCursor cursor, GeneratorParameters.Symbol symbol) {
    if (cursor.lastE8() != E8.NULL) {
      assertThat(cursor.lastE8()).isPositive();
      assertThat(cursor.lastQuantityE8()).isPositive();
      assertThat(E8.isMultiple(cursor.lastE8(), symbol.incrementE8())).isTrue();
    } else {
      assertThat(cursor.bidE8()).isPositive();
      assertThat(cursor.askE8()).isGreaterThan(cursor.bidE8());
      assertThat(E8.isMultiple(cursor.askE8(), symbol.incrementE8())).isTrue();
    }
  }

  @Test
  void shouldJumpAsOftenAndAsFarAsAsked() {
    assertThat(jumps(new GeneratedTape(parameters(11, 0)), 80)).isEmpty();
    assertThat(jumps(new GeneratedTape(parameters(11, 6)), 80))
        .hasSize(6)
        .allSatisfy(basisPoints -> assertThat(basisPoints).isBetween(95L, 210L));
  }

  /** Moves between consecutive quotes of one symbol of at least so many basis points. */
  private static List<Long> jumps(Tape tape, long minBasisPoints) {
    List<Long> jumps = new ArrayList<>();
    long[] previousBid = new long[2];
    try (TapeCursor cursor = tape.open()) {
      while (cursor.next()) {
        if (cursor.bidE8() != E8.NULL) {
          long before = previousBid[cursor.symbolIndex()];
          previousBid[cursor.symbolIndex()] = cursor.bidE8();
          long moved = before == 0 ? 0 : E8.distance(cursor.bidE8(), before) * 10_000 / before;
          if (moved >= minBasisPoints) {
            jumps.add(moved);
          }
        }
      }
    }
    return jumps;
  }

  @Test
  void shouldKeepExtremeMarketsInsideTheBoundsOfPrices() {
    List<GeneratorParameters.Symbol> symbols =
        List.of(
            new GeneratorParameters.Symbol("LOW", 1, 1, 1000, 20_000),
            new GeneratorParameters.Symbol(
                "HIGH", E8.MAX_VALUE / 4, E8.MAX_VALUE / 1000, 1000, 20_000),
            new GeneratorParameters.Symbol(
                "FINE", E8.MAX_VALUE / 4, E8.MAX_VALUE / 4_000_000_000L, 1000, 20_000),
            new GeneratorParameters.Symbol("RARE", E8.ONE, E8.ONE / 100, 1));
    Tape tape =
        new GeneratedTape(new GeneratorParameters(5, 0, 2 * MINUTE_NS, 200, 5_000, symbols));
    try (TapeCursor cursor = tape.open()) {
      while (cursor.next()) {
        long high = Math.max(cursor.lastE8(), cursor.askE8());
        long low = cursor.lastE8() == E8.NULL ? cursor.bidE8() : cursor.lastE8();
        assertThat(low).isPositive();
        assertThat(high).isLessThanOrEqualTo(E8.MAX_VALUE);
      }
    }
  }

  @Test
  void shouldRefuseParametersOutOfBounds() {
    assertRefused("durationNs=0", () -> new GeneratorParameters(1, 0, 0, 0, 0, List.of(BTC)));
    assertRefused("startTimeNs=-1", () -> new GeneratorParameters(1, -1, 1, 0, 0, List.of(BTC)));
    assertRefused(
        "durationNs=9223372036854775807",
        () -> new GeneratorParameters(1, 5, Long.MAX_VALUE, 0, 0, List.of(BTC)));
    assertRefused("gapEvents=-1", () -> new GeneratorParameters(1, 0, 1, -1, 0, List.of(BTC)));
    assertRefused(
        "gapBasisPoints=5001", () -> new GeneratorParameters(1, 0, 1, 0, 5001, List.of(BTC)));
    assertRefused("symbols=0", () -> new GeneratorParameters(1, 0, 1, 0, 0, List.of()));
    assertRefused(
        "symbol=BTCUSDT", () -> new GeneratorParameters(1, 0, 1, 0, 0, List.of(BTC, BTC)));
    assertRefused("name=", () -> new GeneratorParameters.Symbol("", 1, 1, 1));
    assertRefused("incrementE8=0", () -> new GeneratorParameters.Symbol("A", 1, 0, 1));
    assertRefused("startPriceE8=1", () -> new GeneratorParameters.Symbol("A", 1, 2, 1));
    assertRefused(
        "startPriceE8=1000000001", () -> new GeneratorParameters.Symbol("A", 1_000_000_001, 1, 1));
    assertRefused("ratePerMille=0", () -> new GeneratorParameters.Symbol("A", 1, 1, 0));
    assertRefused("volatilityPerMille=-1", () -> new GeneratorParameters.Symbol("A", 1, 1, 1, -1));
  }

  private static void assertRefused(
      String start, org.assertj.core.api.ThrowableAssert.ThrowingCallable construction) {
    assertThatThrownBy(construction)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(start + ": expected ");
  }
}
