package io.ripcord.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AgentTest {
  private final Pipeline pipeline =
      new Pipeline(new PipelineContext().ringSize(64).outboundRingSize(64), new MemoryJournal());

  @Test
  void shouldRunItsDutiesInOrderWithTheTimeOfItsClock() throws InterruptedException {
    AtomicLong clock = new AtomicLong(40);
    List<String> told = new CopyOnWriteArrayList<>();
    CountDownLatch thrice = new CountDownLatch(3);
    Duty first = nowNs -> append(told, "a" + nowNs);
    Duty second =
        nowNs -> {
          append(told, "b" + nowNs);
          thrice.countDown();
          return 0;
        };
    try (pipeline) {
      Agent agent = pipeline.agent("walker", clock::incrementAndGet, List.of(first, second));
      pipeline.start();

      assertThat(thrice.await(30, TimeUnit.SECONDS)).isTrue();
      agent.stop();
    }

    assertThat(told).startsWith("a41", "b41", "a42", "b42", "a43", "b43");
  }

  private static int append(List<String> told, String text) {
    told.add(text);
    return 0;
  }

  @Test
  void shouldRunNothingOnceItHasStopped() throws InterruptedException {
    CountDownLatch ran = new CountDownLatch(1);
    try (pipeline) {
      Agent agent =
          pipeline.urgentAgent(
              "hasty",
              System::nanoTime,
              List.of(
                  nowNs -> {
                    ran.countDown();
                    return 1;
                  }),
              PipelineContext.UNPINNED);
      pipeline.start();
      assertThat(ran.await(30, TimeUnit.SECONDS)).isTrue();
      agent.stop();

      assertThat(Thread.getAllStackTraces().keySet())
          .extracting(Thread::getName)
          .doesNotContain("ripcord-hasty");
      assertThat(pipeline.halt().isHalted()).isFalse();
    }
  }

  @Test
  void shouldHaltThePipelineWhenADutyFails() {
    try (pipeline) {
      pipeline.agent(
          "faulty",
          System::nanoTime,
          List.of(
              nowNs -> {
                throw new IllegalStateException("planted");
              }));

      // The duty may fail before start() has returned.
      assertThatExceptionOfType(PipelineHaltedException.class)
          .isThrownBy(
              () -> {
                pipeline.start();
                pipeline.awaitProcessed(Long.MAX_VALUE);
              })
          .withMessage("halted stage=faulty sequence=1: planted");
    }
  }

  @Test
  void shouldSayWhenADutyDoesNotComeBack() {
    CountDownLatch never = new CountDownLatch(1);
    StageThread stuck =
        new StageThread(
            "stuck",
            new Halt(),
            () -> {},
            () -> await(never),
            () -> {},
            () -> 1,
            Profile.SHARED.idleStrategy(),
            PipelineContext.UNPINNED);
    stuck.start();

    assertThatThrownBy(() -> new Agent("stuck", stuck, 20).stop())
        .hasMessage("agent=stuck does not stop, expected its duties to return");
    never.countDown();
  }

  private static int await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }
}
