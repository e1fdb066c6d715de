package io.ripcord.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ripcord.console.ReportWriter;
import io.ripcord.engine.Engine;
import io.ripcord.engine.PendingDecision;
import io.ripcord.journal.JournalDirectory;
import io.ripcord.journal.JournalReader;
import io.ripcord.journal.Snapshot;
import io.ripcord.journal.SnapshotStore;
import io.ripcord.pipeline.Topology;
import io.ripcord.replay.EngineStates;
import io.ripcord.replay.Recovered;
import io.ripcord.replay.Recovery;
import io.ripcord.replay.ReplayedEngine;
import io.ripcord.replay.StopEvents;
import io.ripcord.state.StateHash;
import io.ripcord.state.StateOut;
import io.ripcord.testing.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Small runs, killed at every frame: what recovery brings back is the engine that was there, and
 * the run that goes on ends as the one that was never killed. Continuing from every frame takes
 * minutes: {@code -Dripcord.everyEvent=true}; else a seeded sample of them.
 */
class RecoveryAtEveryEventTest {
  private static final boolean EVERY = Boolean.getBoolean("ripcord.everyEvent");
  private static final int SAMPLE = 3;

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void shouldBringBackTheEngineFromEveryPrefix(long seed) throws IOException {
    SmallRun run = new SmallScenario(seed).run(directory.resolve("run"), topology(seed));
    run.run();
    CrashPoints points = new CrashPoints(run.journal(), directory.resolve("points"));
    Uninterrupted expected = new Uninterrupted(points.frames());
    assertThat(recover(points.killedInside(0, 40, "torn")).isNothing()).isTrue();
    List<Snapshot> snapshots = new ArrayList<>();
    long sequence = 0;
    int decisions = 0;
    for (int count = 1; count <= points.frames().size(); count++) {
      CrashPoints.Frame frame = points.frames().get(count - 1);
      sequence = frame.isInput() ? frame.sequence() : sequence;
      decisions += frame.isInput() ? 0 : 1;
      Path killed = points.killedAfter(count, "killed");
      Recovered recovered = recover(killed);
      assertRecovered(recovered, expected, sequence, decisions, "seed " + seed + " at " + count);
      if (recovered.resumed().pending().isEmpty()) {
        snapshots.add(
            EngineStates.snapshot(
                recovered.resumed().engine(), 1, recovered.tail(), recovered.stopped()));
      }
      CrashPoints.remove(killed);
    }
    assertThat(snapshots).hasSizeGreaterThan(points.frames().size() / 4);
    for (Snapshot snapshot : snapshots) {
      assertGoesOnFrom(snapshot, run.journal(), expected.stateHash(sequence));
    }
    assertRecoversFrom(snapshots, run.journal(), expected, sequence);
  }

  private static Topology topology(long seed) {
    return seed % 2 == 0 ? Topology.FUSED : Topology.SPLIT;
  }

  private static Recovered recover(Path journal) {
    try (JournalDirectory held = JournalDirectory.open(journal)) {
      return new Recovery(held).run();
    }
  }

  private static void assertRecovered(
      Recovered recovered, Uninterrupted expected, long sequence, int decisions, String where) {
    assertThat(recovered.quarantined()).as(where).isNull();
    Engine engine = recovered.resumed().engine();
    assertThat(engine.sequence()).as(where).isEqualTo(sequence);
    assertThat(engine.stateHash()).as(where).isEqualTo(expected.stateHash(sequence));
    List<Uninterrupted.Decision> missing = expected.decidedUpTo(sequence, decisions);
    List<PendingDecision> pending = recovered.resumed().pending();
    assertThat(pending).as(where).hasSameSizeAs(missing);
    for (int i = 0; i < missing.size(); i++) {
      assertThat(pending.get(i).causeSequence()).isEqualTo(missing.get(i).cause());
      assertThat(pending.get(i).index()).isEqualTo(missing.get(i).index());
      assertThat(pending.get(i).bytes()).isEqualTo(missing.get(i).bytes());
    }
  }

