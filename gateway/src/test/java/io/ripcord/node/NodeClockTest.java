package io.ripcord.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class NodeClockTest {
  private static final long WALL_NS = 1_800_000_000_000_000_000L;

  private final AtomicLong monotonic = new AtomicLong(-5);

  @Test
  void shouldStartAtTheWallClockAndGoOnByTheMonotonicOne() {
    NodeClock clock = NodeClock.of(WALL_NS, monotonic::get, Long.MIN_VALUE);

    assertThat(clock.getAsLong()).isEqualTo(WALL_NS);
    assertThat(clock.aheadNs()).isZero();
    monotonic.addAndGet(7);
    assertThat(clock.getAsLong()).isEqualTo(WALL_NS + 7);
  }

  @Test
  void shouldNotStartBeforeTheJournalEnded() {
    NodeClock clock = NodeClock.of(WALL_NS, monotonic::get, WALL_NS + 1_000);

    assertThat(clock.getAsLong()).isEqualTo(WALL_NS + 1_000);
    assertThat(clock.aheadNs()).isEqualTo(1_000);
    monotonic.incrementAndGet();
    assertThat(clock.getAsLong()).isEqualTo(WALL_NS + 1_001);
  }

  @Test
  void shouldBeTheTimeOfThisMachine() {
    NodeClock clock = NodeClock.startingAt(0);
    long before = clock.getAsLong();

    assertThat(TimeUnit.NANOSECONDS.toMillis(before))
        .isBetween(System.currentTimeMillis() - 10_000, System.currentTimeMillis() + 10_000);
    assertThat(clock.getAsLong()).isGreaterThanOrEqualTo(before);
  }
}
