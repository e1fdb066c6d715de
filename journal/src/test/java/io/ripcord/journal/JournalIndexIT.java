package io.ripcord.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Long enough for the library to put a second index record between our frames. */
class JournalIndexIT {
  /** The record with this number, from 0, is the first that needs the second index record. */
  private static final int INDEXED =
      QueueFileDescriptor.INDEX_COUNT * QueueFileDescriptor.INDEX_SPACING;

  private static final int INPUTS = INDEXED + 5000;

  @TempDir Path temporary;

  @Test
  void shouldReadAcrossAnIndexRecordOfTheLibrary() throws Exception {
    try (JournalFixture fixture = new JournalFixture(temporary.resolve("journal"))) {
      fixture.start(context -> context.blockSizeBytes(64 << 20));
      for (int i = 0; i <= INDEXED; i++) {
        fixture.input(8);
      }
      fixture.end();
      // The index record is now the last thing in the file.
      assertThat(fixture.endOffset())
          .isGreaterThan(QueueFileDescriptor.FIRST_DATA_OFFSET + 36L * (INDEXED + 1));
      fixture.start();
      for (int i = INDEXED + 1; i < INPUTS; i++) {
        fixture.input(8);
      }
      fixture.end();

      QueueFileScanner.Scan scan = QueueFileScanner.scan(fixture.cycleFile(), FrameVisitor.NONE);
      VerifyResult result = fixture.verify();

      assertThat(scan.problem()).isNull();
      assertThat(scan.records()).isEqualTo(INPUTS);
      assertThat(result.problem()).isNull();
      assertThat(result.inputs()).isEqualTo(INPUTS);
      long frames = INPUTS * 36L;
      long indexRecord = scan.usedBytes() - QueueFileDescriptor.FIRST_DATA_OFFSET - frames;
      assertThat(QueueFileDescriptor.isIndexLength(indexRecord)).isTrue();
      assertThat(AppendCheck.check(fixture.cycleFile().getParent(), result.tail())).isNull();
    }
  }
}
