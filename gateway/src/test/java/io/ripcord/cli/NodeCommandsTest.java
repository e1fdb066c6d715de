package io.ripcord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ripcord.config.Secret;
import io.ripcord.control.CommandFolder;
import io.ripcord.control.ControlRig;
import io.ripcord.control.HttpControl;
import io.ripcord.control.HttpSettings;
import io.ripcord.control.TokenFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line against a node in small; its token must never show anywhere. */
class NodeCommandsTest {
  private static final String CANARY = "canary-0123456789012345678901234567890123456789abcd";

  @TempDir private Path place;
  private ControlRig rig;
  private HttpControl http;
  private Path token;
  private final StringBuilder said = new StringBuilder();

  @BeforeEach
  void start() throws IOException {
    rig = new ControlRig(place.resolve("journal"));
    token = place.resolve("token");
    Secret secret = TokenFile.ofNode(Map.of(), token);
    Files.writeString(token, CANARY);
    secret.close();
    http =
        new HttpControl(
            new HttpSettings("127.0.0.1", 0), TokenFile.read(token), null, rig.desk, rig.live);
    http.start();
  }

  @AfterEach
  void stop() throws IOException {
    http.close();
    rig.close();
    assertThat(said).doesNotContain("canary");
    try (Stream<Path> files = Files.walk(place)) {
      files.filter(Files::isRegularFile).filter(file -> !file.equals(token)).forEach(this::clean);
    }
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().contains("canary"));
  }

  private void clean(Path file) {
    try {
      assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
          .as(file.toString())
          .doesNotContain("canary");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Cli.Outcome run(Object... arguments) {
    List<Object> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--url", "http://127.0.0.1:" + http.port(), "--token-file", token));
    Cli.Outcome outcome = Cli.run(all.toArray());
    said.append(outcome.out()).append(outcome.err());
    return outcome;
  }

  @Test
  void shouldLeadAPositionThroughItsLife() throws IOException {
    assertThat(run("positions").ok().out()).isEqualToNormalizingNewlines("no open positions\n");
    rig.trade("100");
    String[] register = {
      "register", "--symbol", "ACME", "--side", "LONG", "--quantity", "2", "--policy", "wide"
    };
    assertThat(run((Object[]) register).ok().out())
        .isEqualTo("position 1 registered: LONG 2 ACME @ 100, stop 90, target 120\n");
    assertThat(run("positions").ok().out())
        .isEqualToNormalizingNewlines(
            """
            id  symbol  side  status  openQuantity  entryPrice  lastPrice  stop  target  unrealizedPnl  policy
            1   ACME    LONG  OPEN    2             100         100        90    120     0              wide
            """);
    assertThat(run("amend", 1, "--stop", "95").ok().out())
        .isEqualTo("position 1 amended, stop 95\n");
    assertThat(run("signal", "--symbol", "ACME").ok().out())
        .isEqualTo("1 of 1 open positions of ACME obey the signal\n");
    rig.settle();
    assertThat(run("exits").ok().out()).contains("SIGNAL").contains("100").contains("true");
    assertThat(run("positions", "--all").ok().out()).contains("CLOSED");
  }

  @Test
  void shouldRefuseWithTheNodesWords() {
    rig.trade("100").holding(1);
    Cli.Outcome refused = run("amend", 1, "--stop", "101");
    assertThat(refused.code()).isEqualTo(ExitCodes.INVALID);
    assertThat(refused.err())
        .startsWith(
            "ripcord: stop 101 is breached already by the last price 100, expected it below");
    assertThat(run("amend", 1, "--stop", "1e3").err())
        .startsWith("ripcord: stop: found '1e3', expected a number above 0");
    assertThat(run("close", 1, "--quantity", "0.5").err())
        .startsWith("ripcord: quantity 0.5, expected a multiple of the lot 1 of ACME");
    assertThat(run("close", 9).code()).isEqualTo(ExitCodes.INVALID);
    assertThat(run("unregister", 1).code()).isEqualTo(ExitCodes.OK);
    assertThat(run("resume").err()).startsWith("ripcord: confirm: found no true");
  }

  @Test
  void shouldAdoptAnotherPolicy() throws IOException {
    rig.trade("100").holding(1);
    assertThat(run("adopt", 1, "--policy", "narrow").ok().out())
        .isEqualTo("position 1 exits by policy 'narrow' version 1 from now on, stop 99\n");
    assertThat(run("adopt", "--position", 1, "--policy", "wide", "--loosen").ok().out())
        .isEqualTo(
            "position 1 exits by policy 'wide' version 1 from now on, stop 90, target 120\n");
    JsonNode answer =
        new ObjectMapper().readTree(run("adopt", 1, "--policy", "fixed", "--json").ok().out());
    assertThat(answer.get("accepted").asBoolean()).isTrue();
    assertThat(answer.get("sequence").asLong()).isPositive();
  }

  @Test
  void shouldRefuseAnAdoptionInOneLine() {
    rig.trade("100").holding(1);
    rig.trade("98");
    Cli.Outcome breached = run("adopt", 1, "--policy", "narrow");
    assertThat(breached.code()).isEqualTo(ExitCodes.INVALID);
    assertThat(breached.err())
        .isEqualTo(
            "ripcord: policy 'narrow': stop 99 is breached already by the last price 98, expected"
                + " it below; to get out now: close-now 1\n");
    assertThat(run("adopt", 1).code()).isEqualTo(ExitCodes.USAGE);
    assertThat(run("adopt", "--policy", "narrow").code()).isEqualTo(ExitCodes.USAGE);
    assertThat(run("adopt", 1, "--position", 1, "--policy", "narrow").code())
        .isEqualTo(ExitCodes.USAGE);
  }

  @Test
  void shouldHaltAndResume() throws IOException {
    assertThat(run("halt").ok().out()).startsWith("HALTED: ");
    assertThat(run("status").ok().after("tradingState")).isEqualTo("HALTED");
    assertThat(run("resume", "--confirm").ok().out()).startsWith("ACTIVE: ");
    JsonNode status = new ObjectMapper().readTree(run("status", "--json").ok().out());
    assertThat(status.get("tradingState").asText()).isEqualTo("ACTIVE");
    assertThat(status.get("session").asText()).isEqualTo("CONNECTED");
    assertThat(status.get("journal").asText()).isEqualTo(place.resolve("journal").toString());
  }

  @Test
  void shouldPrintTheNodesJson() throws IOException {
    rig.trade("100").holding(1);
    JsonNode position =
        new ObjectMapper().readTree(run("positions", "--json").ok().out()).get("positions").get(0);
    assertThat(position.toPrettyString())
        .isEqualToNormalizingNewlines(
            """
            {
              "id" : 1,
              "symbol" : "ACME",
              "side" : "LONG",
              "status" : "OPEN",
              "quantity" : "1",
              "openQuantity" : "1",
              "entryPrice" : "100",
              "lastPrice" : "100",
              "stop" : "90",
              "hardStop" : null,
              "target" : "120",
              "watermark" : "100",
              "policy" : "wide",
              "unrealizedPnl" : "0",
              "registered" : "2026-01-05T10:00:00.001000000Z",
              "groups" : [ ]
            }\
            """);
    assertThat(run("close", 7, "--json").out()).contains("\"accepted\" : false");
  }

  @Test
  void shouldSayWhyThereIsNoAnswer() throws IOException {
    int port = http.port();
    http.close();
    Cli.Outcome none = run("status");
    assertThat(none.code()).isEqualTo(ExitCodes.FAILURE);
    assertThat(none.err())
        .isEqualToNormalizingNewlines(
            "ripcord: http://127.0.0.1:"
                + port
                + ": no node listens there, expected one started with 'ripcord run'\n");
    Cli.Outcome far = Cli.run("status", "--url", "http://example.org", "--token-file", token);
    assertThat(far.code()).isEqualTo(ExitCodes.USAGE);
    assertThat(far.err())
        .startsWith("ripcord: --url: found 'http://example.org', expected http://");
    Cli.Outcome lost = Cli.run("status", "--token-file", place.resolve("none"));
    assertThat(lost.code()).isEqualTo(ExitCodes.INVALID);
    assertThat(lost.err()).contains("none: does not exist, expected the token of a node");
  }

  @Test
  void shouldKeepTheTokenOutOfEveryAnswer() throws IOException {
    Path other = place.resolve("other");
    TokenFile.ofNode(Map.of(), other).close();
    Cli.Outcome refused =
        Cli.run("status", "--url", "http://127.0.0.1:" + http.port(), "--token-file", other);
    assertThat(refused.code()).isEqualTo(ExitCodes.INVALID);
    assertThat(refused.err())
        .contains("no valid token, expected the header")
        .doesNotContain(Files.readString(other).strip());
    CommandFolder folder = new CommandFolder(place.resolve("commands"), rig.desk, rig.live);
    Files.writeString(place.resolve("commands/a.json"), "{\"command\":\"status\"}");
    folder.doWork(0);
  }
}
