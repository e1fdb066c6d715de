package io.ripcord.calendar;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Queue;

/** The changes of phase of a calendar after a moment, one after the other. One thread. */
public final class PhaseWalk {
  private final SessionCalendar calendar;
  private final long afterNs;
  private final Queue<PhaseChange> pending = new ArrayDeque<>();
  private LocalDate day;

  /** Stands on the first change after {@code afterNs}. */
  public PhaseWalk(SessionCalendar calendar, long afterNs) {
    this.calendar = calendar;
    this.afterNs = afterNs;
    // The session of the day before may pass midnight.
    day = WallClock.date(afterNs, calendar.zone()).minusDays(1);
    fill();
  }

  /** The change that it stands on, null if none follows any more. */
  public PhaseChange current() {
    return pending.peek();
  }

  /** Goes to the next change. */
  public void advance() {
    pending.remove();
    fill();
  }

  private void fill() {
    for (int i = 0; pending.isEmpty() && i < SessionCalendar.MOST_DAYS; i++) {
      for (Session session : calendar.sessions(day)) {
        session.changes().stream().filter(change -> change.atNs() > afterNs).forEach(pending::add);
      }
      day = day.plusDays(1);
    }
  }
}
