package io.ripcord.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ripcord.event.TradingState;
import io.ripcord.journal.HaltMarker;
import io.ripcord.journal.SnapshotStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An input that halts the engine is marked at the first restart and left out at the second. */
class HaltedTwiceTest {
  @TempDir Path temporary;
  private EngineJournal run;
  private long poisoned;

  @BeforeEach
  void poison() {
    run = new EngineJournal(temporary.resolve("journal"));
    run.start().define().register(1).tick("100.5");
    assertThatThrownBy(run::poison).isInstanceOf(IllegalArgumentException.class);
    poisoned = run.sequence();
    run.close();
  }

  @AfterEach
  void close() {
    run.close();
  }

  private void refuseOnce() {
    assertThatThrownBy(run::recover)
        .isInstanceOfSatisfying(
            RecoveryException.class, e -> assertThat(e.isDamage()).as("exit code 1").isFalse())
        .hasMessageContaining("input " + poisoned + " cannot be processed: policyId=7")
        .hasMessageContaining("start again to go on without it, reducing");
  }

  @Test
  void shouldMarkTheInputAndRefuseAtTheFirstRestart() {
    refuseOnce();

    assertThat(new HaltMarker(run.path).sequence()).isEqualTo(poisoned);
  }

  @Test
  void shouldLeaveItOutAndReduceFromTheSecondRestartOn() {
    refuseOnce();
    run.start();

    assertThat(run.recovered().skipped()).isEqualTo(poisoned);
    assertThat(run.recovered().notes())
        .anyMatch(note -> note.startsWith("input " + poisoned + " halted the engine twice"));
    assertThat(run.engine().tradingState()).isEqualTo(TradingState.REDUCING);
    run.tick("98").stop().close();
    ReplayResult replay = run.replay();
    assertThat(replay.difference()).isNull();
    assertThat(replay.identical()).isTrue();
    assertThat(replay.stoppedInOrder()).isTrue();
  }

  @Test
  void shouldNeedNoMarkerOnceTheJournalSaysIt() {
    refuseOnce();
    run.start().tick("98").close();
    new HaltMarker(run.path).clear();

    Recovered third = run.recover();

    assertThat(third.isSkipping()).as("said already").isFalse();
    assertThat(third.resumed().engine().tradingState()).isEqualTo(TradingState.REDUCING);
    assertThat(third.resumed().engine().exitsInFlight()).isEqualTo(1);
  }

  @Test
  void shouldMarkAnotherInputAnew() {
    refuseOnce();
    run.start();
    assertThatThrownBy(run::poison).isInstanceOf(IllegalArgumentException.class);
    poisoned = run.sequence();
    run.close();

    refuseOnce();
    run.start();

    assertThat(run.recovered().skipped()).isEqualTo(poisoned);
    run.tick("98").stop().close();
    assertThat(run.replay().identical()).isTrue();
  }

  @Test
  void shouldGoOnFromASnapshotBehindTheInputThatIsLeftOut() {
    refuseOnce();
    run.start().tick("100.6");
    run.close();
    Recovered whole = run.recover();
    Path snapshot =
        new SnapshotStore(run.path)
            .write(
                EngineStates.snapshot(whole.resumed().engine(), 1, whole.tail(), whole.stopped()));
    run.close();

    run.start();

    assertThat(run.recovered().snapshot()).isEqualTo(snapshot.toAbsolutePath());
    assertThat(run.recovered().inputs()).isZero();
    run.tick("98").stop().close();
    assertThat(run.replay().identical()).as("from the first input").isTrue();
  }

  @Test
  void shouldTakeAMarkerThatCannotBeReadForNone() throws Exception {
    Files.writeString(run.path.resolve("halt"), "garbage");

    refuseOnce();

    assertThat(new HaltMarker(run.path).sequence()).isEqualTo(poisoned);
  }
}
