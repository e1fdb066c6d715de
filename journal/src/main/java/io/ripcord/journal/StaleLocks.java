package io.ripcord.journal;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import net.openhft.chronicle.core.values.LongValue;
import net.openhft.chronicle.queue.impl.TableStore;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.queue.impl.single.TableStoreWriteLock;
import net.openhft.chronicle.queue.impl.table.AbstractTSQueueLock;
import net.openhft.chronicle.queue.impl.table.Metadata;
import net.openhft.chronicle.queue.impl.table.SingleTableBuilder;

/**
 * Frees the two locks that the library keeps in its metadata file. They hold nothing but a process
 * id, so after a restart in a container the new process finds "its own" lock held and waits until
 * it fails. Called only by whoever holds our own lock: then every such lock is stale. Stateless.
 */
final class StaleLocks {
  private static final String WRITE_LOCK_KEY = "chronicle.write.lock";

  /** The library creates the file at this length; a larger one is not from it. */
  private static final int MAX_LENGTH = 1 << 20;

  private StaleLocks() {}

  /**
   * Frees the locks of the generation's queue.
   *
   * @return what to tell the operator, or null if there was nothing to do
   */
  static String clear(Path generation) throws IOException {
    Path file = generation.resolve(QueueFileDescriptor.METADATA_FILE);
    if (!Files.exists(file)) {
      return null;
    }
    if (!isWhole(file)) {
      // It holds nothing that the library cannot make anew; mapping a damaged one is a risk.
      Path aside = file.resolveSibling(file.getFileName() + ".damaged");
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      return file + ": was damaged, moved to " + aside.getFileName() + " and made anew";
    }
    boolean append;
    boolean write;
    ChronicleSettings.apply();
    SingleChronicleQueueBuilder.addAliases();
    try (TableStore<Metadata.NoMeta> store =
        SingleTableBuilder.binary(file.toFile(), Metadata.NoMeta.INSTANCE).build()) {
      append = clear(store, TableStoreWriteLock.APPEND_LOCK_KEY);
      write = clear(store, WRITE_LOCK_KEY);
    }
    return append || write ? file + ": freed a lock that a dead engine had left" : null;
  }

  /** What the library's own unlock tool does, without its two stack traces in the log. */
  private static boolean clear(TableStore<?> store, String key) {
    try (LongValue lock = store.doWithExclusiveLock(held -> held.acquireValueFor(key))) {
      boolean locked = lock.getVolatileValue() != AbstractTSQueueLock.UNLOCKED;
      if (locked) {
        lock.setVolatileValue(AbstractTSQueueLock.UNLOCKED);
      }
      return locked;
    }
  }

  /**
   * True if the records of the file follow each other within its bounds, then nothing but zeros.
   */
  private static boolean isWhole(Path file) throws IOException {
    if (Files.size(file) > MAX_LENGTH) {
      return false;
    }
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(LITTLE_ENDIAN);
    int offset = 0;
    while (offset + Integer.BYTES <= bytes.capacity() && bytes.getInt(offset) != 0) {
      int header = bytes.getInt(offset);
      boolean meta = (header & QueueFileDescriptor.META) != 0;
      int length = header & QueueFileDescriptor.LENGTH_MASK;
      if (header < 0 || meta != (offset == 0) || length > bytes.capacity() - offset) {
        return false;
      }
      offset = (int) QueueFileDescriptor.align(offset + (long) Integer.BYTES + length);
    }
    boolean hasHead = offset > 0;
    while (offset < bytes.capacity() && bytes.get(offset) == 0) {
      offset++;
    }
    return hasHead && offset >= bytes.capacity();
  }
}
