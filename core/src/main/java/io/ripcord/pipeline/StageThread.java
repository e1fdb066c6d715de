package io.ripcord.pipeline;

import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.agrona.concurrent.IdleStrategy;

/**
 * One pipeline thread: pins itself, runs its duty until told to stop or until something fails, and
 * reports a failure to {@link Halt} instead of dying silently.
 */
final class StageThread {
  private final String name;
  private final Halt halt;
  private final Runnable onStart;
  private final IntSupplier duty;
  private final Runnable onStop;
  private final LongSupplier sequence;
  private final IdleStrategy idle;
  private final int core;
  private final Thread thread;
  private volatile boolean running = true;
  private volatile boolean started;

  StageThread(
      String name,
      Halt halt,
      Runnable onStart,
      IntSupplier duty,
      Runnable onStop,
      LongSupplier sequence,
      IdleStrategy idle,
      int core) {
    this.name = name;
    this.halt = halt;
    this.onStart = onStart;
    this.duty = duty;
    this.onStop = onStop;
    this.sequence = sequence;
    this.idle = idle;
    this.core = core;
    thread = new Thread(this::run, "ripcord-" + name);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
    while (!started && !halt.isHalted()) {
      Thread.onSpinWait();
    }
    halt.check();
  }

  private void run() {
    try {
      if (core != PipelineContext.UNPINNED) {
        CorePin.pin(name, core);
      }
      onStart.run();
      started = true;
      while (running && !halt.isHalted()) {
        idle.idle(duty.getAsInt());
      }
      onStop.run();
    } catch (Throwable failure) {
      halt.halt(name, sequence.getAsLong(), failure);
    }
  }

  void stop() {
    running = false;
  }

  /** Waits for the end of the thread. */
  boolean join(long timeoutMs) {
    try {
      thread.join(timeoutMs);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !thread.isAlive();
  }

  long threadId() {
    return thread.getId();
  }
}
