package io.ripcord.venue.paper.server;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Nanoseconds since the epoch that never step back. One thread. */
public final class WallClock {
  private long lastNs = Long.MIN_VALUE;

  /** The time now, or the last one given if the clock was set back. */
  public long nowNs() {
    Instant now = Instant.now();
    long ns = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    lastNs = Math.max(lastNs, ns);
    return lastNs;
  }
}
