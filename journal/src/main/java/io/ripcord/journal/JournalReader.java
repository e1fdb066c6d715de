package io.ripcord.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.agrona.DirectBuffer;

/**
 * Reads the frames of a journal one by one and proves each to be the successor of the one before:
 * chained checksum, gapless inputs, ordered decisions. One thread. It uses plain reads and a fixed
 * amount of memory, takes no lock and maps nothing, so it may run beside a live engine, in its
 * process or another, and no content of the files can crash it. The payload stays valid until the
 * next call.
 *
 * <p>A journal that was read to its end says how it ended: {@link #isStopped()} or, with {@link
 * #problem()}, why the rest cannot be trusted. No method throws for what is in the files.
 */
public final class JournalReader implements JournalFrame, AutoCloseable {
  private final Path generation;
  private final StopRecord stopRecord;
  private final boolean live;
  private final FrameChain chain;

  private RecordCursor cursor;
  private int cycle;
  private long endOffset;
  private int frameIndex;
  private int frameLength;
  private boolean stopped;
  private boolean ended;
  private JournalProblem problem;

  private JournalReader(Path directory, StopRecord stopRecord, JournalTail from, boolean live) {
    this.generation = JournalDirectory.generation(directory);
    this.stopRecord = stopRecord;
    this.live = live;
    chain = new FrameChain(from);
    cycle = from.cycle();
    endOffset = from.endOffset();
    problem = JournalFormat.check(directory);
    ended = problem != null;
    if (!ended) {
      openFirst(directory, from);
    }
  }

  /** Reads a journal from its first frame to its end; no engine should be at work on it. */
  public static JournalReader open(Path directory, StopRecord stopRecord) {
    return new JournalReader(directory, stopRecord, JournalTail.EMPTY, false);
  }

  /** As {@link #open}, from a known place on: that of a snapshot, for instance. */
  public static JournalReader openFrom(Path directory, StopRecord stopRecord, JournalTail from) {
    return new JournalReader(directory, stopRecord, from, false);
  }

  /** Follows a journal that an engine may be writing; use {@link #poll}. */
  public static JournalReader follow(Path directory, StopRecord stopRecord, JournalTail from) {
    return new JournalReader(directory, stopRecord, from, true);
  }

  private void openFirst(Path directory, JournalTail from) {
    try {
      if (!openCycle(cycle)) {
        ended = !live;
        if (ended) {
          problem = noJournal(directory);
        }
      } else if (from.endOffset() > 0 && !cursor.moveTo(from.endOffset())) {
        fail(cursor.damage());
      }
      endOffset = from.endOffset();
    } catch (IOException e) {
      unreadable(e);
    }
  }

  private JournalProblem noJournal(Path directory) {
    int lowest = JournalDirectory.lowestCycle(generation);
    return lowest < 0
        ? new JournalProblem(
            JournalProblem.Kind.NO_JOURNAL,
            directory,
            0,
            FrameOrder.NONE,
            FrameOrder.NONE,
            directory + ": holds no journal, expected cycle files in " + generation.getFileName())
        : new JournalProblem(
            JournalProblem.Kind.DAMAGED,
            generation.resolve(QueueFileDescriptor.fileName(cycle)),
            0,
            FrameOrder.NONE,
            FrameOrder.NONE,
            generation
                + ": the first file is "
                + QueueFileDescriptor.fileName(lowest)
                + ", expected "
                + QueueFileDescriptor.fileName(cycle));
  }

  private boolean openCycle(int number) throws IOException {
    Path file = generation.resolve(QueueFileDescriptor.fileName(number));
    if (!Files.exists(file)) {
      return false;
    }
    close();
    cursor = new RecordCursor(file, live);
    cycle = number;
    endOffset = 0;
    return true;
  }

  /**
   * Moves to the next frame.
   *
   * @return false at the end of what is there: see {@link #problem()} and {@link #isStopped()}
   */
  public boolean next() {
    if (ended) {
      return false;
    }
    try {
      return advance();
    } catch (IOException e) {
      return unreadable(e);
    }
  }

  /**
   * Moves to the next frame of a journal that grows; may be called again after it returned false.
   *
   * @return false if nothing new is there yet, or ever if {@link #problem()} is set
   */
  public boolean poll() {
    return next();
  }

  private boolean advance() throws IOException {
    if (cursor == null && !openCycle(cycle)) {
      return false;
    }
    boolean again = false;
    while (true) {
      switch (cursor.next()) {
        case META -> {
          again = false;
          // An index record right behind the last frame belongs to what is written.
          endOffset = endOffset == 0 ? 0 : cursor.nextOffset();
        }
        case DATA -> {
          if (accept()) {
            return true;
          }
          if (!again(again)) {
            return fail(chain.wrong());
          }
          again = true;
        }
        case DAMAGED -> {
          if (!again(again)) {
            return fail(cursor.damage());
          }
          again = true;
        }
        case CLOSED -> {
          if (!leaveClosedCycle()) {
            return false;
          }
        }
        case END -> {
          if (!leaveOpenCycle()) {
            return false;
          }
        }
      }
    }
  }

