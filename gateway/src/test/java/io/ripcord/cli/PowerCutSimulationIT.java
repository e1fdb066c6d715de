package io.ripcord.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ripcord.event.ClOrdId;
import io.ripcord.event.DecisionDispatcher;
import io.ripcord.event.DecisionObserver;
import io.ripcord.event.EventDispatcher;
import io.ripcord.event.EventObserver;
import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;
import io.ripcord.event.OrderType;
import io.ripcord.event.Side;
import io.ripcord.journal.FrameDescriptor;
import io.ripcord.journal.JournalProblem;
import io.ripcord.journal.JournalReader;
import io.ripcord.journal.JournalTail;
import io.ripcord.replay.StopEvents;
import io.ripcord.testing.Seeds;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Durability {@code order} and a power cut: the image of a mounted file system is copied while a
 * simulation sends exits, and what the copy holds is what a disk would hold after the cut. {@code
 * -Dripcord.powercuts=10} for more of them.
 */
@Timeout(600)
class PowerCutSimulationIT {
  private static final int CUTS = Integer.getInteger("ripcord.powercuts", 1);
  private static final int ORDERS = 15;
  private static final long IMAGE_BYTES = 128L << 20;
  private static final Path ROOT = Path.of(System.getProperty("ripcord.root"));

  @TempDir private Path directory;

  private final List<Path> mounted = new ArrayList<>();

  @Test
  void shouldHoldTheIntentOfEveryOrderThatWasSent() throws Exception {
    Path tape = RecordedTape.file();
    Random random = Seeds.random(this);
    int sentBeforeCuts = 0;
    try {
      for (int cut = 0; cut < CUTS; cut++) {
        sentBeforeCuts += cut(tape, "cut" + cut, 1 + random.nextInt(ORDERS));
      }
    } finally {
      for (Path point : mounted) {
        run("umount", "-l", point.toString());
      }
    }
    System.out.printf(
        "%d power cuts, %d orders sent before, no intent lost%n", CUTS, sentBeforeCuts);
  }

  private int cut(Path tape, String name, int atOrder) throws Exception {
    Path image = directory.resolve(name + ".image");
    try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
      file.setLength(IMAGE_BYTES);
    }
    assumeTrue(run("mkfs.ext4", "-q", "-F", image.toString()) == 0, "SKIPPED-MOUNT: no mkfs.ext4");
    Path journal = mount(image, name).resolve("journal");
    Process life = simulate(tape, journal, name);
    Set<String> sent = new HashSet<>();
    try (JournalReader reader = JournalReader.follow(journal, StopEvents.STOP, JournalTail.EMPTY)) {
      EventDispatcher inputs = new EventDispatcher();
      while (sent.size() < atOrder && life.isAlive()) {
        if (!reader.poll()) {
          Thread.onSpinWait();
        } else if (reader.kind() == FrameDescriptor.KIND_INPUT) {
          inputs.dispatch(
              reader.sequence(),
              reader.buffer(),
              reader.payloadOffset(),
              reader.payloadLength(),
              new SentIds(sent));
        }
      }
    }
    assertThat(life.isAlive()).as("cut before the end").isTrue();
    Path copy = directory.resolve(name + ".copy");
    Files.copy(image, copy);
    life.destroyForcibly().waitFor();

    assertThat(intents(mount(copy, name + "-after").resolve("journal"))).containsAll(sent);
    return sent.size();
  }

  private static Set<String> intents(Path journal) {
    Set<String> intents = new HashSet<>();
    DecisionDispatcher decisions = new DecisionDispatcher();
    try (JournalReader reader = JournalReader.open(journal, StopEvents.STOP)) {
      while (reader.next()) {
        if (reader.kind() == FrameDescriptor.KIND_DECISION) {
          decisions.dispatch(
              reader.buffer(),
              reader.payloadOffset(),
              reader.payloadLength(),
              new IntentIds(intents));
        }
      }
      JournalProblem problem = reader.problem();
      assertThat(problem == null || problem.kind() == JournalProblem.Kind.TORN_TAIL)
          .as("%s", problem)
          .isTrue();
    }
    return intents;
  }

  private Path mount(Path image, String name) throws Exception {
    Path point = Files.createDirectories(directory.resolve(name));
    boolean mounts = run("mount", "-o", "loop", image.toString(), point.toString()) == 0;
    if (!mounts) {
      System.out.println("SKIPPED-MOUNT: loop mounts are not permitted here");
    }
    assumeTrue(mounts, "SKIPPED-MOUNT");
    mounted.add(point);
    return point;
  }

  private Process simulate(Path tape, Path journal, String name) throws Exception {
    String line = Runtime.version().feature() >= 24 ? "25" : "17";
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + ROOT.resolve("config/jvm-" + line + ".options"));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-jar"));
    command.add(ROOT.resolve("gateway/target/ripcord.jar").toString());
    command.addAll(List.of("simulate", "--tape", tape.toString(), "--speed", "60"));
    command.addAll(
        List.of("--positions", Cli.resource("acceptance/twenty-positions.yaml").toString()));
    command.addAll(List.of("--config", Cli.resource("acceptance/durable.yaml").toString()));
    command.addAll(List.of("--journal", journal.toString()));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve(name + ".log").toFile())
        .start();
  }

  private static int run(String... command) throws Exception {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private static final class SentIds extends EventObserver {
    private final Set<String> ids;

    SentIds(Set<String> ids) {
      this.ids = ids;
    }

    @Override
    public void onOrderSent(long clOrdIdHigh, long clOrdIdLow) {
      ids.add(ClOrdId.format(clOrdIdHigh, clOrdIdLow));
    }
  }

  private static final class IntentIds extends DecisionObserver {
    private final Set<String> ids;

    IntentIds(Set<String> ids) {
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
      ids.add(ClOrdId.format(clOrdIdHigh, clOrdIdLow));
    }
  }
}
