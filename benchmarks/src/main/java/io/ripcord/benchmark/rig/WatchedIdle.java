package io.ripcord.benchmark.rig;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.agrona.concurrent.BusySpinIdleStrategy;
import org.agrona.concurrent.IdleStrategy;

/**
 * The idle strategy of a measured thread, looked at: it counts the stalls of the idle loop, and can
 * be told to park, so that variants that share a core do not run in each other's windows. The clock
 * is read on one idle turn in sixteen only, to keep the loop as tight as the one that ships.
 */
final class WatchedIdle implements IdleStrategy {
  private static final int LOOK_MASK = 15;
  private static final long PARK_NS = TimeUnit.MILLISECONDS.toNanos(50);

  private final IdleStrategy own;
  private final boolean spins;
  private final Stalls stalls = new Stalls();
  private volatile boolean pausing;
  private volatile boolean paused;
  private volatile boolean ended;
  private Thread parked;
  private int turns;
  private long lastNs;

  /** Waits as {@code own} does. */
  WatchedIdle(IdleStrategy own) {
    this.own = own;
    // Any other strategy sleeps on purpose, and that is no stall.
    spins = own instanceof BusySpinIdleStrategy;
  }

  @Override
  public void idle(int workCount) {
    if (workCount > 0) {
      lastNs = 0;
    } else if ((++turns & LOOK_MASK) == 0) {
      look();
    }
    own.idle(workCount);
  }

  private void look() {
    long nowNs = System.nanoTime();
    if (lastNs != 0 && spins) {
      stalls.look(lastNs, nowNs);
    }
    lastNs = nowNs;
    if (pausing) {
      park();
      lastNs = 0;
    }
  }

  private void park() {
    parked = Thread.currentThread();
    paused = true;
    while (pausing && !ended) {
      LockSupport.parkNanos(this, PARK_NS);
    }
    paused = false;
  }

  @Override
  public void idle() {
    idle(0);
  }

  @Override
  public void reset() {
    own.reset();
  }

  Stalls stalls() {
    return stalls;
  }

  /** Rig thread: the thread parks at its next idle turn. */
  void pause() {
    pausing = true;
  }

  boolean isPaused() {
    return paused;
  }

  /** Rig thread: the thread goes on. */
  void resume() {
    pausing = false;
    if (paused) {
      LockSupport.unpark(parked);
    }
  }

  /** Rig thread: the thread never parks again, so that it can be stopped. */
  void end() {
    ended = true;
    resume();
  }
}
