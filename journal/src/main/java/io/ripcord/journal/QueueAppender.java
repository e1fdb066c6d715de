package io.ripcord.journal;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.bytes.SyncMode;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.queue.rollcycles.SparseRollCycles;
import net.openhft.chronicle.wire.DocumentContext;

/**
 * The library's side of an append: one queue, one appender, one call per record. All calls come
 * from the appending thread, {@link #close} from any once it has stopped.
 *
 * <p>The cycle is what we say, never the wall clock: its time provider is a field of ours. The
 * pretoucher is not called (in this version it only overflows the stack), interrupts are not looked
 * at, and nothing is ever written through a document context.
 */
final class QueueAppender implements AutoCloseable {
  /** A crash while a file is made costs one such wait at the next start; the default is 10 s. */
  private static final long TIMEOUT_MS = 500;

  private static final int SINGLE = 1;

  private final Path generation;
  private final SingleChronicleQueue queue;
  private final ExcerptAppender appender;
  private final Bytes<ByteBuffer> record;
  private volatile int cycle;
  private Object block;
  private volatile MappedBlock mapped = MappedBlock.NONE;

  /**
   * Opens the queue and its appender, and makes the cycle file if it is not there.
   *
   * @param frame memory that records are copied from
   */
  QueueAppender(Path generation, int cycle, int blockSizeBytes, ByteBuffer frame) {
    ChronicleSettings.apply();
    this.generation = generation;
    this.cycle = cycle;
    queue =
        SingleChronicleQueueBuilder.binary(generation)
            .rollCycle(SparseRollCycles.LARGE_HOURLY_SPARSE)
            .timeProvider(() -> QueueFileDescriptor.cycleMillis(this.cycle))
            .timeoutMS(TIMEOUT_MS)
            .blockSize(blockSizeBytes)
            .syncMode(SyncMode.SYNC)
            .checkInterrupts(false)
            .build();
    record = Bytes.wrapForRead(frame);
    record.singleThreadedCheckDisabled(true);
    appender = queue.createAppender();
    makeFile();
  }

  /** The library makes a cycle file at the first use of it; a rolled back record is one. */
  private void makeFile() {
    if (!Files.exists(file())) {
      try (DocumentContext context = appender.writingDocument(true)) {
        context.rollbackOnClose();
      }
    }
  }

  /** Appends the first {@code length} bytes of the frame memory as one record. */
  void append(int length) {
    record.readPositionRemaining(0, length);
    appender.writeBytes(record);
    noteBlock();
  }

  /** Where the library has mapped the end of the file: others may populate the pages ahead. */
  private void noteBlock() {
    Bytes<?> bytes = appender.wire().bytes();
    if (bytes.bytesStore() != block) {
      block = bytes.bytesStore();
      long offset = bytes.writePosition();
      long end = bytes.bytesStore().start() + bytes.bytesStore().capacity();
      mapped = new MappedBlock(cycle, bytes.addressForWrite(offset) - offset, end);
    }
  }

  /** The block that the last record lies in. Any thread. */
  MappedBlock mapped() {
    return mapped;
  }

  /** Offset in the cycle file behind the last record. */
  long endOffset() {
    return appender.wire().bytes().writePosition();
  }

  /** Closes the cycle and goes on in the file of the next one. */
  void roll(int next) {
    cycle = next;
    try (DocumentContext context = appender.writingDocument(true)) {
      context.rollbackOnClose();
    }
  }

  int cycle() {
    return cycle;
  }

  Path file() {
    return generation.resolve(QueueFileDescriptor.fileName(cycle));
  }

  @Override
  public void close() {
    queue.close();
    if (record.refCount() == SINGLE) {
      record.releaseLast();
    }
  }
}
