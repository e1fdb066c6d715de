package io.ripcord.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ripcord.calendar.DayPlan;
import io.ripcord.calendar.PhaseTime;
import io.ripcord.calendar.SessionCalendar;
import io.ripcord.config.SquareOff;
import io.ripcord.console.Levels;
import io.ripcord.event.SessionPhase;
import io.ripcord.money.E8;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Mondays 09:00 to 15:00 UTC; 5 January 2026 is one. */
class SquareOffAtRegistrationTest {
  private static final long MINUTE_NS = 60_000_000_000L;
  private static final Optional<SessionCalendar> MONDAYS =
      Optional.of(
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
                          new PhaseTime(SessionPhase.CONTINUOUS, LocalTime.of(9, 0).toNanoOfDay()),
                          new PhaseTime(SessionPhase.CLOSED, LocalTime.of(15, 0).toNanoOfDay())))),
              new TreeSet<>(),
              new TreeMap<>()));

  private static final Levels CLOSING =
      new Levels(E8.NULL, E8.NULL, Optional.of(SquareOff.beforeClose(10 * MINUTE_NS)));

  private static long ns(String time) {
    return Instant.parse("2026-01-" + time + ":00Z").getEpochSecond() * 1_000_000_000L;
  }

  private static long at(Optional<SessionCalendar> calendar, String time) {
    return CommandChecks.squareOffNs(CLOSING, calendar, () -> ns(time));
  }

  @Test
  void shouldResolveItForTheMomentOfTheCommand() {
    assertThat(at(MONDAYS, "05T10:00")).isEqualTo(ns("05T14:50"));
    assertThat(at(MONDAYS, "06T10:00")).isEqualTo(ns("12T14:50"));
    assertThat(
            CommandChecks.squareOffNs(
                new Levels(1, 2, Optional.empty()), Optional.empty(), () -> 1))
        .isEqualTo(E8.NULL);
  }

  @Test
  void shouldRefuseWhatTheSessionDoesNotAllow() {
    assertThatThrownBy(() -> at(MONDAYS, "05T14:55"))
        .isInstanceOf(RefusedCommandException.class)
        .hasMessage(
            "found square-off at 2026-01-05 14:50 (10m before the close 2026-01-05 15:00), which is"
                + " past at 2026-01-05 14:55, expected an earlier registration");
    assertThatThrownBy(() -> at(Optional.empty(), "05T10:00"))
        .isInstanceOf(RefusedCommandException.class)
        .hasMessage(
            "found square-off before-close 10m, expected an instrument with a calendar of"
                + " sessions");
  }
}
