package io.ripcord.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In which order a simulation publishes what its files say. */
class SimulationOrderTest {
  private static final String POLICIES =
      """
      policies:
        stop: {evaluate: {gap-percent: 0}, stop-loss: {percent: 1}}
        told: {evaluate: {gap-percent: 0}, stop-loss: {percent: 50}, signal-exit: {enabled: true}}
        ladder: {evaluate: {gap-percent: 0}, stop-loss: {percent: 50}, take-profit: {ladder: [{after: 10s, any: true}]}}
      """;

  @TempDir private Path directory;

  private SmallRun run() {
    return new SmallRun(directory);
  }

  @Test
  void shouldTakePositionsThenMarketDataThenSignalsThenTimersAtEqualTime() {
    List<String> lines =
        run()
            .tape("{0},A,100,,,", "{10},A,98,,97,99", "{10},A,97,,96,98", "{20},A,97,,,")
            .positions(
                POLICIES
                    + """
                    positions:
                      - {id: 1, symbol: A, side: LONG, quantity: 1, entry-price: 100, at: {0}, policy: ladder}
                      - {id: 2, symbol: A, side: LONG, quantity: 1, entry-price: 100, at: {10}, policy: told}
                      - {id: 3, symbol: A, side: LONG, quantity: 1, entry-price: 98.5, at: {10}, policy: stop}
                    signals:
                      - {at: {10}, symbol: A, action: exit}
                    """)
            .lines();

    assertThat(lines)
        .containsExactly(
            "0 register 1 @100",
            "0 tick A last 100",
            "10 register 2 @100",
            "10 register 3 @98.5",
            "10 tick A last 98 bid 97 ask 99",
            "10 tick A last 97 bid 96 ask 98",
            "  exit 3 STOP_LOSS 97 at 10",
            "10 sent 3",
            "10 NEW 3",
            "10 TRADE 3 @96",
            "10 answer",
            "  closed 3",
            "10 signal A",
            "  exit 2 SIGNAL 97 at 10",
            "10 sent 2",
            "10 NEW 2",
            "10 TRADE 2 @96",
            "10 answer",
            "  closed 2",
            "10 timer 10",
            "  exit 1 TIME 97 at 10",
            "10 sent 1",
            "10 NEW 1",
            "10 TRADE 1 @96",
            "10 answer",
            "  closed 1",
            "20 tick A last 97",
            "20 stopped");
  }

  @Test
  void shouldReportWithoutLatencyDirectlyAfterTheCause() {
    List<String> lines =
        run()
            .tape("{0},A,100,,,", "{1},A,98,,,", "{1},A,97,,,")
            .positions(
                POLICIES
                    + """
                    positions:
                      - {id: 1, symbol: A, side: LONG, quantity: 1, policy: stop}
                    """)
            .lines();

    assertThat(lines)
        .containsExactly(
            "0 register 1 @100",
            "0 tick A last 100",
            "1 tick A last 98",
            "  exit 1 STOP_LOSS 98 at 1",
            "1 sent 1",
            "1 NEW 1",
            "1 TRADE 1 @98",
            "1 answer",
            "  closed 1",
            "1 tick A last 97",
            "1 stopped");
  }

  @Test
  void shouldTakeDelayedReportsBeforeMarketDataOfTheirTime() {
    List<String> lines =
        run()
            .config("paper: {latency: 1s, report-delay: 1s}\n")
            .tape("{0},A,100,,,", "{1},A,98,,,", "{2},A,97,,,", "{3},A,96,,,", "{9},A,95,,,")
            .positions(
                POLICIES
                    + """
                    positions:
                      - {id: 1, symbol: A, side: LONG, quantity: 1, policy: stop}
                    """)
            .lines();

    // Sent at 1; arrives and trades at 2; acknowledgement after latency and delay, the fill after
    // the delay.
    assertThat(lines)
        .containsSubsequence(
            "1 sent 1",
            "2 tick A last 97",
            "3 NEW 1",
            "3 TRADE 1 @97",
            "3 tick A last 96",
            "5 answer",
            "  closed 1",
            "9 tick A last 95");
  }

