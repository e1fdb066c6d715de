package io.ripcord.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens after the last tick: time runs on while an exit is in flight, at most 60 s. */
class RunOnTest {
  private static final String POSITIONS =
      """
      policies:
        stop: {evaluate: {gap-percent: 0}, stop-loss: {percent: 1}}
        later: {evaluate: {gap-percent: 0}, stop-loss: {percent: 50}, take-profit: {ladder: [{after: 8s, any: true}]}}
        much-later: {evaluate: {gap-percent: 0}, stop-loss: {percent: 50}, take-profit: {ladder: [{after: 40s, any: true}]}}
      positions:
        - {id: 1, symbol: A, side: LONG, quantity: 1, policy: stop}
      """;

  @TempDir private Path directory;

  private SmallRun run(String paper) {
    return new SmallRun(directory)
        .config("paper: " + paper + "\n")
        .tape("{0},A,100,,,", "{1},A,98,,97,99");
  }

  @Test
  void shouldRunOnUntilTheExitIsProved() {
    List<String> lines =
        run("{reject: {probability: 100, max-in-a-row: 3}}").positions(POSITIONS).lines();

    assertThat(lines)
        .containsExactly(
            "0 register 1 @100",
            "0 tick A last 100",
            "1 tick A last 98 bid 97 ask 99",
            "  exit 1 STOP_LOSS 98 at 1",
            "1 sent 1",
            "1 REJECTED 1",
            "  alert EXIT_REJECTED 1",
            "2 timer 2",
            "  exit 1 STOP_LOSS 98 at 1",
            "2 sent 1",
            "2 REJECTED 1",
            "  alert EXIT_REJECTED 1",
            "4 timer 4",
            "  exit 1 STOP_LOSS 98 at 1",
            "4 sent 1",
            "4 REJECTED 1",
            "  alert EXIT_REJECTED 1",
            "  alert EXIT_STUCK 1",
            "8 timer 8",
            "  exit 1 STOP_LOSS 98 at 1",
            "8 sent 1",
            "8 NEW 1",
            "8 TRADE 1 @97",
            "8 answer",
            "  closed 1",
            "8 stopped");
  }

  @Test
  void shouldGiveUpSixtySecondsAfterTheLastEvent() {
    SmallRun run = run("{reject: {probability: 100, max-in-a-row: 1000}}").positions(POSITIONS);
    SimulationResult result = run.run();

    // Attempts at 1, 2, 4, 8, then every 10 s; the one at 68 would be too late.
    assertThat(run.lines())
        .filteredOn(line -> line.contains("sent"))
        .containsExactly(
            "1 sent 1",
            "2 sent 1",
            "4 sent 1",
            "8 sent 1",
            "18 sent 1",
            "28 sent 1",
            "38 sent 1",
            "48 sent 1",
            "58 sent 1");
    assertThat(run.lines()).last().isEqualTo("58 stopped");
    assertThat(result.engine().exitsInFlight()).isEqualTo(1);
    assertThat(result.fold().exits()).singleElement().matches(row -> !row.isProven());
    assertThat(result.replay().identical()).isTrue();
  }

  @Test
  void shouldTakeWhatIsDueExactlyAfterSixtySeconds() {
    List<String> lines = run("{report-delay: 60s}").positions(POSITIONS).lines();

    // The report of the fill comes at 61, the answer to the question asked then would come at 121.
    assertThat(lines)
        .containsSubsequence("61 NEW 1", "61 TRADE 1 @97", "61 stopped")
        .noneMatch(line -> line.contains("closed"));
  }

  @Test
  void shouldEndAtOnceWithAnOrderThatWaitsForMarketData() {
    SmallRun run = run("{latency: 5ms}").positions(POSITIONS);

    assertThat(run.run().engine().exitsInFlight()).isEqualTo(1);
    assertThat(run.lines())
        .containsSubsequence("1 sent 1", "1.005 NEW 1", "1.005 stopped")
        .noneMatch(line -> line.contains("TRADE"));
  }

  @Test
  void shouldSettleDeadlinesOnlyWhileItRunsOn() {
    String positions =
        POSITIONS
            + "  - {id: 2, symbol: A, side: LONG, quantity: 1, policy: later}\n"
            + "  - {id: 3, symbol: A, side: LONG, quantity: 1, policy: much-later}\n";
    List<String> lines =
        run("{reject: {probability: 100, max-in-a-row: 3}}").positions(positions).lines();

    // The last refused attempt keeps time running to 8, where position 2 is due as well; its exit
    // is refused three times, until 15, and nothing is in flight after that.
    assertThat(lines)
        .containsSubsequence("8 timer 8", "  exit 2 TIME 98 at 8", "  closed 2", "15 stopped")
        .noneMatch(line -> line.startsWith("  exit 3"));
  }

  @Test
  void shouldNotRunOnWithoutAnExitInFlight() {
    String positions = POSITIONS.replace("policy: stop}", "policy: later}");

    assertThat(run("{latency: 0ms}").positions(positions).lines()).last().isEqualTo("1 stopped");
  }
}
