package io.ripcord.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the bytes are, the answer is a configuration or problems of one line each. */
class HostileInputTest {
  private static final int RUNS = 4_000;
  private static final List<String> SEEDS =
      List.of(
          """
          instruments: {BTCUSDT: {price-increment: 0.1, lot: 0.001, multiplier: 1}}
          policies:
            scalp: {stop-loss: {percent: 2.0}, trailing: {percent: 1.0, activate-at: 2.0, tighten: {at: 5.0, percent: 0.5}}}
          pipeline: {topology: fused, ring-size: 1024, cores: {engine: 1}}
          journal: {durability: batch, block-size: 64MiB}
          paper: {latency: 5ms, partial-fills: {probability: 5, parts: 2}}
          """,
          """
          positions:
            - {id: 1, symbol: BTCUSDT, side: LONG, quantity: 0.5, entry-price: 55000.5, at: 2024-08-08T23:54:20Z, policy: scalp, leverage: 1}
          signals:
            - {at: 2024-08-08T23:58:00Z, symbol: BTCUSDT, action: exit, position: 1}
          policies:
            scalp:
              stop-loss: {price: 54000}
              take-profit: {ladder: [{after: 0m, percent: 10}, {after: 60m, percent: 4}, {after: 240m, any: true}]}
          """);
  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ":",
          ": ",
          "- ",
          ",",
          "\n",
          "  ",
          "\t",
          "&a ",
          "*a",
          "!!str ",
          "!x ",
          "? ",
          "| ",
          "> ",
          "'",
          "\"",
          "\\",
          "#",
          "%",
          "@",
          "`",
          "---\n",
          "...\n",
          "<<",
          "~",
          "null",
          "true",
          "0",
          "-1",
          "1e999",
          "99999999999999999999",
          "0.000000001",
          ".",
          "\u0000",
          "\uFEFF",
          "\u2028",
          "\uD800",
          "\uD83D\uDE00",
          "x".repeat(100),
          "[".repeat(40),
          "percent",
          "policies");

  @Test
  void shouldAnswerWithProblemsOnly() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int run = 0; run < RUNS; run++) {
      String text = mutated(SEEDS.get(run % SEEDS.size()), random);
      String name = "seed=" + seed + " run=" + run + " text=" + text;
      assertThatCode(() -> checkAnswers(text)).as(name).doesNotThrowAnyException();
    }
  }

  private static void checkAnswers(String text) {
    for (List<String> lines :
        List.of(Reading.config(text), Reading.policies(text), Reading.positions("{}", text))) {
      assertThat(lines).allMatch(line -> line.matches("[cpq]\\.yaml:.*"));
    }
  }

  private static String mutated(String text, Random random) {
    StringBuilder out = new StringBuilder(text);
    for (int i = 0; i <= random.nextInt(4); i++) {
      int at = random.nextInt(out.length() + 1);
      int end = Math.min(out.length(), at + random.nextInt(8));
      String piece = PIECES.get(random.nextInt(PIECES.size()));
      switch (random.nextInt(4)) {
        case 0 -> out.insert(at, piece);
        case 1 -> out.delete(at, end);
        case 2 -> out.replace(at, end, piece);
        default -> out.setLength(Math.max(1, at));
      }
    }
    return out.toString();
  }
}
