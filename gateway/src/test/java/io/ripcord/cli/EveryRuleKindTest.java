package io.ripcord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ripcord.rule.RuleKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The recorded tape with policies of every rule kind and setting, against a venue that is slow,
 * fills in parts and refuses: each of them acts, and the run replays to the byte. The check of the
 * whole project runs the same files on every Java line and compares the hashes.
 */
class EveryRuleKindTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String POSITIONS = "acceptance/every-rule.yaml";

  @TempDir private static Path directory;

  private static Cli.Outcome fused;
  private static Cli.Outcome split;
  private static JsonNode report;

  /** Reasons and sources of what happened, by policy. */
  private static final Map<String, Set<String>> SEEN = new TreeMap<>();

  @BeforeAll
  static void runInBothTopologies() throws IOException {
    fused = run("fused");
    split = run("split");
    report = JSON.readTree(directory.resolve("fused.json").toFile());
    Map<Long, String> policies = policies();
    for (JsonNode row : report.get("exits")) {
      note(policies, row, row.get("reason").asText() + " " + row.get("source").asText());
    }
    report.get("entries").forEach(row -> note(policies, row, "ENTRY"));
  }

  private static Cli.Outcome run(String topology) {
    return Cli.run(
            "simulate",
            "--tape",
            RecordedTape.file(),
            "--positions",
            Cli.resource(POSITIONS),
            "--config",
            Cli.resource("acceptance/every-rule-venue.yaml"),
            "--topology",
            topology,
            "--journal",
            directory.resolve(topology),
            "--report",
            directory.resolve(topology + ".json"))
        .ok();
  }

  private static Map<Long, String> policies() throws IOException {
    Matcher row =
        Pattern.compile("\\{id: (\\d+),.* policy: ([a-z-]+)}")
            .matcher(Files.readString(Cli.resource(POSITIONS)));
    Map<Long, String> policies = new TreeMap<>();
    while (row.find()) {
      policies.put(Long.parseLong(row.group(1)), row.group(2));
    }
    return policies;
  }

  private static void note(Map<Long, String> policies, JsonNode row, String what) {
    String policy = policies.get(row.get("position").asLong());
    SEEN.computeIfAbsent(policy, name -> new TreeSet<>()).add(what);
  }

  @Test
  void shouldUseEveryRuleAndSetting() throws IOException {
    Path lines = directory.resolve("lines.jsonl");
    Cli.run("journal", "export", directory.resolve("fused"), "--output", lines).ok();

    Set<String> kinds = new TreeSet<>();
    Matcher found = Pattern.compile("\"ruleKind\":\"([A-Z_]+)\"").matcher(Files.readString(lines));
    while (found.find()) {
      kinds.add(found.group(1));
    }
    assertThat(kinds)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(RuleKind.values()).map(RuleKind::name).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "stop-percent, STOP_LOSS MONITOR_SOFT",
    "stop-ticks, STOP_LOSS MONITOR_SOFT",
    "stop-atr, STOP_LOSS MONITOR_SOFT",
    "target-percent, TAKE_PROFIT TP",
    "target-ladder, TAKE_PROFIT TP",
    "ladder-any, TIME TIME",
    "risk-reward, TAKE_PROFIT TP",
    "risk-reward-regime, TAKE_PROFIT TP",
    "trailing-percent, TRAILING_STOP MONITOR_TRAILING",
    "trailing-tighten, TRAILING_STOP MONITOR_TRAILING",
    "trailing-ticks, TRAILING_STOP MONITOR_TRAILING",
    "trailing-atr, TRAILING_STOP MONITOR_TRAILING",
    "supertrend, TRAILING_STOP MONITOR_TRAILING",
    "ma-cross, MA_CROSS MONITOR_SIGNAL",
    "ma-cross-sma, MA_CROSS MONITOR_SIGNAL",
    "break-even, TRAILING_STOP MONITOR_TRAILING",
    "break-even-fees, TRAILING_STOP MONITOR_TRAILING",
    "partial, PARTIAL PARTIAL",
    "scale-in, ENTRY",
    "max-age, TIME TIME",
    "square-off, TIME TIME",
    "time-tighten, TRAILING_STOP MONITOR_TRAILING",
    "volatility, TRAILING_STOP MONITOR_TRAILING",
    "volatility-trailing, TRAILING_STOP MONITOR_TRAILING",
    "hard-stop, HARD_STOP MONITOR_HARD",
    "signal, SIGNAL MONITOR_SIGNAL",
    "book-through, STOP_LOSS BOOK",
    "economical, STOP_LOSS MONITOR_SOFT",
    "stale-exit, EMERGENCY EMERGENCY",
    "everything, SIGNAL MONITOR_SIGNAL",
  })
  void shouldSeeEachOfThemAct(String policy, String what) {
    assertThat(SEEN.get(policy)).contains(what);
  }

  @Test
  void shouldSayWhatRulesSay() {
    assertThat(new TreeSet<>(report.get("alerts").findValuesAsText("alert")))
        .contains("GAP", "STALE", "RUNG_SKIPPED", "TICK_SUSPECTED", "TICK_CONFIRMED");
  }

  @Test
  void shouldDecideTheSameBytesInBothTopologiesAndInTheReplay() {
    Cli.Outcome replay = Cli.run("replay", directory.resolve("split"), "--verify").ok();

    assertThat(replay.after("replay:")).isEqualTo("identical");
    for (String hash : new String[] {"input sha256", "decision sha256"}) {
      assertThat(split.after(hash)).isEqualTo(fused.after(hash)).isEqualTo(replay.after(hash));
    }
  }
}
