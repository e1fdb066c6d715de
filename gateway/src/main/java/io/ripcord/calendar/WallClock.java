package io.ripcord.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.concurrent.TimeUnit;

/**
 * From what a clock on the wall shows to nanoseconds since the epoch and back.
 *
 * <p>A time that the clocks of a date skip is the moment at which they jump: then they pass it. One
 * that they show twice is the first of the two. So times of a date that ascend on the wall never
 * descend in fact. Stateless.
 */
public final class WallClock {
  /** Nanoseconds of a day whose clocks are not changed. */
  public static final long DAY_NS = TimeUnit.DAYS.toNanos(1);

  private static final long SECOND_NS = TimeUnit.SECONDS.toNanos(1);

  private WallClock() {}

  /**
   * When clocks of a zone show a time.
   *
   * @param timeNs since midnight of the date; beyond a day: on a later date
   */
  public static long epochNs(LocalDate date, long timeNs, ZoneId zone) {
    ZoneRules rules = zone.getRules();
    LocalDate day = date.plusDays(timeNs / DAY_NS);
    LocalDateTime wall = day.atTime(LocalTime.ofNanoOfDay(timeNs % DAY_NS));
    ZoneOffsetTransition transition = rules.getTransition(wall);
    boolean isSkipped = transition != null && transition.isGap();
    ZoneOffset offset = transition == null ? rules.getOffset(wall) : transition.getOffsetBefore();
    Instant at = isSkipped ? transition.getInstant() : wall.toInstant(offset);
    return TimeUnit.SECONDS.toNanos(at.getEpochSecond()) + at.getNano();
  }

  /** The same moment for {@code java.time}. */
  public static Instant instant(long epochNs) {
    return Instant.ofEpochSecond(
        Math.floorDiv(epochNs, SECOND_NS), Math.floorMod(epochNs, SECOND_NS));
  }

  /** The date that calendars of a zone show. */
  public static LocalDate date(long epochNs, ZoneId zone) {
    return instant(epochNs).atZone(zone).toLocalDate();
  }

  /** Date and time as clocks of a zone show them, such as {@code 2026-01-05 15:20}. */
  public static String format(long epochNs, ZoneId zone) {
    LocalDateTime wall = instant(epochNs).atZone(zone).toLocalDateTime();
    return wall.toLocalDate() + " " + wall.toLocalTime();
  }
}
