package io.ripcord.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A power cut, as far as a disk that tells the truth goes: the image of a mounted file system is
 * copied at once, which is what had been sent to the disk by then, and the copy is mounted.
 */
class PowerCutIT {
  private static final int CUTS = 5;
  private static final int APPENDS = 4000;

  @TempDir Path temporary;

  @Test
  void shouldKeepWhatWasSyncedAndKnowItsEnd() throws Exception {
    int lost = 0;
    for (int cut = 0; cut < CUTS; cut++) {
      try (Mounts mounts = new Mounts();
          JournalFixture fixture = new JournalFixture(temporary.resolve("disk" + cut + "/j"))) {
        Path image = temporary.resolve("image" + cut);
        mounts.ext4(temporary.resolve("disk" + cut), image, 64 << 20);
        fixture.start(context -> context.durability(Durability.ORDER));
        long synced = -1;
        for (int i = 0; i < APPENDS; i++) {
          synced = fixture.input(72);
        }
        fixture.journal.force();
        long last = synced;
        for (int i = 0; i < APPENDS; i++) {
          last = fixture.input(72);
        }

        Path afterwards = temporary.resolve("copy" + cut);
        Files.copy(image, afterwards);
        Path point = temporary.resolve("after" + cut);
        mounts.mount(point, afterwards);

        VerifyResult result = JournalVerifier.verify(point.resolve("j"), StopRecord.NONE);
        assertThat(result.lastSequence()).isBetween(synced, last);
        lost += (int) (last - result.lastSequence());
        if (result.problem() != null) {
          assertThat(result.problem().kind()).isEqualTo(JournalProblem.Kind.TORN_TAIL);
        }
      }
    }
    System.out.println(CUTS + " cuts, lost of " + CUTS * APPENDS + " unsynced frames: " + lost);
    assertThat(lost).as("control: what was not synced must be at risk").isPositive();
  }
}
