package io.ripcord.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlignmentCheckTest {
  private static final String GUIDE = "; see docs/alignment.md";

  @Test
  void shouldEstimateTheStopOfTheLayeredProfile() {
    assertThat(AlignmentCheck.ESTIMATE_E6).isEqualTo(4_300_000);
  }

  @ParameterizedTest
  @CsvSource({
    // The shipped profile, and the edges of each check.
    "4.5,6",
    "3.8,6",
    "4.8,6",
    "4.5,7",
    "4.5,4.500001",
    "3.8,6.3"
  })
  void shouldSayNothingOfLayersThatFit(String soft, String hard) {
    assertThat(Reading.policies("policies: {scalp: " + layers(soft, hard) + "}")).isEmpty();
  }

  @Test
  void shouldWarnOfAStopAwayFromTheEstimate() {
    PolicyTable.assertWarned(
        "{stop-loss: {percent: ^2.5}, hard-stop: {percent: 5}}", away("2.5", "1.8"));
    PolicyTable.assertWarned(
        "{stop-loss: {percent: ^3.799999}, hard-stop: {percent: 6}}", away("3.799999", "0.500001"));
    PolicyTable.assertWarned(
        "{stop-loss: {percent: ^4.800001}, hard-stop: {percent: 6}}", away("4.800001", "0.500001"));
  }

  private static String away(String soft, String away) {
    return ".stop-loss.percent: found "
        + soft
        + ", which is "
        + away
        + " away from the estimated ATR stop 4.3 = max(1.8 x 2, 1.2) + 0.15 spread + 0.55 fee,"
        + " expected at most 0.5"
        + GUIDE;
  }

  @Test
  void shouldWarnOfAHardStopFarBehind() {
    PolicyTable.assertWarned(
        "{stop-loss: {percent: 4.5}, hard-stop: {percent: ^7.000001}}",
        ".hard-stop.percent: found 7.000001, which is 2.500001 wider than the stop-loss percent 4.5,"
            + " expected at most 2.5"
            + GUIDE);
  }

  @Test
  void shouldRefuseAHardStopThatIsNotBehind() {
    PolicyTable.assertRefused(
        "{stop-loss: {percent: 4.5}, hard-stop: {percent: ^4.5}}",
        ".hard-stop.percent: found 4.5, expected more than the stop-loss percent 4.5:"
            + " the hard stop is the last layer"
            + GUIDE);
  }

  @Test
  void shouldLookAtLayersInPercentOnly() {
    for (String policy :
        new String[] {
          "{stop-loss: {percent: 2}}",
          "{hard-stop: {percent: 20}}",
          "{stop-loss: {ticks: 5}, hard-stop: {percent: 20}}",
          "{stop-loss: {atr: {}}, hard-stop: {percent: 20}}"
        }) {
      assertThat(Reading.policies("policies: {scalp: " + policy + "}")).as(policy).isEmpty();
    }
  }

  @Test
  void shouldNameAPageThatIsThere() {
    assertThat(Path.of(System.getProperty("ripcord.root"), AlignmentCheck.GUIDE))
        .matches(Files::isRegularFile);
  }

  private static String layers(String soft, String hard) {
    return "{stop-loss: {percent: " + soft + "}, hard-stop: {percent: " + hard + "}}";
  }
}