  /** The state alone, and what it decides from there on, without files. */
  private static void assertGoesOnFrom(Snapshot snapshot, Path journal, long stateHash) {
    ReplayedEngine engine = new ReplayedEngine(snapshot, Set.of());
    assertThat(engine.engine().stateHash()).isEqualTo(snapshot.stateHash());
    try (JournalReader reader = JournalReader.openFrom(journal, StopEvents.STOP, snapshot.tail())) {
      while (reader.next()) {
        engine.onFrame(reader);
      }
      assertThat(reader.problem()).isNull();
    }
    String from = "from input " + snapshot.tail().lastSequence();
    assertThat(engine.difference()).as(from).isNull();
    assertThat(engine.isSettled()).as(from).isTrue();
    assertThat(engine.engine().stateHash()).as(from).isEqualTo(stateHash);
  }

  /** Through the files: the newest snapshot is taken. */
  private static void assertRecoversFrom(
      List<Snapshot> snapshots, Path journal, Uninterrupted expected, long sequence) {
    SnapshotStore store = new SnapshotStore(journal);
    for (int i = 0; i < snapshots.size(); i += 10) {
      Path file = store.write(snapshots.get(i));
      Recovered recovered = recover(journal);
      assertThat(recovered.snapshot()).isEqualTo(file.toAbsolutePath());
      assertThat(recovered.stopped()).isTrue();
      assertThat(recovered.inputs()).isEqualTo(sequence - snapshots.get(i).tail().lastSequence());
      assertThat(recovered.resumed().engine().stateHash()).isEqualTo(expected.stateHash(sequence));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void shouldEndAsTheRunThatWasNeverKilled(long seed) throws IOException {
    SmallRun run = new SmallScenario(seed).run(directory.resolve("run"), topology(seed));
    SimulationResult whole = run.run();
    CrashPoints points = new CrashPoints(run.journal(), directory.resolve("points"));
    int frames = points.frames().size();
    Random random = Seeds.random(this);
    for (int i = 0; i < (EVERY ? 2 * frames : SAMPLE); i++) {
      int count = EVERY ? i / 2 : random.nextInt(frames);
      String where = "seed " + seed + " killed " + (i % 2 == 0 ? "after " : "inside ") + count;
      Path killed =
          i % 2 == 0
              ? points.killedAfter(count, "killed")
              : points.killedInside(
                  count, 8 + random.nextInt(points.frameLength(count) - 7), "killed");
      run.topology(random.nextBoolean() ? Topology.FUSED : Topology.SPLIT);
      SimulationResult resumed = run.resume(killed);
      assertThat(resumed.replay().identical()).as(where).isTrue();
      assertThat(report(resumed)).as(where).isEqualTo(report(whole));
      assertThat(DecisionLines.of(killed)).as(where).isEqualTo(DecisionLines.of(run.journal()));
      assertThat(acrossStarts(resumed)).as(where).isEqualTo(acrossStarts(whole));
      CrashPoints.remove(killed);
    }
  }

  /**
   * The state at the end but for what names the start, and for the time of the last input: that is
   * when the last proof came, and a start asks for it anew.
   */
  private static long acrossStarts(SimulationResult result) {
    StateHash hash = StateHash.acrossStarts();
    long endNs = result.engine().nowNs();
    result
        .engine()
        .write(
            new StateOut() {
              @Override
              public void put(long value) {
                hash.put(value == endNs ? 0 : value);
              }

              @Override
              public void putStartBound(long value) {
                hash.putStartBound(value);
              }
            });
    return hash.value();
  }

  private static JsonNode report(SimulationResult result) {
    ObjectNode json =
        new ReportWriter(result.fold(), result.engine(), Map.of())
            .notRegistered(result.notRegistered())
            .json();
    for (JsonNode exit : json.get("exits")) {
      ((ObjectNode) exit).put("clOrdIds", exit.get("clOrdIds").size());
    }
    return json;
  }
}