  /**
   * Beside a live writer a read may in theory see a record header before its record: look once more
   * before calling it damage.
   */
  private boolean again(boolean before) {
    if (live && !before) {
      cursor.again();
    }
    return live && !before;
  }

  private boolean accept() {
    int index = cursor.bodyIndex();
    if (!chain.accept(cursor.buffer(), cursor.bytes(), index, cursor.bodyLength())) {
      return false;
    }
    frameIndex = index;
    frameLength = cursor.bodyLength();
    endOffset = cursor.nextOffset();
    if (kind() == FrameDescriptor.KIND_INPUT) {
      // A stop has decisions of its own behind it: only a further input takes it back.
      stopped = stopRecord.isStop(buffer(), payloadOffset(), payloadLength());
    }
    return true;
  }

  /** Goes on to the next cycle; at the end mark nothing but zeros may follow in this one. */
  private boolean leaveClosedCycle() throws IOException {
    long end = cursor.recordOffset() + QueueFileDescriptor.RECORD_HEADER_LENGTH;
    if (!live && !isZeroFrom(end + cursor.bodyLength())) {
      return false;
    }
    if (openCycle(cycle + 1)) {
      return true;
    }
    cursor.again();
    if (!live) {
      // Nothing can be appended behind an end mark: whoever continues does so in the next cycle.
      ended = true;
      cycle++;
      endOffset = 0;
    }
    return false;
  }

  private boolean leaveOpenCycle() throws IOException {
    if (live) {
      return !isBehindWriter();
    }
    long written = cursor.writeOffset();
    if (written >= cursor.nextOffset()) {
      return fail("nothing, but the head of the file says that a record begins at " + written);
    }
    if (!isZeroFrom(cursor.recordOffset())) {
      return false;
    }
    if (openCycle(cycle + 1)) {
      return true;
    }
    ended = true;
    return false;
  }

  /** False, with the problem set, if anything but zeros lies from {@code offset} on. */
  private boolean isZeroFrom(long offset) throws IOException {
    long found = FrameSearch.firstNonZero(cursor.channel(), offset);
    return found == FrameSearch.NONE
        || fail("something was written at offset=" + found + ", expected zeros to the end");
  }

  /**
   * Nothing at the cursor: either the writer is not further, or a record header was wiped out. The
   * library notes the offset of a record after it wrote its header, so if it is past us, the header
   * must be visible now.
   *
   * @return true if there is nothing to read yet, or the problem is set
   */
  private boolean isBehindWriter() throws IOException {
    long written = cursor.writeOffset();
    boolean passed = written >= cursor.nextOffset() && cursor.nextOffset() > 0;
    cursor.again();
    if (!passed) {
      return true;
    }
    RecordCursor.Step step = cursor.next();
    if (step == RecordCursor.Step.END && cursor.writeOffset() == written) {
      fail("nothing, but the head of the file says that a record begins at " + written);
      return true;
    }
    cursor.again();
    return false;
  }

  private boolean unreadable(IOException e) {
    Path file = cursor == null ? generation : cursor.file();
    ended = true;
    problem =
        new JournalProblem(
            JournalProblem.Kind.DAMAGED,
            file,
            cursor == null ? 0 : cursor.recordOffset(),
            expectedSequence(),
            FrameOrder.NONE,
            file + ": cannot be read: " + e);
    return false;
  }

  private boolean fail(String why) throws IOException {
    ended = true;
    problem = new DamageReport(cursor, chain, generation, cycle).problem(why, stopped);
    return false;
  }

  private long expectedSequence() {
    return chain.lastSequence() == FrameOrder.NONE ? FrameOrder.NONE : chain.lastSequence() + 1;
  }

  @Override
  public int kind() {
    return FrameDescriptor.kind(cursor.buffer(), frameIndex);
  }

  @Override
  public long sequence() {
    return FrameDescriptor.sequence(cursor.buffer(), frameIndex);
  }

  @Override
  public int index() {
    return FrameDescriptor.index(cursor.buffer(), frameIndex);
  }

  /** Epoch of the engine that wrote the frame. */
  public int epoch() {
    return FrameDescriptor.epoch(cursor.buffer(), frameIndex);
  }

  @Override
  public DirectBuffer buffer() {
    return cursor.buffer();
  }

  @Override
  public int payloadOffset() {
    return frameIndex + FrameDescriptor.HEADER_LENGTH;
  }

  @Override
  public int payloadLength() {
    return frameLength - FrameDescriptor.HEADER_LENGTH;
  }

  /** True if the last input was the record of an orderly stop. */
  public boolean isStopped() {
    return stopped;
  }

  /** Why reading ended, or null: nothing wrong so far. */
  public JournalProblem problem() {
    return problem;
  }

  /** Where the frames read so far end. */
  public JournalTail tail() {
    return chain.tail(cycle, endOffset);
  }

  @Override
  public void close() {
    if (cursor != null) {
      try {
        cursor.close();
      } catch (IOException e) {
        // A channel that was only read from has nothing to lose.
        ended = true;
      }
    }
  }
}
