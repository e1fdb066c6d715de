package io.ripcord.benchmark.rig;

import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.BusySpinIdleStrategy;
import org.agrona.concurrent.IdleStrategy;

/**
 * A thread of the rig on the engine's core that waits as the engine's thread does: the consumer of
 * the raw hop, the other side of the calibration, the idle core of the control. Starts parked.
 */
final class SpinThread implements AutoCloseable {
  private static final int MAX_SPINS = 200;
  private static final int MAX_YIELDS = 2_000;

  private final IntSupplier duty;
  private final Cores cores;
  private final WatchedIdle idle;
  private final Thread thread;
  private volatile boolean running = true;

  SpinThread(String name, IntSupplier duty, Cores cores) {
    this.duty = duty;
    this.cores = cores;
    idle = new WatchedIdle(cores.isPinned() ? new BusySpinIdleStrategy() : backoff());
    idle.pause();
    thread = new Thread(this::run, "bench-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  private static IdleStrategy backoff() {
    return new BackoffIdleStrategy(
        MAX_SPINS, MAX_YIELDS, TimeUnit.MICROSECONDS.toNanos(1), TimeUnit.MICROSECONDS.toNanos(50));
  }

  private void run() {
    cores.pinEngine();
    while (running) {
      idle.idle(duty.getAsInt());
    }
  }

  WatchedIdle idle() {
    return idle;
  }

  @Override
  public void close() {
    running = false;
    idle.end();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
