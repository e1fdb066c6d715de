package io.ripcord.node;

import io.ripcord.calendar.SessionCalendar;
import io.ripcord.calendar.Standing;
import io.ripcord.event.SessionPhase;
import java.util.ArrayList;
import java.util.List;

/**
 * What a start says of the phases that it missed, so that the engine takes an opening for one and
 * keeps the present session apart from earlier ones:
 *
 * <pre>
 *   a session ended meanwhile   CLOSED as of the last input, then the present phase
 *   the same session goes on    the present phase
 *   nothing known               CLOSED, then the present phase
 * </pre>
 *
 * <p>In a session that has opened the present phase is CONTINUOUS as of the opening, then what came
 * after it. Phases in between are left out. Stateless.
 */
final class StartPhases {
  private StartPhases() {}

  /**
   * Whether what an engine holds for the present session is over, or no session of this calendar.
   *
   * @param phase as the engine has it
   * @param sessionStartNs as the engine has it
   * @param lastNs time of the engine's last input
   */
  static boolean isOver(
      SessionCalendar calendar, SessionPhase phase, long sessionStartNs, long lastNs, long nowNs) {
    Standing then = calendar.at(lastNs);
    boolean follows =
        then.phase() == phase && (!then.isOpened() || then.openedNs() == sessionStartNs);
    return !follows || calendar.endedBetween(lastNs, nowNs);
  }

  /** The present phase for an engine that knows of none in this session. */
  static List<PhaseEvent> anew(int instrumentId, SessionCalendar calendar, long nowNs) {
    return present(instrumentId, calendar, Long.MIN_VALUE, nowNs);
  }

  /** The present phase for an engine that has followed the session until {@code lastNs}. */
  static List<PhaseEvent> since(
      int instrumentId, SessionCalendar calendar, long lastNs, long nowNs) {
    return present(instrumentId, calendar, lastNs, nowNs);
  }

  private static List<PhaseEvent> present(
      int instrumentId, SessionCalendar calendar, long lastNs, long nowNs) {
    Standing now = calendar.at(nowNs);
    List<PhaseEvent> events = new ArrayList<>();
    if (now.isOpened() && now.openedNs() > lastNs) {
      events.add(new PhaseEvent(instrumentId, SessionPhase.CONTINUOUS, now.openedNs()));
    }
    if (events.isEmpty() || now.phase() != SessionPhase.CONTINUOUS) {
      // A market that has been closed for ever has been so until now.
      long sinceNs = now.sinceNs() == Long.MIN_VALUE ? nowNs : now.sinceNs();
      events.add(new PhaseEvent(instrumentId, now.phase(), sinceNs));
    }
    return events;
  }
}
