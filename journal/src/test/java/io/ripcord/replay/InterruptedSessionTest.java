package io.ripcord.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.AlertKind;
import io.ripcord.event.ExitReason;
import io.ripcord.testing.EngineHarness;
import io.ripcord.testing.EngineRig;
import io.ripcord.testing.RandomSession;
import io.ripcord.testing.RecordedDecisions.EntryOrder;
import io.ripcord.testing.Seeds;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sessions of every rule kind, with bookings, scale-ins, phases, brackets and an unkind venue, are
 * killed after random events, some with decisions not yet journalled, and brought back from a
 * snapshot and the rest of the journal, or from the first input: decisions, byte by byte, and state
 * are those of the session that nobody interrupted. More: {@code -Dripcord.restarts=500}.
 */
class InterruptedSessionTest {
  private static final int SESSIONS = Integer.getInteger("ripcord.restarts", 25);
  private static final int EVENTS = 1_000;
  private static final int CAPACITY = 32;
  private static final int MOST_RESTARTS = 6;

  @TempDir private Path directory;

  private final Set<ExitReason> reasons = EnumSet.noneOf(ExitReason.class);
  private final Set<AlertKind> alerts = EnumSet.noneOf(AlertKind.class);
  private int entries;
  private int restarts;
  private int fromSnapshots;
  private int withPending;

  @Test
  void shouldDecideAsIfItHadNeverBeenInterrupted() {
    Random seeds = Seeds.random(this);
    for (int i = 0; i < SESSIONS; i++) {
      long seed = seeds.nextLong();
      try {
        interrupt(seed, directory.resolve("session" + i));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("session seed " + seed, e);
      }
    }

    System.out.printf(
        "%d sessions, %d restarts, %d from snapshots, %d with decisions to say again; %d entries, %s%n",
        SESSIONS, restarts, fromSnapshots, withPending, entries, reasons);
    assertThat(reasons).containsExactlyInAnyOrder(ExitReason.values());
    assertThat(alerts)
        .contains(
            AlertKind.GAP,
            AlertKind.STALE,
            AlertKind.RUNG_SKIPPED,
            AlertKind.BREACH_OUTSIDE_SESSION,
            AlertKind.TICK_CONFIRMED,
            AlertKind.BRACKET_DEFERRED);
    assertThat(entries).isPositive();
    assertThat(fromSnapshots).isGreaterThan(SESSIONS / 2);
    assertThat(restarts - fromSnapshots).isGreaterThan(SESSIONS / 2);
    assertThat(withPending).isPositive();
  }

  private void interrupt(long seed, Path path) {
    Random random = new Random(seed);
    EngineHarness whole = RandomSession.run(random, EVENTS, CAPACITY, false);
    note(whole);
    List<byte[]> inputs = whole.rig().inputFrames();
    SortedSet<Integer> kills = new TreeSet<>();
    for (int i = random.nextInt(MOST_RESTARTS); i >= 0; i--) {
      kills.add(random.nextInt(inputs.size()));
    }
    EngineRig mirror = new EngineRig(CAPACITY, false);
    int fed = 0;
    try (InterruptedSession session = new InterruptedSession(path, CAPACITY)) {
      session.start();
      for (int kill : kills) {
        int snapshotAt = random.nextBoolean() ? fed + random.nextInt(kill - fed + 1) : -1;
        for (; fed < kill; fed++) {
          if (fed == snapshotAt) {
            session.snapshot();
          }
          session.feed(inputs.get(fed));
        }
        session.feedAndDie(inputs.get(fed), random.nextInt(3));
        fed++;
        mirror.replay(inputs.subList(mirror.inputFrames().size(), fed));

        Recovered recovered = session.start();
        assertThat(recovered.quarantined()).isNull();
        assertThat(session.sequence()).isEqualTo(fed);
        assertThat(session.engine().stateHash()).isEqualTo(mirror.engine().stateHash());
        note(recovered);
      }
      inputs.subList(fed, inputs.size()).forEach(session::feed);
      assertThat(session.engine().stateHash()).isEqualTo(whole.engine().stateHash());
    }
    InterruptedSession ended = new InterruptedSession(path, CAPACITY);
    assertThat(ended.decisionFrames()).isEqualTo(whole.rig().decisionFrames());
    assertThat(new Replay(path, true, ReplayObserver.NONE).run().identical()).isTrue();
  }

  private void note(EngineHarness whole) {
    whole.decisions().orders().forEach(order -> reasons.add(order.reason()));
    alerts.addAll(whole.decisions().alertKinds());
    entries += whole.decisions().of(EntryOrder.class).size();
  }

  private void note(Recovered recovered) {
    restarts++;
    fromSnapshots += recovered.snapshot() == null ? 0 : 1;
    withPending += recovered.resumed().pending().isEmpty() ? 0 : 1;
  }
}
