package io.ripcord.config;

import io.ripcord.calendar.Session;
import io.ripcord.calendar.SessionCalendar;
import io.ripcord.calendar.WallClock;
import io.ripcord.money.E8;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When a position is squared off that is registered at a moment, or why it cannot be. Immutable.
 *
 * <pre>
 *   before-close    the close of the session that the moment lies in, else of the next session,
 *                   less the duration; the close is the end of continuous trading
 *   time of day     the next such time on a date with a session; without calendar: the next one
 * </pre>
 *
 * <p>With a calendar it must lie in continuous trading and not after the broker's own square-off:
 * an exit that the market would not take protects nobody.
 *
 * @param atNs nanoseconds since the epoch, {@link E8#NULL} if it is refused
 * @param refusal what was found and expected, empty if it is not refused
 */
public record SquareOffTime(long atNs, String refusal) {
  /** Dates that are looked through for one with a session. */
  private static final int MOST_DATES = 400;

  /** A year of dates stands for all of them where nobody knows when a position comes. */
  private static final LocalDate SAMPLE_END = LocalDate.of(2026, 12, 31);

  /** Whether it is. */
  public boolean isRefused() {
    return !refusal.isEmpty();
  }

  /**
   * For a position that is registered at a moment.
   *
   * @param calendar of its instrument
   */
  public static SquareOffTime of(
      SquareOff squareOff, Optional<SessionCalendar> calendar, long registeredNs) {
    if (calendar.isPresent()) {
      return squareOff.isTimeOfDay()
          ? atTimeOfDay(squareOff, calendar.get(), registeredNs)
          : beforeClose(squareOff.beforeCloseNs(), calendar.get(), registeredNs);
    }
    return squareOff.isTimeOfDay()
        ? new SquareOffTime(squareOff.next(registeredNs, E8.NULL), "")
        : refused(
            "found square-off before-close "
                + Durations.format(squareOff.beforeCloseNs())
                + ", expected an instrument with a calendar of sessions");
  }

  /** Why no position can be squared off so, whenever it is registered; empty if one can. */
  static String refusalForever(SquareOff squareOff, Optional<SessionCalendar> calendar) {
    if (calendar.isEmpty()) {
      return of(squareOff, calendar, 0).refusal;
    }
    LocalDate last = calendar.get().until().orElse(SAMPLE_END);
    String refusal = "";
    for (LocalDate date = last.minusYears(1); !date.isAfter(last); date = date.plusDays(1)) {
      for (Session session : calendar.get().sessions(date)) {
        SquareOffTime found = of(squareOff, calendar, session.opensNs() - 1);
        if (!found.isRefused()) {
          return "";
        }
        refusal = found.refusal;
      }
    }
    return refusal;
  }

  private static SquareOffTime beforeClose(
      long beforeNs, SessionCalendar calendar, long registeredNs) {
    Session session =
        calendar
            .sessionAt(registeredNs)
            .filter(now -> registeredNs < now.closesNs())
            .or(() -> calendar.sessionAfter(registeredNs))
            .orElse(null);
    if (session == null) {
      return refused("found square-off before-close, expected a session of " + calendar.name());
    }
    long atNs = session.closesNs() - beforeNs;
    String before =
        Durations.format(beforeNs) + " before the close " + show(session.closesNs(), calendar);
    if (atNs <= registeredNs && atNs >= session.opensNs()) {
      return refused(
          "found square-off at "
              + show(atNs, calendar)
              + " ("
              + before
              + "), which is past at "
              + show(registeredNs, calendar)
              + ", expected an earlier registration");
    }
    return checked(atNs, session, " (" + before + ")", calendar);
  }

  private static SquareOffTime atTimeOfDay(
      SquareOff squareOff, SessionCalendar calendar, long registeredNs) {
    long atNs = registeredNs;
    for (int i = 0; i < MOST_DATES; i++) {
      atNs = squareOff.next(atNs, E8.NULL);
      Optional<Session> session = calendar.sessionAt(atNs);
      if (session.isPresent()) {
        return checked(atNs, session.get(), "", calendar);
      }
      List<Session> others = calendar.sessions(WallClock.date(atNs, calendar.zone()));
      if (!others.isEmpty()) {
        return refused(outside(atNs, "", others, calendar));
      }
    }
    return refused("found square-off at a time of day, expected a session of " + calendar.name());
  }

  private static SquareOffTime checked(
      long atNs, Session session, String how, SessionCalendar calendar) {
    if (!session.isContinuousAt(atNs)) {
      return refused(outside(atNs, how, List.of(session), calendar));
    }
    if (session.cutoffNs() != E8.NULL && atNs > session.cutoffNs()) {
      return refused(
          "found square-off at "
              + show(atNs, calendar)
              + how
              + ", expected one no later than the broker's own square-off at "
              + show(session.cutoffNs(), calendar)
              + ", square-off-cutoff of calendar "
              + calendar.name());
    }
    return new SquareOffTime(atNs, "");
  }

  private static String outside(
      long atNs, String how, List<Session> sessions, SessionCalendar calendar) {
    List<String> open = new ArrayList<>();
    for (Session session : sessions) {
      open.add(show(session.opensNs(), calendar) + " to " + show(session.closesNs(), calendar));
    }
    return "found square-off at "
        + show(atNs, calendar)
        + how
        + ", expected one in continuous trading, "
        + String.join(" or ", open)
        + " in calendar "
        + calendar.name();
  }

  private static String show(long timeNs, SessionCalendar calendar) {
    return WallClock.format(timeNs, calendar.zone());
  }

  private static SquareOffTime refused(String why) {
    return new SquareOffTime(E8.NULL, why);
  }
}
