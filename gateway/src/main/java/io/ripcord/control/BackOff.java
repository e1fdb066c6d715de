package io.ripcord.control;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How long an address that showed a wrong token has to wait before it is told so again. Bounded:
 * the address that was quiet for longest is forgotten first. Thread-safe.
 */
final class BackOff {
  private static final int FREE_FAILURES = 5;
  private static final int MAX_DOUBLINGS = 6;
  private static final int MAX_ADDRESSES = 1024;
  private static final long FIRST_WAIT_NS = TimeUnit.SECONDS.toNanos(1);

  private static final class Failures {
    private int count;
    private long untilNs;
  }

  private final Map<String, Failures> records = new LinkedHashMap<>(16, 0.75f, true);

  /** A wrong token came; returns how long to wait in nanoseconds, 0 while it may be a mistake. */
  synchronized long failed(String address, long nowNs) {
    Failures failures = records.computeIfAbsent(address, key -> new Failures());
    if (records.size() > MAX_ADDRESSES) {
      records.remove(records.keySet().iterator().next());
    }
    if (failures.count >= FREE_FAILURES && nowNs - failures.untilNs < 0) {
      return failures.untilNs - nowNs;
    }
    failures.count++;
    int doublings = Math.min(failures.count - FREE_FAILURES, MAX_DOUBLINGS);
    if (doublings >= 0) {
      failures.untilNs = nowNs + (FIRST_WAIT_NS << doublings);
    }
    return 0;
  }

  /** The right token came. */
  synchronized void succeeded(String address) {
    records.remove(address);
  }
}
