package io.ripcord.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.calendar.SessionCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The examples must load, and must say that they are examples. */
class ShippedCalendarsTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("ripcord.root"), "config", "calendars");

  @Test
  void shouldAgreeWithTheSchemaAndAskToBeChecked() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        String yaml = Files.readString(file);

        assertThat(Schemas.problems(ConfigSchema.CALENDARS, yaml)).as(file.toString()).isEmpty();
        assertThat(yaml)
            .startsWith("# yaml-language-server: $schema=../calendars.schema.json\n")
            .contains("CHECK IT BEFORE YOU TRADE ON IT");
        assertThat(ConfigLoader.loadCalendars(file)).isNotEmpty();
      }
    }
  }

  @Test
  void shouldKnowTheYearOfTheExchange() {
    Map<String, CalendarConfig> calendars = ConfigLoader.loadCalendars(FOLDER.resolve("nse.yaml"));
    SessionCalendar equity = calendars.get("nse-equity").sessions();

    assertThat(calendars).containsOnlyKeys("nse-equity", "nse-fo");
    assertThat(equity.until()).isEqualTo(Optional.of(LocalDate.of(2026, 12, 31)));
    assertThat(equity.holidays())
        .hasSize(16)
        .allMatch(date -> date.getDayOfWeek().getValue() <= 5, "no weekend needs a holiday")
        .isEqualTo(calendars.get("nse-fo").sessions().holidays());
  }
}
