package io.ripcord.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ripcord.event.AlertKind;
import io.ripcord.event.DecisionEncoder;
import io.ripcord.replay.EngineJournal;
import io.ripcord.replay.ReplayedEngine;
import io.ripcord.replica.Snapshotter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotterTest {
  private static final long INTERVAL = 100;
  private static final int KEEP = 3;

  @TempDir Path temporary;
  private EngineJournal run;
  private Snapshotter snapshotter;
  private long nowNs;

  @BeforeEach
  void start() {
    run = new EngineJournal(temporary.resolve("journal"));
    run.start().define().register(1);
    snapshotter =
        new Snapshotter(
            run.journal(),
            run.path,
            1,
            new ReplayedEngine(Set.of()),
            JournalTail.EMPTY,
            INTERVAL,
            KEEP);
    snapshotter.doWork(nowNs);
  }

  @AfterEach
  void close() {
    snapshotter.close();
    run.close();
  }

  private List<Path> files() {
    return new SnapshotStore(run.path).files(1);
  }

  private Snapshot newest() {
    List<Path> files = files();
    return SnapshotStore.read(files.get(files.size() - 1));
  }

  private void anInterval() {
    nowNs += INTERVAL;
    snapshotter.doWork(nowNs);
  }

  @Test
  void shouldWriteTheStateOfTheLiveEngineOncePerInterval() {
    run.ticks(5);
    snapshotter.doWork(nowNs + INTERVAL - 1);
    assertThat(files()).isEmpty();

    anInterval();

    assertThat(files()).hasSize(1);
    assertThat(newest().tail().lastSequence()).isEqualTo(run.sequence());
    assertThat(newest().stateHash()).isEqualTo(run.engine().stateHash());
    anInterval();
    assertThat(files()).as("nothing new").hasSize(1);
  }

  @Test
  void shouldSyncTheJournalBeforeASnapshotGetsItsName() {
    run.ticks(5);
    assertThat(run.journal().isDirty()).isTrue();

    anInterval();

    assertThat(run.journal().isDirty()).isFalse();
    assertThat(newest().tail().endOffset()).isEqualTo(CycleOffset.offset(run.journal().written()));
  }

  @Test
  void shouldLetTheEngineGoOnWhereTheDiskRefusesASnapshot() throws Exception {
    Path folder = run.path.resolve("snapshots");
    Files.delete(folder);
    Files.writeString(folder, "in the way");
    run.ticks(5);

    anInterval();

    assertThat(snapshotter.problem()).contains("cannot be written");
    assertThat(run.journal().isDirty()).as("synced first").isFalse();
    Files.delete(folder);
    Files.createDirectory(folder);
    anInterval();
    assertThat(snapshotter.problem()).isNull();
    assertThat(newest().tail().lastSequence()).isEqualTo(run.sequence());
  }

  @Test
  void shouldKeepTheNewestFew() {
    for (int i = 0; i < 6; i++) {
      run.ticks(1);
      anInterval();
    }

    assertThat(files()).hasSize(KEEP);
    assertThat(newest().tail().lastSequence()).isEqualTo(run.sequence());
    assertThatThrownBy(
            () ->
                new Snapshotter(
                    run.journal(),
                    run.path,
                    1,
                    new ReplayedEngine(Set.of()),
                    JournalTail.EMPTY,
                    INTERVAL,
                    1))
        .hasMessageContaining("keep=1, expected at least 2");
  }

  @Test
  void shouldStopForGoodWhenItsReplicaDecidesOtherwise() {
    run.ticks(2);
    anInterval();
    int before = files().size();
    // A decision that no engine would make of these inputs.
    DecisionEncoder planted = new DecisionEncoder(run.journal()::appendDecision);
    planted.cause(run.sequence());
    planted.onAlert(1, AlertKind.NOT_FLAT, 1, 0, 2, 3);
    run.ticks(2);

    anInterval();
    anInterval();
    snapshotter.finish();

    assertThat(snapshotter.problem()).startsWith("the replica decides otherwise: input ");
    assertThat(files()).hasSize(before);
  }

  @Test
  void shouldCatchUpAndWriteALastSnapshotOfAnOrderlyStop() {
    run.ticks(5_000).stop();

    snapshotter.finish();

    assertThat(newest().tail().lastSequence()).isEqualTo(run.sequence());
    assertThat(newest().stopped()).isTrue();
    int written = files().size();
    snapshotter.finish();
    assertThat(files()).hasSize(written);
    run.close();
    assertThat(run.recover().stopped()).isTrue();
    assertThat(run.recovered().inputs()).isZero();
  }
}
