package io.ripcord.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.journal.JournalTail;
import io.ripcord.journal.Snapshot;
import io.ripcord.journal.SnapshotStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A snapshot that is damaged, or does not belong to this journal or this build, is passed over: an
 * older one is taken, else the first input, and the operator is told.
 */
class DamagedSnapshotTest {
  @TempDir Path temporary;
  private EngineJournal run;
  private Path older;
  private Path newest;
  private long stateHash;
  private long inputs;

  @BeforeEach
  void write() {
    run = new EngineJournal(temporary.resolve("journal"));
    run.start().define().register(1).tick("100.5").close();
    older = snapshot();
    run.start().register(2).tick("98").close();
    newest = snapshot();
    run.start().register(3).ticks(3);
    stateHash = run.engine().stateHash();
    inputs = run.sequence();
    run.close();
  }

  @AfterEach
  void close() {
    run.close();
  }

  /** Of the end of the journal as it is now. */
  private Path snapshot() {
    Recovered all = run.recover();
    run.close();
    return new SnapshotStore(run.path)
        .write(EngineStates.snapshot(all.resumed().engine(), 1, all.tail(), all.stopped()))
        .toAbsolutePath();
  }

  private Recovered recover() {
    Recovered recovered = run.recover();
    run.close();
    assertThat(recovered.resumed().engine().stateHash()).isEqualTo(stateHash);
    assertThat(recovered.nextSequence()).isEqualTo(inputs + 1);
    assertThat(recovered.quarantined()).isNull();
    return recovered;
  }

  private void assertTakes(Path expected, String note) {
    Recovered recovered = recover();
    assertThat(recovered.snapshot()).isEqualTo(expected);
    assertThat(recovered.notes())
        .anySatisfy(said -> assertThat(said).contains(note).endsWith("an older one is taken"));
  }

  @Test
  void shouldTakeTheNewest() {
    Recovered recovered = recover();

    assertThat(recovered.snapshot()).isEqualTo(newest);
    assertThat(recovered.notes()).isEmpty();
  }

  @Test
  void shouldPassOverASnapshotWithAFlippedBit() throws IOException {
    byte[] damaged = Files.readAllBytes(newest);
    damaged[damaged.length / 2] ^= 1;
    Files.write(newest, damaged);

    assertTakes(older, newest + ": damaged: crc=");
  }

  @Test
  void shouldPassOverASnapshotThatIsCut() throws IOException {
    byte[] whole = Files.readAllBytes(newest);
    Files.write(newest, Arrays.copyOf(whole, whole.length - 3));
    assertTakes(older, newest + ": damaged: crc=");

    Files.write(newest, new byte[0]);
    assertTakes(older, newest + ": damaged: length=0, expected at least ");
  }

  @Test
  void shouldBeginWithTheFirstInputWithoutAWholeSnapshot() throws IOException {
    for (Path file : List.of(older, newest)) {
      Files.write(file, new byte[300]);
    }

    Recovered recovered = recover();

    assertThat(recovered.snapshot()).isNull();
    assertThat(recovered.inputs()).isEqualTo(inputs);
    assertThat(recovered.notes()).hasSize(2);
  }

  @Test
  void shouldPassOverASnapshotOfAnotherDecisionVersion() {
    Snapshot own = SnapshotStore.read(newest);
    new SnapshotStore(run.path)
        .write(
            new Snapshot(
                own.decisionVersion() + 1,
                own.maxPositions(),
                1,
                own.tail(),
                false,
                own.stateHash(),
                own.state()));

    assertTakes(older, "decision-version=" + (own.decisionVersion() + 1) + ", expected ");
  }

  @Test
  void shouldPassOverASnapshotWhoseStateIsNotWhatItsHashSays() {
    Snapshot own = SnapshotStore.read(newest);
    long[] state = own.state().clone();
    state[3]++;
    new SnapshotStore(run.path)
        .write(
            new Snapshot(
                own.decisionVersion(),
                own.maxPositions(),
                1,
                own.tail(),
                false,
                own.stateHash(),
                state));

    assertTakes(older, "the state is not the one that its hash says");
  }

  @Test
  void shouldPassOverASnapshotThatIsNewerThanTheJournal() throws IOException {
    // A file system that lied about a sync, or a journal that was copied back from a backup.
    Path end = snapshot();
    Path cycle = run.cycleFile(1);
    byte[] before = Files.readAllBytes(cycle);
    run.start().ticks(5).close();
    Path newer = snapshot();
    Files.write(cycle, before);
    assertThat(newer).isNotEqualTo(end);

    assertTakes(end, newer.toString());
  }

  @Test
  void shouldPassOverASnapshotOfAPlaceThatIsNotInTheJournal() {
    Snapshot own = SnapshotStore.read(newest);
    JournalTail tail = own.tail();
    List<JournalTail> elsewhere =
        List.of(
            moved(tail, tail.cycle(), tail.endOffset() + 4, tail.crc()),
            moved(tail, tail.cycle(), tail.endOffset() - 100, tail.crc()),
            moved(tail, tail.cycle(), tail.endOffset() + (1 << 20), tail.crc()),
            moved(tail, tail.cycle(), tail.endOffset(), tail.crc() + 1),
            moved(tail, tail.cycle() + 1, tail.endOffset(), tail.crc()),
            moved(tail, tail.cycle() + 1, 0, tail.crc()));
    for (JournalTail other : elsewhere) {
      new SnapshotStore(run.path)
          .write(
              new Snapshot(
                  own.decisionVersion(),
                  own.maxPositions(),
                  1,
                  other,
                  false,
                  own.stateHash(),
                  own.state()));
      assertTakes(older, newest.toString());
    }
  }

  private static JournalTail moved(JournalTail tail, int cycle, long offset, int crc) {
    return new JournalTail(
        cycle,
        offset,
        crc,
        tail.frames(),
        tail.lastSequence(),
        tail.lastCause(),
        tail.lastIndex(),
        tail.epoch());
  }

  @Test
  void shouldPassOverHalfASnapshotUnderItsTemporaryName() throws IOException {
    Path end = snapshot();
    byte[] whole = Files.readAllBytes(end);
    Files.write(
        end.resolveSibling(end.getFileName() + ".tmp"), Arrays.copyOf(whole, whole.length / 2));
    Files.delete(end);

    assertThat(recover().snapshot()).isEqualTo(newest);
    assertThat(snapshot()).as("is written all the same").isEqualTo(end).exists();
  }

  @Test
  void shouldTakeTheNewestOfMoreThanAreKeptAfterACrashBeforeThePruning() {
    Path end = snapshot();

    assertThat(recover().snapshot()).isEqualTo(end);

    SnapshotStore store = new SnapshotStore(run.path);
    store.prune(1, 2);
    assertThat(store.files(1)).extracting(Path::getFileName).hasSize(2);
    assertThat(recover().snapshot()).isEqualTo(end);
  }
}
