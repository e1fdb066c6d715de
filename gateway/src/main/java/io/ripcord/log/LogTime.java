package io.ripcord.log;

import io.ripcord.event.Texts;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.core.time.Instant;

/** When a line was logged, in UTC as everything else. */
final class LogTime {
  private static final int MILLIS = 23;
  private static final int CLOCK = 11;

  private LogTime() {}

  /** Such as {@code 2026-11-21T12:00:00.123Z}. */
  static String iso(Instant instant) {
    long timeNs = TimeUnit.SECONDS.toNanos(instant.getEpochSecond()) + instant.getNanoOfSecond();
    return Texts.time(timeNs).substring(0, MILLIS) + "Z";
  }

  /** Such as {@code 12:00:00.123}. */
  static String clock(Instant instant) {
    return iso(instant).substring(CLOCK, MILLIS);
  }
}
