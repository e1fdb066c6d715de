package io.ripcord.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameDescriptorTest {
  @TempDir Path temporary;

  /** The example of FORMAT.md: these bytes must never change within version 1. */
  @Test
  void shouldWriteTheBytesOfTheFormat() {
    try (JournalFixture fixture = new JournalFixture(temporary)) {
      fixture.start();
      fixture.payload.putLong(0, 0x1122334455667788L);
      fixture.journal.appendInput(1, fixture.payload, 0, 8);
      fixture.journal.appendDecision(1, 0, fixture.payload, 0, 16);
      fixture.end();

      byte[] bytes =
          JournalFixture.read(fixture.cycleFile(), QueueFileDescriptor.FIRST_DATA_OFFSET, 80);

      assertThat(HexFormat.of().formatHex(bytes))
          .isEqualTo(
              "20000000"
                  + "8087fee9"
                  + "20000101"
                  + "0100000000000000"
                  + "01000000"
                  + "00000000"
                  + "8877665544332211"
                  + "28000000"
                  + "9cdcaade"
                  + "28000201"
                  + "0100000000000000"
                  + "01000000"
                  + "00000000"
                  + "88776655443322110000000000000000");
    }
  }

  @Test
  void shouldAllowPayloadsOf8To128BytesInStepsOf8() {
    for (int length = -8; length <= 200; length++) {
      boolean expected = length >= 8 && length <= 128 && length % 8 == 0;
      assertThat(FrameDescriptor.isPayloadLength(length)).isEqualTo(expected);
      assertThat(FrameDescriptor.isFrameLength(length + 24)).isEqualTo(expected);
    }
  }

  @Test
  void shouldOrderCycleOffsetsByCycleThenOffset() {
    long last = CycleOffset.of(CycleOffset.MAX_CYCLE, 1L << 43);
    assertThat(CycleOffset.cycle(last)).isEqualTo(CycleOffset.MAX_CYCLE);
    assertThat(CycleOffset.offset(last)).isEqualTo(1L << 43);
    assertThat(CycleOffset.of(1, 0)).isGreaterThan(CycleOffset.of(0, 1L << 43));
    assertThat(last).isPositive();
  }

  @Test
  void shouldNameCyclesSoThatNamesSort() {
    assertThat(QueueFileDescriptor.fileName(0)).isEqualTo("19700101-00LS.cq4");
    assertThat(QueueFileDescriptor.fileName(25)).isEqualTo("19700102-01LS.cq4");
    for (int cycle : new int[] {0, 1, 23, 24, 8760, CycleOffset.MAX_CYCLE}) {
      assertThat(QueueFileDescriptor.cycleOf(QueueFileDescriptor.fileName(cycle))).isEqualTo(cycle);
    }
    assertThat(QueueFileDescriptor.cycleOf("20260101.cq4")).isEqualTo(-1);
    assertThat(QueueFileDescriptor.cycleOf("19700101-00LS.cq4.unfinished")).isEqualTo(-1);
  }
}
