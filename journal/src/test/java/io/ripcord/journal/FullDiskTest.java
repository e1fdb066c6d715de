package io.ripcord.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A full disk is an error message, never a bus error, and costs nothing that was appended. */
class FullDiskTest {
  private static final int MIB = 1 << 20;

  @TempDir Path temporary;
  private Mounts mounts;
  private JournalFixture fixture;

  @BeforeEach
  void setUp() {
    mounts = new Mounts();
  }

  @AfterEach
  void tearDown() throws Exception {
    if (fixture != null) {
      fixture.end();
    }
    mounts.close();
  }

  private Path tmpfs(int mib) throws Exception {
    return mounts.tmpfs(temporary.resolve("mount"), "size=" + mib + "m");
  }

  private Path ext4(int mib) throws Exception {
    return mounts.ext4(temporary.resolve("mount"), temporary.resolve("image"), (long) mib * MIB);
  }

  @Test
  void shouldHaltClearlyWhenAMemoryDiskFillsUp() throws Exception {
    fillUp(tmpfs(12));
  }

  @Test
  void shouldHaltClearlyWhenAnExt4DiskFillsUp() throws Exception {
    fillUp(ext4(24));
  }

  @Test
  void shouldHaltClearlyWhereTheFileSystemCannotAllocate() throws Exception {
    fillUp(ext4(24), false);
  }

  private void fillUp(Path disk) {
    fillUp(disk, true);
  }

  private void fillUp(Path disk, boolean allocates) {
    fixture =
        new JournalFixture(disk.resolve("journal")).start(context -> context.allocates(allocates));
    assertThat(fixture.journal.isPreallocated()).isEqualTo(allocates);
    long[] appended = {0};
    assertThatThrownBy(
            () -> {
              while (true) {
                appended[0] = fixture.input(72);
              }
            })
        .isInstanceOf(JournalFailedException.class)
        .hasMessageContaining("disk is full: sequence=")
        .hasMessageContaining(disk.toString());
    fixture.end();

    VerifyResult result = fixture.verify();

    assertThat(result.problem()).isNull();
    assertThat(result.lastSequence()).isEqualTo(appended[0]);
    assertThat(appended[0]).isGreaterThan(10_000);
  }

  @Test
  void shouldRefuseToStartWithoutRoomForThePreallocation() throws Exception {
    Path disk = tmpfs(8);
    fixture = new JournalFixture(disk.resolve("journal"));
    assertThatThrownBy(() -> fixture.start(context -> context.preallocateBytes(16 * MIB)))
        .isInstanceOf(JournalDirectoryException.class)
        .hasMessageContaining("the disk is full, expected to allocate");
    fixture.end();
    assertThat(JournalDirectory.hasJournal(fixture.path)).isFalse();

    fixture.start();
    fixture.input(8);
    fixture.end();
    assertThat(fixture.verify().problem()).isNull();
  }

  @Test
  void shouldRefuseToStartOnAFullDisk() throws Exception {
    Path disk = tmpfs(4);
    fill(disk.resolve("ballast"), 0);
    fixture = new JournalFixture(disk.resolve("journal"));
    assertThatThrownBy(() -> fixture.start())
        .isInstanceOf(JournalDirectoryException.class)
        .hasMessageContaining(disk.toString())
        .hasMessageContaining("No space left on device");

    Files.delete(disk.resolve("ballast"));
    fill(disk.resolve("ballast"), MIB / 2);
    assertThatThrownBy(() -> fixture.start())
        .isInstanceOf(JournalDirectoryException.class)
        .hasMessageContaining("bytes free on this disk, expected at least");
  }

  @Test
  void shouldGoOnToTheEndOfItsPreallocationOnAFullDisk() throws Exception {
    Path disk = ext4(32);
    fixture =
        new JournalFixture(disk.resolve("journal"))
            .start(context -> context.preallocateBytes(6 * MIB));
    assertThat(fixture.journal.isPreallocated()).isTrue();
    fill(disk.resolve("ballast"), 0);
    int inputs = 6 * MIB / 100;
    for (int i = 0; i < inputs; i++) {
      fixture.input(72);
    }
    fixture.journal.sync();
    fixture.end();

    assertThat(fixture.verify().problem()).isNull();
    assertThat(fixture.verify().inputs()).isEqualTo(inputs);
  }

  /** Takes all space of the disk but this. */
  private static void fill(Path file, int spare) throws IOException {
    long free = Files.getFileStore(file.getParent()).getUsableSpace() - spare;
    ByteBuffer zeros = ByteBuffer.allocate(64 << 10);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (long written = 0; spare == 0 || written < free; ) {
        zeros.clear();
        zeros.limit((int) Math.min(zeros.capacity(), spare == 0 ? 4096 : free - written));
        written += channel.write(zeros);
      }
      channel.force(true);
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space left");
    }
  }
}
