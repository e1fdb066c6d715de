package io.ripcord.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the packaged node as an operator does: started, told to stop, killed, halted. */
@Timeout(300)
class NodeIT {
  /** Looked for in everything that the node leaves behind. */
  private static final String CANARY = "canary0123456789abcdef0123456789abcdef0123456789abcdef";

  private static final String CONFIG =
      """
      control: {port: 0}
      feed: {generated: {seed: 5}, speed: 10}
      journal: {block-size: 1MiB, touch-ahead: 0}
      policies: {wide: {stop-loss: {percent: 30}}}
      positions:
        - {id: 1, symbol: BTCUSDT, side: LONG, quantity: 0.5, policy: wide, entry-price: 60000}
        - {id: 2, symbol: ETHUSDT, side: SHORT, quantity: 3, policy: wide}
      """;

  @TempDir private Path folder;

  private NodeProcess start(String config, Map<String, String> environment) throws IOException {
    Files.writeString(folder.resolve("node.yaml"), config);
    return new NodeProcess(folder, environment);
  }

  @Test
  void shouldStopInOrderWhenToldToAndNeverFlatten() throws Exception {
    try (NodeProcess node = start(CONFIG, Map.of())) {
      node.awaitOutput("stop with SIGTERM or Ctrl-C; positions stay open then\n");
      node.awaitLog("position 1 registered");
      node.awaitLog("position 2 registered");
      node.terminate();
      node.terminate();

      assertThat(node.awaitEnd(10)).as(node.errors()).isZero();
      assertThat(node.output())
          .startsWith("ripcord ")
          .contains(": node 0 started, epoch 1\n")
          .contains("  control  http://127.0.0.1:", "  venue    local-paper, generated market")
          .containsPattern(
              "stays open: #1 LONG 0\\.5 BTCUSDT stop 42000, #2 SHORT 3 ETHUSDT stop [0-9.]+;"
                  + " nothing was flattened; they are watched again after the next start\n")
          .endsWith("stopped in order; journal " + journal() + " is complete\n");
      assertThat(Files.readString(folder.resolve("data/ripcord.log")))
          .contains("\"event\":\"node-stopped\"");
    }
    assertThat(verify()).isZero();
  }

  @Test
  void shouldGoOnAfterAKillAndShowNoSecret() throws Exception {
    try (NodeProcess node = start(CONFIG, Map.of("RIPCORD_TOKEN", CANARY))) {
      node.awaitLog("position 2 registered");
      node.kill();
    }
    assertThat(filesWith(CANARY)).isEmpty();

    String token;
    try (NodeProcess node = start(CONFIG, Map.of())) {
      node.awaitOutput("no orderly stop)");
      node.awaitOutput("positions stay open then");
      token = Files.readString(folder.resolve("data/token"), US_ASCII).strip();
      node.terminate();

      assertThat(node.awaitEnd(10)).as(node.errors()).isZero();
      assertThat(node.output()).contains(", epoch 2\n", "stays open: #1 LONG");
    }
    assertThat(token).hasSizeGreaterThan(42);
    assertThat(filesWith(token)).containsExactly(folder.resolve("data/token"));
    assertThat(verify()).isZero();
  }

  @Test
  void shouldSayThatItHaltedAndKeepTheJournal() throws Exception {
    String tooSmall = CONFIG.replace("touch-ahead: 0", "touch-ahead: 0, max-size: 1MiB");
    try (NodeProcess node = start(tooSmall, Map.of())) {
      assertThat(node.awaitEnd(120)).isEqualTo(ExitCodes.FAILURE);
      assertThat(node.errors())
          .contains("node-halted")
          .containsPattern("ripcord: halted stage=engine sequence=[0-9]+: ")
          .contains("nothing was flattened, the journal " + journal() + " is intact")
          .doesNotContain("\tat ");
    }
    assertThat(verify()).isZero();
  }

  @Test
  void shouldRefuseAWrongConfigurationInOneLine() throws Exception {
    try (NodeProcess node = start("control: {prot: 1}\n", Map.of())) {
      assertThat(node.awaitEnd(60)).isEqualTo(ExitCodes.INVALID);
      assertThat(node.errors())
          .isEqualTo(
              "ripcord: "
                  + folder.resolve("node.yaml")
                  + ":1:11: control.prot: unknown key 'prot', did you mean 'port'?\n");
    }
  }

  private Path journal() {
    return folder.resolve("data/journal");
  }

  private int verify() {
    return Cli.run("replay", journal().toString(), "--verify").code();
  }

  private List<Path> filesWith(String secret) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(file -> holds(file, secret)).toList();
    }
  }

  private static boolean holds(Path file, String secret) {
    try {
      return Files.readString(file, ISO_8859_1).contains(secret);
    } catch (IOException e) {
      throw new AssertionError(file.toString(), e);
    }
  }
}
