package io.ripcord.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 at any moment loses nothing that was appended, and the next start just goes on. */
class KilledWriterIT {
  private static final int KILLS = 10;

  @TempDir Path temporary;

  @Test
  void shouldLoseNothingToKills() throws Exception {
    killRepeatedly(List.of());
  }

  /** As in a container: every process has the number 1, so stale locks look like one's own. */
  @Test
  void shouldLoseNothingToKillsWhereEveryProcessHasTheSameNumber() throws Exception {
    List<String> container = List.of("unshare", "--pid", "--fork", "--kill-child", "--mount-proc");
    List<String> probe = new java.util.ArrayList<>(container);
    probe.add("true");
    Assumptions.assumeTrue(Mounts.run(probe) == 0, "SKIPPED-UNSHARE: not permitted here");
    killRepeatedly(container);
  }

  private void killRepeatedly(List<String> prefix) throws Exception {
    long seed = 7;
    System.out.println("seed=" + seed);
    Random random = new Random(seed);
    Path path = temporary.resolve("journal" + prefix.size());
    long acknowledged = -1;
    int mended = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      try (ChildJvm child = new ChildJvm(prefix, "append", path)) {
        String line = child.line();
        while (line != null && !line.equals("started")) {
          assertThat(line).startsWith("mended /");
          mended++;
          line = child.line();
        }
        int until = 1 + random.nextInt(100);
        for (int i = 0; i < until; i++) {
          acknowledged = Long.parseLong(child.line());
        }
        child.kill();
        for (String rest : child.remainingLines()) {
          // The last line may be cut anywhere.
          if (rest.length() == Long.toString(acknowledged).length()) {
            acknowledged = Long.parseLong(rest);
          }
        }
      }
      try (JournalReader reader = JournalReader.open(path, StopRecord.NONE)) {
        while (reader.next()) {
          reader.kind();
        }
        if (reader.problem() != null) {
          assertThat(reader.problem().kind()).isEqualTo(JournalProblem.Kind.TORN_TAIL);
        }
        assertThat(reader.tail().lastSequence()).isGreaterThanOrEqualTo(acknowledged);
      }
    }
    System.out.println(KILLS + " kills, " + mended + " of them inside an append");
  }
}
