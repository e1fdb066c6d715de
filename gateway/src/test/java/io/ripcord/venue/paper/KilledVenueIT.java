package io.ripcord.venue.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.cli.RipcordMain;
import io.ripcord.event.Side;
import io.ripcord.venue.paper.server.WallClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The venue in a process of its own, killed at random while exits are on their way. This side does
 * what the engine does: after each reconnect it asks for every order of which it does not know, and
 * sends again only what the venue has never seen.
 */
@Timeout(300)
class KilledVenueIT {
  private static final int ROUNDS = 8;
  private static final int EXITS = 25;
  private static final long SEED = 20_261_121;

  @TempDir private Path folder;

  private final WallClock clock = new WallClock();
  private final NodeEvents events = new NodeEvents();
  private final Random random = new Random(SEED);
  private Process venue;
  private RemotePaperVenue node;
  private int port;

  private void startVenue() throws IOException {
    List<String> command = new ArrayList<>();
    String root = System.getProperty("ripcord.root", "..");
    String line = Runtime.version().feature() >= 24 ? "25" : "17";
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + Path.of(root, "config", "jvm-" + line + ".options"));
    command.addAll(List.of("-Xmx128m", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(RipcordMain.class.getName());
    command.addAll(List.of("venue", "paper", "--generated", "--seed", "7"));
    command.addAll(List.of("--listen", "127.0.0.1:" + port));
    command.addAll(List.of("--ledger", folder.resolve("ledger.jsonl").toString()));
    venue = new ProcessBuilder(command).redirectError(folder.resolve("err.txt").toFile()).start();
    BufferedReader output =
        new BufferedReader(new InputStreamReader(venue.getInputStream(), StandardCharsets.UTF_8));
    String first = output.readLine();
    assertThat(first).startsWith("listening on 127.0.0.1:");
    port = Integer.parseInt(first.substring(first.lastIndexOf(':') + 1));
  }

  private void killVenue() throws InterruptedException {
    // Of a ProcessHandle, unlike of a Process, it leaves the pipes open: a kill and nothing more.
    venue.toHandle().destroyForcibly();
    venue.waitFor(30, TimeUnit.SECONDS);
  }

  @AfterEach
  void stop() {
    if (node != null) {
      node.close();
    }
    if (venue != null) {
      venue.destroyForcibly();
    }
  }

  private void until(String what, BooleanSupplier condition) {
    long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadlineNs) {
        throw new AssertionError("never " + what + ", seed " + SEED + ": " + node.problem());
      }
      node.doWork(clock.nowNs());
      LockSupport.parkNanos(20_000);
    }
  }

  @Test
  void shouldLoseAndDoubleNothingWhenTheVenueIsKilled() throws Exception {
    startVenue();
    node =
        new RemotePaperVenue(
            WireRig.address(port),
            "node",
            java.util.Map.of("BTCUSDT", 0, "ETHUSDT", 1),
            events.reports(),
            events.market(),
            SEED);
    int last = 0;
    for (int round = 0; round < ROUNDS; round++) {
      until("connected", node::isConnected);
      int first = last + 1;
      last += EXITS;
      book(first, last);
      for (int position = first; position <= last; position++) {
        WireRig.order(node.gateway(), position, position % 2, Side.LONG, "0.5", 1);
      }
      int works = random.nextInt(6);
      for (int i = 0; i < works; i++) {
        node.doWork(clock.nowNs());
      }
      LockSupport.parkNanos(random.nextInt(2_000_000));
      killVenue();
      startVenue();
      until("disconnected", () -> !node.isConnected());
      settle(first, last);
    }

    // Read while the venue runs.
    List<LedgerBook.Row> rows = PaperLedger.read(folder.resolve("ledger.jsonl")).rows();
    assertThat(rows).hasSize(last);
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row.netE8()).as(row.toString()).isZero();
              assertThat(row.exits()).as(row.toString()).isEqualTo(1);
              assertThat(row.working()).as(row.toString()).isZero();
            });
  }

  private void book(int first, int last) {
    for (int position = first; position <= last; position++) {
      String symbol = position % 2 == 0 ? "BTCUSDT" : "ETHUSDT";
      CompletableFuture<Boolean> held = node.requestHold(position, symbol, Side.LONG, 50_000_000);
      until("booked", held::isDone);
      assertThat(held.join()).isTrue();
    }
  }

  /** Asks and sends again until every one of these is filled, as the venue says. */
  private void settle(int first, int last) {
    until("connected", node::isConnected);
    for (int position = first; position <= last; position++) {
      int exit = position;
      events.lines().clear();
      WireRig.ask(node.gateway(), exit, exit, exit % 2, 1);
      until("answered", () -> events.has("STATUS q" + exit + " "));
      if (events.has("STATUS q" + exit + " " + exit + "/1 UNKNOWN_ORDER")) {
        WireRig.order(node.gateway(), exit, exit % 2, Side.LONG, "0.5", 1);
      }
      until("filled", () -> events.has("TRADE " + exit + "/1 0.5@"));
      assertThat(events.count("TRADE " + exit + "/1 0.5@")).isEqualTo(1);
    }
  }
}
