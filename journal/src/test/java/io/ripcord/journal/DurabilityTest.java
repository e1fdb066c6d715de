package io.ripcord.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurabilityTest {
  private static final long INTERVAL_NS = 1_000;

  @TempDir Path temporary;
  private JournalFixture fixture;

  @BeforeEach
  void setUp() {
    fixture = new JournalFixture(temporary.resolve("journal"));
  }

  @AfterEach
  void tearDown() {
    fixture.end();
  }

  private void start(Durability durability) {
    fixture.start(context -> context.durability(durability).batchIntervalNs(INTERVAL_NS));
  }

  @Test
  void shouldForceBeforeSendingOnlyWithDurabilityOrder() {
    for (Durability durability : Durability.values()) {
      start(durability);
      assertThat(fixture.journal.isDirty()).isFalse();
      fixture.input(8);
      assertThat(fixture.journal.isDirty()).isTrue();

      fixture.journal.force();

      assertThat(fixture.journal.isDirty()).isEqualTo(durability != Durability.ORDER);
      fixture.end();
    }
  }

  @Test
  void shouldSyncInAnyModeWhenASnapshotAsksForIt() {
    start(Durability.PROCESS);
    fixture.input(8);
    fixture.journal.sync();
    assertThat(fixture.journal.isDirty()).isFalse();
  }

  @Test
  void shouldSyncOncePerIntervalIfSomethingWasAppended() {
    start(Durability.BATCH);
    BatchSync sync = new BatchSync(fixture.journal);
    assertThat(sync.doWork(0)).isZero();
    fixture.input(8);
    assertThat(sync.doWork(10)).isEqualTo(1);
    assertThat(fixture.journal.isDirty()).isFalse();
    fixture.input(8);
    assertThat(sync.doWork(10 + INTERVAL_NS - 1)).isZero();
    assertThat(sync.doWork(10 + INTERVAL_NS)).isEqualTo(1);
    assertThat(sync.doWork(10 + 5 * INTERVAL_NS)).isZero();
  }

  @Test
  void shouldLeaveOtherModesAlone() {
    start(Durability.ORDER);
    fixture.input(8);
    assertThat(new BatchSync(fixture.journal).doWork(1)).isZero();
    assertThat(fixture.journal.isDirty()).isTrue();
  }

  @Test
  void shouldSyncEveryCycleFileThatWasWrittenSince() {
    start(Durability.ORDER);
    fixture.input(8);
    fixture.journal.roll();
    fixture.input(8);
    fixture.journal.force();
    assertThat(fixture.journal.isDirty()).isFalse();
  }

  @Test
  void shouldSyncFromAnotherThreadWhileItIsInterrupted() throws Exception {
    start(Durability.ORDER);
    fixture.input(8);
    boolean[] interrupted = new boolean[1];
    Thread sender =
        new Thread(
            () -> {
              Thread.currentThread().interrupt();
              fixture.journal.force();
              interrupted[0] = Thread.currentThread().isInterrupted();
            });
    sender.start();
    sender.join();

    assertThat(interrupted[0]).isTrue();
    assertThat(fixture.journal.isDirty()).isFalse();
    fixture.input(8);
    fixture.journal.force();
    assertThat(fixture.journal.isDirty()).isFalse();
  }
}
