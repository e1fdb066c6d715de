package io.ripcord.benchmark.rig;

import org.agrona.concurrent.BusySpinIdleStrategy;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.YieldingIdleStrategy;

/**
 * Publishes at a fixed rate. The intended time of every event is fixed before the window starts; a
 * feed that falls behind publishes late, and the delay is in the figures.
 */
final class PacingLoop {
  private final Stalls stalls = new Stalls();
  private final IdleStrategy idle;

  /** Yields where feed and engine share a core, else spins. */
  PacingLoop(boolean yields) {
    idle = yields ? new YieldingIdleStrategy() : new BusySpinIdleStrategy();
  }

  /** Takes the events of a window. */
  interface Feed {
    void publish(int tick, long intendedNs);
  }

  void run(Feed feed, int ticks, long startNs, double periodNs) {
    long lastNs = System.nanoTime();
    for (int tick = 0; tick < ticks; tick++) {
      long intendedNs = startNs + (long) (tick * periodNs);
      long nowNs = System.nanoTime();
      stalls.look(lastNs, nowNs);
      while (nowNs < intendedNs) {
        idle.idle();
        lastNs = nowNs;
        nowNs = System.nanoTime();
        stalls.look(lastNs, nowNs);
      }
      lastNs = nowNs;
      feed.publish(tick, intendedNs);
    }
  }

  Stalls stalls() {
    return stalls;
  }
}
