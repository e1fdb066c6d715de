package io.ripcord.venue.tape;

import io.ripcord.money.E8;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a generated market is made from: equal parameters give equal records, on every JVM.
 *
 * @param seed of every draw
 * @param startTimeNs nanoseconds since 1970 of the opening quotes
 * @param durationNs no record is at or after start + duration
 * @param gapEvents how many times one of the symbols jumps, evenly spread over the duration
 * @param gapBasisPoints largest jump; each is between half of it and all of it, up or down
 * @param symbols at most {@link #MAX_SYMBOLS}
 */
public record GeneratorParameters(
    long seed,
    long startTimeNs,
    long durationNs,
    int gapEvents,
    int gapBasisPoints,
    List<Symbol> symbols) {
  /** Most symbols of one generated market. */
  public static final int MAX_SYMBOLS = 256;

  private static final long MAX_TIME_NS = 8_800_000_000_000_000_000L;
  private static final int MAX_GAP_EVENTS = 10_000;
  private static final int MAX_GAP_BASIS_POINTS = 5_000;

  /** Checks every bound. */
  public GeneratorParameters {
    symbols = List.copyOf(symbols);
    check(startTimeNs >= 0, "startTimeNs", startTimeNs, "0 or more");
    check(durationNs > 0, "durationNs", durationNs, "more than 0");
    check(
        startTimeNs <= MAX_TIME_NS && durationNs <= MAX_TIME_NS - startTimeNs,
        "durationNs",
        durationNs,
        "an end before the year 2248");
    check(isIn(gapEvents, MAX_GAP_EVENTS), "gapEvents", gapEvents, "0 to " + MAX_GAP_EVENTS);
    check(
        isIn(gapBasisPoints, MAX_GAP_BASIS_POINTS),
        "gapBasisPoints",
        gapBasisPoints,
        "0 to " + MAX_GAP_BASIS_POINTS);
    int count = symbols.size();
    check(count > 0 && count <= MAX_SYMBOLS, "symbols", count, "1 to " + MAX_SYMBOLS + " of them");
    Set<String> names = new HashSet<>();
    for (Symbol symbol : symbols) {
      check(names.add(symbol.name()), "symbol", symbol.name(), "each name once");
    }
  }

  /**
   * One symbol of the market.
   *
   * @param name what records call it
   * @param startPriceE8 the opening bid, rounded down to the increment
   * @param incrementE8 price increment, at least a billionth of the price
   * @param ratePerMille of the base rate, which is {@link GeneratedTape#QUOTES_PER_SECOND} and
   *     {@link GeneratedTape#TRADES_PER_SECOND}; a slower symbol also moves less per second
   * @param volatilityPerMille size of each move, relative to the recorded BTCUSDT perpetual
   */
  public record Symbol(
      String name, long startPriceE8, long incrementE8, int ratePerMille, int volatilityPerMille) {
    static final long MAX_INCREMENTS = 1_000_000_000L;
    private static final long MAX_INCREMENT_E8 = E8.MAX_VALUE / 1000;
    private static final int MAX_PER_MILLE = 20_000;

    /** Checks every bound. */
    public Symbol {
      check(SymbolTable.isName(name), "name", name, SymbolTable.NAME_RULE);
      check(
          incrementE8 > 0 && incrementE8 <= MAX_INCREMENT_E8,
          "incrementE8",
          incrementE8,
          "1 to " + MAX_INCREMENT_E8);
      check(
          startPriceE8 >= incrementE8 && startPriceE8 <= E8.MAX_VALUE / 4,
          "startPriceE8",
          startPriceE8,
          "at least one increment, at most a quarter of the largest price");
      check(
          startPriceE8 / incrementE8 <= MAX_INCREMENTS,
          "startPriceE8",
          startPriceE8,
          "at most " + MAX_INCREMENTS + " increments");
      check(
          ratePerMille > 0 && ratePerMille <= MAX_PER_MILLE,
          "ratePerMille",
          ratePerMille,
          "1 to " + MAX_PER_MILLE);
      check(
          isIn(volatilityPerMille, MAX_PER_MILLE),
          "volatilityPerMille",
          volatilityPerMille,
          "0 to " + MAX_PER_MILLE);
    }

    /** A symbol as volatile as the recorded one. */
    public Symbol(String name, long startPriceE8, long incrementE8, int ratePerMille) {
      this(name, startPriceE8, incrementE8, ratePerMille, 1000);
    }
  }

  private static boolean isIn(int value, int max) {
    return value >= 0 && value <= max;
  }

  private static void check(boolean isFine, String name, Object value, String expected) {
    if (!isFine) {
      throw new IllegalArgumentException(name + "=" + value + ": expected " + expected);
    }
  }
}
