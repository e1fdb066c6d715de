package io.ripcord.journal;

import static io.ripcord.journal.FrameDescriptor.HEADER_LENGTH;
import static io.ripcord.journal.FrameDescriptor.KIND_DECISION;
import static io.ripcord.journal.FrameDescriptor.KIND_INPUT;
import static io.ripcord.journal.FrameDescriptor.MAX_FRAME_LENGTH;
import static io.ripcord.journal.QueueFileDescriptor.RECORD_HEADER_LENGTH;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.ripcord.pipeline.Journal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32C;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The journal on Chronicle Queue: every append becomes one frame (see {@link FrameDescriptor}) in
 * one record of the queue. {@link #onStart}, the appends and {@link #roll} belong to one thread;
 * {@link #force}, {@link #sync}, {@link #close} and the getters to any.
 *
 * <p>An append allocates nothing itself; the library allocates about 900 bytes per mapped block. It
 * makes no system call but at the end of a block or of the preallocated space. What does not fit
 * the order of frames, passes the size limit or finds the disk full fails before a byte is written.
 * After any failure the journal stays failed: every append repeats it.
 */
public final class ChronicleJournal implements Journal {
  /** What an append may write behind its record: an index record of the library. */
  private static final int SLACK = QueueFileDescriptor.MAX_INDEX_LENGTH + MAX_FRAME_LENGTH + 64;

  /** Step in which the appending thread allocates disk space if nobody did it ahead of it. */
  private static final long ALLOCATION_STEP = 4L << 20;

  /** What a start needs besides the preallocated space: metadata, epoch, a first snapshot. */
  private static final long START_BYTES = 1L << 20;

  private final JournalDirectory directory;
  private final Path generation;
  private final Durability durability;
  private final int epoch;
  private final int blockSizeBytes;
  private final long preallocateBytes;
  private final long maxGenerationBytes;
  private final long batchIntervalNs;
  private final long rollAfterBytes;
  private final boolean allocates;
  private final JournalTail resumeAt;

  private final FrameOrder order;
  private final ByteBuffer frameBytes = ByteBuffer.allocateDirect(MAX_FRAME_LENGTH);
  private final UnsafeBuffer frame = new UnsafeBuffer(frameBytes);
  private final ByteBuffer crcBytes = frameBytes.duplicate();
  private final CRC32C crc32c = new CRC32C();
  private final CycleSync cycleSync;

  /** {@link CycleOffset} of the end; written by the appending thread, read by any. */
  private final AtomicLong written;

  private volatile QueueAppender appender;
  private volatile Preallocation preallocation;
  private int crc;
  private long endOffset;
  private long closedCyclesBytes;
  private volatile JournalFailedException failure;
  private volatile boolean started;
  private volatile boolean closed;

  /** Copies the values; opens nothing yet. */
  public ChronicleJournal(JournalContext context) {
    context.conclude();
    directory = context.directory();
    generation = directory.generation();
    durability = context.durability();
    epoch = context.epoch();
    blockSizeBytes = context.blockSizeBytes();
    preallocateBytes = context.preallocateBytes();
    maxGenerationBytes = context.maxGenerationBytes();
    batchIntervalNs = context.batchIntervalNs();
    rollAfterBytes = context.rollAfterBytes();
    allocates = context.allocates();
    resumeAt = context.resumeAt();
    order = new FrameOrder(resumeAt);
    crc = resumeAt.crc();
    written = new AtomicLong(CycleOffset.of(resumeAt.cycle(), resumeAt.endOffset()));
    cycleSync = new CycleSync(generation, CycleOffset.of(resumeAt.cycle(), 0));
  }

  /**
   * Opens the queue, allocates disk space and makes the cycle file durable.
   *
   * @throws JournalDirectoryException if the disk is full or the place cannot be written to
   * @throws JournalFailedException if the library finds the files otherwise than we left them
   */
  @Override
  public void onStart() {
    if (started || closed) {
      throw new IllegalStateException("started=" + started + " closed=" + closed);
    }
    String wrong = AppendCheck.check(generation, resumeAt);
    if (wrong != null) {
      throw new JournalFailedException(wrong);
    }
    directory.requireSpace(START_BYTES);
    try {
      startCycle(resumeAt.cycle(), resumeAt.endOffset());
      appender = new QueueAppender(generation, resumeAt.cycle(), blockSizeBytes, frameBytes);
      closedCyclesBytes = lengthOfClosedCycles();
      makeDurable();
    } catch (IOException | RuntimeException | Error e) {
      closeQuietly();
      throw e instanceof JournalDirectoryException refused
          ? refused
          : failed("cannot start", order.lastSequence() + 1, 0, e);
    }
    started = true;
  }

  /** Owns disk space for the cycle before the library maps its file, be it there or not. */
  private void startCycle(int cycle, long end) throws IOException {
    Path file = generation.resolve(QueueFileDescriptor.fileName(cycle));
    Path inode = file;
    if (!Files.exists(file)) {
      inode = generation.resolve(QueueFileDescriptor.precreatedName(cycle));
      Files.deleteIfExists(inode);
      Files.createFile(inode);
      SyncedFiles.restrict(inode, SyncedFiles.OWNER_FILE);
    }
    endOffset = Math.max(end, QueueFileDescriptor.FIRST_DATA_OFFSET);
    long wanted = endOffset + SLACK + preallocateBytes;
    Preallocation previous = preallocation;
    preallocation = new Preallocation(inode, end, allocates);
    if (previous != null) {
      previous.close();
    }
    if (!preallocation.ensure(wanted)) {
      throw new JournalDirectoryException(
          file + ": the disk is full, expected to allocate " + wanted + " bytes");
    }
  }

  private void makeDurable() throws IOException {
    Path left = generation.resolve(QueueFileDescriptor.precreatedName(appender.cycle()));
    if (Files.exists(left)) {
      throw new IOException("the library did not take " + left + ", expected it as cycle file");
    }
    SyncedFiles.restrict(
        generation.resolve(QueueFileDescriptor.METADATA_FILE), SyncedFiles.OWNER_FILE);
    SyncedFiles.restrict(appender.file(), SyncedFiles.OWNER_FILE);
    publishEnd();
    cycleSync.sync(written.get());
    SyncedFiles.syncDirectory(generation);
    SyncedFiles.syncDirectory(directory.path());
  }

  private long lengthOfClosedCycles() throws IOException {
    long bytes = 0;
    for (int cycle = 0; cycle < resumeAt.cycle(); cycle++) {
      Path file = generation.resolve(QueueFileDescriptor.fileName(cycle));
      bytes += Files.exists(file) ? Files.size(file) : 0;
    }
    return bytes;
  }

  @Override
  public void appendInput(long sequence, DirectBuffer buffer, int offset, int length) {
    if (!order.fitsInput(sequence)) {
      throw refused("input does not follow", sequence, 0);
    }
    append(KIND_INPUT, sequence, 0, buffer, offset, length);
    order.input(sequence);
  }

  @Override
  public void appendDecision(
      long causeSequence, int index, DirectBuffer buffer, int offset, int length) {
    if (!order.fitsDecision(causeSequence, index)) {
      throw refused("decision does not follow", causeSequence, index);
    }
    append(KIND_DECISION, causeSequence, index, buffer, offset, length);
    order.decision(causeSequence, index);
  }

  private void append(
      int kind, long sequence, int index, DirectBuffer buffer, int offset, int length) {
    int frameLength = HEADER_LENGTH + length;
    checkAppend(sequence, index, length);
    FrameDescriptor.putHeader(frame, 0, frameLength, kind, sequence, epoch, index);
    frame.putBytes(HEADER_LENGTH, buffer, offset, length);
    int nextCrc = FrameDescriptor.chainedCrc(crc32c, crc, frame, crcBytes, 0, frameLength);
    frame.putInt(FrameDescriptor.CRC_OFFSET, nextCrc, LITTLE_ENDIAN);
    long end;
    try {
      appender.append(frameLength);
      end = appender.endOffset();
    } catch (RuntimeException | Error e) {
      // A bus error arrives as InternalError; nothing that the library throws here is harmless.
      throw failed("append failed", sequence, index, e);
    }
    long start = end - frameLength - RECORD_HEADER_LENGTH;
    if (start != endOffset && !QueueFileDescriptor.isIndexLength(start - endOffset)) {
      throw failed("the library wrote at offset=" + start, sequence, index, null);
    }
    crc = nextCrc;
    endOffset = end;
    publishEnd();
  }

  private void checkAppend(long sequence, int index, int length) {
    if (failure != null) {
      throw failure;
    }
    if (!started || closed) {
      throw refused("journal is not open", sequence, index);
    }
    if (!FrameDescriptor.isPayloadLength(length)) {
      throw refused("payload length=" + length, sequence, index);
    }
    long needed = endOffset + SLACK;
    if (closedCyclesBytes + needed > maxGenerationBytes) {
      throw failed("generation is full, limit=" + maxGenerationBytes, sequence, index, null);
    }
    if (needed > preallocation.end() && !preallocation.ensure(needed + ALLOCATION_STEP)) {
      throw failed(
          "disk is full",
          sequence,
          index,
          new JournalDirectoryException(
              generation + ": the disk is full, expected room for " + ALLOCATION_STEP + " bytes"));
    }
  }

  private void publishEnd() {
    written.lazySet(CycleOffset.of(appender.cycle(), endOffset));
  }

  /** A broken rule of the caller; the journal itself is as good as before. */
  private JournalFailedException refused(String what, long sequence, int index) {
    return new JournalFailedException(message(what, sequence, index));
  }

  private JournalFailedException failed(String what, long sequence, int index, Throwable cause) {
    String why = cause == null ? "" : " cause=" + cause;
    failure = new JournalFailedException(message(what, sequence, index) + why, cause);
    return failure;
  }

  private String message(String what, long sequence, int index) {
    return "journal: "
        + what
        + ": sequence="
        + sequence
        + " index="
        + index
        + " "
        + order
        + " epoch="
        + epoch
        + " cycle="
        + CycleOffset.cycle(written.get())
        + " offset="
        + endOffset
        + " directory="
        + generation;
  }

  /**
   * Closes the current cycle file and goes on in a new one. It costs file creation and syncs on the
   * calling thread: only while nothing is urgent.
   */
  public void roll() {
    int next = appender.cycle() + 1;
    if (next > CycleOffset.MAX_CYCLE) {
      throw refused("too many cycles, limit=" + CycleOffset.MAX_CYCLE, order.lastSequence(), 0);
    }
    try {
      closedCyclesBytes += endOffset;
      startCycle(next, 0);
      appender.roll(next);
      makeDurable();
    } catch (IOException | RuntimeException | Error e) {
      throw failed("cannot roll to cycle=" + next, order.lastSequence(), 0, e);
    }
  }

  /** Goes on in a new cycle file once the current one is long enough. */
  @Override
  public void onIdle() {
    if (endOffset >= rollAfterBytes && failure == null && started && !closed) {
      roll();
    }
  }

  /** With {@link Durability#ORDER} as {@link #sync()}; else that mode promises nothing here. */
  @Override
  public void force() {
    if (durability == Durability.ORDER) {
      sync();
    }
  }

  /**
   * Returns when everything appended before the call is on the disk, whatever the durability mode.
   * One {@code fdatasync} if something was appended since the last one, else no system call.
   *
   * @throws JournalFailedException if the disk cannot; the journal stays failed
   */
  public void sync() {
    try {
      cycleSync.sync(written.get());
    } catch (JournalFailedException e) {
      failure = e;
      throw e;
    }
  }

  /** True if something was appended that no sync covers. */
  boolean isDirty() {
    return cycleSync.isDirty(written.get());
  }

  /** All before this {@link CycleOffset} is on the disk. */
  long synced() {
    return cycleSync.synced();
  }

  /** What this journal promises. */
  public Durability durability() {
    return durability;
  }

  /** Time between two syncs with {@link Durability#BATCH}. */
  long batchIntervalNs() {
    return batchIntervalNs;
  }

  /** How much disk space and how many touched pages should lie ahead. */
  long preallocateBytes() {
    return preallocateBytes;
  }

  /** {@link CycleOffset} of the end of what was appended. */
  long written() {
    return written.get();
  }

  /** Where the library has mapped the end of the file. */
  MappedBlock mapped() {
    QueueAppender current = appender;
    return current == null || closed ? MappedBlock.NONE : current.mapped();
  }

  /** Null before the cycle file is there and after the end. */
  Preallocation preallocation() {
    return started && !closed ? preallocation : null;
  }

  Path cycleFile(int cycle) {
    return generation.resolve(QueueFileDescriptor.fileName(cycle));
  }

  /** False where the file system cannot allocate: there zeros are written ahead instead. */
  public boolean isPreallocated() {
    Preallocation current = preallocation;
    return current != null && current.isAllocating();
  }

  /**
   * Closes the queue; with {@link Durability#BATCH} and {@link Durability#ORDER} after a last sync.
   * The directory stays with the caller. The appending thread must have stopped.
   */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (started && failure == null && durability != Durability.PROCESS) {
        sync();
      }
    } finally {
      closeQuietly();
    }
  }

  private void closeQuietly() {
    if (appender != null) {
      appender.close();
    }
    if (preallocation != null) {
      preallocation.close();
    }
    cycleSync.close();
  }
}
