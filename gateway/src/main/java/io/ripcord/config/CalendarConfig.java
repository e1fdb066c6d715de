package io.ripcord.config;

import io.ripcord.calendar.SessionCalendar;
import io.ripcord.calendar.WallClock;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A calendar of sessions and where it was written. Immutable.
 *
 * @param sessions the calendar
 * @param file the file that defines it, as the user named it
 * @param line the line that defines it
 */
public record CalendarConfig(SessionCalendar sessions, String file, int line) {
  /** A warning when the calendar is not known for a moment any more. */
  public Optional<Problem> age(long nowNs) {
    LocalDate today = WallClock.date(nowNs, sessions.zone());
    if (sessions.isKnown(today)) {
      return Optional.empty();
    }
    String text =
        KeyPath.child("calendars", sessions.name())
            + ".until: found "
            + sessions.until().orElseThrow()
            + ", and today is "
            + today
            + ": holidays and special days since are not known, expected a newer version";
    return Optional.of(new Problem(Problem.Severity.WARNING, file, line, 0, text));
  }
}
