package io.ripcord.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedProfilesTest {
  private static final Path PROFILES =
      Path.of(System.getProperty("ripcord.root"), "config", "profiles");

  static List<Path> profiles() throws IOException {
    try (Stream<Path> files = Files.list(PROFILES)) {
      return files.sorted().toList();
    }
  }

  @Test
  void shouldShipOneForEachKindOfTrading() throws IOException {
    assertThat(profiles().stream().map(file -> file.getFileName().toString()))
        .containsExactly("futures.yaml", "layered-spot.yaml", "scalp-options.yaml");
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void shouldPassTheCheckWithoutAWarning(Path profile) {
    ConfigCheck.Result result =
        ConfigCheck.run(
            new ConfigCheck.Inputs(Optional.empty(), Optional.of(profile), Optional.empty()),
            Overrides.none());

    assertThat(result.errors()).isEmpty();
    assertThat(result.warnings()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void shouldFitTheSchemaAndSayWhereItIs(Path profile) throws IOException {
    String yaml = Files.readString(profile);

    assertThat(Schemas.problems(ConfigSchema.POLICIES, yaml)).isEmpty();
    assertThat(yaml)
        .startsWith(
            "# yaml-language-server: $schema=../" + ConfigSchema.POLICIES.fileName() + "\n");
  }

  /** As a node has it: with the policies in its configuration, where the venue is known. */
  @ParameterizedTest
  @MethodSource("profiles")
  void shouldSuitAPaperVenue(Path profile) throws IOException {
    assertThat(Reading.config(Files.readString(profile))).isEmpty();
  }

  @Test
  void shouldGiveTheLayersTheirNumbers() throws IOException {
    String yaml = Files.readString(PROFILES.resolve("layered-spot.yaml"));
    PolicyConfig policy = Reading.load(yaml).config().policies().get("layered-spot");

    assertThat(PolicyTable.rules(policy))
        .containsExactly(
            "STOP_LOSS - 4500000 -",
            "TAKE_PROFIT - 3500000",
            "TRAILING_ATR 14 1800000 3600000000000 2000000 0 - -",
            "BREAK_EVEN 2500000 -",
            "HARD_STOP 6000000",
            "EVALUATION 1000000000 2000000",
            "STALENESS 30000000000 1",
            "DEFER 1000000000 500000");
  }
}
