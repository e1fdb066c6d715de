package io.ripcord.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.money.E8;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SquareOffTest {
  private static final long SECOND = 1_000_000_000L;

  @ParameterizedTest
  @CsvSource({
    // Before, at and after the time of the day.
    "15:00, Asia/Kolkata, 2024-08-08T09:29:59Z, 2024-08-08T09:30:00Z",
    "15:00, Asia/Kolkata, 2024-08-08T09:29:59.999999999Z, 2024-08-08T09:30:00Z",
    "15:00, Asia/Kolkata, 2024-08-08T09:30:00Z, 2024-08-09T09:30:00Z",
    "15:00, Asia/Kolkata, 2024-08-08T09:30:01Z, 2024-08-09T09:30:00Z",
    // The date of the zone, not that of UTC.
    "15:00, Asia/Kolkata, 2024-08-08T18:29:00Z, 2024-08-09T09:30:00Z",
    "15:00, Asia/Kolkata, 2024-08-08T18:31:00Z, 2024-08-09T09:30:00Z",
    "08:00, America/New_York, 2024-08-08T23:00:00Z, 2024-08-09T12:00:00Z",
    "20:00, America/New_York, 2024-08-09T00:00:00Z, 2024-08-10T00:00:00Z",
    "00:00, UTC, 2024-12-31T23:59:59Z, 2025-01-01T00:00:00Z",
    // An hour earlier in UTC while it is summer.
    "15:00, Europe/Berlin, 2024-03-30T14:00:00Z, 2024-03-31T13:00:00Z",
    "15:00, Europe/Berlin, 2024-10-26T13:00:00Z, 2024-10-27T14:00:00Z",
    // Clocks jump from 02:00 to 03:00: they pass 02:30 in that moment.
    "02:30, Europe/Berlin, 2024-03-31T00:59:59Z, 2024-03-31T01:00:00Z",
    "02:30, Europe/Berlin, 2024-03-31T01:00:00Z, 2024-04-01T00:30:00Z",
    "02:00, Europe/Berlin, 2024-03-31T00:00:00Z, 2024-03-31T01:00:00Z",
    "03:00, Europe/Berlin, 2024-03-31T00:00:00Z, 2024-03-31T01:00:00Z",
    // Clocks show 02:30 twice: the first time counts, and once a date is enough.
    "02:30, Europe/Berlin, 2024-10-27T00:00:00Z, 2024-10-27T00:30:00Z",
    "02:30, Europe/Berlin, 2024-10-27T00:45:00Z, 2024-10-28T01:30:00Z",
    "02:30, Europe/Berlin, 2024-10-27T01:15:00Z, 2024-10-28T01:30:00Z",
    // A date that a zone skipped as a whole.
    "15:00, Pacific/Apia, 2011-12-30T02:00:00Z, 2011-12-30T10:00:00Z",
    "15:00, Pacific/Apia, 2011-12-30T10:00:00Z, 2011-12-31T01:00:00Z",
  })
  void shouldBeTheNextTimeOfDay(LocalTime time, String zone, Instant registered, Instant expected) {
    long nextNs = SquareOff.at(time, ZoneId.of(zone)).next(ns(registered), E8.NULL);

    assertThat(Instant.ofEpochSecond(0, nextNs)).isEqualTo(expected);
  }

  @Test
  void shouldFollowWithinADayOfEveryHourOfAYear() {
    ZoneId zone = ZoneId.of("Europe/Berlin");
    SquareOff squareOff = SquareOff.at(LocalTime.of(2, 30), zone);
    Instant begin = Instant.parse("2024-01-01T00:00:00Z");
    for (int hour = 0; hour < 366 * 24; hour++) {
      long registeredNs = ns(begin.plusSeconds(3_600L * hour));
      long nextNs = squareOff.next(registeredNs, E8.NULL);
      ZonedDateTime shown = Instant.ofEpochSecond(0, nextNs).atZone(zone);

      assertThat(nextNs)
          .isGreaterThan(registeredNs)
          .isLessThanOrEqualTo(registeredNs + 90_000 * SECOND);
      assertThat(shown.toLocalTime())
          .isIn(LocalTime.of(2, 30), shown.getDayOfYear() == 91 ? LocalTime.of(3, 0) : null);
    }
  }

  @Test
  void shouldCountBackFromTheClose() {
    SquareOff squareOff = SquareOff.beforeClose(600 * SECOND);

    assertThat(squareOff.next(1_000 * SECOND, 2_000 * SECOND)).isEqualTo(1_400 * SECOND);
    assertThat(squareOff.next(1_400 * SECOND, 2_000 * SECOND)).isEqualTo(E8.NULL);
    assertThat(squareOff.next(1_000 * SECOND, E8.NULL)).isEqualTo(E8.NULL);
  }

  private static long ns(Instant time) {
    return time.getEpochSecond() * SECOND + time.getNano();
  }
}
