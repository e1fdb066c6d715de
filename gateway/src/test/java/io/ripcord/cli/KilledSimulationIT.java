package io.ripcord.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ripcord.event.ClOrdId;
import io.ripcord.event.DecisionDispatcher;
import io.ripcord.event.DecisionObserver;
import io.ripcord.event.EventDispatcher;
import io.ripcord.event.EventObserver;
import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;
import io.ripcord.event.OrderType;
import io.ripcord.event.Side;
import io.ripcord.event.Sources;
import io.ripcord.journal.FrameDescriptor;
import io.ripcord.journal.JournalReader;
import io.ripcord.journal.JournalTail;
import io.ripcord.journal.StreamHashes;
import io.ripcord.replay.StopEvents;
import io.ripcord.testing.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a simulation with SIGKILL at random inputs, again and again, half of the time inside a PID
 * namespace, where the process has the same number after every restart; then lets it end. {@code
 * -Dripcord.kills=50} for more of them. It goes through the launcher, as a supervisor would, and
 * prints how long a start after a kill took to the first market data in the journal.
 */
@Timeout(1800)
class KilledSimulationIT {
  private static final int KILLS = Integer.getInteger("ripcord.kills", 5);
  private static final int INPUTS = 87_000;
  private static final Path ROOT = Path.of(System.getProperty("ripcord.root"));

  @TempDir private Path directory;

  private final List<Long> readyMs = new ArrayList<>();

  /** What a reader had seen before the kill: inputs, and the hash of their bytes. */
  private record Seen(long inputs, String inputSha256) {}

  @Test
  void shouldReportAsIfItHadNeverBeenKilled() throws Exception {
    Path tape = RecordedTape.file();
    Random random = Seeds.random(this);
    Path expected = directory.resolve("expected.json");
    assertThat(simulate(tape, "never-killed", expected, "fused", false).waitFor()).isZero();

    int kills = 0;
    for (int run = 0; kills < KILLS; run++) {
      String name = "killed" + run;
      String topology = run % 2 == 0 ? "fused" : "split";
      Path report = directory.resolve(name + ".json");
      long at = 0;
      Process life = start(tape, name, report, topology, kills);
      while (kills < KILLS && (at = killAfter(life, name, at, random)) >= 0) {
        kills++;
        life = start(tape, name, report, topology, kills);
      }
      assertThat(life.waitFor()).isZero();
      assertThat(comparable(report)).isEqualTo(comparable(expected));
      assertJournal(directory.resolve(name));
    }
    readyMs.sort(null);
    System.out.printf(
        "%d kills; ready again %d times, ms: median %d, slowest %d%n",
        kills, readyMs.size(), readyMs.get(readyMs.size() / 2), readyMs.get(readyMs.size() - 1));
  }

  private Process start(Path tape, String name, Path report, String topology, int kills)
      throws IOException {
    return simulate(tape, name, report, topology, kills % 2 == 1);
  }

  private Process simulate(
      Path tape, String journal, Path report, String topology, boolean inNamespace)
      throws IOException {
    List<String> command = new ArrayList<>();
    if (inNamespace && canUnshare()) {
      command.addAll(List.of("unshare", "--pid", "--fork", "--mount-proc", "--kill-child"));
    }
    command.add(ROOT.resolve("ripcord").toString());
    command.addAll(List.of("simulate", "--tape", tape.toString(), "--continue"));
    command.addAll(
        List.of("--positions", Cli.resource("acceptance/twenty-positions.yaml").toString()));
    command.addAll(List.of("--config", Cli.resource("acceptance/unruly.yaml").toString()));
    command.addAll(List.of("--journal", directory.resolve(journal).toString()));
    command.addAll(List.of("--report", report.toString(), "--topology", topology, "--seed", "7"));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve(journal + ".log").toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder.start();
  }

  private static boolean canUnshare() throws IOException {
    return Files.isExecutable(Path.of("/usr/bin/unshare"))
        && Files.readString(Path.of("/proc/self/status")).contains("Uid:\t0\t");
  }