  @Test
  void shouldSettleDeadlinesBeforeAnEventAtTheirOwnTime() {
    List<String> lines =
        run()
            .tape("{0},A,100,,,", "{30},A,101,,,")
            .positions(
                POLICIES
                    + """
                    positions:
                      - {id: 2, symbol: A, side: LONG, quantity: 1, entry-price: 100, at: {5}, policy: ladder}
                      - {id: 1, symbol: A, side: SHORT, quantity: 2, entry-price: 100, at: {5}, policy: ladder}
                      - {id: 3, symbol: A, side: LONG, quantity: 3, entry-price: 100, at: {4.5}, policy: ladder}
                    """)
            .lines();

    assertThat(lines)
        .filteredOn(
            line -> line.contains("timer") || line.contains("exit") || line.contains("tick"))
        .containsExactly(
            "0 tick A last 100",
            "14.5 timer 14.5",
            "  exit 3 TIME 100 at 14.5",
            "15 timer 15",
            "  exit 1 TIME 100 at 15",
            "  exit 2 TIME 100 at 15",
            "30 tick A last 101");
  }

  @Test
  void shouldSettleADeadlineAtTheTimeOfTheLastTick() {
    List<String> lines =
        run()
            .tape("{0},A,100,,,", "{10},A,101,,,")
            .positions(
                POLICIES
                    + """
                    positions:
                      - {id: 1, symbol: A, side: LONG, quantity: 1, policy: ladder}
                    """)
            .lines();

    assertThat(lines)
        .containsSubsequence(
            "10 tick A last 101", "10 timer 10", "  exit 1 TIME 101 at 10", "10 stopped");
  }

  @Test
  void shouldEnterWithTheFirstTickOfTheSymbolWithoutATime() {
    List<String> lines =
        run()
            .tape("{0},B,7,,,", "{1},A,,,99,101", "{2},A,100,,,")
            .positions(
                POLICIES
                    + """
                    positions:
                      - {id: 1, symbol: A, side: LONG, quantity: 1, entry-price: 100.5, policy: stop}
                      - {id: 2, symbol: A, side: LONG, quantity: 1, policy: stop}
                    """)
            .lines();

    assertThat(lines)
        .containsExactly(
            "0 tick B last 7",
            "1 register 1 @100.5",
            "1 tick A bid 99 ask 101",
            "2 register 2 @100",
            "2 tick A last 100",
            "2 stopped");
  }

  @Test
  void shouldEnterAtTheFirstPriceAtOrAfterItsTimeWithoutAnEntryPrice() {
    List<String> lines =
        run()
            .tape(
                "{0},A,100,,,",
                "{5},A,101,,,", "{6},A,,,99,101", "{7},A,0,,,", "{8},A,102,,,", "{9},A,103,,,")
            .positions(
                POLICIES
                    + """
                    positions:
                      - {id: 1, symbol: A, side: LONG, quantity: 1, at: {5}, policy: stop}
                      - {id: 2, symbol: A, side: LONG, quantity: 1, at: {5.000000001}, policy: stop}
                      - {id: 3, symbol: A, side: LONG, quantity: 1, at: {9.5}, policy: stop}
                    """)
            .lines();

    assertThat(lines)
        .containsExactly(
            "0 tick A last 100",
            "5 register 1 @101",
            "5 tick A last 101",
            "6 tick A bid 99 ask 101",
            "7 tick A last 0",
            "  alert BAD_TICK ",
            "8 register 2 @102",
            "8 tick A last 102",
            "9 tick A last 103",
            "9 stopped");
  }

  @Test
  void shouldSayWhichPositionsNeverEntered() {
    SmallRun run =
        run()
            .tape("{0},A,100,,,", "{1},B,,,5,6", "{2},A,100,,,")
            .positions(
                POLICIES
                    + """
                    positions:
                      - {id: 4, symbol: A, side: LONG, quantity: 1, at: {3}, policy: stop}
                      - {id: 5, symbol: A, side: LONG, quantity: 1, entry-price: 100, at: {3}, policy: stop}
                      - {id: 6, symbol: B, side: LONG, quantity: 1, policy: stop}
                      - {id: 7, symbol: B, side: LONG, quantity: 1, entry-price: 5, policy: stop}
                    """);

    assertThat(run.run().notRegistered()).containsExactly(4L, 6L);
    assertThat(run.lines())
        .containsExactly(
            "0 tick A last 100",
            "1 register 7 @5",
            "1 tick B bid 5 ask 6",
            "2 tick A last 100",
            "3 register 5 @100",
            "3 stopped");
  }

