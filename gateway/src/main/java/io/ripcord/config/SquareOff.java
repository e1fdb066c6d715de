package io.ripcord.config;

import io.ripcord.calendar.WallClock;
import io.ripcord.money.E8;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * {@code time: {square-off: ...}}: the time of day at which a position leaves, or how long before
 * the session's close. The engine knows neither zones nor calendars: it is given the absolute time
 * when a position is registered. Immutable.
 *
 * @param timeOfDayNs on the wall clock of the zone, since midnight; {@link E8#NULL}: before the
 *     close
 * @param beforeCloseNs before the close; {@link E8#NULL}: a time of day
 * @param zone id of a time zone; empty: before the close
 */
public record SquareOff(long timeOfDayNs, long beforeCloseNs, String zone) {
  /** Refuses anything but a time of day with a zone, or a time before the close without. */
  public SquareOff {
    boolean isTimeOfDay = timeOfDayNs != E8.NULL;
    if (isTimeOfDay == (beforeCloseNs != E8.NULL) || isTimeOfDay == zone.isEmpty()) {
      throw new IllegalArgumentException(
          "timeOfDayNs=" + timeOfDayNs + " beforeCloseNs=" + beforeCloseNs + " zone=" + zone);
    }
  }

  /** At a time of day. */
  public static SquareOff at(LocalTime time, ZoneId zone) {
    return new SquareOff(time.toNanoOfDay(), E8.NULL, zone.getId());
  }

  /** Before the close. */
  public static SquareOff beforeClose(long beforeCloseNs) {
    return new SquareOff(E8.NULL, beforeCloseNs, "");
  }

  /** Whether it is a time of day. */
  public boolean isTimeOfDay() {
    return timeOfDayNs != E8.NULL;
  }

  /**
   * When a position leaves that is registered at a time: the next time strictly after it, in
   * nanoseconds since the epoch; {@link E8#NULL} when the close that it counts from is not known.
   *
   * <p>Once per date. On a date whose clocks skip the time, at the moment they jump, which is when
   * they pass it; on one whose clocks show it twice, the first time.
   *
   * @param registeredNs nanoseconds since the epoch
   * @param closeNs close of the session, nanoseconds since the epoch, {@link E8#NULL} if unknown
   */
  public long next(long registeredNs, long closeNs) {
    if (!isTimeOfDay()) {
      long atNs = closeNs == E8.NULL ? E8.NULL : closeNs - beforeCloseNs;
      return atNs > registeredNs ? atNs : E8.NULL;
    }
    ZoneId id = ZoneId.of(zone);
    LocalDate date = WallClock.date(registeredNs, id);
    long nextNs = WallClock.epochNs(date, timeOfDayNs, id);
    // The date may be one that already has had the time, and clocks may jump over midnight.
    while (nextNs <= registeredNs) {
      date = date.plusDays(1);
      nextNs = WallClock.epochNs(date, timeOfDayNs, id);
    }
    return nextNs;
  }
}
