package io.ripcord.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.calendar.SessionCalendar;
import io.ripcord.calendar.WallClock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times without a zone are India's. */
class SquareOffTimeTest {
  private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");

  /** Tuesday the 6th is a holiday, Wednesday the 7th ends early, Saturday has an evening. */
  private static final String CALENDAR =
      """
      calendars:
        nse:
          version: 1
          zone: Asia/Kolkata
          until: 2026-12-31
          square-off-cutoff: "15:20"
          week:
            monday-friday:
              - pre-open: "09:00"
              - continuous: "09:15"
              - halt: "12:00"
              - continuous: "12:30"
              - closed: "15:30"
          holidays: [2026-01-06]
          special:
            2026-01-07: [{continuous: "09:15"}, {closed: "13:00"}]
            2026-01-10: [{pre-open: "18:00"}, {continuous: "18:15"}, {closed: "19:15"}]
      """;

  private static final Optional<SessionCalendar> NSE =
      Optional.of(Reading.load(CALENDAR).config().calendars().get("nse").sessions());

  private static long ns(String local) {
    Instant at = java.time.LocalDateTime.parse(local).atZone(INDIA).toInstant();
    return at.getEpochSecond() * 1_000_000_000L;
  }

  private static String text(SquareOffTime time) {
    return time.isRefused() ? time.refusal() : WallClock.format(time.atNs(), INDIA);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // In the session, before it, after it, over the holiday, on the short day, in the evening.
        "2026-01-05T10:00 | 15m | 2026-01-05 15:15",
        "2026-01-05T12:10 | 15m | 2026-01-05 15:15",
        "2026-01-05T03:00 | 15m | 2026-01-05 15:15",
        "2026-01-05T15:30 | 15m | 2026-01-07 12:45",
        "2026-01-07T12:00 | 15m | 2026-01-07 12:45",
        "2026-01-09T16:00 | 15m | 2026-01-10 19:00",
        "2026-01-10T20:00 | 15m | 2026-01-12 15:15",
        "2026-01-05T15:16 | 15m | found square-off at 2026-01-05 15:15 (15m before the close 2026-01-05 15:30), which is past at 2026-01-05 15:16, expected an earlier registration",
        "2026-01-05T10:00 | 0 | found square-off at 2026-01-05 15:30 (0ms before the close 2026-01-05 15:30), expected one in continuous trading, 2026-01-05 09:15 to 2026-01-05 15:30 in calendar nse",
        "2026-01-05T10:00 | 7h | found square-off at 2026-01-05 08:30 (7h before the close 2026-01-05 15:30), expected one in continuous trading, 2026-01-05 09:15 to 2026-01-05 15:30 in calendar nse",
        "2026-01-05T10:00 | 5m | found square-off at 2026-01-05 15:25 (5m before the close 2026-01-05 15:30), expected one no later than the broker's own square-off at 2026-01-05 15:20, square-off-cutoff of calendar nse",
        "2026-01-09T16:00 | 2h | found square-off at 2026-01-10 17:15 (2h before the close 2026-01-10 19:15), expected one in continuous trading, 2026-01-10 18:15 to 2026-01-10 19:15 in calendar nse",
      })
  void shouldCountBackFromTheCloseOfTheSession(String registered, String before, String expected) {
    SquareOff squareOff = SquareOff.beforeClose(Durations.parse(before));

    assertThat(text(SquareOffTime.of(squareOff, NSE, ns(registered)))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-01-05T10:00 | 15:00 | 2026-01-05 15:00",
        "2026-01-05T10:00 | 15:20 | 2026-01-05 15:20",
        // Past today, and tomorrow is a holiday, then a short day; past on a Friday.
        "2026-01-05T15:00 | 11:00 | 2026-01-07 11:00",
        "2026-01-09T19:00 | 18:30 | 2026-01-10 18:30",
        "2026-01-10T20:00 | 15:00 | 2026-01-12 15:00",
        "2026-01-05T15:00 | 15:00 | found square-off at 2026-01-07 15:00, expected one in continuous trading, 2026-01-07 09:15 to 2026-01-07 13:00 in calendar nse",
        "2026-01-05T10:00 | 15:21 | found square-off at 2026-01-05 15:21, expected one no later than the broker's own square-off at 2026-01-05 15:20, square-off-cutoff of calendar nse",
        "2026-01-05T10:00 | 12:15 | found square-off at 2026-01-05 12:15, expected one in continuous trading, 2026-01-05 09:15 to 2026-01-05 15:30 in calendar nse",
        "2026-01-05T10:00 | 16:00 | found square-off at 2026-01-05 16:00, expected one in continuous trading, 2026-01-05 09:15 to 2026-01-05 15:30 in calendar nse",
      })
  void shouldTakeTheNextDateThatTrades(String registered, LocalTime time, String expected) {
    SquareOff squareOff = SquareOff.at(time, INDIA);

    assertThat(text(SquareOffTime.of(squareOff, NSE, ns(registered)))).isEqualTo(expected);
  }

  @Test
  void shouldNeedACalendarForACloseOnly() {
    Optional<SessionCalendar> none = Optional.empty();

    assertThat(SquareOffTime.of(SquareOff.beforeClose(600_000_000_000L), none, 0).refusal())
        .isEqualTo(
            "found square-off before-close 10m, expected an instrument with a calendar of"
                + " sessions");
    assertThat(
            text(
                SquareOffTime.of(
                    SquareOff.at(LocalTime.of(15, 0), INDIA), none, ns("2026-01-06T10:00"))))
        .isEqualTo("2026-01-06 15:00");
  }

  @ParameterizedTest
  @CsvSource({
    "15:00, true",
    "18:30, true",
    "15:21, false",
    "12:10, true",
    "08:00, false",
  })
  void shouldSeeWithoutATimeWhatNoDateAllows(LocalTime time, boolean possible) {
    String refusal = SquareOffTime.refusalForever(SquareOff.at(time, INDIA), NSE);

    assertThat(refusal.isEmpty()).as(refusal).isEqualTo(possible);
  }
}
