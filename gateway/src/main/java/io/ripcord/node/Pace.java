package io.ripcord.node;

import java.math.BigDecimal;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How fast tape time passes: as fast as it can, or a multiple of real time. Changes when events are
 * published, never which.
 */
public final class Pace {
  private static final long UNPACED = 0;
  private static final long MILLI = 1_000;
  private static final long SPIN_BELOW_NS = TimeUnit.MICROSECONDS.toNanos(100);
  private static final long MAX_PARK_NS = TimeUnit.MILLISECONDS.toNanos(50);

  private final long speedMilli;
  private long wallStartNs;
  private long tapeStartNs = Long.MIN_VALUE;

  private Pace(long speedMilli) {
    this.speedMilli = speedMilli;
  }

  /** As fast as possible. */
  public static Pace max() {
    return new Pace(UNPACED);
  }

  /**
   * {@code max} or a multiple of real time such as {@code 10} or {@code 0.5}.
   *
   * @throws IllegalArgumentException when it is neither
   */
  public static Pace parse(String text) {
    if (text.equals("max")) {
      return max();
    }
    try {
      long milli = new BigDecimal(text).movePointRight(3).longValueExact();
      if (milli > 0 && milli <= MILLI * MILLI) {
        return new Pace(milli);
      }
    } catch (ArithmeticException | NumberFormatException e) {
      // Falls through to the one message for all of these.
    }
    throw new IllegalArgumentException(
        "--speed: found '" + text + "', expected max or a factor from 0.001 to 1000");
  }

  /** Whether events come as fast as they can. */
  public boolean isMax() {
    return speedMilli == UNPACED;
  }

  /** Returns when the event at this tape time is due, and says when that was. */
  long await(long tapeNs) {
    if (tapeStartNs == Long.MIN_VALUE) {
      tapeStartNs = tapeNs;
      wallStartNs = System.nanoTime();
    }
    long dueNs = wallStartNs + (tapeNs - tapeStartNs) / speedMilli * MILLI;
    for (long left = dueNs - System.nanoTime(); left > 0; left = dueNs - System.nanoTime()) {
      if (left > SPIN_BELOW_NS) {
        LockSupport.parkNanos(Math.min(left - SPIN_BELOW_NS, MAX_PARK_NS));
      } else {
        Thread.onSpinWait();
      }
    }
    return dueNs;
  }
}
