package io.ripcord.node;

import io.ripcord.money.E8;
import io.ripcord.venue.tape.GeneratedTape;
import io.ripcord.venue.tape.GeneratorParameters;
import io.ripcord.venue.tape.GeneratorParameters.Symbol;
import io.ripcord.venue.tape.Tape;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The seeded market and the sample positions of the demo. Generated, and it says so. */
public final class DemoMarket {
  /** Name of the positions file inside the product. */
  public static final String POSITIONS_FILE = "demo/positions.yaml";

  private static final Instant START = Instant.parse("2026-01-05T09:15:00Z");
  private static final long DURATION_NS = TimeUnit.MINUTES.toNanos(10);
  private static final int GAP_EVENTS = 3;
  private static final int GAP_BASIS_POINTS = 60;
  private static final long YEAR_NS = TimeUnit.DAYS.toNanos(365);
  private static final int GAP_EVENTS_OF_A_YEAR = 8_760;
  private static final List<Symbol> SYMBOLS =
      List.of(
          new Symbol("BTCUSDT", E8.parse("61800"), E8.parse("0.1"), 1000),
          new Symbol("ETHUSDT", E8.parse("2680"), E8.parse("0.01"), 700, 1300),
          new Symbol("SOLUSDT", E8.parse("162.5"), E8.parse("0.01"), 300, 2000),
          new Symbol("XRPUSDT", E8.parse("0.6102"), E8.parse("0.0001"), 200, 2000));

  private DemoMarket() {}

  /** Ten minutes of four symbols. */
  public static Tape tape(long seed) {
    long startNs = TimeUnit.SECONDS.toNanos(START.getEpochSecond());
    return new GeneratedTape(
        new GeneratorParameters(
            seed, startNs, DURATION_NS, GAP_EVENTS, GAP_BASIS_POINTS, SYMBOLS));
  }

  /** The same market for a node: a year from now on, with a jump about once an hour. */
  static GeneratedTape endless(long seed, long startNs) {
    return new GeneratedTape(
        new GeneratorParameters(
            seed, startNs, YEAR_NS, GAP_EVENTS_OF_A_YEAR, GAP_BASIS_POINTS, SYMBOLS));
  }

  /** The text of the positions file. */
  public static String positions() {
    try (InputStream in = DemoMarket.class.getResourceAsStream("/" + POSITIONS_FILE)) {
      if (in == null) {
        throw new IllegalStateException("the build lacks " + POSITIONS_FILE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
