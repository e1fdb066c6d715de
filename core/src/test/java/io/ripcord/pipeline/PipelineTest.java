package io.ripcord.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ripcord.event.Side;
import io.ripcord.money.E8;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class PipelineTest {
  private static final long SEED = 7;
  private static final int TICKS = 10_000;

  private static PipelineContext context(Topology topology) {
    return new PipelineContext()
        .topology(topology)
        .ringSize(1024)
        .outboundRingSize(1024)
        .maxPositions(1024);
  }

  @Test
  void shouldGiveTheSameBytesInBothTopologies() {
    MemoryJournal fused = new MemoryJournal();
    MemoryJournal split = new MemoryJournal();
    try (PipelineRun run = new PipelineRun(context(Topology.FUSED), fused)) {
      run.define().walk(SEED, TICKS).await();
    }
    try (PipelineRun run = new PipelineRun(context(Topology.SPLIT), split)) {
      run.define().walk(SEED, TICKS).await();
    }

    assertThat(fused.decisions()).as("seed %d", SEED).hasSizeGreaterThan(100);
    assertThat(split.inputs()).isEqualTo(fused.inputs());
    assertThat(split.decisions()).isEqualTo(fused.decisions());
  }

  @ParameterizedTest
  @EnumSource(Topology.class)
  void shouldSendNothingBeforeItIsWritten(Topology topology) {
    MemoryJournal journal = new MemoryJournal();
    try (PipelineRun run = new PipelineRun(context(topology), journal)) {
      run.define();
      for (int i = 1; i <= 100; i++) {
        run.open(i, Side.LONG, PipelineRun.ENTRY_E8).tick(PipelineRun.ENTRY_E8 - 2 * E8.ONE);
        while (run.send() == 0) {
          run.pipeline().halt().check();
        }
      }

      assertThat(run.ordersSent()).isEqualTo(100);
      assertThat(run.ordersAheadOfJournal()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(Topology.class)
  void shouldSendNothingWhileTheJournalIsHeldUp(Topology topology) {
    CountDownLatch gate = new CountDownLatch(1);
    MemoryJournal journal = MemoryJournal.behind(gate);
    try (PipelineRun run = new PipelineRun(context(topology), journal)) {
      run.define().open(1, Side.LONG, PipelineRun.ENTRY_E8).tick(PipelineRun.ENTRY_E8 / 2);
      for (int i = 0; i < 1_000; i++) {
        assertThat(run.send()).isZero();
      }

      gate.countDown();
      run.await();

      assertThat(run.send()).isEqualTo(1);
      assertThat(run.ordersAheadOfJournal()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(Topology.class)
  void shouldHaltWhenTheJournalFails(Topology topology) {
    MemoryJournal journal = MemoryJournal.failingAt(8);
    try (PipelineRun run = new PipelineRun(context(topology), journal)) {
      run.define().tick(PipelineRun.ENTRY_E8).open(1, Side.LONG, PipelineRun.ENTRY_E8);

      assertThatExceptionOfType(PipelineHaltedException.class)
          .isThrownBy(() -> run.tick(PipelineRun.ENTRY_E8 / 2).await())
          .withMessageContaining("planted");
      assertThatExceptionOfType(PipelineHaltedException.class)
          .isThrownBy(() -> run.tick(PipelineRun.ENTRY_E8));
      assertThat(run.send()).isZero();
      assertThat(journal.inputs()).hasSize(7);
      assertThat(journal.decisions()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Topology.class)
  void shouldKeepTheInputOnRecordThatTheEngineFailsAt(Topology topology) {
    MemoryJournal journal = new MemoryJournal();
    PipelineRun run = new PipelineRun(context(topology), journal);
    run.define().tick(PipelineRun.ENTRY_E8).await().poison();
    long poison = run.lastSequence();

    assertThatExceptionOfType(PipelineHaltedException.class)
        .isThrownBy(run::await)
        .satisfies(halted -> assertThat(halted.sequence()).isEqualTo(poison))
        .withMessageContaining("instrumentId=7");
    run.close();

    assertThat(journal.inputs()).hasSize((int) poison);
  }

  @ParameterizedTest
  @EnumSource(Topology.class)
  void shouldRefuseATickAtOnceWhenTheRingIsFull(Topology topology) {
    CountDownLatch gate = new CountDownLatch(1);
    MemoryJournal journal = MemoryJournal.behind(gate);
    PipelineContext small = context(topology).ringSize(16);
    try (PipelineRun run = new PipelineRun(small, journal)) {
      run.define();
      int taken = 0;
      while (run.tryTick(PipelineRun.ENTRY_E8)) {
        taken++;
      }

      assertThat(taken).isEqualTo(16 - 5);
      gate.countDown();
      run.await().tick(PipelineRun.ENTRY_E8).await();
      assertThat(journal.inputs()).hasSize(17);
    }
  }

  @Test
  void shouldNotHangOnAFullRingThatHasHalted() {
    CountDownLatch gate = new CountDownLatch(1);
    MemoryJournal journal = MemoryJournal.behind(gate);
    try (PipelineRun run = new PipelineRun(context(Topology.FUSED).ringSize(16), journal)) {
      run.poison();
      while (run.tryTick(PipelineRun.ENTRY_E8)) {
        assertThat(run.pipeline().halt().isHalted()).isFalse();
      }
      gate.countDown();

      assertThatExceptionOfType(PipelineHaltedException.class)
          .isThrownBy(
              () -> {
                for (int i = 0; i < 100; i++) {
                  run.tick(PipelineRun.ENTRY_E8);
                }
              });
    }
  }

  @ParameterizedTest
  @EnumSource(Topology.class)
  void shouldLoseNothingAtAnOrderlyStop(Topology topology) {
    MemoryJournal journal = new MemoryJournal();
    PipelineRun run = new PipelineRun(context(topology), journal);
    run.define().walk(SEED, 1_000);
    long last = run.lastSequence();

    run.close();

    assertThat(journal.inputs()).hasSize((int) last);
    assertThat(run.pipeline().halt().isHalted()).isFalse();
  }

  @Test
  void shouldHaltWhenTheOutboundRingIsFull() {
    PipelineContext tiny = context(Topology.FUSED).outboundRingSize(8);
    try (PipelineRun run = new PipelineRun(tiny, new MemoryJournal())) {
      run.define();
      for (int i = 1; i <= 64; i++) {
        run.open(i, Side.LONG, PipelineRun.ENTRY_E8);
      }

      assertThatExceptionOfType(PipelineHaltedException.class)
          .isThrownBy(() -> run.tick(PipelineRun.ENTRY_E8 / 2).await())
          .withMessageContaining("outbound ring is full");
    }
  }

  @Test
  void shouldNameTheSettingThatIsWrong() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new Pipeline(new PipelineContext().ringSize(100), new MemoryJournal()))
        .withMessage("ring-size=100, expected a power of two from 2 to 4194304");
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new Pipeline(new PipelineContext().maxPositions(0), new MemoryJournal()))
        .withMessageStartingWith("max-positions=0, expected 1 to ");
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(
            () -> new Pipeline(new PipelineContext().profile(Profile.COLO), new MemoryJournal()))
        .withMessageContaining("profile=colo");
  }
}
