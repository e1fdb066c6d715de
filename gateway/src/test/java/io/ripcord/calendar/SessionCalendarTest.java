package io.ripcord.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ripcord.event.SessionPhase;
import io.ripcord.money.E8;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates, zones and clocks; times in the expectations are UTC unless they say otherwise. */
class SessionCalendarTest {
  private static final String NSE = "pre-open 09:00 auction 09:08 continuous 09:15 closed 15:30";
  private static final String FUTURES = "continuous 18:00 closed 17:00+1";

  /** A calendar of working days; {@code special} has dates and their phases in turn. */
  private static SessionCalendar calendar(
      String zone, String phases, List<String> holidays, String... special) {
    Map<DayOfWeek, DayPlan> week = new EnumMap<>(DayOfWeek.class);
    boolean passesMidnight = phases.contains("+1");
    for (DayOfWeek day : DayOfWeek.values()) {
      boolean works =
          passesMidnight
              ? day != DayOfWeek.FRIDAY && day != DayOfWeek.SATURDAY
              : day.getValue() <= 5;
      if (works) {
        week.put(day, plan(phases));
      }
    }
    TreeSet<LocalDate> dates = new TreeSet<>();
    holidays.forEach(date -> dates.add(LocalDate.parse(date)));
    TreeMap<LocalDate, DayPlan> others = new TreeMap<>();
    for (int i = 0; i < special.length; i += 2) {
      others.put(LocalDate.parse(special[i]), plan(special[i + 1]));
    }
    return new SessionCalendar(
        "test",
        "1",
        ZoneId.of(zone),
        Optional.of(LocalDate.parse("2026-12-31")),
        LocalTime.parse("15:20").toNanoOfDay(),
        week,
        dates,
        others);
  }

