package io.ripcord.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TouchAheadTest {
  private static final int MIB = 1 << 20;

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
  void shouldTouchAheadInBoundedStepsAndNeverPastTheFile() throws Exception {
    fixture.start();
    long length = Files.size(fixture.cycleFile());
    try (TouchAhead ahead = new TouchAhead(fixture.journal, 64 * MIB)) {
      int calls = 0;
      int pages = 0;
      for (int touched = ahead.doWork(0); touched > 0; touched = ahead.doWork(0)) {
        assertThat(touched).isLessThanOrEqualTo(512);
        pages += touched;
        calls++;
      }

      assertThat(ahead.trouble()).isNull();
      assertThat(calls).isGreaterThan(0);
      assertThat(ahead.touchedOffset()).isEqualTo(length & -4096);
      assertThat(pages).isEqualTo(length / 4096 - QueueFileDescriptor.FIRST_DATA_OFFSET / 4096);
    }
    assertThat(Files.size(fixture.cycleFile())).isEqualTo(length);
    fixture.appendSome(10, 1);
    fixture.end();
    assertThat(fixture.verify().problem()).isNull();
  }

  @Test
  void shouldWaitForAJournalThatHasNotStarted() {
    fixture.start();
    fixture.end();
    try (JournalDirectory directory = JournalDirectory.open(fixture.path)) {
      ChronicleJournal journal =
          new ChronicleJournal(
              new JournalContext().directory(directory).blockSizeBytes(MIB).epoch(9));
      try (TouchAhead ahead = new TouchAhead(journal, MIB)) {
        assertThat(ahead.doWork(0)).isZero();
        journal.onStart();
        assertThat(ahead.doWork(0)).isPositive();
        journal.close();
        assertThat(ahead.doWork(0)).isZero();
        assertThat(ahead.trouble()).isNull();
      }
    }
  }

  @Test
  void shouldAllocateAheadOfTheWriter() {
    fixture.start(context -> context.preallocateBytes(4 * MIB));
    try (TouchAhead ahead = new TouchAhead(fixture.journal, 32 * MIB)) {
      long before = fixture.journal.preallocation().end();
      ahead.doWork(0);
      assertThat(fixture.journal.preallocation().end()).isGreaterThan(before);
      for (int i = 0; i < 8; i++) {
        ahead.doWork(0);
      }
      assertThat(fixture.journal.preallocation().end())
          .isEqualTo(QueueFileDescriptor.FIRST_DATA_OFFSET + 32L * MIB);
    }
  }

  @Test
  void shouldFollowTheJournalIntoTheNextCycle() {
    fixture.start();
    try (TouchAhead ahead = new TouchAhead(fixture.journal, MIB)) {
      assertThat(ahead.doWork(0)).isPositive();
      fixture.input(8);
      fixture.journal.roll();
      assertThat(ahead.doWork(0)).isPositive();
      assertThat(ahead.trouble()).isNull();
      fixture.input(8);
    }
    fixture.end();
    assertThat(fixture.verify().problem()).isNull();
  }

  @Test
  void shouldNotChangeAByteThatTheWriterIsWriting() throws Exception {
    fixture.start(context -> context.blockSizeBytes(1 << 18));
    AtomicBoolean done = new AtomicBoolean();
    // Touches the very pages that are written, again and again, not only those ahead.
    Thread toucher =
        new Thread(
            () -> {
              while (!done.get()) {
                try (TouchAhead ahead = new TouchAhead(fixture.journal, MIB / 4)) {
                  ahead.doWork(0);
                  ahead.doWork(0);
                }
              }
            });
    toucher.start();
    for (int i = 0; i < 300_000; i++) {
      fixture.input(8 * (1 + i % 16));
    }
    done.set(true);
    toucher.join();
    fixture.end();

    VerifyResult result = fixture.verify();

    assertThat(result.problem()).isNull();
    assertThat(result.inputs()).isEqualTo(300_000);
  }

  @Test
  void shouldSayThatTheDiskIsFullAndLeaveTheJournalAlone() throws Exception {
    try (Mounts mounts = new Mounts()) {
      Path disk = mounts.tmpfs(temporary.resolve("mount"), "size=8m");
      fixture = new JournalFixture(disk.resolve("journal")).start();
      try (TouchAhead ahead = new TouchAhead(fixture.journal, 64 * MIB)) {
        for (int i = 0; i < 20; i++) {
          ahead.doWork(0);
        }
        assertThat(ahead.trouble()).contains("the disk is full");
      }
      fixture.input(8);
      fixture.end();
      assertThat(fixture.verify().problem()).isNull();
    }
  }
}
