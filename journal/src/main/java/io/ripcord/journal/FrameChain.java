package io.ripcord.journal;

import static io.ripcord.journal.FrameDescriptor.FORMAT_VERSION;
import static io.ripcord.journal.FrameDescriptor.KIND_DECISION;
import static io.ripcord.journal.FrameDescriptor.KIND_INPUT;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * The reader's proof that a frame is the successor of the one before: checksum, order, epoch. One
 * thread; allocates only for messages about what is wrong.
 */
final class FrameChain {
  private final CRC32C crc32c = new CRC32C();
  private final FrameOrder order;

  private int crc;
  private int epoch;
  private long frames;

  private String wrong;
  private boolean otherVersion;

  FrameChain(JournalTail tail) {
    order = new FrameOrder(tail);
    crc = tail.crc();
    epoch = tail.epoch();
    frames = tail.frames();
  }

  /**
   * Accepts the frame as the next one if it is; else leaves all as it was and {@link #wrong} says
   * why not.
   *
   * @param bytes the same memory as {@code buffer}
   */
  boolean accept(MutableDirectBuffer buffer, ByteBuffer bytes, int offset, int length) {
    otherVersion = false;
    wrong = null;
    int stored = FrameDescriptor.crc(buffer, offset);
    int expected = FrameDescriptor.chainedCrc(crc32c, crc, buffer, bytes, offset, length);
    bytes.clear();
    if (stored != expected) {
      wrong = String.format("crc=0x%08x, expected 0x%08x", stored, expected);
      return false;
    }
    otherVersion = FrameDescriptor.version(buffer, offset) != FORMAT_VERSION;
    wrong = otherVersion ? versionMessage(buffer, offset) : wrongField(buffer, offset, length);
    if (wrong != null) {
      return false;
    }
    crc = stored;
    epoch = FrameDescriptor.epoch(buffer, offset);
    frames++;
    long sequence = FrameDescriptor.sequence(buffer, offset);
    if (FrameDescriptor.kind(buffer, offset) == KIND_INPUT) {
      order.input(sequence);
    } else {
      order.decision(sequence, FrameDescriptor.index(buffer, offset));
    }
    return true;
  }

  private static String versionMessage(DirectBuffer buffer, int offset) {
    return "frame version="
        + FrameDescriptor.version(buffer, offset)
        + ", expected "
        + FORMAT_VERSION;
  }

  private String wrongField(DirectBuffer buffer, int offset, int length) {
    int kind = FrameDescriptor.kind(buffer, offset);
    long sequence = FrameDescriptor.sequence(buffer, offset);
    int index = FrameDescriptor.index(buffer, offset);
    int frameEpoch = FrameDescriptor.epoch(buffer, offset);
    if (FrameDescriptor.frameLength(buffer, offset) != length) {
      return "frame length=" + FrameDescriptor.frameLength(buffer, offset) + ", expected " + length;
    }
    if (kind != KIND_INPUT && kind != KIND_DECISION) {
      return "frame kind=" + kind + ", expected 1 or 2";
    }
    if (frameEpoch < 1 || frameEpoch < epoch) {
      return "frame epoch=" + frameEpoch + ", expected at least " + Math.max(1, epoch);
    }
    if (kind == KIND_INPUT && (index != 0 || !order.fitsInput(sequence))) {
      return "input sequence=" + sequence + " index=" + index + " does not follow " + order;
    }
    if (kind == KIND_DECISION && !order.fitsDecision(sequence, index)) {
      return "decision cause=" + sequence + " index=" + index + " does not follow " + order;
    }
    return null;
  }

  /** Why the last frame was refused. */
  String wrong() {
    return wrong;
  }

  /** True if the last frame was refused for its version alone. */
  boolean isOtherVersion() {
    return otherVersion;
  }

  long lastSequence() {
    return order.lastSequence();
  }

  JournalTail tail(int cycle, long endOffset) {
    return new JournalTail(
        cycle,
        endOffset,
        crc,
        frames,
        order.lastSequence(),
        order.lastCause(),
        order.lastIndex(),
        epoch);
  }
}
