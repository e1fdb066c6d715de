package io.ripcord.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.queue.impl.single.TableStoreWriteLock;
import net.openhft.chronicle.queue.impl.table.Metadata;
import net.openhft.chronicle.queue.impl.table.SingleTableBuilder;
import net.openhft.chronicle.threads.BusyTimedPauser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalDirectoryTest {
  @TempDir Path temporary;

  @Test
  void shouldCreateItsLayoutForTheOwnerOnly() throws Exception {
    Path path = temporary.resolve("a/b/journal");
    try (JournalDirectory directory = JournalDirectory.open(path)) {
      assertThat(Files.readString(path.resolve("format"))).isEqualTo("ripcord-journal 1\n");
      assertThat(directory.generation()).isDirectory().hasFileName("g1");
      assertThat(directory.snapshots()).isDirectory();
      assertThat(directory.hasJournal()).isFalse();
      assertThat(directory.epoch()).isZero();
      try (var files = Files.walk(path)) {
        for (Path file : files.toList()) {
          assertThat(Files.getPosixFilePermissions(file))
              .as(file.toString())
              .isEqualTo(Files.isDirectory(file) ? SyncedFiles.OWNER_DIR : SyncedFiles.OWNER_FILE);
        }
      }
    }
  }

  @Test
  void shouldTakeAnEpochPerStartAndNeverOneTwice() {
    for (int start = 1; start <= 3; start++) {
      try (JournalDirectory directory = JournalDirectory.open(temporary)) {
        assertThat(directory.nextEpoch(0)).isEqualTo(start);
        assertThat(directory.epoch()).isEqualTo(start);
      }
    }
    try (JournalDirectory directory = JournalDirectory.open(temporary)) {
      assertThat(directory.nextEpoch(17)).isEqualTo(18);
      assertThat(directory.nextEpoch(5)).isEqualTo(19);
    }
  }

  @Test
  void shouldRefuseAnEpochThatIsNoNumber() throws Exception {
    for (String text : new String[] {"", "x", "-1", "0", "99999999999", "1 2"}) {
      Files.writeString(temporary.resolve("epoch"), text);
      try (JournalDirectory directory = JournalDirectory.open(temporary)) {
        assertThatThrownBy(() -> directory.nextEpoch(0))
            .isInstanceOf(JournalDirectoryException.class)
            .hasMessageContaining(temporary.resolve("epoch").toString())
            .hasMessageContaining("expected the last epoch");
      }
    }
  }

  @Test
  void shouldRefuseASecondEngineInTheSameProcess() {
    try (JournalDirectory first = JournalDirectory.open(temporary)) {
      assertThat(first.path()).isEqualTo(temporary);
      assertInUse(temporary);
      assertInUse(temporary.resolve("../" + temporary.getFileName()));
    }
    JournalDirectory.open(temporary).close();
  }

  private static void assertInUse(Path path) {
    assertThatThrownBy(() -> JournalDirectory.open(path))
        .isInstanceOf(JournalDirectoryException.class)
        .hasMessageContaining(path.normalize() + ": another engine uses this directory");
  }

  @Test
  void shouldRefuseASecondEngineInAnotherProcess() throws Exception {
    try (ChildJvm child = new ChildJvm("hold", temporary)) {
      assertThat(child.line()).startsWith("opened");
      assertInUse(temporary);
      child.kill();
    }
    try (JournalDirectory directory = JournalDirectory.open(temporary);
        ChildJvm child = new ChildJvm("open", temporary)) {
      // A refused second open in this process must not have freed the lock for others.
      assertInUse(temporary);
      assertThat(child.line()).contains("another engine uses this directory");
      assertThat(directory.epoch()).isZero();
    }
  }

  @Test
  void shouldKnowWhetherAnythingWasJournalled() throws Exception {
    JournalFixture fixture = new JournalFixture(temporary.resolve("journal"));
    assertThat(JournalDirectory.hasJournal(fixture.path)).isFalse();
    fixture.start();
    assertThat(fixture.directory.hasJournal()).isFalse();
    fixture.input(8);
    assertThat(fixture.directory.hasJournal()).isTrue();
    fixture.end();
    JournalFixture.flip(fixture.cycleFile(), QueueFileDescriptor.FIRST_DATA_OFFSET + 9, 1);
    assertThat(JournalDirectory.hasJournal(fixture.path)).isTrue();

    Files.write(fixture.cycleFile(), new byte[1 << 18]);
    assertThat(JournalDirectory.hasJournal(fixture.path)).isFalse();
    Files.write(fixture.cycleFile(), new byte[0]);
    assertThat(JournalDirectory.hasJournal(fixture.path)).isFalse();
  }

  @Test
  void shouldRefuseAnotherLayout() throws Exception {
    JournalDirectory.open(temporary).close();
    Files.writeString(temporary.resolve("format"), "ripcord-journal 2\n");
    assertThatThrownBy(() -> JournalDirectory.open(temporary))
        .isInstanceOf(JournalDirectoryException.class)
        .hasMessageContaining("says 'ripcord-journal 2', expected 'ripcord-journal 1'");
    Files.delete(temporary.resolve("format"));
    assertThatThrownBy(() -> JournalDirectory.open(temporary))
        .hasMessageContaining("says '', expected 'ripcord-journal 1'");
  }

  @Test
  void shouldRefuseNetworkFileSystemsByName() {
    for (String type : new String[] {"nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "9p"}) {
      assertThat(FileSystemTypes.refusal(temporary, type))
          .contains(temporary.toString(), type, "expected a local disk");
    }
    for (String type : new String[] {"ext4", "xfs", "btrfs", "overlay", "tmpfs"}) {
      assertThat(FileSystemTypes.refusal(temporary, type)).isNull();
    }
    assertThat(FileSystemTypes.warning(temporary, "ext4")).isNull();
    assertThat(FileSystemTypes.warning(temporary, "tmpfs")).contains("in memory");
    assertThat(FileSystemTypes.warning(temporary, "overlay")).contains("container");
  }

  @Test
  void shouldClearLocksThatADeadEngineLeft() throws Exception {
    try (JournalFixture fixture = new JournalFixture(temporary)) {
      fixture.start();
      fixture.input(8);
      fixture.end();
      // What a restarted container finds: the locks are held by its own process id.
      lock(temporary.resolve("g1/metadata.cq4t"));

      fixture.start();
      fixture.input(8);

      assertThat(fixture.directory.warnings()).anyMatch(line -> line.contains("freed a lock"));
      assertThat(fixture.tail().frames()).isEqualTo(2);
    }
  }

  private static void lock(Path metadata) {
    SingleChronicleQueueBuilder.addAliases();
    try (var store =
            SingleTableBuilder.binary(metadata.toFile(), Metadata.NoMeta.INSTANCE).build();
        var append =
            new TableStoreWriteLock(
                store, BusyTimedPauser::new, 1L, TableStoreWriteLock.APPEND_LOCK_KEY);
        var write = new TableStoreWriteLock(store, BusyTimedPauser::new, 1L)) {
      append.lock();
      write.lock();
    }
  }

  @Test
  void shouldMakeDamagedMetadataAnew() throws Exception {
    try (JournalFixture fixture = new JournalFixture(temporary)) {
      fixture.start();
      fixture.input(8);
      fixture.end();
      Path metadata = temporary.resolve("g1/metadata.cq4t");
      for (byte[] damage : new byte[][] {{}, new byte[300], {7, 0, 0, (byte) 0x80}}) {
        Files.write(metadata, damage);
        fixture.start();
        fixture.input(8);
        assertThat(fixture.directory.warnings()).anyMatch(line -> line.contains("made anew"));
        fixture.end();
      }
      assertThat(fixture.verify().problem()).isNull();
      assertThat(fixture.verify().inputs()).isEqualTo(4);
    }
  }

  @Test
  void shouldSayThatThePlaceIsReadOnly() throws Exception {
    try (Mounts mounts = new Mounts()) {
      Path point = mounts.tmpfs(temporary.resolve("mount"), "size=1m");
      mounts.remount(point, "ro");
      assertThatThrownBy(() -> JournalDirectory.open(point.resolve("journal")))
          .isInstanceOf(JournalDirectoryException.class)
          .hasMessage(
              point.resolve("journal")
                  + ": cannot be created: Read-only file system, expected a place that this user"
                  + " can write to");
    }
  }

  @Test
  void shouldSayThatThePlaceIsNoDirectory() throws Exception {
    Path file = Files.writeString(temporary.resolve("file"), "x");
    assertThatThrownBy(() -> JournalDirectory.open(file))
        .isInstanceOf(JournalDirectoryException.class)
        .hasMessageContaining(file.toString());
    assertThatThrownBy(() -> JournalDirectory.open(file.resolve("below")))
        .isInstanceOf(JournalDirectoryException.class)
        .hasMessageContaining(file.resolve("below").toString());
  }
}
