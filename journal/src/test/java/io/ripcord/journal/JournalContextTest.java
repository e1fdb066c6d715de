package io.ripcord.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalContextTest {
  @TempDir Path temporary;
  private JournalDirectory directory;

  @BeforeEach
  void setUp() {
    directory = JournalDirectory.open(temporary);
  }

  @AfterEach
  void tearDown() {
    directory.close();
  }

  private JournalContext context() {
    return new JournalContext().directory(directory).epoch(1);
  }

  @Test
  void shouldHaveDefaultsThatWork() {
    JournalContext context = context().conclude();
    assertThat(context.durability()).isEqualTo(Durability.PROCESS);
    assertThat(context.blockSizeBytes()).isEqualTo(64 << 20);
    assertThat(context.resumeAt().isEmpty()).isTrue();
  }

  @Test
  void shouldNameTheValueThatCannotWork() {
    assertRefused(context().epoch(0), "epoch=0, expected more than 0");
    assertRefused(context().blockSizeBytes(4096), "blockSizeBytes=4096, expected a power of two");
    assertRefused(context().blockSizeBytes(3 << 20), "blockSizeBytes=3145728, expected a power");
    assertRefused(context().preallocateBytes(-1), "preallocateBytes=-1, expected 0 or more");
    assertRefused(context().maxGenerationBytes(0), "maxGenerationBytes=0, expected more than 0");
    assertRefused(context().batchIntervalNs(0), "batchIntervalNs=0, expected more than 0");
  }

  @Test
  void shouldRefuseTheEpochOfAnEarlierStart() {
    JournalTail tail = new JournalTail(0, 70_000, 1, 3, 2, -1, -1, 5);
    assertRefused(context().epoch(5).resumeAt(tail), "epoch=5, expected more than 5");
  }

  private static void assertRefused(JournalContext context, String message) {
    assertThatThrownBy(context::conclude)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
