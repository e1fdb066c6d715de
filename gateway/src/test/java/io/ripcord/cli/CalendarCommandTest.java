package io.ripcord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalendarCommandTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file =
        Files.writeString(
            folder.resolve("cme.yaml"),
            """
            calendars:
              futures:
                version: a
                zone: America/New_York
                until: 2026-03-10
                square-off-cutoff: "16:45"
                week:
                  sunday-thursday: [{continuous: "18:00"}, {closed: "17:00+1"}]
                holidays: [2026-03-10]
            """);
  }

  @Test
  void shouldShowSessionsInLocalTimeAndInUtc() {
    Cli.Outcome shown =
        Cli.run(
            "calendar",
            "futures",
            "--calendars",
            file,
            "--from",
            "2026-03-06",
            "--to",
            "2026-03-11");

    assertThat(shown.ok().out().lines())
        .containsExactly(
            "futures, version a, America/New_York, known until 2026-03-10",
            "2026-03-06 Friday, no session",
            "2026-03-07 Saturday, no session",
            "2026-03-08 Sunday",
            "  continuous  2026-03-08 18:00 -04:00  2026-03-08T22:00:00Z",
            "  closed      2026-03-09 17:00 -04:00  2026-03-09T21:00:00Z",
            "  broker's own square-off 2026-03-09 16:45",
            "2026-03-09 Monday",
            "  continuous  2026-03-09 18:00 -04:00  2026-03-09T22:00:00Z",
            "  closed      2026-03-10 17:00 -04:00  2026-03-10T21:00:00Z",
            "  broker's own square-off 2026-03-10 16:45",
            "2026-03-10 Tuesday, holiday",
            "2026-03-11 Wednesday, after the last date that is known",
            "  continuous  2026-03-11 18:00 -04:00  2026-03-11T22:00:00Z",
            "  closed      2026-03-12 17:00 -04:00  2026-03-12T21:00:00Z",
            "  broker's own square-off 2026-03-12 16:45");
  }

  @Test
  void shouldShowThemToPrograms() throws IOException {
    Path config = Files.writeString(folder.resolve("c.yaml"), "calendar-files: ['" + file + "']\n");
    String out =
        Cli.run("calendar", "futures", "--config", config, "--on", "2026-03-05", "--json")
            .ok()
            .out();
    JsonNode day = new ObjectMapper().readTree(out).at("/days/0");

    assertThat(day.at("/kind").asText()).isEqualTo("session");
    assertThat(day.at("/sessions/0/opens").asText()).isEqualTo("2026-03-05T23:00:00Z");
    assertThat(day.at("/sessions/0/phases/1/local").asText()).isEqualTo("2026-03-06T17:00-05:00");
    assertThat(day.at("/sessions/0/squareOffCutoff").asText()).isEqualTo("2026-03-06T21:45:00Z");
  }

  @Test
  void shouldRefuseWhatItCannotShow() {
    Cli.Outcome unknown = Cli.run("calendar", "future", "--calendars", file);
    Cli.Outcome order =
        Cli.run(
            "calendar",
            "futures",
            "--calendars",
            file,
            "--from",
            "2026-03-06",
            "--to",
            "2026-03-01");

    assertThat(unknown.code()).isEqualTo(ExitCodes.INVALID);
    assertThat(unknown.err()).contains("unknown calendar 'future', did you mean 'futures'?");
    assertThat(order.code()).isEqualTo(ExitCodes.USAGE);
    assertThat(order.err()).contains("found 2026-03-06 to 2026-03-01, expected one date");
    assertThat(List.of(Cli.run("calendar", "futures").code())).containsExactly(ExitCodes.USAGE);
  }
}