  private static DayPlan plan(String text) {
    String[] words = text.split(" ", -1);
    List<PhaseTime> phases = new ArrayList<>();
    for (int i = 0; i < words.length; i += 2) {
      SessionPhase phase =
          SessionPhase.valueOf(words[i].toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
      boolean next = words[i + 1].endsWith("+1");
      String time = next ? words[i + 1].substring(0, words[i + 1].length() - 2) : words[i + 1];
      long timeNs = LocalTime.parse(time).toNanoOfDay() + (next ? WallClock.DAY_NS : 0);
      phases.add(new PhaseTime(phase, timeNs));
    }
    return new DayPlan(phases);
  }

  private static long ns(String time) {
    return Instant.parse(time).getEpochSecond() * 1_000_000_000L;
  }

  private static String text(long timeNs) {
    return timeNs == Long.MIN_VALUE ? "-" : WallClock.instant(timeNs).toString();
  }

  @ParameterizedTest
  @CsvSource({
    // Before, in and after the phases of a Monday; IST is UTC + 5:30.
    "2026-01-05T03:29:59Z, CLOSED, 2026-01-02T10:00:00Z, -",
    "2026-01-05T03:30:00Z, PRE_OPEN, 2026-01-05T03:30:00Z, -",
    "2026-01-05T03:40:00Z, AUCTION, 2026-01-05T03:38:00Z, -",
    "2026-01-05T03:45:00Z, CONTINUOUS, 2026-01-05T03:45:00Z, 2026-01-05T03:45:00Z",
    "2026-01-05T09:59:59Z, CONTINUOUS, 2026-01-05T03:45:00Z, 2026-01-05T03:45:00Z",
    "2026-01-05T10:00:00Z, CLOSED, 2026-01-05T10:00:00Z, -",
    // A weekend, a holiday and the day after it.
    "2026-01-10T06:00:00Z, CLOSED, 2026-01-09T10:00:00Z, -",
    "2026-01-26T06:00:00Z, CLOSED, 2026-01-23T10:00:00Z, -",
    "2026-01-27T06:00:00Z, CONTINUOUS, 2026-01-27T03:45:00Z, 2026-01-27T03:45:00Z",
    // An evening session on a Sunday.
    "2026-11-08T06:00:00Z, CLOSED, 2026-11-06T10:00:00Z, -",
    "2026-11-08T12:50:00Z, CONTINUOUS, 2026-11-08T12:45:00Z, 2026-11-08T12:45:00Z",
    "2026-11-08T13:45:00Z, CLOSED, 2026-11-08T13:45:00Z, -",
  })
  void shouldKnowWhereTheMarketStands(
      String time, SessionPhase phase, String since, String opened) {
    SessionCalendar nse =
        calendar(
            "Asia/Kolkata",
            NSE,
            List.of("2026-01-26"),
            "2026-11-08",
            "pre-open 18:00 continuous 18:15 closed 19:15");

    Standing standing = nse.at(ns(time));

    assertThat(standing.phase()).isEqualTo(phase);
    assertThat(text(standing.sinceNs())).isEqualTo(since);
    assertThat(text(standing.openedNs())).isEqualTo(opened);
  }

  @ParameterizedTest
  @CsvSource({
    // The same hours in local time, another in UTC from the day on which clocks change.
    "America/New_York, 2026-03-06, 2026-03-06T14:15:00Z, 2026-03-06T20:30:00Z",
    "America/New_York, 2026-03-09, 2026-03-09T13:15:00Z, 2026-03-09T19:30:00Z",
    "America/New_York, 2026-10-30, 2026-10-30T13:15:00Z, 2026-10-30T19:30:00Z",
    "America/New_York, 2026-11-02, 2026-11-02T14:15:00Z, 2026-11-02T20:30:00Z",
    "Europe/London, 2026-03-27, 2026-03-27T09:15:00Z, 2026-03-27T15:30:00Z",
    "Europe/London, 2026-03-30, 2026-03-30T08:15:00Z, 2026-03-30T14:30:00Z",
    "Europe/London, 2026-10-26, 2026-10-26T09:15:00Z, 2026-10-26T15:30:00Z",
  })
  void shouldFollowTheClocksOfTheZone(String zone, String date, String opens, String closes) {
    List<Session> sessions = calendar(zone, NSE, List.of()).sessions(LocalDate.parse(date));

    assertThat(sessions).hasSize(1);
    assertThat(text(sessions.get(0).opensNs())).isEqualTo(opens);
    assertThat(text(sessions.get(0).closesNs())).isEqualTo(closes);
  }

  @ParameterizedTest
  @CsvSource({
    // Sunday evening to Monday: 23 hours, 22 over the spring jump, 24 over the autumn one.
    "2026-01-04, 2026-01-04T23:00:00Z, 2026-01-05T22:00:00Z",
    "2026-03-08, 2026-03-08T22:00:00Z, 2026-03-09T21:00:00Z",
    "2026-11-01, 2026-11-01T23:00:00Z, 2026-11-02T22:00:00Z",
  })
  void shouldLetASessionPassMidnight(String date, String opens, String closes) {
    SessionCalendar futures = calendar("America/New_York", FUTURES, List.of());

    Session session = futures.sessions(LocalDate.parse(date)).get(0);

    assertThat(text(session.opensNs())).isEqualTo(opens);
    assertThat(text(session.endsNs())).isEqualTo(closes);
    assertThat(futures.sessionAt(session.endsNs() - 1)).contains(session);
    assertThat(futures.at(session.endsNs()).phase()).isEqualTo(SessionPhase.CLOSED);
    assertThat(futures.at(ns("2026-01-09T23:30:00Z")).phase())
        .as("Friday evening")
        .isEqualTo(SessionPhase.CLOSED);
  }

  @Test
  void shouldBeginWithTheJumpWhatTheClocksSkip() {
    String night = "pre-open 01:30 auction 02:15 continuous 02:45 closed 04:00";
    SessionCalendar calendar =
        calendar("America/New_York", NSE, List.of(), "2026-03-08", night, "2026-11-01", night);

    assertThat(calendar.sessions(LocalDate.parse("2026-03-08")).get(0).changes())
        .extracting(change -> change.phase() + " " + text(change.atNs()))
        .containsExactly(
            "PRE_OPEN 2026-03-08T06:30:00Z",
            "AUCTION 2026-03-08T07:00:00Z",
            "CONTINUOUS 2026-03-08T07:00:00Z",
            "CLOSED 2026-03-08T08:00:00Z");
    // 01:30 comes twice in autumn: the first time counts.
    assertThat(calendar.sessions(LocalDate.parse("2026-11-01")).get(0).changes())
        .extracting(change -> change.phase() + " " + text(change.atNs()))
        .containsExactly(
            "PRE_OPEN 2026-11-01T05:30:00Z",
            "AUCTION 2026-11-01T07:15:00Z",
            "CONTINUOUS 2026-11-01T07:45:00Z",
            "CLOSED 2026-11-01T09:00:00Z");
  }

  @Test
  void shouldNeverGoBackInAYearOfEveryZone() {
    for (String zone :
        List.of("America/New_York", "Europe/London", "Asia/Kolkata", "Pacific/Apia")) {
      PhaseWalk walk =
          new PhaseWalk(calendar(zone, FUTURES, List.of()), ns("2026-01-01T00:00:00Z"));
      long beforeNs = 0;
      for (int i = 0; i < 500; i++) {
        assertThat(walk.current().atNs()).as(zone).isGreaterThanOrEqualTo(beforeNs);
        beforeNs = walk.current().atNs();
        walk.advance();
      }
    }
  }

  @Test
  void shouldWalkThroughSessionsThatTouch() {
    SessionCalendar round = calendar("UTC", "continuous 18:00 closed 18:00+1", List.of());
    PhaseWalk walk = new PhaseWalk(round, ns("2026-01-05T12:00:00Z"));
    List<String> changes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      changes.add(walk.current().phase() + " " + text(walk.current().atNs()));
      walk.advance();
    }

    assertThat(changes)
        .containsExactly(
            "CLOSED 2026-01-05T18:00:00Z",
            "CONTINUOUS 2026-01-05T18:00:00Z",
            "CLOSED 2026-01-06T18:00:00Z");
    assertThat(round.at(ns("2026-01-05T18:00:00Z")).openedNs())
        .isEqualTo(ns("2026-01-05T18:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    // One session, the night, a weekend; 03:45Z to 10:00Z is trading.
    "2026-01-05T05:00:00Z, 2026-01-05T09:00:00Z, false",
    "2026-01-05T05:00:00Z, 2026-01-05T10:00:00Z, true",
    "2026-01-05T10:00:00Z, 2026-01-06T03:44:00Z, false",
    "2026-01-05T09:59:59Z, 2026-01-06T05:00:00Z, true",
    "2026-01-05T11:00:00Z, 2026-01-06T05:00:00Z, false",
    "2026-01-05T11:00:00Z, 2026-01-07T05:00:00Z, true",
    "2026-01-09T11:00:00Z, 2026-01-11T05:00:00Z, false",
  })
  void shouldKnowWhetherASessionHasEnded(String after, String until, boolean ended) {
    SessionCalendar nse = calendar("Asia/Kolkata", NSE, List.of());

    assertThat(nse.endedBetween(ns(after), ns(until))).isEqualTo(ended);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-05, 2026-01-05T09:50:00Z",
    // Closes at 13:00: the broker's time means nothing on this day.
    "2026-01-06, -",
    "2026-01-07, -",
  })
  void shouldKnowTheBrokersSquareOffOfASession(String date, String cutoff) {
    SessionCalendar nse =
        calendar(
            "Asia/Kolkata",
            NSE,
            List.of(),
            "2026-01-06",
            "continuous 09:15 closed 13:00",
            "2026-01-07",
            "continuous 18:00 closed 19:00");

    long cutoffNs = nse.sessions(LocalDate.parse(date)).get(0).cutoffNs();

    assertThat(cutoffNs == E8.NULL ? "-" : text(cutoffNs)).isEqualTo(cutoff);
  }

