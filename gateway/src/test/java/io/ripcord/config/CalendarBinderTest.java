package io.ripcord.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarBinderTest {
  private static final String GOOD =
      """
      calendars:
        nse:
          version: 2026-01
          zone: Asia/Kolkata
          until: 2026-12-31
          square-off-cutoff: "15:20"
          week:
            monday-thursday: [{pre-open: "09:00"}, {continuous: "09:15"}, {closed: "15:30"}]
            friday: [{continuous: "09:15"}, {closed: "15:30"}]
          holidays: [2026-03-03, 2026-01-26]
          special:
            2026-11-08: [{continuous: "18:15"}, {closed: "19:15"}]
      instruments: {NIFTY: {calendar: nse}, BTCUSDT: {}}
      """;

  private static final String DAY = "pre-open 09:00, continuous 09:15, closed 15:30";
  private static final String WEEK = "week: {monday: [{continuous: '09:15'}, {closed: '15:30'}]}";

  @TempDir private Path folder;

  @Test
  void shouldShowWhatHolds() {
    LoadedConfig loaded = Reading.load(GOOD);

    assertThat(
            ConfigShow.table(loaded)
                .lines()
                .filter(line -> line.contains("calendar"))
                .map(line -> line.replaceAll(" {2,}", " | ")))
        .containsExactly(
            "calendars.nse.version | 2026-01 | c.yaml:3",
            "calendars.nse.zone | Asia/Kolkata | c.yaml:4",
            "calendars.nse.until | 2026-12-31 | c.yaml:5",
            "calendars.nse.square-off-cutoff | 15:20 | c.yaml:6",
            "calendars.nse.week.monday | " + DAY + " | c.yaml:8",
            "calendars.nse.week.tuesday | " + DAY + " | c.yaml:8",
            "calendars.nse.week.wednesday | " + DAY + " | c.yaml:8",
            "calendars.nse.week.thursday | " + DAY + " | c.yaml:8",
            "calendars.nse.week.friday | continuous 09:15, closed 15:30 | c.yaml:9",
            "calendars.nse.holidays | 2026-01-26, 2026-03-03 | c.yaml:10",
            "calendars.nse.special.2026-11-08 | continuous 18:15, closed 19:15 | c.yaml:12",
            "instruments.NIFTY.calendar | nse | c.yaml:13");
    assertThat(loaded.config().calendarOf("NIFTY")).isPresent();
    assertThat(loaded.config().calendarOf("BTCUSDT")).isEmpty();
    assertThat(loaded.config().calendarOf("UNKNOWN")).isEmpty();
  }

  /** Problems without their columns. */
  private static List<String> said(List<String> problems) {
    return problems.stream()
        .map(line -> line.replaceFirst("(yaml:[0-9]+):[0-9]+:", "$1:"))
        .toList();
  }

  @Test
  void shouldEnterTheHashOfDecisions() {
    byte[] hash = Reading.load(GOOD).config().decisionHash();

    assertThat(Reading.load(GOOD.replace("15:30", "15:31")).config().decisionHash())
        .isNotEqualTo(hash);
    assertThat(Reading.load(GOOD.replace("2026-01-26", "2026-01-27")).config().decisionHash())
        .isNotEqualTo(hash);
    assertThat(Reading.load(GOOD.replace("{calendar: nse}", "{}")).config().decisionHash())
        .isNotEqualTo(hash);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{zone: UTC, WEEK} | c.yaml:1: calendars.x: missing key 'version', expected a name of 1 to"
            + " 64 characters out of A-Z a-z 0-9 . _ : - /",
        "{version: 1, WEEK} | c.yaml:1: calendars.x: missing key 'zone', expected a time zone such"
            + " as Asia/Kolkata, Europe/Berlin or UTC",
        "{version: 1, zone: Asia/Kolkatta, WEEK} | c.yaml:1: calendars.x.zone: found"
            + " 'Asia/Kolkatta', did you mean 'Asia/Kolkata'?",
        "{version: 1, zone: UTC} | c.yaml:1: calendars.x: found no session, expected phases under"
            + " week or special",
        "{version: 1, zone: UTC, holliday: [], WEEK} | c.yaml:1: calendars.x.holliday: unknown key"
            + " 'holliday', did you mean 'holidays'?",
        "{version: 1, zone: UTC, week: {mondy: [{continuous: '09:15'}, {closed: '15:30'}]}} |"
            + " c.yaml:1: calendars.x.week.mondy: unknown day 'mondy', did you mean 'monday'?",
        "{version: 1, zone: UTC, week: {monday: [{continues: '09:15'}, {closed: '15:30'}]}} |"
            + " c.yaml:1: calendars.x.week.monday: phase 1: continues: unknown key 'continues', did"
            + " you mean 'continuous'?",
        "{version: 1, zone: UTC, week: {monday: [{continuous: '9:15'}, {closed: '15:30'}]}} |"
            + " c.yaml:1: calendars.x.week.monday: phase 1: continuous: found '9:15', expected a"
            + " time of day such as \"09:15\", or \"02:00+1\" for one of the next day",
        "{version: 1, zone: UTC, week: {monday: [{continuous: '09:15', closed: '15:30'}]}} |"
            + " c.yaml:1: calendars.x.week.monday: phase 1: found continuous and closed, expected"
            + " exactly one of: pre-open, continuous, auction, halt, closed",
        "{version: 1, zone: UTC, week: {monday: [{continuous: '09:15'}]}} | c.yaml:1:"
            + " calendars.x.week.monday: found continuous 09:15 as the last phase, expected closed;"
            + " a time of the next day is 02:00+1",
        "{version: 1, zone: UTC, week: {monday: [{continuous: '18:00'}, {closed: '02:00'}]}} |"
            + " c.yaml:1: calendars.x.week.monday: found closed 02:00 after continuous 18:00,"
            + " expected a later time; +1 is the next day",
        "{version: 1, zone: UTC, week: {monday-friday: [{continuous: '09:15'}, {closed: '15:30'}],"
            + " friday: [{continuous: '09:15'}, {closed: '15:30'}]}} | c.yaml:1:"
            + " calendars.x.week.friday: found friday again, expected it once",
        "{version: 1, zone: UTC, week: {monday-tuesday: [{continuous: '09:00'}, {closed:"
            + " '10:00+1'}]}} | c.yaml:1: calendars.x.week: found that monday ends 10:00+1, after"
            + " tuesday begins 09:00, expected sessions that do not overlap",
        "{version: 1, zone: UTC, holidays: [2026-02-30], WEEK} | c.yaml:1:"
            + " calendars.x.holidays[1]: found '2026-02-30', expected a date such as 2026-01-26",
        "{version: 1, zone: UTC, holidays: [2026-02-03, 2026-02-03], WEEK} | c.yaml:1:"
            + " calendars.x.holidays[2]: found 2026-02-03 again, expected it once",
        "{version: 1, zone: UTC, until: 2026-01-01, holidays: [2026-02-03], WEEK} | c.yaml:1:"
            + " calendars.x.until: found 2026-01-01, expected a date no earlier than the last one"
            + " known, 2026-02-03",
        "{version: 1, zone: UTC, holidays: [2026-02-03], special: {2026-02-03: [{continuous:"
            + " '09:15'}, {closed: '10:00'}]}} | c.yaml:1: calendars.x.special: found 2026-02-03,"
            + " which is a holiday as well, expected one of both",
        "{version: 1, zone: UTC, special: {tomorrow: [{continuous: '09:15'}, {closed: '10:00'}]}} |"
            + " c.yaml:1: calendars.x.special.tomorrow: found 'tomorrow', expected a date such as"
            + " 2026-01-26",
      })
  void shouldSayWhatIsWrong(String calendar, String message) {
    String yaml = "calendars: {x: " + calendar.replace("WEEK", WEEK) + "}\n";

    assertThat(said(Reading.config(yaml))).first().asString().isEqualTo(message);
    assertThat(Reading.config(yaml)).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void shouldRefuseACalendarThatNobodyDefines() {
    assertThat(said(Reading.config(GOOD.replace("{calendar: nse}", "{calendar: nsee}"))))
        .containsExactly(
            "c.yaml:13: instruments.NIFTY.calendar: unknown calendar 'nsee', did you mean 'nse'?");
    assertThat(said(Reading.config("instruments: {A: {calendar: nse}}")))
        .containsExactly(
            "c.yaml:1: instruments.A.calendar: unknown calendar 'nse', expected one under calendars"
                + " or in calendar-files");
  }

  @Test
  void shouldReadCalendarsFromFilesOfTheirOwn() throws IOException {
    Path file = folder.resolve("nse.yaml");
    Files.writeString(file, GOOD.substring(0, GOOD.indexOf("instruments:")));
    String yaml = "calendar-files: ['" + file + "']\ninstruments: {NIFTY: {calendar: nse}}\n";

    LoadedConfig loaded = Reading.load(yaml);

    assertThat(loaded.config().calendarOf("NIFTY")).isPresent();
    assertThat(loaded.origin("calendars.nse.zone")).hasToString(file + ":4");
    assertThat(said(Reading.config(yaml + GOOD.substring(0, GOOD.indexOf("instruments:")))))
        .containsExactly(
            file
                + ":2: calendars.nse: found calendar 'nse' again, expected it once; first at"
                + " c.yaml:4");
    assertThat(Reading.config("calendar-files: [missing.yaml]")).hasSize(1);
    Files.writeString(file, "policies: {}\n");
    assertThat(said(Reading.config("calendar-files: ['" + file + "']")))
        .containsExactlyInAnyOrder(
            file + ":1: policies: unknown key 'policies', expected 'calendars'",
            file + ":1: missing key 'calendars', expected a mapping of names to calendars");
  }

  @ParameterizedTest
  @CsvSource({"2026-12-31T18:00:00Z, false", "2026-12-31T18:30:00Z, true"})
  void shouldWarnOnceItIsOutOfDate(Instant now, boolean warns) throws IOException {
    Path file = Files.writeString(folder.resolve("c.yaml"), GOOD);
    ConfigCheck.Result result =
        ConfigCheck.run(
            new ConfigCheck.Inputs(
                java.util.Optional.of(file),
                java.util.Optional.empty(),
                java.util.Optional.empty()),
            Reading.overrides(),
            now.getEpochSecond() * 1_000_000_000L);

    assertThat(result.isValid()).isTrue();
    assertThat(result.warnings().stream().map(Problem::toString))
        .isEqualTo(
            warns
                ? List.of(
                    file
                        + ":2: warning: calendars.nse.until: found 2026-12-31, and today is"
                        + " 2027-01-01: holidays and special days since are not known, expected a"
                        + " newer version")
                : List.of());
  }

  private static final String POLICIES =
      """
      policies:
        closing: {stop-loss: {percent: 2}, time: {square-off: {before-close: 15m}}}
        late: {stop-loss: {percent: 2}, time: {square-off: "15:25", zone: Asia/Kolkata}}
        good: {stop-loss: {percent: 2}, time: {square-off: "15:00", zone: Asia/Kolkata}}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{symbol: NIFTY, policy: closing} | -",
        "{symbol: NIFTY, policy: good} | -",
        "{symbol: BTCUSDT, policy: good} | -",
        "{symbol: BTCUSDT, policy: closing} | found square-off before-close 15m, expected an"
            + " instrument with a calendar of sessions; policy 'closing'",
        "{symbol: NIFTY, policy: late} | found square-off at 2026-12-31 15:25, expected one no"
            + " later than the broker's own square-off at 2026-12-31 15:20, square-off-cutoff of"
            + " calendar nse; policy 'late'",
        "{symbol: NIFTY, policy: closing, entry-price: 5, at: 2026-01-05T09:50:00Z} | found"
            + " square-off at 2026-01-05 15:15 (15m before the close 2026-01-05 15:30), which is"
            + " past at 2026-01-05 15:20, expected an earlier registration; policy 'closing'",
        "{symbol: NIFTY, policy: closing, entry-price: 5, at: 2026-01-05T09:40:00Z} | -",
      })
  void shouldRefuseASquareOffThatASessionDoesNotAllow(String position, String message) {
    String yaml =
        "positions:\n  - " + position.replace("}", ", side: LONG, quantity: 1}") + "\n" + POLICIES;

    assertThat(said(Reading.positions(GOOD, yaml)))
        .isEqualTo(
            message.equals("-") ? List.of() : List.of("p.yaml:2: position 1: policy: " + message));
  }

  @Test
  void shouldAllowBeforeCloseInAConfigurationWithACalendarOnly() {
    String policy =
        "policies: {p: {stop-loss: {percent: 2}, time: {square-off: {before-close: 15m}}}}\n";

    assertThat(Reading.config(GOOD + policy)).isEmpty();
    assertThat(said(Reading.config(policy)))
        .containsExactly(
            "c.yaml:1: policies.p.time.square-off: found before-close, expected a time of day with"
                + " a zone, or a calendar of sessions: a local-paper venue has none");
  }
}
