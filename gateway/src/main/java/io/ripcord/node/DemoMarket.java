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
  private static final int WEEK = 7 * 24 * 6;
  private static final int YEAR = 365 * 24 * 6;
  private static final int GAP_EVENTS = 3;
  private static final int MOST_GAP_EVENTS = 8_760;
  private static final int GAP_BASIS_POINTS = 60;

  private DemoMarket() {}

  /** Ten minutes of four symbols. */
  public static Tape tape(long seed) {
    return market(seed, 1);
  }

  /** A week of the same four symbols, too long to be scanned: for a market of today. */
  public static GeneratedTape week(long seed) {
    return market(seed, WEEK);
  }

  /** A year of the same: for a node that runs on. */
  static GeneratedTape year(long seed) {
    return market(seed, YEAR);
  }

  private static GeneratedTape market(long seed, int times) {
    return new GeneratedTape(
        new GeneratorParameters(
            seed,
            TimeUnit.SECONDS.toNanos(START.getEpochSecond()),
            times * DURATION_NS,
            Math.min(times * GAP_EVENTS, MOST_GAP_EVENTS),
            GAP_BASIS_POINTS,
            List.of(
                new Symbol("BTCUSDT", E8.parse("61800"), E8.parse("0.1"), 1000),
                new Symbol("ETHUSDT", E8.parse("2680"), E8.parse("0.01"), 700, 1300),
                new Symbol("SOLUSDT", E8.parse("162.5"), E8.parse("0.01"), 300, 2000),
                new Symbol("XRPUSDT", E8.parse("0.6102"), E8.parse("0.0001"), 200, 2000))));
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
