package io.ripcord.config;

import io.ripcord.calendar.PhaseTime;
import io.ripcord.calendar.WallClock;
import io.ripcord.config.ConfigNode.Kind;
import io.ripcord.config.ScalarType.Form;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates, days of the week and times of a session as text. */
final class CalendarScalars {
  /** Time of a phase, since midnight of the trading date. */
  static final ScalarType<Long> PHASE_TIME =
      ScalarType.of(
          Long.class,
          "a time of day such as \"09:15\", or \"02:00+1\" for one of the next day",
          EnumSet.of(Kind.TEXT, Kind.NUMBER),
          Form.TEXT,
          CalendarScalars::parseTime,
          PhaseTime::format);

  static final ScalarType<LocalDate> DATE =
      ScalarType.of(
          LocalDate.class,
          "a date such as 2026-01-26",
          EnumSet.of(Kind.TEXT),
          Form.TEXT,
          CalendarScalars::parseDate,
          LocalDate::toString);

  private static final Pattern TIME_FORM =
      Pattern.compile("((?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?)([+]1)?");
  private static final Pattern DATE_FORM = Pattern.compile("(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}");

  private CalendarScalars() {}

  private static Long parseTime(String text) {
    Matcher form = TIME_FORM.matcher(text);
    if (!form.matches()) {
      return null;
    }
    long timeNs = LocalTime.parse(form.group(1)).toNanoOfDay();
    return form.group(2) == null ? timeNs : timeNs + WallClock.DAY_NS;
  }

  static LocalDate parseDate(String text) {
    try {
      return DATE_FORM.matcher(text).matches() ? LocalDate.parse(text) : null;
    } catch (DateTimeException noSuchDate) {
      return null;
    }
  }

  /** A day of the week as files write it. */
  static String word(DayOfWeek day) {
    return day.name().toLowerCase(Locale.ROOT);
  }

  /** The days of {@code monday} or {@code sunday-thursday}, empty if it is neither. */
  static List<DayOfWeek> days(String text) {
    int dash = text.indexOf('-');
    DayOfWeek first = day(dash < 0 ? text : text.substring(0, dash));
    DayOfWeek last = dash < 0 ? first : day(text.substring(dash + 1));
    if (first == null || last == null || (dash >= 0 && first == last)) {
      return List.of();
    }
    List<DayOfWeek> days = new ArrayList<>();
    for (DayOfWeek day = first; day != last; day = day.plus(1)) {
      days.add(day);
    }
    days.add(last);
    return days;
  }

  private static DayOfWeek day(String text) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (word(day).equals(text)) {
        return day;
      }
    }
    return null;
  }
}
