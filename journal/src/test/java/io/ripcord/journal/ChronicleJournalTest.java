package io.ripcord.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChronicleJournalTest {
  @TempDir Path temporary;
  private JournalFixture fixture;

  @BeforeEach
  void setUp() {
    fixture = new JournalFixture(temporary.resolve("journal"));
  }

  @AfterEach
  void tearDown() {
    fixture.end();
  }

  @Test
  void shouldReadBackEveryFrameInOrder() {
    fixture.start();
    long first = fixture.input(72);
    fixture.decision(first, 0, 128);
    fixture.decision(first, 1, 8);
    long second = fixture.input(8);
    fixture.decision(second, 0, 40);
    fixture.end();

    try (JournalReader reader = fixture.read()) {
      assertFrame(reader, FrameDescriptor.KIND_INPUT, first, 0, 72);
      assertFrame(reader, FrameDescriptor.KIND_DECISION, first, 0, 128);
      assertFrame(reader, FrameDescriptor.KIND_DECISION, first, 1, 8);
      assertFrame(reader, FrameDescriptor.KIND_INPUT, second, 0, 8);
      assertFrame(reader, FrameDescriptor.KIND_DECISION, second, 0, 40);
      assertThat(reader.next()).isFalse();
      assertThat(reader.problem()).isNull();
      assertThat(reader.isStopped()).isFalse();
    }
  }

  private static void assertFrame(
      JournalReader reader, int kind, long sequence, int index, int length) {
    assertThat(reader.next()).as("problem=%s", reader.problem()).isTrue();
    assertThat(reader.kind()).isEqualTo(kind);
    assertThat(reader.sequence()).isEqualTo(sequence);
    assertThat(reader.index()).isEqualTo(index);
    assertThat(reader.epoch()).isEqualTo(1);
    assertThat(reader.payloadLength()).isEqualTo(length);
  }

  @Test
  void shouldContinueTheChainAfterARestart() {
    for (int run = 1; run <= 4; run++) {
      fixture.start();
      fixture.appendSome(50, run);
      fixture.end();
    }

    VerifyResult result = fixture.verify();

    assertThat(result.problem()).isNull();
    assertThat(result.inputs()).isEqualTo(200);
    assertThat(result.epochs()).isEqualTo(4);
    assertThat(result.lastEpoch()).isEqualTo(4);
    assertThat(result.lastSequence()).isEqualTo(result.firstSequence() + 199);
  }

  @Test
  void shouldRefuseInputsThatLeaveAGap() {
    fixture.start();
    fixture.journal.appendInput(7, fixture.payload, 0, 8);

    assertRefused(() -> fixture.journal.appendInput(7, fixture.payload, 0, 8), "sequence=7");
    assertRefused(() -> fixture.journal.appendInput(9, fixture.payload, 0, 8), "sequence=9");
    fixture.journal.appendInput(8, fixture.payload, 0, 8);

    assertThat(fixture.tail().lastSequence()).isEqualTo(8);
  }

  @Test
  void shouldRefuseDecisionsOutOfOrder() {
    fixture.start();
    assertRefused(
        () -> fixture.journal.appendDecision(0, 0, fixture.payload, 0, 8), "lastSequence=-1");
    fixture.appendSome(0, 0);
    long cause = fixture.input(8);
    long later = fixture.input(8);

    assertRefused(
        () -> fixture.journal.appendDecision(later + 1, 0, fixture.payload, 0, 8), "sequence=2");
    assertRefused(() -> fixture.decision(cause, 1, 8), "index=1");
    fixture.decision(cause, 0, 8);
    assertRefused(() -> fixture.decision(cause, 0, 8), "index=0");
    assertRefused(() -> fixture.decision(cause, 2, 8), "index=2");
    fixture.decision(cause, 1, 8);
    fixture.decision(later, 0, 8);
    assertRefused(() -> fixture.decision(cause, 2, 8), "lastCause=1");

    assertThat(fixture.tail().frames()).isEqualTo(5);
  }

  @Test
  void shouldRefusePayloadsOfOtherLengths() {
    fixture.start();
    for (int length : new int[] {0, 4, 12, 127}) {
      assertRefused(() -> fixture.journal.appendInput(0, fixture.payload, 0, length), "length=");
    }
  }

  @Test
  void shouldRefuseAppendsBeforeStartAndAfterClose() {
    JournalDirectory directory = JournalDirectory.open(fixture.path);
    fixture.directory = directory;
    ChronicleJournal journal =
        new ChronicleJournal(new JournalContext().directory(directory).epoch(1));
    assertRefused(() -> journal.appendInput(0, fixture.payload, 0, 8), "not open");
    journal.onStart();
    journal.appendInput(0, fixture.payload, 0, 8);
    journal.close();
    journal.close();
    assertRefused(() -> journal.appendInput(1, fixture.payload, 0, 8), "not open");
  }

  @Test
  void shouldHaltAtTheLargestGeneration() {
    long limit = QueueFileDescriptor.FIRST_DATA_OFFSET + 40_000;
    fixture.start(context -> context.maxGenerationBytes(limit));

    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 10_000; i++) {
                fixture.input(72);
              }
            })
        .isInstanceOf(JournalFailedException.class)
        .hasMessageContaining("generation is full, limit=" + limit);
    assertThatThrownBy(() -> fixture.journal.appendInput(999, fixture.payload, 0, 8))
        .isInstanceOf(JournalFailedException.class);
    fixture.end();

    assertThat(fixture.verify().problem()).isNull();
  }

  @Test
  void shouldNameFilesAfterTheCycleAndNeverTheClock() throws Exception {
    fixture.start();
    fixture.appendSome(10, 1);
    fixture.journal.roll();
    fixture.appendSome(10, 2);
    fixture.journal.roll();
    fixture.end();
    fixture.start();
    fixture.appendSome(10, 3);
    fixture.end();

    try (var files = Files.list(JournalDirectory.generation(fixture.path))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "19700101-00LS.cq4", "19700101-01LS.cq4", "19700101-02LS.cq4", "metadata.cq4t");
    }
    VerifyResult result = fixture.verify();
    assertThat(result.problem()).isNull();
    assertThat(result.inputs()).isEqualTo(30);
    assertThat(result.tail().cycle()).isEqualTo(2);
  }

  @Test
  void shouldKeepFilesToTheirOwner() throws Exception {
    fixture.start();
    fixture.input(8);
    fixture.journal.roll();
    try (var files = Files.walk(fixture.path)) {
      for (Path file : files.toList()) {
        assertThat(Files.getPosixFilePermissions(file))
            .as(file.toString())
            .isEqualTo(Files.isDirectory(file) ? SyncedFiles.OWNER_DIR : SyncedFiles.OWNER_FILE);
      }
    }
  }

  @Test
  void shouldAllocateNothingButTheLibrarysPerBlock() {
    fixture.start(context -> context.blockSizeBytes(64 << 20).preallocateBytes(256 << 20));
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    int quietWindows = 0;
    for (int window = 0; window < 8; window++) {
      quietWindows += allocatedBy(threads, 50_000) == 0 ? 1 : 0;
    }
    assertThat(blocks()).isZero();
    long overall = allocatedBy(threads, 1_600_000);

    System.out.printf(
        "windows of 50,000 appends that allocated nothing: %d of 8; %d bytes over %d more blocks%n",
        quietWindows, overall, blocks());
    // The JIT compiler allocates a few bytes on our thread now and then, mostly at first.
    assertThat(quietWindows).isGreaterThanOrEqualTo(5);
    assertThat(overall).isLessThanOrEqualTo(blocks() * 2048);
  }

  private long allocatedBy(ThreadMXBean threads, int appends) {
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < appends; i++) {
      fixture.input(72);
    }
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private long blocks() {
    return CycleOffset.offset(fixture.journal.written()) >>> 26;
  }

  @Test
  void shouldSpendAtMost128BytesPerInput() {
    fixture.start(context -> context.blockSizeBytes(64 << 20));
    for (int i = 0; i < 100_000; i++) {
      fixture.input(72);
    }
    fixture.end();

    VerifyResult result = fixture.verify();

    System.out.println("bytes per input of 72 bytes: " + result.bytesPerInput());
    assertThat(result.bytesPerInput()).isLessThanOrEqualTo(128);
    assertThat(result.problem()).isNull();
  }

  private static void assertRefused(Runnable append, String expected) {
    assertThatThrownBy(append::run)
        .isInstanceOf(JournalFailedException.class)
        .hasMessageContaining(expected);
  }
}
