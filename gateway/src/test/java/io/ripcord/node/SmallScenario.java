package io.ripcord.node;

import io.ripcord.pipeline.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A small run drawn from a seed: positions of every rule kind on two symbols, signals, and a venue
 * that is slow, refuses, fills in parts and repeats itself. None looks at multiples of a time: a
 * run that was killed may end later than the one that was not, and so would the next look.
 */
final class SmallScenario {
  private static final int POSITIONS = 5;
  private static final int TICKS = 20;
  private static final List<String> POLICIES =
      List.of(
          "{stop-loss: {percent: 0.4}}",
          "{stop-loss: {price: %s}, take-profit: {percent: 0.6}}",
          "{stop-loss: {ticks: 60}}",
          "{stop-loss: {percent: 3}, take-profit: {percent: 0.3}}",
          "{trailing: {percent: 0.5}}",
          "{stop-loss: {percent: 2}, trailing: {percent: 0.3, activate-at: 0.2, step: 0.1}}",
          "{trailing: {percent: 0.9, tighten: {at: 0.3, percent: 0.2}}}",
          "{stop-loss: {percent: 4}, take-profit: {ladder: [{after: 0s, percent: 1}, {after: 4s,"
              + " percent: 0.2}, {after: 9s, any: true}]}}",
          "{stop-loss: {percent: 5}, signal-exit: {enabled: true}}",
          "{stop-loss: {atr: {period: 2, multiplier: 1.5, bar: 1s, min-percent: 0.2,"
              + " fallback-percent: 0.9}}, evaluate: {gap-percent: 0.3}}",
          "{stop-loss: {percent: 0.5}, take-profit: {risk-reward: {strategy: regime, base: 1, min: 0.5,"
              + " bar: 1s}}, trigger: bid-ask}",
          "{stop-loss: {percent: 3}, trailing: [{ticks: 40, step: 0.05}, {atr: {period: 2,"
              + " multiplier: 1, bar: 1s}}, {supertrend: {period: 2, multiplier: 1, bar: 1s}}]}",
          "{stop-loss: {percent: 3}, trailing: {ma-cross: {fast: 1, slow: 3, type: sma, bar: 1s}},"
              + " trigger: double-last}",
          "{stop-loss: {percent: 1}, break-even: {at: 0.2, lock: 0.05}, partial: [{at: 0.1, close: 40},"
              + " {at: 0.3, min-age: 3s, close: 80}]}",
          "{hard-stop: {percent: 0.7}, scale-in: {at: 0.05, add: 50, momentum: {bars: 1, percent: 0.01},"
              + " volume-ratio: none, max-adds: 2, bar: 1s}, time: {max-age: 6s}}",
          "{stop-loss: {percent: 2}, time: {square-off: \"10:00:05\", zone: UTC, tighten: [{after: 2s,"
              + " stop-percent: 0.4}, {after: 4s, stop-percent: 0.1}]}}",
          "{stop-loss: {percent: 0.8}, trailing: {percent: 0.6}, volatility: {fast: 1, slow: 3,"
              + " tighten-above: 1.1, widen-below: 0.9, bar: 1s}, stale-after: 1s, on-stale: hold}",
          "{stop-loss: {percent: 0.4}, book-through: {confirm-ms: 100},"
              + " defer-ms: 500, stale-after: 2s, on-stale: exit}");

  private static final String GROUPS =
      """
      groups:
        g: {stop: 3, target: 4, lock: {at: 2, floor: 1}, confirm: 400ms, stale-after: 2s}
        account: {daily-loss: 6, confirm: 100ms, stale-after: 3s}
      """;

  private final long seed;
  private final Random random;

  SmallScenario(long seed) {
    this.seed = seed;
    random = new Random(seed * 1_000_003);
  }