  @Test
  void shouldCloseWhereContinuousTradingEnds() {
    Session london =
        calendar(
                "Europe/London",
                "auction 07:50 continuous 08:00 auction 12:00 continuous 12:02 auction 16:30 closed"
                    + " 16:35",
                List.of())
            .sessions(LocalDate.parse("2026-01-05"))
            .get(0);

    assertThat(text(london.opensNs())).isEqualTo("2026-01-05T08:00:00Z");
    assertThat(text(london.closesNs())).isEqualTo("2026-01-05T16:30:00Z");
    assertThat(london.isContinuousAt(ns("2026-01-05T12:01:00Z"))).isFalse();
    assertThat(london.isContinuousAt(ns("2026-01-05T12:02:00Z"))).isTrue();
  }

  @Test
  void shouldHoldTwoSessionsOfADay() {
    SessionCalendar two =
        calendar("UTC", "continuous 09:00 closed 11:30 continuous 12:30 closed 15:00", List.of());

    assertThat(two.sessions(LocalDate.parse("2026-01-05"))).hasSize(2);
    assertThat(two.at(ns("2026-01-05T12:00:00Z")).phase()).isEqualTo(SessionPhase.CLOSED);
    assertThat(text(two.at(ns("2026-01-05T13:00:00Z")).openedNs()))
        .isEqualTo("2026-01-05T12:30:00Z");
    assertThat(two.endedBetween(ns("2026-01-05T11:00:00Z"), ns("2026-01-05T13:00:00Z"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "continuous 09:00, found continuous 09:00 as the last phase",
    "continuous 09:00 closed 08:00, found closed 08:00 after continuous 09:00",
    "continuous 09:00 continuous 10:00 closed 11:00, expected another phase",
    "pre-open 09:00 closed 10:00, without continuous before it",
    "auction 09:00 continuous 09:10 closed 10:00 pre-open 11:00 closed 12:00, without continuous",
  })
  void shouldRefusePhasesThatAreNoSession(String phases, String message) {
    assertThatThrownBy(() -> plan(phases)).hasMessageContaining(message);
  }
}
