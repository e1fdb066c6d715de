package io.ripcord.journal;

import static io.ripcord.journal.JournalProblem.Kind.DAMAGED;
import static io.ripcord.journal.JournalProblem.Kind.NO_JOURNAL;
import static io.ripcord.journal.JournalProblem.Kind.TORN_TAIL;
import static io.ripcord.journal.JournalProblem.Kind.WRONG_VERSION;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a flipped bit, a hole or a cut does to a journal: it is always found, never misread. */
class JournalDamageTest {
  private static final int RECORD_HEADER = QueueFileDescriptor.RECORD_HEADER_LENGTH;

  @TempDir Path temporary;

  /** A small file with inputs and decisions of all lengths, those whose header is one bit too. */
  private JournalFixture journal(boolean stopped) {
    try (JournalFixture fixture = new JournalFixture(temporary.resolve("original"))) {
      fixture.start();
      fixture.appendSome(8, 4);
      fixture.end();
      fixture.start();
      for (int length : new int[] {8, 40, 104, 16, 128, 72}) {
        fixture.decision(fixture.input(length), 0, length);
      }
      if (stopped) {
        fixture.stop();
      }
      return fixture.compactCopy(temporary.resolve(stopped ? "stopped" : "running"));
    }
  }

  @Test
  void shouldReportEverySingleFlippedBitOfEveryFrameAndRecordHeader() {
    JournalFixture journal = journal(true);
    VerifyResult intact = journal.verify();
    assertThat(intact.problem()).isNull();
    assertThat(intact.isStopped()).isTrue();
    assertThat(intact.frames()).isGreaterThan(24);

    List<String> missed = new ArrayList<>();
    long end = intact.tail().endOffset();
    for (long at = QueueFileDescriptor.FIRST_DATA_OFFSET; at < end; at++) {
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        JournalFixture.flip(journal.cycleFile(), at, bit);
        if (journal.verify().problem() == null) {
          missed.add(at + ":" + bit);
        }
        JournalFixture.flip(journal.cycleFile(), at, bit);
      }
    }

