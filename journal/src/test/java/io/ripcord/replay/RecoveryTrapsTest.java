package io.ripcord.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What crashes, disks and clocks leave behind, and what the next start makes of it. */
class RecoveryTrapsTest {
  private static final int PAGE = 4096;

  @TempDir Path temporary;
  private EngineJournal run;

  @BeforeEach
  void write() {
    run = new EngineJournal(temporary.resolve("journal"));
    run.start().define().register(1).ticks(200);
  }

  @AfterEach
  void close() {
    run.close();
  }

  private long endOffset() {
    long end = run.recover().tail().endOffset();
    run.close();
    return end;
  }

  private static void zero(Path file, long from, int length) throws IOException {
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.seek(from);
      out.write(new byte[length]);
    }
  }

  /** The generation is over: what is in it stays as it is, the next one goes on and replays. */
  private void assertGoesOnInTheNextGeneration(Path damaged) throws IOException {
    byte[] before = Files.readAllBytes(damaged);
    Recovered recovered = run.recover();
    String why = recovered.quarantined();
    long last = recovered.tail().lastSequence();
    run.close();
    assertThat(why).startsWith(damaged.toString());

    run.start();

    assertThat(run.recovered().notes())
        .anyMatch(
            note ->
                note.startsWith(why) && note.endsWith("generation 2 goes on after input " + last));
    run.tick("98").close();
    assertThat(run.recover().resumed().engine().exitsInFlight()).isEqualTo(1);
    run.close();
    run.start().ticks(2).stop().close();
    assertThat(run.replay().identical()).isTrue();
    assertThat(run.replay().from()).startsWith("snapshot g2-");
    assertThat(Files.readAllBytes(damaged)).as("evidence").isEqualTo(before);
  }

  @Test
  void shouldCloseAGenerationWithAHoleInTheMiddle() throws IOException {
    run.close();
    Path file = run.cycleFile(1);
    zero(file, (endOffset() - 2 * PAGE) / PAGE * PAGE, PAGE);

    assertGoesOnInTheNextGeneration(file);
  }

  @Test
  void shouldCloseAGenerationWhoseEndIsAllZeros() throws IOException {
    run.close();
    Path file = run.cycleFile(1);
    zero(file, endOffset() / PAGE * PAGE - PAGE, 2 * PAGE);

    assertGoesOnInTheNextGeneration(file);
  }

  @Test
  void shouldMendAnAppendThatWasCutInsideTheDecisionOfTheStop() throws IOException {
    long before = endOffset(run);
    run.stop();
    run.close();
    Path file = run.cycleFile(1);
    long end = endOffset();
    byte[] bytes = Files.readAllBytes(file);
    int decision = lastRecord(bytes, end);
    assertThat((long) decision).isGreaterThan(before);
    byte[] torn = bytes.clone();
    Arrays.fill(torn, decision, decision + 4, (byte) 0);
    Arrays.fill(torn, decision + 30, (int) end, (byte) 0);
    // The library notes a record behind its header: it still points to the stop itself.
    putLong(torn, 64, previousRecord(bytes, decision));
    Files.write(file, torn);

    Recovered recovered = run.recover();

    assertThat(recovered.quarantined()).isNull();
    assertThat(recovered.stopped()).as("its decision is missing").isFalse();
    assertThat(recovered.resumed().pending()).hasSize(1);
    assertThat(recovered.notes()).anyMatch(note -> note.contains("wiped an append"));
    run.close();
    run.start().stop().close();
    assertThat(run.replay().identical()).isTrue();
  }

  private static long endOffset(EngineJournal open) {
    open.close();
    long end = open.recover().tail().endOffset();
    open.close();
    open.start();
    return end;
  }

  private static int lastRecord(byte[] bytes, long end) {
    int at = 65_808;
    while (at + 4 + length(bytes, at) < end) {
      at += (4 + length(bytes, at) + 3) & ~3;
    }
    return at;
  }

  private static int previousRecord(byte[] bytes, int record) {
    return lastRecord(bytes, record);
  }

  private static int length(byte[] bytes, int at) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at) & 0x3FFF_FFFF;
  }

  private static void putLong(byte[] bytes, int at, long value) {
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(at, value);
  }

  @Test
  void shouldPutACycleFileOfLengthZeroAside() throws IOException {
    run.journal().roll();
    run.ticks(5);
    run.journal().roll();
    run.close();
    Path third = run.cycleFile(1);
    Files.write(third, new byte[0]);

    Recovered recovered = run.recover();

    assertThat(recovered.quarantined()).isNull();
    assertThat(recovered.notes())
        .anyMatch(note -> note.startsWith(third + ": was never finished, moved to"));
    run.close();
    run.start().tick("98").stop().close();
    assertThat(run.replay().identical()).isTrue();
  }

  @Test
  void shouldBeginAnewWhereTheOnlyCycleFileHasLengthZero() throws IOException {
    run.close();
    EngineJournal empty = new EngineJournal(temporary.resolve("empty"));
    empty.start().close();
    Path file = empty.cycleFile(1);
    Files.write(file, new byte[0]);

    assertThat(empty.recover().isNothing()).isTrue();
    empty.close();
    empty.start().define().register(1).tick("98").stop().close();

    assertThat(empty.replay().identical()).isTrue();
    assertThat(empty.recover().tail().epoch()).as("never an epoch twice").isEqualTo(2);
    empty.close();
  }

  @Test
  void shouldGoOnInAGenerationThatWasOpenedAMomentBeforeACrash() throws IOException {
    run.close();
    zero(run.cycleFile(1), endOffset() - 2 * PAGE, PAGE);
    Recovered first = run.recover();
    run.openNextGeneration();
    run.close();

    Recovered again = run.recover();

    assertThat(again.quarantined()).isNull();
    assertThat(again.nextSequence()).isEqualTo(first.nextSequence());
    assertThat(again.resumed().engine().stateHash())
        .isEqualTo(first.resumed().engine().stateHash());
    run.close();
    run.start().tick("98").stop().close();
    assertThat(run.replay().identical()).isTrue();
    assertThat(run.cycleFile(2)).exists();
  }

  @Test
  void shouldKnowAnOrderlyStop() {
    run.stop().close();

    Recovered recovered = run.recover();

    assertThat(recovered.stopped()).isTrue();
    assertThat(recovered.resumed().pending()).isEmpty();
  }
}