  /** Number of inputs at the kill, -1 if the run came to its end first. */
  private long killAfter(Process life, String name, long from, Random random) throws Exception {
    long target = from + 1 + random.nextInt(INPUTS / 4);
    long startNs = System.nanoTime();
    Path journal = directory.resolve(name);
    Seen seen;
    try (JournalReader reader = JournalReader.follow(journal, StopEvents.STOP, JournalTail.EMPTY)) {
      StreamHashes hashes = new StreamHashes();
      MarketInputs market = new MarketInputs(from);
      long inputs = 0;
      while (inputs < target && life.isAlive()) {
        if (!reader.poll()) {
          idle(market);
        } else if (reader.kind() == FrameDescriptor.KIND_INPUT) {
          hashes.add(reader);
          inputs++;
          if (market.isFirst(reader) && from > 0) {
            readyMs.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNs));
          }
        }
      }
      seen = new Seen(inputs, hashes.inputSha256());
    }
    if (!life.isAlive()) {
      return -1;
    }
    life.descendants().forEach(ProcessHandle::destroyForcibly);
    life.destroyForcibly();
    life.waitFor();
    return assertNothingLost(journal, seen);
  }

  /** A start is not measured against a test that takes one of its cores. */
  private static void idle(MarketInputs market) throws InterruptedException {
    if (market.hasCome) {
      Thread.onSpinWait();
    } else {
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }

  /** Looks for the first market data of a life: from there on it watches. */
  private static final class MarketInputs extends EventObserver {
    private final EventDispatcher inputs = new EventDispatcher();
    private final long from;
    private boolean hasCome;

    MarketInputs(long from) {
      this.from = from;
    }

    boolean isFirst(JournalReader reader) {
      if (hasCome || reader.sequence() <= from) {
        return false;
      }
      inputs.dispatch(
          reader.sequence(), reader.buffer(), reader.payloadOffset(), reader.payloadLength(), this);
      return hasCome;
    }

    @Override
    public void onInput(long sequence, long timeNs, int source, long sourceSequence) {
      hasCome = source >= Sources.FIRST_FEED;
    }
  }

  private static long assertNothingLost(Path journal, Seen seen) {
    StreamHashes hashes = new StreamHashes();
    long inputs = 0;
    try (JournalReader reader = JournalReader.open(journal, StopEvents.STOP)) {
      while (reader.next()) {
        if (reader.kind() == FrameDescriptor.KIND_INPUT) {
          inputs++;
          if (inputs <= seen.inputs) {
            hashes.add(reader);
          }
        }
      }
    }
    assertThat(inputs).isGreaterThanOrEqualTo(seen.inputs);
    assertThat(hashes.inputSha256()).isEqualTo(seen.inputSha256);
    return inputs;
  }

  private static JsonNode comparable(Path report) throws IOException {
    ObjectNode json = (ObjectNode) new ObjectMapper().readTree(report.toFile());
    json.remove(List.of("latency", "journal"));
    for (JsonNode exit : json.get("exits")) {
      int orders = exit.get("clOrdIds").size();
      ((ObjectNode) exit).put("clOrdIds", orders);
    }
    return json;
  }

  private static void assertJournal(Path journal) {
    Set<String> ids = new HashSet<>();
    DecisionDispatcher decisions = new DecisionDispatcher();
    try (JournalReader reader = JournalReader.open(journal, StopEvents.STOP)) {
      while (reader.next()) {
        if (reader.kind() == FrameDescriptor.KIND_DECISION) {
          decisions.dispatch(
              reader.buffer(), reader.payloadOffset(), reader.payloadLength(), new OrderIds(ids));
        }
      }
      assertThat(reader.isStopped()).isTrue();
      assertThat(reader.problem()).isNull();
    }
    Cli.run("replay", journal, "--verify").ok();
  }

  private static final class OrderIds extends DecisionObserver {
    private final Set<String> ids;

    OrderIds(Set<String> ids) {
      this.ids = ids;
    }

    @Override
    public void onExitOrder(
        long timeNs,
        long positionId,
        int instrumentId,
        long clOrdIdHigh,
        long clOrdIdLow,
        Side side,
        OrderType orderType,
        long quantityE8,
        int attempt,
        ExitReason reason,
        ExitSource source,
        long levelE8,
        long triggerPriceE8,
        long triggerTimeNs) {
      assertThat(ids.add(ClOrdId.format(clOrdIdHigh, clOrdIdLow))).isTrue();
    }
  }
}
