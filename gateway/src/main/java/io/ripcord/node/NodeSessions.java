package io.ripcord.node;

import io.ripcord.calendar.SessionCalendar;
import io.ripcord.config.CalendarConfig;
import io.ripcord.config.InstrumentConfig;
import io.ripcord.config.Problem;
import io.ripcord.config.RipcordConfig;
import io.ripcord.engine.EngineView;
import io.ripcord.event.EventSink;
import io.ripcord.event.NodePublisher;
import io.ripcord.event.SessionPhase;
import io.ripcord.event.Sources;
import io.ripcord.log.NodeLog;
import io.ripcord.pipeline.Duty;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says to the engine which phase each market is in: at a start what it missed, and then every
 * change at its time. Of an instrument without calendar it says nothing, or that it trades, should
 * the calendar of an earlier start have left it elsewhere.
 *
 * <pre>
 *   startNs   the journal's end if a session ended while nobody watched, else now
 *   catchUp   CLOSED as of then, and the deadlines that have passed since, in a closed market
 *   begin     the present phases, before any market data
 *   doWork    the changes
 * </pre>
 *
 * <p>So a square-off that an earlier session missed meets a closed market and then a new session.
 * One thread at a time, handed on with a barrier.
 */
final class NodeSessions implements Duty {
  private final RipcordConfig config;
  private final long lastNs;
  private final NodePublisher publisher;
  private final NodeLog log;
  private final int knownInstruments;

  /** Known instruments whose session is over, and those that stay where a calendar left them. */
  private final Set<Integer> over = new TreeSet<>();

  private final Set<Integer> left = new TreeSet<>();
  private final Set<String> aged = new HashSet<>();
  private PhaseSchedule schedule;

  /**
   * Looks at what has become of the sessions of an engine.
   *
   * @param known the engine as it was recovered; it must not run yet
   * @param lastNs time of its last input, {@link Long#MIN_VALUE} if it has none
   */
  NodeSessions(
      RipcordConfig config,
      EngineView known,
      long lastNs,
      long nowNs,
      EventSink sink,
      NodeLog log) {
    this.config = config;
    this.lastNs = lastNs;
    this.log = log;
    publisher = new NodePublisher(sink, Sources.CALENDAR);
    knownInstruments = known.instruments().count();
    for (int id = 0; id < knownInstruments; id++) {
      Optional<SessionCalendar> calendar = config.calendarOf(known.symbol(id));
      SessionPhase phase = known.phase(id);
      if (calendar.isEmpty() && phase != SessionPhase.CONTINUOUS) {
        left.add(id);
      } else if (calendar.isPresent()
          && StartPhases.isOver(calendar.get(), phase, known.sessionStartNs(id), lastNs, nowNs)) {
        over.add(id);
      }
    }
    schedule = new PhaseSchedule(nowNs);
  }

  /** The time that the start begins at. */
  long startNs(long nowNs) {
    return over.isEmpty() ? nowNs : lastNs;
  }

  /** Closes what is over, and lets what fell due meanwhile happen while it is closed. */
  void catchUp(long nowNs) {
    for (int id : over) {
      publish(new PhaseEvent(id, SessionPhase.CLOSED, lastNs));
    }
    if (!over.isEmpty()) {
      publisher.timerFired(nowNs, nowNs);
    }
  }

  /**
   * Says where the markets stand; the changes after that are {@link #doWork}'s.
   *
   * @param instruments in the order of their numbers, from 0
   */
  void begin(List<InstrumentConfig> instruments, long nowNs) {
    schedule = new PhaseSchedule(nowNs);
    for (int id = 0; id < instruments.size(); id++) {
      Optional<SessionCalendar> calendar = config.calendarOf(instruments.get(id).symbol());
      if (calendar.isPresent()) {
        warnIfAged(calendar.get().name(), nowNs);
        if (id < knownInstruments) {
          schedule.add(id, calendar.get(), atStart(id, calendar.get(), nowNs));
        } else {
          schedule.begin(id, calendar.get());
        }
      } else if (left.contains(id)) {
        publish(new PhaseEvent(id, SessionPhase.CONTINUOUS, nowNs));
      }
    }
    doWork(nowNs);
  }

  private List<PhaseEvent> atStart(int id, SessionCalendar calendar, long nowNs) {
    return over.contains(id)
        ? StartPhases.anew(id, calendar, nowNs)
        : StartPhases.since(id, calendar, lastNs, nowNs);
  }

  @Override
  public int doWork(long nowNs) {
    int said = 0;
    int alike = 0;
    PhaseEvent last = null;
    while (schedule.nextNs() <= nowNs) {
      PhaseEvent event = schedule.take();
      boolean another =
          last != null && (event.phase() != last.phase() || event.timeNs() != last.timeNs());
      if (another) {
        log(last, alike);
        alike = 0;
      }
      publish(event);
      last = event;
      alike++;
      said++;
    }
    if (last != null) {
      log(last, alike);
      config.calendars().keySet().forEach(name -> warnIfAged(name, nowNs));
    }
    return said;
  }

  /** One line for all markets that do the same: thousands may open at once. */
  private void log(PhaseEvent event, int markets) {
    log.info("phase", "phase", event.phase(), "since", event.timeNs(), "markets", markets);
  }

  /** Once per calendar: a node runs for longer than a calendar is known. */
  private void warnIfAged(String name, long nowNs) {
    CalendarConfig calendar = config.calendars().get(name);
    Optional<Problem> age = calendar.age(nowNs);
    if (age.isPresent() && aged.add(name)) {
      log.warn("calendar-out-of-date", "calendar", name, "text", age.get().text());
    }
  }

  private void publish(PhaseEvent event) {
    publisher.phaseChanged(event.timeNs(), event.instrumentId(), event.phase());
  }
}