    assertThat(missed).isEmpty();
    assertThat(journal.verify()).isEqualTo(intact);
  }

  @Test
  void shouldFindFlippedBitsOfTheLastRecordsByReadingAlone() {
    JournalFixture journal = journal(false);
    List<Long> offsets = journal.recordOffsets();
    long end = journal.endOffset();
    // The last three records have frames of 40, 152 and 96 bytes, and a decision each.
    for (long at = offsets.get(offsets.size() - 6); at < end; at++) {
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        JournalFixture.flip(journal.cycleFile(), at, bit);
        assertThat(readProblem(journal)).as("%d:%d", at, bit).isNotNull();
        JournalFixture.flip(journal.cycleFile(), at, bit);
      }
    }
    assertThat(readProblem(journal)).isNull();
  }

  /** What a reader says that was not preceded by a scan. */
  private static JournalProblem readProblem(JournalFixture journal) {
    try (JournalReader reader = journal.read()) {
      while (reader.next()) {
        assertThat(reader.payloadLength()).isBetween(8, 128);
      }
      return reader.problem();
    }
  }

  @Test
  void shouldReportFlippedBitsOfHeadAndIndex() {
    JournalFixture journal = journal(true);
    Path file = journal.cycleFile();
    List<String> missed = new ArrayList<>();
    for (long at = 0; at < QueueFileDescriptor.FIRST_DATA_OFFSET; at++) {
      boolean sample = at < 400 || (at >= 33_000 && at < 33_100) || at % 997 == 0;
      for (int bit = 0; sample && bit < Byte.SIZE; bit++) {
        JournalFixture.flip(file, at, bit);
        if (journal.verify().problem() == null) {
          missed.add(at + ":" + bit);
        }
        JournalFixture.flip(file, at, bit);
      }
    }
    // What a crash between two notes leaves as well: one count or note that lags by one.
    assertThat(missed).containsExactly("177:2", "232:0", "33032:0");
  }

  @Test
  void shouldReportEveryCutOfTheLastTwoRecords() {
    JournalFixture journal = journal(false);
    List<Long> offsets = journal.recordOffsets();
    long from = offsets.get(offsets.size() - 2);
    long end = journal.endOffset();
    for (long length = end - 1; length >= from; length--) {
      JournalFixture.truncate(journal.cycleFile(), length);

      JournalProblem problem = journal.verify().problem();

      assertThat(problem).as("cut at %d", length).isNotNull();
      assertThat(problem.kind()).as("cut at %d", length).isEqualTo(TORN_TAIL);
    }
  }

  @Test
  void shouldCallACutOfAStoppedJournalTorn() {
    JournalFixture journal = journal(true);
    JournalFixture.truncate(journal.cycleFile(), journal.endOffset() - 1);

    VerifyResult result = journal.verify();

    assertThat(result.isStopped()).isFalse();
    assertThat(result.problem().kind()).isEqualTo(TORN_TAIL);
  }

  @Test
  void shouldCallAnythingBehindAStopDamaged() {
    JournalFixture journal = journal(true);
    JournalFixture.write(journal.cycleFile(), journal.endOffset() + 100, new byte[] {1});

    VerifyResult result = journal.verify();

    assertThat(result.isStopped()).isTrue();
    assertThat(result.problem().kind()).isEqualTo(DAMAGED);
  }

  @Test
  void shouldCallDamageBeforeOtherFramesDamagedAndBehindAllFramesTorn() {
    JournalFixture journal = journal(false);
    List<Long> offsets = journal.recordOffsets();
    for (int i = 0; i < offsets.size(); i++) {
      boolean last = i == offsets.size() - 1;
      for (int at : new int[] {0, 3, 5, 9, 13, 17, 29}) {
        long offset = offsets.get(i) + at;
        JournalFixture.flip(journal.cycleFile(), offset, 2);

        JournalProblem problem = journal.verify().problem();

        assertThat(problem.kind())
            .as("record %d byte %d: %s", i, at, problem)
            .isEqualTo(last ? TORN_TAIL : DAMAGED);
        assertThat(problem.offset()).isEqualTo(offsets.get(i));
        assertThat(problem.message()).doesNotContain("\n").contains("offset=" + offsets.get(i));
        JournalFixture.flip(journal.cycleFile(), offset, 2);
      }
    }
  }

  @Test
  void shouldReportAHoleOfOnePageInTheMiddle() {
    try (JournalFixture fixture = new JournalFixture(temporary.resolve("long"))) {
      fixture.start();
      fixture.appendSome(1000, 5);
      long end = fixture.endOffset();
      fixture.end();
      long hole = (QueueFileDescriptor.FIRST_DATA_OFFSET + end) / 2 & -4096;
      byte[] page = JournalFixture.read(fixture.cycleFile(), hole, 4096);
      JournalFixture.write(fixture.cycleFile(), hole, new byte[4096]);

      VerifyResult result = fixture.verify();

      assertThat(result.problem().kind()).isEqualTo(DAMAGED);
      assertThat(result.problem().offset()).isBetween(hole - 160, hole + 4096);
      assertThat(result.problem().expectedSequence()).isEqualTo(result.lastSequence() + 1);
      JournalFixture.write(fixture.cycleFile(), hole, page);
      assertThat(fixture.verify().problem()).isNull();
    }
  }

  @Test
  void shouldReportRecordsThatWereSwappedRepeatedOrLeftOut() {
    try (JournalFixture fixture = new JournalFixture(temporary.resolve("same"))) {
      fixture.start();
      for (int i = 0; i < 20; i++) {
        fixture.input(72);
      }
      fixture.end();
      List<Long> offsets = fixture.recordOffsets();
      int length = (int) (offsets.get(1) - offsets.get(0));
      byte[] seventh = JournalFixture.read(fixture.cycleFile(), offsets.get(7), length);
      byte[] eighth = JournalFixture.read(fixture.cycleFile(), offsets.get(8), length);
      JournalFixture.write(fixture.cycleFile(), offsets.get(7), eighth);
      assertThat(fixture.verify().problem().kind()).isEqualTo(DAMAGED);
      assertThat(fixture.verify().problem().foundSequence()).isEqualTo(8);
      JournalFixture.write(fixture.cycleFile(), offsets.get(8), seventh);
      assertThat(fixture.verify().problem().kind()).isEqualTo(DAMAGED);
      assertThat(fixture.verify().problem().expectedSequence()).isEqualTo(7);
    }
  }

  @Test
  void shouldSurviveAnyGarbageInTheFile() throws IOException {
    JournalFixture journal = journal(false);
    byte[] original = Files.readAllBytes(journal.cycleFile());
    long seed = 20261121;
    System.out.println("seed=" + seed);
    Random random = new Random(seed);
    for (int run = 0; run < 1000; run++) {
      byte[] garbage = original.clone();
      int from = run % 2 == 0 ? 0 : QueueFileDescriptor.FIRST_DATA_OFFSET;
      for (int i = random.nextInt(40); i >= 0; i--) {
        garbage[from + random.nextInt(garbage.length - from)] = (byte) random.nextInt();
      }
      Files.write(journal.cycleFile(), garbage);

      VerifyResult result = journal.verify();

      assertThat(result.problem() != null || java.util.Arrays.equals(garbage, original)).isTrue();
    }
  }

  @Test
  void shouldNameADirectoryWithoutAJournal() throws IOException {
    Path empty = Files.createDirectory(temporary.resolve("empty"));

    for (Path directory : List.of(empty, temporary.resolve("missing"))) {
      VerifyResult result = JournalVerifier.verify(directory, StopRecord.NONE);

      assertThat(result.problem().kind()).isEqualTo(NO_JOURNAL);
      assertThat(result.problem().message()).contains(directory.toString());
      assertThat(result.frames()).isZero();
    }
  }

  @Test
  void shouldTellAnotherVersionFromDamage() {
    JournalFixture journal = journal(false);
    List<Long> offsets = journal.recordOffsets();
    int last = offsets.size() - 1;
    long frame = offsets.get(last) + RECORD_HEADER;
    int length = (int) (journal.endOffset() - frame);
    byte[] previous = JournalFixture.read(journal.cycleFile(), offsets.get(last - 1) + 4, 4);
    UnsafeBuffer buffer = new UnsafeBuffer(JournalFixture.read(journal.cycleFile(), frame, length));
    buffer.putByte(FrameDescriptor.VERSION_OFFSET, (byte) 2);
    int link = new UnsafeBuffer(previous).getInt(0);
    buffer.putInt(
        0,
        FrameDescriptor.chainedCrc(
            new CRC32C(), link, buffer, ByteBuffer.wrap(buffer.byteArray()), 0, length));
    JournalFixture.write(journal.cycleFile(), frame, buffer.byteArray());

    JournalProblem problem = journal.verify().problem();

    assertThat(problem.kind()).isEqualTo(WRONG_VERSION);
    assertThat(problem.message()).contains("version=2, expected 1");
  }

  @Test
  void shouldRefuseAnotherLayoutByItsFormatLine() throws IOException {
    JournalFixture journal = journal(false);
    Files.writeString(journal.path.resolve("format"), "ripcord-journal 7\n");

    JournalProblem problem = journal.verify().problem();

    assertThat(problem.kind()).isEqualTo(WRONG_VERSION);
    assertThat(problem.message()).contains("'ripcord-journal 7', expected 'ripcord-journal 1'");
  }
}
