package io.ripcord.drill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ripcord.testing.Seeds;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A node and the paper venue, each in a process of its own; one of the two, drawn at random, is
 * killed with SIGKILL while exits are under way, again and again. In the end the venue's own ledger
 * tells whether an exit was lost or sent twice. {@code -Dripcord.kills=30} for more kills.
 */
@Timeout(1800)
class KilledNodeIT {
  private static final int KILLS = Integer.getInteger("ripcord.kills", 5);
  private static final int POSITIONS_PER_KILL = 6;
  private static final List<String> SYMBOLS = List.of("BTCUSDT", "ETHUSDT", "SOLUSDT", "XRPUSDT");

  @TempDir private Path directory;

  private final ObjectMapper mapper = new ObjectMapper();
  private final Random random = Seeds.random(this);
  private int venuePort;
  private int controlPort;
  private ProductProcess venue;
  private ProductProcess node;
  private NodeClient client;
  private final List<Long> readyMs = new ArrayList<>();
  private long lastId;

  @BeforeEach
  void startBoth() throws IOException {
    venuePort = freePort();
    controlPort = freePort();
    Files.writeString(
        directory.resolve("ripcord.yaml"),
        """
        instruments:
          BTCUSDT: {price-increment: 0.1}
          ETHUSDT: {price-increment: 0.01}
          SOLUSDT: {price-increment: 0.01}
          XRPUSDT: {price-increment: 0.0001}
        policies:
          tight:
            stop-loss: {percent: 0.01}
            take-profit: {percent: 0.01}
          ladder:
            stop-loss: {percent: 5}
            take-profit: {ladder: [{after: 1s, any: true}]}
        journal: {block-size: 4MiB, preallocate: 1MiB, touch-ahead: 1MiB}
        data: %s
        venue: {kind: remote-paper, address: 127.0.0.1:%d}
        control: {port: %d}
        snapshot: {interval: 1s}
        """
            .formatted(directory.resolve("node"), venuePort, controlPort));
    Files.writeString(
        directory.resolve("venue.yaml"),
        """
        paper:
          latency: 20ms
          partial-fills: {probability: 50, parts: 3}
          reject: {probability: 20, max-in-a-row: 2}
          duplicate-reports: {probability: 20}
          report-delay: 60ms
        """);
    startVenue();
    startNode();
    client = new NodeClient(controlPort, directory.resolve("node").resolve("token"));
  }

  @AfterEach
  void killBoth() throws InterruptedException {
    venue.kill();
    node.kill();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void startVenue() throws IOException {
    venue =
        new ProductProcess(
                directory.resolve("venue.out"),
                List.of(
                    "venue",
                    "paper",
                    "--listen",
                    "127.0.0.1:" + venuePort,
                    "--generated",
                    "--seed",
                    "11",
                    "--speed",
                    "5",
                    "--config",
                    directory.resolve("venue.yaml").toString(),
                    "--ledger",
                    directory.resolve("ledger").toString()))
            .awaitOutput("listening on ");
  }

  private void startNode() throws IOException {
    node =
        new ProductProcess(
                directory.resolve("node.out"),
                List.of("run", "--config", directory.resolve("ripcord.yaml").toString()))
            .awaitOutput("stop with SIGTERM");
  }

  @Test
  void shouldNeitherLoseNorDoubleAnExit() throws Exception {
    for (int kill = 0; kill < KILLS; kill++) {
      openSome();
      TimeUnit.MILLISECONDS.sleep(random.nextInt(1_500));
      if (random.nextBoolean()) {
        node.kill();
        long startNs = System.nanoTime();
        startNode();
        readyMs.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNs));
      } else {
        venue.kill();
        startVenue();
      }
    }
    openSome();
    ProductProcess.await(this::isAllClosed, "flat positions: " + client.get("/positions"));
    assertThat(node.terminate()).isZero();
    venue.terminate();

    JsonNode ledger = mapper.readTree(ledger());
    TreeMap<Long, String> notFlat = new TreeMap<>();
    for (JsonNode row : ledger.get("positions")) {
      if (!row.get("net").asText().equals("0")) {
        notFlat.put(row.get("position").asLong(), row.toString());
      }
    }
    assertThat(ledger.get("doubled").asInt()).as(ledger.toPrettyString()).isZero();
    assertThat(notFlat).as("closed by the node, held by the venue").isEmpty();
    assertThat(ledger.get("positions").size()).isEqualTo(lastId);
    readyMs.sort(null);
    System.out.printf(
        "%d kills, %d positions, all flat, none doubled; node ready again %d times, ms: %s%n",
        KILLS, lastId, readyMs.size(), readyMs);
  }

  private void openSome() {
    for (int i = 0; i < POSITIONS_PER_KILL; i++) {
      long id = ++lastId;
      String body =
          "{\"id\": %d, \"symbol\": \"%s\", \"side\": \"%s\", \"quantity\": \"%d\", \"policy\": \"%s\"}"
              .formatted(
                  id,
                  SYMBOLS.get(random.nextInt(SYMBOLS.size())),
                  random.nextBoolean() ? "LONG" : "SHORT",
                  1 + random.nextInt(9),
                  random.nextBoolean() ? "tight" : "ladder");
      // The venue may be away: then nothing was taken over, and the same is asked again.
      ProductProcess.await(
          () -> client.post("/positions", body) || isKnown(id), "registration of " + body);
    }
  }

  private boolean isKnown(long id) {
    return client.get("/positions/" + id) != null;
  }

  private boolean isAllClosed() {
    JsonNode status = client.get("/status");
    return status != null && status.path("openPositions").asInt(-1) == 0;
  }

  private String ledger() throws Exception {
    ProductProcess command =
        new ProductProcess(
            directory.resolve("ledger.json"),
            List.of("venue", "ledger", directory.resolve("ledger").toString(), "--json"));
    ProductProcess.await(() -> command.text().strip().endsWith("}"), "the ledger");
    return command.text();
  }
}
