package io.ripcord.node;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Time since the epoch that never goes back: the wall clock as it was at the start, and from there
 * the monotonic clock. After a restart it begins no earlier than the journal ended, even when the
 * wall clock has been set back. Thread-safe.
 */
public final class NodeClock implements LongSupplier {
  private final LongSupplier monotonic;
  private final long offsetNs;
  private final long aheadNs;

  private NodeClock(long wallNs, LongSupplier monotonic, long floorNs) {
    this.monotonic = monotonic;
    long startNs = Math.max(wallNs, floorNs);
    aheadNs = startNs - wallNs;
    offsetNs = startNs - monotonic.getAsLong();
  }

  /**
   * A clock of this machine.
   *
   * @param floorNs last journalled time, {@link Long#MIN_VALUE} if there is none
   */
  public static NodeClock startingAt(long floorNs) {
    long wallNs = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
    return new NodeClock(wallNs, System::nanoTime, floorNs);
  }

  /** As {@link #startingAt}, on clocks of the caller. */
  static NodeClock of(long wallNs, LongSupplier monotonic, long floorNs) {
    return new NodeClock(wallNs, monotonic, floorNs);
  }

  /** Nanoseconds since the epoch. */
  @Override
  public long getAsLong() {
    return offsetNs + monotonic.getAsLong();
  }

  /** How far the journal's end was ahead of the wall clock, 0 if it was not. */
  public long aheadNs() {
    return aheadNs;
  }
}
