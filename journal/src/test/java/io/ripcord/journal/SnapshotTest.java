package io.ripcord.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {
  private static final int MIB = 1 << 20;

  @TempDir Path temporary;

  private static Snapshot snapshot(long sequence, int numbers) {
    long[] state = new long[numbers];
    Arrays.setAll(state, i -> sequence * 31 + i);
    JournalTail tail = new JournalTail(3, 70_000, 0x1234, 99, sequence, sequence - 1, 2, 5);
    return new Snapshot(2, 64, 1, tail, sequence % 2 == 0, 0xABCDEF, state);
  }

  private static byte[] bytes(Snapshot snapshot) {
    ByteBuffer encoded = snapshot.encode();
    byte[] bytes = new byte[encoded.remaining()];
    encoded.get(bytes);
    return bytes;
  }

  private static String refusal(byte[] bytes) {
    try {
      Snapshot.decode(bytes);
      return null;
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  @Test
  void shouldReadBackWhatWasWritten() {
    for (long sequence = 7; sequence < 9; sequence++) {
      Snapshot written = snapshot(sequence, 20);

      Snapshot read = Snapshot.decode(bytes(written));

      assertThat(read).usingRecursiveComparison().withStrictTypeChecking().isEqualTo(written);
    }
  }

  @Test
  void shouldNoticeEveryFlippedBit() {
    byte[] bytes = bytes(snapshot(7, 40));
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      bytes[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(refusal(bytes)).as("bit %d", bit).isNotNull();
      bytes[bit / 8] ^= (byte) (1 << (bit % 8));
    }
    assertThat(refusal(bytes)).isNull();
  }

  @Test
  void shouldNoticeEveryCutAndWhateverIsAppended() {
    byte[] bytes = bytes(snapshot(7, 40));
    for (int length = 0; length < bytes.length; length++) {
      assertThat(refusal(Arrays.copyOf(bytes, length))).as("length %d", length).isNotNull();
    }
    assertThat(refusal(Arrays.copyOf(bytes, bytes.length + 8))).contains("crc=");
  }

  @Test
  void shouldLeaveTheSnapshotsBeforeAsTheyWereOnAFullDisk() throws Exception {
    try (Mounts mounts = new Mounts()) {
      Path disk = mounts.tmpfs(temporary.resolve("mount"), "size=1m");
      JournalDirectory.open(disk.resolve("journal")).close();
      SnapshotStore store = new SnapshotStore(disk.resolve("journal"));
      Path first = store.write(snapshot(7, 1000));
      byte[] before = Files.readAllBytes(first);

      assertThatThrownBy(() -> store.write(snapshot(8, MIB / 8)))
          .isInstanceOf(JournalDirectoryException.class)
          .hasMessageContaining("cannot be written: ")
          .hasMessageContaining("No space left on device");

      assertThat(store.files(1)).containsExactly(first);
      assertThat(Files.readAllBytes(first)).isEqualTo(before);
      Path second = store.write(snapshot(9, 1000));
      assertThat(SnapshotStore.read(second).tail().lastSequence()).isEqualTo(9);
      assertThat(store.files(1)).containsExactly(first, second);
    }
  }
}
