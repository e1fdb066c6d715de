package io.ripcord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JSON of the query verbs and the exit codes of the checking ones. */
class QueryJsonTest {
  @TempDir private static Path folder;

  private static SmallFiles files;
  private static Path journal;

  @BeforeAll
  static void run() {
    files = new SmallFiles(folder);
    journal = files.journalled();
  }

  private static JsonNode json(Cli.Outcome outcome) throws IOException {
    return new ObjectMapper().readTree(outcome.out());
  }

  private static List<String> keys(JsonNode node) {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  @Test
  void shouldGiveTheResultOfAReplay() throws IOException {
    JsonNode replay = json(Cli.run("replay", journal, "--verify", "--json").ok());

    assertThat(keys(replay))
        .containsExactly(
            "events",
            "decisions",
            "inputSha256",
            "decisionSha256",
            "stateHash",
            "identical",
            "eventsPerSecond",
            "stoppedInOrder",
            "from",
            "difference",
            "problem");
    assertThat(replay.get("events").asInt()).isEqualTo(25);
    assertThat(replay.get("decisions").asInt()).isEqualTo(6);
    assertThat(replay.get("inputSha256").textValue()).matches("[0-9a-f]{64}");
    assertThat(replay.get("decisionSha256").textValue()).matches("[0-9a-f]{64}");
    assertThat(replay.get("stateHash").textValue()).matches("[0-9a-f]{16}");
    assertThat(replay.get("identical").booleanValue()).isTrue();
    assertThat(replay.get("eventsPerSecond").isIntegralNumber()).isTrue();
    assertThat(replay.get("stoppedInOrder").booleanValue()).isTrue();
    assertThat(replay.get("from").textValue()).isEqualTo("first input");
    assertThat(replay.get("difference").isNull()).isTrue();
    assertThat(replay.get("problem").isNull()).isTrue();
  }

  @Test
  void shouldNotClaimToHaveComparedWithoutVerify() throws IOException {
    JsonNode replay = json(Cli.run("replay", journal, "--json").ok());

    assertThat(replay.get("identical").getNodeType()).isEqualTo(JsonNodeType.NULL);
    assertThat(Cli.run("replay", journal).ok().out()).doesNotContain("identical");
  }

  @Test
  void shouldReplayToAnInput() throws IOException {
    JsonNode replay = json(Cli.run("replay", journal, "--to", 19, "--json").ok());

    assertThat(replay.get("events").asInt()).isEqualTo(19);
    assertThat(replay.get("decisions").asInt()).isEqualTo(2);
    assertThat(replay.get("stoppedInOrder").booleanValue()).isFalse();

    Cli.Outcome printed = Cli.run("replay", journal, "--from", 18, "--to", 19).ok();
    assertThat(printed.out().lines().limit(4).map(line -> line.split(" time", -1)[0]))
        .containsExactly(
            "Tick sequence=18",
            "Tick sequence=19",
            "  ExitOrder cause=19 index=0",
            "  PositionChanged cause=19 index=1");
    assertThat(Cli.run("replay", journal, "--to", 0).ok().after("state hash")).isEqualTo("none");
  }

  @Test
  void shouldGiveTheResultOfAVerification() throws IOException {
    JsonNode verified = json(Cli.run("journal", "verify", journal, "--json").ok());

    assertThat(keys(verified))
        .containsExactly(
            "frames",
            "inputs",
            "decisions",
            "bytes",
            "bytesPerInput",
            "stoppedInOrder",
            "intact",
            "problem");
    assertThat(verified.get("frames").asInt()).isEqualTo(31);
    assertThat(verified.get("inputs").asInt()).isEqualTo(25);
    assertThat(verified.get("decisions").asInt()).isEqualTo(6);
    assertThat(verified.get("stoppedInOrder").booleanValue()).isTrue();
    assertThat(verified.get("intact").booleanValue()).isTrue();
    assertThat(verified.get("problem").isNull()).isTrue();
    assertThat(Cli.run("journal", "verify", journal).ok().out())
        .contains("31 frames (25 inputs, 6 decisions)")
        .contains("journal: intact, stopped in order");
  }

  @Test
  void shouldGiveJsonEvenForAJournalThatIsNotThere() throws IOException {
    Path nope = folder.resolve("nope");
    Cli.Outcome replay = Cli.run("replay", nope, "--json");
    Cli.Outcome verify = Cli.run("journal", "verify", nope, "--json");

    assertThat(replay.code()).isEqualTo(3);
    assertThat(json(replay).get("problem").textValue()).contains("holds no journal");
    assertThat(verify.code()).isEqualTo(3);
    assertThat(json(verify).get("intact").booleanValue()).isFalse();
    assertThat(json(verify).get("problem").textValue()).contains("holds no journal");
  }

  @Test
  void shouldGiveTheResultOfACheck() throws IOException {
    Cli.Outcome good =
        Cli.run("config", "check", "--config", files.config(), "--positions", files.positions());
    assertThat(good.ok().out()).isEqualTo("config: valid, 0 errors, 0 warnings\n");
    assertThat(good.err()).isEmpty();

    Path bad =
        files.write(
            "bad.yaml",
            SmallFiles.POSITIONS.replace("percent: 1}", "percent: 0.1}").replace("2,", "0,"));
    Cli.Outcome refused = Cli.run("config", "check", "--positions", bad, "--json");
    JsonNode result = json(refused);
    assertThat(refused.code()).isEqualTo(3);
    assertThat(keys(result)).containsExactly("valid", "errors", "warnings");
    assertThat(result.get("valid").booleanValue()).isFalse();
    assertThat(result.get("errors")).hasSize(1);
    assertThat(result.at("/errors/0").textValue()).contains("bad.yaml:5:", "quantity");
    assertThat(result.get("warnings")).hasSize(1);
    assertThat(result.at("/warnings/0").textValue()).contains("bad.yaml:2:", "did you mean 10?");
  }

  @Test
  void shouldPrintProblemsOfACheckOnceEach() {
    Path bad =
        files.write(
            "worse.yaml",
            SmallFiles.POSITIONS.replace("percent: 1}", "percent: 0.1}").replace("2,", "0,"));
    Cli.Outcome refused = Cli.run("config", "check", "--positions", bad);

    assertThat(refused.code()).isEqualTo(3);
    assertThat(refused.out()).isEqualTo("config: INVALID, 1 error, 1 warning\n");
    assertThat(refused.errLines()).hasSize(2);
    assertThat(refused.err()).containsOnlyOnce("warning");
  }

  @Test
  void shouldCheckEachFileByItself() {
    Path nope = folder.resolve("nope.yaml");

    assertThat(Cli.run("config", "check", "--config", files.config()).code()).isZero();
    assertThat(Cli.run("config", "check", "--config", nope).code()).isEqualTo(3);
    assertThat(Cli.run("config", "check", "--policies", nope).code()).isEqualTo(3);
    assertThat(Cli.run("config", "check", "--positions", nope).code()).isEqualTo(3);
    assertThat(Cli.run("config", "check").code()).isEqualTo(2);
  }

  @Test
  void shouldShowEffectiveValuesWithTheirOrigin() throws IOException {
    String table = Cli.run("config", "show", "--config", files.config()).ok().out();
    assertThat(table.lines().filter(line -> line.startsWith("journal.block-size")).toList())
        .singleElement()
        .matches(line -> line.contains("1MiB") && line.contains("config.yaml:3"));

    JsonNode all = json(Cli.run("config", "show", "--json").ok());
    assertThat(all.toString()).contains("block-size", "64MiB", "default");
  }

  @Test
  void shouldPrintEverySchema() throws IOException {
    for (String name : List.of("ripcord", "policies", "positions")) {
      JsonNode schema = json(Cli.run("config", "schema", name).ok());
      assertThat(schema.get("$schema").textValue()).contains("json-schema.org");
    }
  }
}
