package io.ripcord.pipeline;

import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.BusySpinIdleStrategy;
import org.agrona.concurrent.IdleStrategy;

/** How pipeline threads wait, and whether they are pinned. */
public enum Profile {
  /** Any laptop or build machine: spins, yields, then parks; never pinned. */
  SHARED {
    @Override
    IdleStrategy idleStrategy() {
      return new BackoffIdleStrategy(
          MAX_SPINS,
          MAX_YIELDS,
          TimeUnit.MICROSECONDS.toNanos(1),
          TimeUnit.MICROSECONDS.toNanos(50));
    }
  },
  /** A host of its own: busy-spins, each thread pinned to a named core. */
  COLO {
    @Override
    IdleStrategy idleStrategy() {
      return new BusySpinIdleStrategy();
    }
  };

  private static final long MAX_SPINS = 200;
  private static final long MAX_YIELDS = 2_000;

  abstract IdleStrategy idleStrategy();
}
