package io.ripcord.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ripcord.config.ConfigException;
import io.ripcord.pipeline.Topology;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tapes over the ends of sessions; seconds count from 10:00:00 UTC on 5 January 2026. */
class SessionSimulationTest {
  /** Trades from second 10 to 60 and from 130 to 190. */
  private static final String CONFIG =
      """
      calendars:
        two:
          version: 1
          zone: UTC
          week:
            monday:
              - pre-open: "10:00:00"
              - auction: "10:00:05"
              - continuous: "10:00:10"
              - closed: "10:01:00"
              - pre-open: "10:02:00"
              - continuous: "10:02:10"
              - closed: "10:03:10"
      instruments: {A: {calendar: two}, B: {}}
      """;

  private static final String POSITIONS =
      """
      policies:
        stop: {stop-loss: {percent: 2}}
        closing: {stop-loss: {percent: 50}, time: {square-off: {before-close: 10s}}}
      positions:
        - {id: 1, symbol: A, side: LONG, quantity: 1, entry-price: 100, at: {3}, policy: stop}
        - {id: 2, symbol: A, side: LONG, quantity: 1, entry-price: 100, at: {10}, policy: closing}
        - {id: 3, symbol: A, side: LONG, quantity: 1, entry-price: 100, at: {100}, policy: closing}
        - {id: 4, symbol: B, side: LONG, quantity: 1, entry-price: 100, at: {3}, policy: stop}
      """;

  private static final String[] TAPE = {
    "{2},A,99,,,",
    "{4},A,97,,,",
    "{5},B,97,,,",
    "{10},A,99,,,",
    "{45},A,99.5,,,",
    "{60},A,97,,,",
    "{62},A,97,,,",
    "{125},A,97.5,,,",
    "{130},A,98.5,,,",
    "{170},A,98.4,,,",
    "{185},A,98.3,,,"
  };

  @TempDir private Path directory;

  private SmallRun run(String name) throws IOException {
    Path place = java.nio.file.Files.createDirectories(directory.resolve(name));
    return new SmallRun(place).config(CONFIG).tape(TAPE).positions(POSITIONS);
  }

  @Test
  void shouldSayThePhasesInTheOrderOfTime() throws IOException {
    assertThat(run("a").lines())
        .containsExactly(
            "2 phase A CLOSED",
            "0 phase A PRE_OPEN",
            "2 tick A last 99",
            "3 register 1 @100",
            "3 register 4 @100",
            "4 tick A last 97",
            "  alert BREACH_OUTSIDE_SESSION 1",
            "5 phase A AUCTION",
            "5 tick B last 97",
            "  exit 4 STOP_LOSS 97 at 5",
            "5 sent 4",
            "5 NEW 4",
            "5 TRADE 4 @97",
            "5 answer",
            "  closed 4",
            "10 phase A CONTINUOUS",
            "10 register 2 @100",
            "10 tick A last 99",
            "45 tick A last 99.5",
            "50 timer 50",
            "  exit 2 TIME 99.5 at 50",
            "50 sent 2",
            "50 NEW 2",
            "50 TRADE 2 @99.5",
            "50 answer",
            "  closed 2",
            "60 phase A CLOSED",
            "60 tick A last 97",
            "  alert BREACH_OUTSIDE_SESSION 1",
            "62 tick A last 97",
            "100 register 3 @100",
            "120 phase A PRE_OPEN",
            "125 tick A last 97.5",
            "  alert BREACH_OUTSIDE_SESSION 1",
            "130 phase A CONTINUOUS",
            "130 tick A last 98.5",
            "170 tick A last 98.4",
            "180 timer 180",
            "  exit 3 TIME 98.4 at 180",
            "180 sent 3",
            "180 NEW 3",
            "180 TRADE 3 @98.4",
            "180 answer",
            "  closed 3",
            "185 tick A last 98.3",
            "185 stopped");
  }

  @Test
  void shouldGiveTheSameBytesInBothTopologies() throws IOException {
    SimulationResult fused = run("fused").run();
    SimulationResult split = run("split").topology(Topology.SPLIT).run();

    assertThat(split.replay().inputSha256()).isEqualTo(fused.replay().inputSha256());
    assertThat(split.replay().decisionSha256()).isEqualTo(fused.replay().decisionSha256());
    assertThat(split.replay().identical()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void shouldEndAsTheRunThatWasNeverKilled(int part) throws IOException {
    SmallRun run = run("run");
    run.run();
    CrashPoints points = new CrashPoints(run.journal(), directory.resolve("points"));
    List<String> kinds = run.kinds();
    int frames = points.frames().size();
    for (int count = part; count <= frames; count += 4) {
      Path killed = points.killedAfter(count, "killed");
      SimulationResult resumed = run.resume(killed);

      assertThat(resumed.replay().identical()).as("killed after %d", count).isTrue();
      assertThat(DecisionLines.of(killed))
          .as("killed after %d, %s", count, count == 0 ? "" : kinds.get(count - 1))
          .isEqualTo(DecisionLines.of(run.journal()));
      CrashPoints.remove(killed);
    }
  }

  @Test
  void shouldOpenASessionThatBeganBeforeTheTape() throws IOException {
    Path place = java.nio.file.Files.createDirectories(directory.resolve("late"));
    SmallRun late =
        new SmallRun(place)
            .config(CONFIG)
            .tape("{20},A,100,,,", "{21},A,97,,,")
            .positions(POSITIONS.substring(0, POSITIONS.indexOf("positions:")) + "positions: []");

    SimulationResult result = late.run();

    assertThat(late.lines())
        .containsExactly(
            "20 phase A CLOSED",
            "10 phase A CONTINUOUS",
            "20 tick A last 100",
            "21 tick A last 97",
            "21 stopped");
    assertThat(result.engine().view().sessionStartNs(0))
        .isEqualTo(SmallRun.START.plusSeconds(10).getEpochSecond() * 1_000_000_000L);
  }

  @Test
  void shouldRefuseBeforeTheFirstEventAPositionThatComesTooLate() throws IOException {
    SmallRun run =
        run("c")
            .positions(
                POSITIONS.substring(0, POSITIONS.indexOf("positions:"))
                    + "positions: [{symbol: A, side: LONG, quantity: 1, at: {55}, policy:"
                    + " closing}]\n")
            .tape("{55},A,100,,,");

    assertThatThrownBy(run::run)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("positions.yaml:4: position 1: policy: found square-off at")
        .hasMessageContaining("10:00:50 (10s before the close 2026-01-05 10:01)")
        .hasMessageContaining("which is past at 2026-01-05 10:00:55");
    assertThat(run.journal().toFile().exists()).isFalse();
  }
}