  @Test
  void shouldDecideABreachedStopByTheFirstPriceAfterRegistration() {
    List<String> lines =
        run()
            .tape("{0},A,90,,,", "{1},A,,,90,91", "{2},A,95,,,", "{3},A,99.5,,,")
            .positions(
                POLICIES
                    + """
                    positions:
                      - {id: 1, symbol: A, side: LONG, quantity: 1, entry-price: 100, at: {0.5}, policy: stop}
                    """)
            .lines();

    assertThat(lines)
        .containsSubsequence(
            "0 tick A last 90",
            "0.5 register 1 @100",
            "1 tick A bid 90 ask 91",
            "2 tick A last 95",
            "  exit 1 STOP_LOSS 95 at 2",
            "2 TRADE 1 @90");
  }

  @Test
  void shouldLetASignalBeforeAnyPriceWaitForTheFirst() {
    List<String> lines =
        run()
            .tape("{1},A,,,99,101", "{4},A,100,,,")
            .positions(
                POLICIES
                    + """
                    positions:
                      - {id: 1, symbol: A, side: LONG, quantity: 1, entry-price: 100, at: {2}, policy: told}
                      - {id: 2, symbol: A, side: LONG, quantity: 1, entry-price: 100, at: {2}, policy: told}
                    signals:
                      - {at: {3}, symbol: A, action: exit, position: 2}
                    """)
            .lines();

    assertThat(lines)
        .containsSubsequence("3 signal A 2", "4 tick A last 100", "  exit 2 SIGNAL 100 at 4")
        .noneMatch(line -> line.startsWith("  exit 1"));
  }

  @Test
  void shouldTakeASignalAfterTheLastTick() {
    List<String> lines =
        run()
            .tape("{0},A,100,,98,102")
            .positions(
                POLICIES
                    + """
                    positions:
                      - {id: 1, symbol: A, side: SHORT, quantity: 1, policy: told}
                    signals:
                      - {at: {30}, symbol: A, action: exit}
                    """)
            .lines();

    assertThat(lines)
        .containsSubsequence(
            "30 signal A", "  exit 1 SIGNAL 100 at 30", "30 TRADE 1 @102", "  closed 1");
  }

  @Test
  void shouldMergeTapesByTimeThenByTheirOrder() {
    List<String> lines =
        run()
            .tape("{1},A,1,,,", "{2},A,2,,,", "{4},A,4,,,")
            .tape("{0},B,10,,,", "{2},A,20,,,", "{2},B,21,,,", "{3},B,30,,,")
            .positions(
                POLICIES
                    + """
                    positions:
                      - {id: 1, symbol: B, side: LONG, quantity: 1, policy: stop}
                    """)
            .lines();

    assertThat(lines)
        .containsExactly(
            "0 register 1 @10",
            "0 tick B last 10 from 33",
            "1 tick A last 1",
            "2 tick A last 2",
            "2 tick A last 20 from 33",
            "2 tick B last 21 from 33",
            "3 tick B last 30 from 33",
            "4 tick A last 4",
            "4 stopped");
  }

  @Test
  void shouldExitEachPositionOfASymbolByItsOwnRulesAndQuantity() {
    SmallRun run =
        run()
            .tape("{0},A,100,,99,101", "{1},A,98.9,,98,99", "{2},A,101.1,,101,102")
            .positions(
                """
                policies:
                  near: {evaluate: {gap-percent: 0}, stop-loss: {percent: 1}}
                  far: {evaluate: {gap-percent: 0}, stop-loss: {percent: 50}, take-profit: {percent: 1}}
                positions:
                  - {id: 1, symbol: A, side: LONG, quantity: 1, policy: near}
                  - {id: 2, symbol: A, side: LONG, quantity: 2, policy: far}
                  - {id: 3, symbol: A, side: SHORT, quantity: 4, policy: near}
                  - {id: 4, symbol: A, side: SHORT, quantity: 8, policy: far}
                """);

    assertThat(run.lines())
        .filteredOn(line -> line.contains("exit") || line.contains("TRADE"))
        .containsExactly(
            "  exit 1 STOP_LOSS 98.9 at 1",
            "  exit 4 TAKE_PROFIT 98.9 at 1",
            "1 TRADE 1 @98",
            "1 TRADE 4 @99",
            "  exit 2 TAKE_PROFIT 101.1 at 2",
            "  exit 3 STOP_LOSS 101.1 at 2",
            "2 TRADE 2 @101",
            "2 TRADE 3 @102");
  }
}
