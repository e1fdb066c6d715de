package io.ripcord.journal;

import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a killed writer leaves is mended and appended to; anything else is left alone. */
class TornTailTest {
  @TempDir Path temporary;
  private JournalFixture fixture;

  @BeforeEach
  void setUp() {
    fixture = new JournalFixture(temporary.resolve("journal"));
    fixture.start();
    fixture.appendSome(20, 7);
    fixture.input(72);
    fixture.end();
  }

  @AfterEach
  void tearDown() {
    fixture.end();
  }

  private String mend() {
    try (JournalDirectory directory = JournalDirectory.open(fixture.path);
        JournalReader reader = fixture.read()) {
      while (reader.next()) {
        reader.kind();
      }
      return reader.problem() == null
          ? "nothing to mend"
          : TornTail.mend(directory, reader.problem(), reader.tail());
    }
  }

  private long lastRecord() {
    List<Long> offsets = fixture.recordOffsets();
    return offsets.get(offsets.size() - 1);
  }

  /** As the library leaves it when killed between the bytes of a record and its header. */
  private void unfinish(int bytesOfTheFrame) {
    long offset = lastRecord();
    int length = (int) (fixture.endOffset() - offset);
    long previous = fixture.recordOffsets().get(fixture.recordOffsets().size() - 2);
    JournalFixture.write(fixture.cycleFile(), offset, new byte[4]);
    int kept = 4 + bytesOfTheFrame;
    JournalFixture.write(fixture.cycleFile(), offset + kept, new byte[length - kept]);
    ByteBuffer note = ByteBuffer.allocate(8).order(LITTLE_ENDIAN).putLong(0, previous);
    JournalFixture.write(fixture.cycleFile(), QueueFileDescriptor.WRITE_OFFSET, note.array());
  }

  @Test
  void shouldWipeAnAppendThatWasCutAtAnyByte() {
    long sequence = fixture.tail().lastSequence();
    byte[] original =
        JournalFixture.read(
            fixture.cycleFile(), 0, (int) fixture.endOffset() + JournalFixture.BLOCK / 4);
    int frameLength = (int) (fixture.endOffset() - lastRecord()) - 4;
    for (int kept = 4; kept < frameLength; kept++) {
      unfinish(kept);

      assertThat(fixture.verify().problem().kind()).isEqualTo(JournalProblem.Kind.TORN_TAIL);
      assertThat(mend()).as("kept=%d", kept).contains("wiped an append");
      assertThat(fixture.read().problem()).isNull();
      assertThat(fixture.tail().lastSequence()).isEqualTo(sequence - 1);
      assertThat(AppendCheck.check(fixture.cycleFile().getParent(), fixture.tail())).isNull();
      JournalFixture.write(fixture.cycleFile(), 0, original);
    }
  }

  @Test
  void shouldKeepAWholeFrameThatOnlyLacksItsHeader() {
    JournalTail tail = fixture.tail();
    unfinish(96);

    assertThat(mend()).contains("finished an append");

    assertThat(fixture.tail()).isEqualTo(tail);
    fixture.start();
    fixture.appendSome(10, 8);
    fixture.end();
    assertThat(fixture.verify().problem()).isNull();
  }

  @Test
  void shouldAppendAfterMending() {
    unfinish(50);
    assertThat(mend()).isNotNull();

    fixture.start();
    fixture.appendSome(30, 9);
    fixture.end();

    assertThat(fixture.verify().problem()).isNull();
    assertThat(fixture.verify().epochs()).isEqualTo(2);
  }

  @Test
  void shouldNotTouchWhatAPowerCutTore() {
    long offset = lastRecord();
    JournalFixture.write(fixture.cycleFile(), offset + 40, new byte[60]);
    assertThat(fixture.verify().problem().kind()).isEqualTo(JournalProblem.Kind.TORN_TAIL);
    assertThat(mend()).isNull();

    JournalFixture.write(fixture.cycleFile(), offset, new byte[100]);
    assertThat(fixture.verify().problem().kind()).isEqualTo(JournalProblem.Kind.TORN_TAIL);
    assertThat(mend()).as("the head knows that a record is missing").isNull();
  }

  @Test
  void shouldNotTouchDamage() {
    long offset = fixture.recordOffsets().get(3);
    JournalFixture.flip(fixture.cycleFile(), offset, 0);
    assertThat(fixture.verify().problem().kind()).isEqualTo(JournalProblem.Kind.DAMAGED);
    assertThat(mend()).isNull();
  }

  @Test
  void shouldRefuseToAppendToWhatWasNotMended() {
    JournalTail tail = fixture.tail();
    JournalFixture.write(fixture.cycleFile(), fixture.endOffset() + 8, new byte[] {1});

    String wrong = AppendCheck.check(fixture.cycleFile().getParent(), tail);

    assertThat(wrong).contains("something lies behind offset=" + tail.endOffset());
  }

  @Test
  void shouldMoveACycleFileAsideThatWasNeverFinished() throws Exception {
    for (byte[] head : new byte[][] {{}, new byte[1 << 18], {0, 0, 0, (byte) 0x80, 7}}) {
      Files.write(fixture.cycleFile(), head);

      assertThat(mend()).contains("was never finished, moved to");

      assertThat(fixture.cycleFile()).doesNotExist();
      fixture.start();
      fixture.input(8);
      fixture.end();
      assertThat(fixture.verify().problem()).isNull();
      assertThat(fixture.verify().frames()).isEqualTo(1);
    }
  }

  @Test
  void shouldContinueAfterACrashDuringARoll() throws Exception {
    fixture.start();
    fixture.journal.roll();
    fixture.end();
    Files.write(fixture.cycleFile(1), new byte[] {0, 0, 0, (byte) 0x80});

    assertThat(mend()).contains("was never finished");

    assertThat(fixture.read().problem()).isNull();
    fixture.start();
    fixture.appendSome(5, 1);
    fixture.end();
    assertThat(fixture.verify().problem()).isNull();
  }
}
