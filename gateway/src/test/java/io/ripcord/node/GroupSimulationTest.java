package io.ripcord.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ripcord.console.ReportWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worked example of docs/groups.md through the real pipeline, with a venue that takes time. */
class GroupSimulationTest {
  private static final String CONFIG =
      """
      paper: {latency: 100ms}
      instruments:
        C25000: {lot: 75, kind: option}
        P24800: {lot: 75, kind: option}
        C25200: {lot: 75, kind: option}
        P24600: {lot: 75, kind: option}
      """;
  private static final String POSITIONS =
      """
      policies:
        leg: {stop-loss: {percent: 99}}
      groups:
        condor: {stop: 5000, target: 4000, lock: {at: 2500, floor: 1000}}
        account: {daily-loss: %s}
      positions:
        - {id: 1, symbol: C25200, side: LONG, quantity: 75, entry-price: 30, policy: leg, group: condor}
        - {id: 2, symbol: P24600, side: LONG, quantity: 75, entry-price: 25, policy: leg, group: condor}
        - {id: 3, symbol: C25000, side: SHORT, quantity: 75, entry-price: 100, policy: leg, group: condor}
        - {id: 4, symbol: P24800, side: SHORT, quantity: 75, entry-price: 90, policy: leg, group: condor}
      """;

  @TempDir private Path directory;

  private SmallRun run(String dailyLoss) {
    return new SmallRun(directory)
        .config(CONFIG)
        .positions(POSITIONS.formatted(dailyLoss))
        .tape(
            "{0},C25200,30,,,",
            "{0},P24600,25,,,",
            "{0},C25000,100,,,",
            "{0},P24800,90,,,",
            "{10},C25200,45,,,",
            "{11},C25000,180,,,",
            "{12},C25000,185,,,",
            "{12.3},C25000,184,,,",
            "{13},C25000,186,,,",
            "{13.1},P24800,91,,,",
            "{13.3},C25200,46,,,",
            "{13.4},P24600,24,,,");
  }

  @Test
  void shouldLeaveInLegOrderAtTheSum() {
    SmallRun run = run("20000");
    SimulationResult result = run.run();

    List<String> lines = run.lines();

    assertThat(lines.subList(lines.indexOf("12.3 tick C25000 last 184") + 1, lines.size()))
        .containsSubsequence(
            "12.5 timer 12.5",
            "  alert GROUP_FIRED ",
            "  exit 3 STOP_LOSS 184 at 12.5",
            "  exit 4 STOP_LOSS 90 at 12.5",
            "13 TRADE 3 @186",
            "  closed 3",
            "13.1 TRADE 4 @91",
            "  closed 4",
            "  exit 1 STOP_LOSS 45 at 13.2",
            "  exit 2 STOP_LOSS 25 at 13.2",
            "13.3 TRADE 1 @46",
            "13.4 TRADE 2 @24");
    JsonNode report = new ReportWriter(result.fold(), result.engine(), Map.of()).json();
    JsonNode condor = report.get("groups").get(1);
    assertThat(condor.get("group").asText()).isEqualTo("condor");
    assertThat(condor.get("state").asText()).isEqualTo("LATCHED");
    assertThat(condor.get("firedValue").asText()).isEqualTo("-5175");
    // -86, -1, 16 and -1 times 75.
    assertThat(condor.get("value").asText()).isEqualTo("-5400");
    assertThat(report.get("groups").get(0).get("value").asText()).isEqualTo("-5400");
    assertThat(report.get("alerts").get(report.get("alerts").size() - 1).toString())
        .contains("\"alert\":\"GROUP_FIRED\",\"group\":\"condor\",\"pnl\":\"-5175\"");
  }

  @Test
  void shouldLeaveEverythingAtTheLossOfTheDay() {
    List<String> lines = run("4000").lines();

    assertThat(lines)
        .containsSubsequence(
            "11.5 timer 11.5",
            "  alert DAILY_LOSS ",
            "  exit 3 EMERGENCY 180 at 11.5",
            "  exit 4 EMERGENCY 90 at 11.5");
    assertThat(lines)
        .containsSubsequence(
            "  closed 4", "  exit 1 EMERGENCY 45 at 13.2", "  exit 2 EMERGENCY 25 at 13.2");
  }
}