  /** The run; keeps its files in a new directory. */
  SmallRun run(Path directory, Topology topology) throws IOException {
    Files.createDirectories(directory);
    SmallRun run =
        new SmallRun(directory)
            .config(venue())
            .positions(positions())
            .topology(topology)
            .seed(seed);
    run.tape(ticks());
    if (random.nextInt(3) == 0) {
      run.tape(ticks());
    }
    return run;
  }

  private String venue() {
    return """
        instruments:
          A: {price-increment: 0.01, lot: 0.001, fee-percent: 0.01, bad-tick: {percent: 0.4, confirm: 300ms}}
          B: {price-increment: 0.01, lot: 0.01, multiplier: 2.5}
        paper:
          latency: %dms
          slippage: %d
          partial-fills: {probability: %d, parts: %d}
          reject: {probability: %d, max-in-a-row: %d}
          duplicate-reports: {probability: %d}
          report-delay: %dms
        """
        .formatted(
            List.of(0, 0, 1, 40, 700).get(random.nextInt(5)),
            random.nextInt(3),
            random.nextInt(101),
            2 + random.nextInt(3),
            random.nextInt(80),
            random.nextInt(4) == 0 ? 1000 : 1 + random.nextInt(3),
            random.nextInt(101),
            List.of(0, 0, 3, 250).get(random.nextInt(4)));
  }

  private String positions() {
    StringBuilder out = new StringBuilder("policies:\n");
    boolean[] isLong = new boolean[POSITIONS + 1];
    for (int i = 1; i <= POSITIONS; i++) {
      isLong[i] = random.nextInt(3) > 0;
      String policy = POLICIES.get(random.nextInt(POLICIES.size()));
      String stop = isLong[i] ? "99.4" : "100.6";
      out.append("  p%d: ".formatted(i)).append(policy.formatted(stop)).append('\n');
    }
    // Draws of its own: the scenarios are what they were without groups.
    Random groups = new Random(seed * 7_919);
    boolean grouped = seed % 3 > 0;
    if (grouped) {
      out.append(GROUPS);
    }
    out.append("positions:\n");
    for (int i = 1; i <= POSITIONS; i++) {
      out.append(
          "  - {id: %d, symbol: %s, side: %s, quantity: %d.5, policy: p%d%s%s%s}%n"
              .formatted(
                  i,
                  random.nextInt(3) > 0 ? "A" : "B",
                  isLong[i] ? "LONG" : "SHORT",
                  1 + random.nextInt(9),
                  i,
                  random.nextBoolean() ? "" : ", at: {%d.5}".formatted(random.nextInt(5)),
                  random.nextInt(3) > 0 ? "" : ", entry-price: 100",
                  grouped && groups.nextInt(3) > 0 ? ", group: g" : ""));
    }
    out.append("signals:\n");
    out.append("  - {at: {%d}, symbol: A, action: exit}%n".formatted(3 + random.nextInt(6)));
    return out.append("  - {at: {%d.7}, symbol: B, action: exit}%n".formatted(random.nextInt(9)))
        .toString();
  }

  private String[] ticks() {
    List<String> rows = new ArrayList<>();
    int[] cents = {10_000, 10_000};
    int millis = 0;
    for (int i = 0; i < TICKS; i++) {
      int symbol = random.nextInt(2);
      cents[symbol] += random.nextInt(91) - 45;
      boolean isQuote = random.nextInt(6) == 0;
      boolean isTrade = !isQuote && random.nextInt(3) == 0;
      rows.add(
          "{%d.%03d},%s,%s,,%s,%s"
              .formatted(
                  millis / 1000,
                  millis % 1000,
                  symbol == 0 ? "A" : "B",
                  isQuote ? "" : price(cents[symbol]),
                  isTrade ? "" : price(cents[symbol] - 2),
                  isTrade ? "" : price(cents[symbol] + 3)));
      millis += List.of(0, 1, 40, 500, 1300).get(random.nextInt(5));
    }
    return rows.toArray(String[]::new);
  }

  private static String price(int cents) {
    return "%d.%02d".formatted(cents / 100, cents % 100);
  }
}
