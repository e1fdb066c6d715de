package io.ripcord.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Judges what a reader found at its cursor: the torn end that a crash leaves, or damage. Looks
 * ahead in the file with plain reads. One use, one thread.
 */
final class DamageReport {
  /** The length lies in the frame behind the checksum, in 16 bits. */
  private static final int FRAME_LENGTH_MASK = 0xFFFF;

  private final RecordCursor cursor;
  private final FrameChain chain;
  private final Path generation;
  private final int cycle;

  DamageReport(RecordCursor cursor, FrameChain chain, Path generation, int cycle) {
    this.cursor = cursor;
    this.chain = chain;
    this.generation = generation;
    this.cycle = cycle;
  }

  JournalProblem problem(String why, boolean stopped) throws IOException {
    long offset = cursor.recordOffset();
    JournalProblem.Kind kind = kind(offset, stopped);
    long last = chain.lastSequence();
    long expected = last == FrameOrder.NONE ? FrameOrder.NONE : last + 1;
    String after = last == FrameOrder.NONE ? " before the first input" : " after input " + last;
    return new JournalProblem(
        kind,
        cursor.file(),
        offset,
        expected,
        foundSequence(),
        cursor.file() + ": offset=" + offset + after + ": " + why + meaning(kind));
  }

  private JournalProblem.Kind kind(long offset, boolean stopped) throws IOException {
    if (chain.isOtherVersion()) {
      return JournalProblem.Kind.WRONG_VERSION;
    }
    boolean last = !Files.exists(generation.resolve(QueueFileDescriptor.fileName(cycle + 1)));
    long behind = offset + QueueFileDescriptor.RECORD_HEADER_LENGTH;
    return (!stopped || isInterruptedAppend(offset))
            && last
            && FrameSearch.firstFrame(cursor.channel(), behind, chain.lastSequence())
                == FrameSearch.NONE
        ? JournalProblem.Kind.TORN_TAIL
        : JournalProblem.Kind.DAMAGED;
  }

  /** A killed writer never set the header of its record; a flipped bit cannot clear one. */
  private boolean isInterruptedAppend(long offset) throws IOException {
    long frame = offset + QueueFileDescriptor.RECORD_HEADER_LENGTH;
    int length =
        (int) (PlainReads.readLong(cursor.channel(), frame) >>> Integer.SIZE) & FRAME_LENGTH_MASK;
    return (int) PlainReads.readLong(cursor.channel(), offset) == 0
        && FrameDescriptor.isFrameLength(length)
        && PlainReads.readLong(cursor.channel(), QueueFileDescriptor.WRITE_OFFSET) < offset;
  }

  private static String meaning(JournalProblem.Kind kind) {
    return switch (kind) {
      case TORN_TAIL -> "; nothing follows, as after a crash";
      case DAMAGED -> "; damaged";
      default -> "";
    };
  }

  private long foundSequence() {
    return FrameDescriptor.isFrameLength(cursor.bodyLength())
        ? FrameDescriptor.sequence(cursor.buffer(), cursor.bodyIndex())
        : FrameOrder.NONE;
  }
}
