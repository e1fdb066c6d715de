package io.ripcord.calendar;

import io.ripcord.event.SessionPhase;
import io.ripcord.money.E8;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * When a market trades, as versioned data. Immutable.
 *
 * <pre>
 *   a date that is special     its own phases
 *   otherwise a holiday        closed
 *   otherwise                  the phases of its day of the week, or closed
 * </pre>
 *
 * <p>A session that passes midnight belongs to the date on which it begins. Beyond {@link #until}
 * the week goes on as ever: holidays are not known then, and whoever asks must say so.
 *
 * @param name what instruments call it
 * @param version of the data, in the user's words
 * @param zone whose clocks all times are on
 * @param until last date that the data is known for, if it says so
 * @param cutoffNs the broker's own square-off, time of the day; {@link E8#NULL}: none
 * @param week phases by day of the week
 * @param holidays dates without a session
 * @param special dates with phases of their own
 */
public record SessionCalendar(
    String name,
    String version,
    ZoneId zone,
    Optional<LocalDate> until,
    long cutoffNs,
    Map<DayOfWeek, DayPlan> week,
    SortedSet<LocalDate> holidays,
    SortedMap<LocalDate, DayPlan> special) {
  /** Days that are looked through for a session: no market rests longer. */
  static final int MOST_DAYS = 400;

  /** Copies everything. */
  public SessionCalendar {
    Map<DayOfWeek, DayPlan> ordered = new EnumMap<>(DayOfWeek.class);
    ordered.putAll(week);
    week = Collections.unmodifiableMap(ordered);
    holidays = Collections.unmodifiableSortedSet(new TreeSet<>(holidays));
    special = Collections.unmodifiableSortedMap(new TreeMap<>(special));
  }

  /** The phases of a date, nothing if no session begins on it. */
  public Optional<DayPlan> plan(LocalDate date) {
    if (special.containsKey(date)) {
      return Optional.of(special.get(date));
    }
    return holidays.contains(date)
        ? Optional.empty()
        : Optional.ofNullable(week.get(date.getDayOfWeek()));
  }

  /** Whether the data is known for a date. */
  public boolean isKnown(LocalDate date) {
    return until.isEmpty() || !date.isAfter(until.get());
  }

  /** The sessions that begin on a date, in order. */
  public List<Session> sessions(LocalDate date) {
    List<Session> sessions = new ArrayList<>();
    List<PhaseChange> changes = new ArrayList<>();
    for (PhaseTime phase : plan(date).map(DayPlan::phases).orElse(List.of())) {
      long atNs = WallClock.epochNs(date, phase.timeNs(), zone);
      changes.add(new PhaseChange(phase.phase(), atNs));
      if (phase.phase() == SessionPhase.CLOSED) {
        sessions.add(new Session(date, changes, cutoffOf(new Session(date, changes, E8.NULL))));
        changes.clear();
      }
    }
    return sessions;
  }

  /** The first time after the opening at which clocks show the cutoff, if that is in trading. */
  private long cutoffOf(Session session) {
    if (cutoffNs == E8.NULL) {
      return E8.NULL;
    }
    long atNs = WallClock.epochNs(session.date(), cutoffNs, zone);
    if (atNs <= session.opensNs()) {
      atNs = WallClock.epochNs(session.date(), cutoffNs + WallClock.DAY_NS, zone);
    }
    return atNs <= session.closesNs() ? atNs : E8.NULL;
  }

  /** The session that a moment lies in, nothing if the market is closed. */
  public Optional<Session> sessionAt(long timeNs) {
    LocalDate date = WallClock.date(timeNs, zone);
    for (LocalDate day = date.minusDays(1); !day.isAfter(date); day = day.plusDays(1)) {
      for (Session session : sessions(day)) {
        if (session.contains(timeNs)) {
          return Optional.of(session);
        }
      }
    }
    return Optional.empty();
  }

  /** The first session that begins after a moment. */
  public Optional<Session> sessionAfter(long timeNs) {
    LocalDate date = WallClock.date(timeNs, zone);
    for (int i = -1; i < MOST_DAYS; i++) {
      for (Session session : sessions(date.plusDays(i))) {
        if (session.beginsNs() > timeNs) {
          return Optional.of(session);
        }
      }
    }
    return Optional.empty();
  }

  /** Where the market stands at a moment. */
  public Standing at(long timeNs) {
    Optional<Session> session = sessionAt(timeNs);
    if (session.isPresent()) {
      PhaseChange phase = session.get().phaseAt(timeNs);
      long opensNs = session.get().opensNs();
      long openedNs = opensNs <= timeNs ? opensNs : Standing.NOT_OPENED;
      return new Standing(phase.phase(), phase.atNs(), openedNs);
    }
    return new Standing(SessionPhase.CLOSED, lastEndNs(timeNs), Standing.NOT_OPENED);
  }

  private long lastEndNs(long timeNs) {
    LocalDate date = WallClock.date(timeNs, zone);
    for (int i = 0; i < MOST_DAYS; i++) {
      List<Session> sessions = sessions(date.minusDays(i));
      for (int j = sessions.size() - 1; j >= 0; j--) {
        if (sessions.get(j).endsNs() <= timeNs) {
          return sessions.get(j).endsNs();
        }
      }
    }
    return Long.MIN_VALUE;
  }

  /** Whether a session has ended after one moment, up to another. */
  public boolean endedBetween(long afterNs, long untilNs) {
    return at(untilNs).phase() == SessionPhase.CLOSED
        ? at(untilNs).sinceNs() > afterNs
        : sessionAt(untilNs).map(session -> lastEndNs(session.beginsNs()) > afterNs).orElse(false);
  }
}
