package io.ripcord.journal;

import static io.ripcord.journal.FrameDescriptor.HEADER_LENGTH;
import static io.ripcord.journal.FrameDescriptor.MAX_FRAME_LENGTH;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A journal in memory, of the very frames that {@link ChronicleJournal} writes, chained and checked
 * alike: what a simulation writes, loses the end of, and recovers from. One thread.
 */
public final class FrameLog {
  private static final int FIRST_CAPACITY = 1 << 16;

  private final CRC32C crc32c = new CRC32C();
  private byte[] memory = new byte[FIRST_CAPACITY];
  private ByteBuffer bytes = ByteBuffer.wrap(memory);
  private UnsafeBuffer buffer = new UnsafeBuffer(memory);
  private FrameOrder order = new FrameOrder(JournalTail.EMPTY);
  private int[] offsets = new int[FIRST_CAPACITY >> 6];
  private int frames;
  private int end;
  private int crc = FrameDescriptor.FIRST_CRC;
  private int epoch;

  /**
   * Appends an input or a decision.
   *
   * @throws IllegalArgumentException when it does not follow what is there
   */
  public void append(
      int kind,
      long sequence,
      int index,
      int newEpoch,
      DirectBuffer payload,
      int offset,
      int length) {
    boolean input = kind == FrameDescriptor.KIND_INPUT;
    boolean fits = input ? order.fitsInput(sequence) : order.fitsDecision(sequence, index);
    if (!fits || !FrameDescriptor.isPayloadLength(length)) {
      throw new IllegalArgumentException(
          "kind="
              + kind
              + " sequence="
              + sequence
              + " index="
              + index
              + " length="
              + length
              + " does not follow "
              + order);
    }
    makeRoom();
    int frameLength = HEADER_LENGTH + length;
    epoch = newEpoch;
    FrameDescriptor.putHeader(buffer, end, frameLength, kind, sequence, epoch, index);
    buffer.putBytes(end + HEADER_LENGTH, payload, offset, length);
    crc = FrameDescriptor.chainedCrc(crc32c, crc, buffer, bytes, end, frameLength);
    bytes.clear();
    buffer.putInt(end + FrameDescriptor.CRC_OFFSET, crc, LITTLE_ENDIAN);
    if (input) {
      order.input(sequence);
    } else {
      order.decision(sequence, index);
    }
    offsets[frames++] = end;
    end += frameLength;
  }

  private void makeRoom() {
    if (frames == offsets.length) {
      offsets = Arrays.copyOf(offsets, 2 * frames);
    }
    if (end + MAX_FRAME_LENGTH > memory.length) {
      memory = Arrays.copyOf(memory, 2 * memory.length);
      bytes = ByteBuffer.wrap(memory);
      buffer = new UnsafeBuffer(memory);
    }
  }

  /** How many frames were appended and not lost. */
  public int frames() {
    return frames;
  }

  /**
   * Loses the end, as a power cut does: all but the first {@code kept} frames, and leaves {@code
   * torn} bytes of the first one lost.
   */
  public void cut(int kept, int torn) {
    if (kept >= frames) {
      return;
    }
    int from = offsets[kept];
    int to = kept + 1 < frames ? offsets[kept + 1] : end;
    end = from + Math.min(torn, to - from - 1);
    frames = kept;
  }

  /** Where it ends. */
  public JournalTail tail() {
    return new JournalTail(
        0, end, crc, frames, order.lastSequence(), order.lastCause(), order.lastIndex(), epoch);
  }

  /** Reads from a known place on, {@link JournalTail#EMPTY} for the beginning. */
  public Reader reader(JournalTail from) {
    return new Reader(from);
  }

  /**
   * Goes on behind the last frame that a reader accepted: wipes a torn end. To be called after a
   * {@link #cut}, before the next append.
   */
  public void mend(Reader reader) {
    JournalTail tail = reader.tail();
    frames = (int) tail.frames();
    end = (int) tail.endOffset();
    crc = tail.crc();
    epoch = tail.epoch();
    order = new FrameOrder(tail);
  }

  /** One way through the frames; each is proved to be the successor of the one before. */
  public final class Reader implements JournalFrame {
    private final FrameChain chain;
    private int next;
    private int at;
    private String problem;

    private Reader(JournalTail from) {
      chain = new FrameChain(from);
      next = (int) from.endOffset();
    }

    /**
     * Moves to the next frame.
     *
     * @return false at the end, or where {@link #problem} says what is wrong
     */
    public boolean next() {
      if (problem != null || next == end) {
        return false;
      }
      int length = next + HEADER_LENGTH > end ? 0 : FrameDescriptor.frameLength(buffer, next);
      if (!FrameDescriptor.isFrameLength(length) || next + length > end) {
        problem = "torn at offset=" + next;
        return false;
      }
      if (!chain.accept(buffer, bytes, next, length)) {
        problem = chain.wrong();
        return false;
      }
      at = next;
      next += length;
      return true;
    }

    /** Why the reading ended before the end, {@code null} if it did not. */
    public String problem() {
      return problem;
    }

    /** Where the frames read so far end. */
    public JournalTail tail() {
      return chain.tail(0, next);
    }

    @Override
    public int kind() {
      return FrameDescriptor.kind(buffer, at);
    }

    @Override
    public long sequence() {
      return FrameDescriptor.sequence(buffer, at);
    }

    @Override
    public int index() {
      return FrameDescriptor.index(buffer, at);
    }

    @Override
    public DirectBuffer buffer() {
      return buffer;
    }

    @Override
    public int payloadOffset() {
      return at + HEADER_LENGTH;
    }

    @Override
    public int payloadLength() {
      return FrameDescriptor.frameLength(buffer, at) - HEADER_LENGTH;
    }
  }
}
