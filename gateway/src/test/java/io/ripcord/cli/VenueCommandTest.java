package io.ripcord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code ripcord venue} says to what it is given. */
class VenueCommandTest {
  private static final String LEDGER =
      """
      {"fact":"LEDGER","version":1}
      {"fact":"HOLD","time":1,"client":"a","position":1,"symbol":"ACME","side":"LONG","quantity":"2"}
      {"fact":"ORDER","time":2,"client":"a","position":1,"symbol":"ACME","side":"LONG","clOrdId":"0000010000001000100E","quantity":"2","execId":1}
      {"fact":"EXECUTION","time":3,"client":"a","clOrdId":"0000010000001000100E","execId":2,"quantity":"2","price":"99.5","cum":"2"}
      """;
  private static final String SECOND =
      """
      {"fact":"ORDER","time":4,"client":"a","position":1,"symbol":"ACME","side":"LONG","clOrdId":"0000010000001000200E","quantity":"2","execId":3}
      {"fact":"EXECUTION","time":5,"client":"a","clOrdId":"0000010000001000200E","execId":4,"quantity":"1","price":"99.5","cum":"1"}
      """;

  @TempDir private Path folder;

  private Path ledger(String text) throws IOException {
    return Files.writeString(folder.resolve("ledger.jsonl"), text);
  }

  @Test
  void shouldSumUpALedger() throws IOException {
    Cli.Outcome outcome = Cli.run("venue", "ledger", ledger(LEDGER)).ok();

    assertThat(outcome.out())
        .isEqualTo(
            """
            a position 1 ACME LONG: held 2, 1 exits (0 refused), 1 executions of 2, net 0
            1 positions, 0 exited more than was held
            """);
  }

  @Test
  void shouldPointAtAnExitThatWentThroughZero() throws IOException {
    Path file = ledger(LEDGER + SECOND);
    Cli.Outcome text = Cli.run("venue", "ledger", file);
    Cli.Outcome json = Cli.run("venue", "ledger", file, "--json");

    assertThat(text.code()).isEqualTo(ExitCodes.DIFFERENCE);
    assertThat(text.out()).contains("net -1, 1 working, DOUBLED");
    assertThat(json.code()).isEqualTo(ExitCodes.DIFFERENCE);
    JsonNode node = new ObjectMapper().readTree(json.out());
    assertThat(node.get("doubled").longValue()).isEqualTo(1);
    assertThat(node.at("/positions/0/net").textValue()).isEqualTo("-1");
    assertThat(node.at("/positions/0/doubled").booleanValue()).isTrue();
  }

  @Test
  void shouldNameTheDamagedLineOfALedger() throws IOException {
    Path file = ledger(LEDGER.replace("ORDER", "ORDR"));
    Cli.Outcome read = Cli.run("venue", "ledger", file);
    Cli.Outcome served =
        Cli.run("venue", "paper", "--listen", "127.0.0.1:0", "--generated", "--ledger", file);

    String expected =
        "ripcord: "
            + file
            + ":3: fact: found 'ORDR', expected HOLD, ORDER, REJECT,"
            + " ENTRY, ENTRY_REJECT or EXECUTION";
    assertThat(read.errLines()).containsExactly(expected);
    assertThat(read.code()).isEqualTo(ExitCodes.INVALID);
    assertThat(served.errLines()).containsExactly(expected);
    assertThat(served.code()).isEqualTo(ExitCodes.INVALID);
    assertThat(served.out()).isEmpty();
  }

  @Test
  void shouldMissAFileThatIsNotThere() {
    Cli.Outcome ledger = Cli.run("venue", "ledger", folder.resolve("none"));
    Cli.Outcome tape =
        Cli.run("venue", "paper", "--listen", "127.0.0.1:0", "--tape", folder.resolve("none"));
    Cli.Outcome place =
        Cli.run(
            "venue",
            "paper",
            "--listen",
            "127.0.0.1:0",
            "--generated",
            "--ledger",
            folder.resolve("no/where"));

    assertThat(ledger.code()).isEqualTo(ExitCodes.INVALID);
    assertThat(ledger.err()).contains("none: does not exist, expected the ledger of a paper venue");
    assertThat(tape.code()).isEqualTo(ExitCodes.INVALID);
    assertThat(tape.err()).contains("none: no such file");
    assertThat(place.code()).isEqualTo(ExitCodes.INVALID);
    assertThat(place.errLines()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "localhost          | --listen: found 'localhost', expected HOST:PORT",
        ":7000              | --listen: found ':7000', expected HOST:PORT",
        "127.0.0.1:         | --listen: found '127.0.0.1:', expected HOST:PORT",
        "127.0.0.1:65536    | --listen: found '127.0.0.1:65536', expected HOST:PORT",
        "127.0.0.1:-1       | --listen: found '127.0.0.1:-1', expected HOST:PORT",
        "::1:7000           | --listen: found '::1:7000', expected HOST:PORT",
        "0.0.0.0:0          | --listen: found '0.0.0.0:0', expected an address of this machine only",
      })
  void shouldRefuseAnAddress(String address, String says) {
    Cli.Outcome outcome = Cli.run("venue", "paper", "--listen", address, "--generated");

    assertThat(outcome.code()).isEqualTo(ExitCodes.USAGE);
    assertThat(outcome.errLines().get(0)).startsWith("ripcord: " + says);
    assertThat(outcome.errLines()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "fast", "1001", "0.0001", "NaN"})
  void shouldRefuseASpeed(String speed) {
    Cli.Outcome outcome =
        Cli.run("venue", "paper", "--listen", "127.0.0.1:0", "--generated", "--speed", speed);

    assertThat(outcome.code()).isEqualTo(ExitCodes.USAGE);
    assertThat(outcome.errLines().get(0))
        .isEqualTo("ripcord: --speed: found '" + speed + "', expected a factor from 0.001 to 1000");
  }

  @Test
  void shouldWantOneMarket() {
    Cli.Outcome none = Cli.run("venue", "paper", "--listen", "127.0.0.1:0");
    Cli.Outcome both =
        Cli.run("venue", "paper", "--listen", "127.0.0.1:0", "--generated", "--tape", "x");

    assertThat(none.errLines().get(0))
        .isEqualTo("ripcord: --tape, --generated: expected one of the two");
    assertThat(none.code()).isEqualTo(ExitCodes.USAGE);
    assertThat(both.errLines()).isEqualTo(none.errLines());
  }

  @Test
  void shouldSayThatAnAddressIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Path file = folder.resolve("ledger.jsonl");
      for (int i = 0; i < 2; i++) {
        Cli.Outcome outcome =
            Cli.run(
                "venue",
                "paper",
                "--listen",
                "127.0.0.1:" + taken.getLocalPort(),
                "--generated",
                "--ledger",
                file);

        assertThat(outcome.code()).isEqualTo(ExitCodes.FAILURE);
        assertThat(outcome.errLines()).hasSize(1);
        assertThat(outcome.err())
            .contains("cannot listen on 127.0.0.1:" + taken.getLocalPort())
            .contains("expected an address of this machine that is free");
      }
    }
  }
}
