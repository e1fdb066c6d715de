package io.ripcord.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.calendar.DayPlan;
import io.ripcord.calendar.PhaseTime;
import io.ripcord.calendar.SessionCalendar;
import io.ripcord.event.SessionPhase;
import io.ripcord.money.E8;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mondays 09:00 to 15:00 UTC, and an auction from 12:00 to 13:00; 5 January 2026 is one. */
class StartPhasesTest {
  private static final SessionCalendar MONDAYS =
      new SessionCalendar(
          "mondays",
          "1",
          ZoneOffset.UTC,
          Optional.empty(),
          E8.NULL,
          Map.of(
              DayOfWeek.MONDAY,
              new DayPlan(
                  List.of(
                      at(SessionPhase.CONTINUOUS, 9),
                      at(SessionPhase.AUCTION, 12),
                      at(SessionPhase.CONTINUOUS, 13),
                      at(SessionPhase.CLOSED, 15)))),
          new TreeSet<>(),
          new TreeMap<>());

  private static PhaseTime at(SessionPhase phase, int hour) {
    return new PhaseTime(phase, LocalTime.of(hour, 0).toNanoOfDay());
  }

  private static long ns(String time) {
    return Instant.parse("2026-01-" + time + ":00Z").getEpochSecond() * 1_000_000_000L;
  }

  @ParameterizedTest
  @CsvSource({
    // What the engine has, its session, its last input, now.
    "CONTINUOUS, 05T09:00, 05T10:00, 05T11:00, false",
    "CONTINUOUS, 05T09:00, 05T10:00, 05T12:30, false",
    "CONTINUOUS, 05T09:00, 05T10:00, 05T15:00, true",
    "CONTINUOUS, 05T09:00, 05T10:00, 12T10:00, true",
    "CLOSED, 05T09:00, 05T16:00, 12T10:00, false",
    "CLOSED, 05T09:00, 05T16:00, 13T10:00, true",
    "AUCTION, 05T09:00, 05T12:30, 05T14:00, false",
    // Killed before it heard of the close, and before it heard of the opening.
    "CONTINUOUS, 05T09:00, 05T15:00, 05T16:00, true",
    "CLOSED, 05T09:00, 12T09:00, 12T10:00, true",
    // Another calendar before.
    "CONTINUOUS, 05T08:00, 05T10:00, 05T11:00, true",
  })
  void shouldKnowWhetherASessionIsOver(
      SessionPhase phase, String session, String last, String now, boolean over) {
    assertThat(StartPhases.isOver(MONDAYS, phase, ns(session), ns(last), ns(now))).isEqualTo(over);
  }

  @Test
  void shouldSayTheOpeningAndThePresentPhase() {
    assertThat(StartPhases.anew(7, MONDAYS, ns("05T12:30")))
        .containsExactly(
            new PhaseEvent(7, SessionPhase.CONTINUOUS, ns("05T09:00")),
            new PhaseEvent(7, SessionPhase.AUCTION, ns("05T12:00")));
    assertThat(StartPhases.since(7, MONDAYS, ns("05T10:00"), ns("05T12:30")))
        .containsExactly(new PhaseEvent(7, SessionPhase.AUCTION, ns("05T12:00")));
    assertThat(StartPhases.since(7, MONDAYS, ns("05T12:30"), ns("05T14:00")))
        .containsExactly(new PhaseEvent(7, SessionPhase.CONTINUOUS, ns("05T13:00")));
    assertThat(StartPhases.since(7, MONDAYS, ns("05T16:00"), ns("12T09:30")))
        .containsExactly(new PhaseEvent(7, SessionPhase.CONTINUOUS, ns("12T09:00")));
  }

  @Test
  void shouldOrderMarketsByTimeThenByNumber() {
    PhaseSchedule schedule = new PhaseSchedule(ns("05T08:00"));
    schedule.begin(1, MONDAYS);
    schedule.begin(2, MONDAYS);
    List<String> order = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      long nextNs = schedule.nextNs();
      PhaseEvent event = schedule.take();
      order.add(
          event.instrumentId() + " " + event.phase() + " " + Instant.ofEpochSecond(0, nextNs));
    }

    assertThat(order)
        .containsExactly(
            "1 CLOSED 2026-01-05T08:00:00Z",
            "2 CLOSED 2026-01-05T08:00:00Z",
            "1 CONTINUOUS 2026-01-05T09:00:00Z",
            "2 CONTINUOUS 2026-01-05T09:00:00Z",
            "1 AUCTION 2026-01-05T12:00:00Z",
            "2 AUCTION 2026-01-05T12:00:00Z");
    assertThat(new PhaseSchedule(0).nextNs()).isEqualTo(PhaseSchedule.NEVER);
  }
}
