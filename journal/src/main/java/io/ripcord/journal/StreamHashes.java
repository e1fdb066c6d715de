package io.ripcord.journal;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * What "the same bytes" means: one SHA-256 over the inputs of a journal, one over its decisions. An
 * input counts with its payload; a decision with its cause (i64), its index (i32), both little
 * endian, and its payload. Epochs, checksums and the mix of the two streams do not count. One
 * thread; allocates only when a hash is asked for.
 */
public final class StreamHashes {
  private final MessageDigest inputs = sha256();
  private final MessageDigest decisions = sha256();
  private final byte[] scratch =
      new byte[Long.BYTES + Integer.BYTES + FrameDescriptor.MAX_PAYLOAD_LENGTH];
  private final UnsafeBuffer scratchBuffer = new UnsafeBuffer(scratch);

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Adds the frame that a reader stands at. */
  public void add(JournalReader frame) {
    if (frame.kind() == FrameDescriptor.KIND_INPUT) {
      addInput(frame.buffer(), frame.payloadOffset(), frame.payloadLength());
    } else {
      addDecision(
          frame.sequence(),
          frame.index(),
          frame.buffer(),
          frame.payloadOffset(),
          frame.payloadLength());
    }
  }

  /** Adds an input. */
  public void addInput(DirectBuffer buffer, int offset, int length) {
    buffer.getBytes(offset, scratch, 0, length);
    inputs.update(scratch, 0, length);
  }

  /** Adds a decision. */
  public void addDecision(
      long causeSequence, int index, DirectBuffer buffer, int offset, int length) {
    scratchBuffer.putLong(0, causeSequence, LITTLE_ENDIAN);
    scratchBuffer.putInt(Long.BYTES, index, LITTLE_ENDIAN);
    buffer.getBytes(offset, scratch, Long.BYTES + Integer.BYTES, length);
    decisions.update(scratch, 0, Long.BYTES + Integer.BYTES + length);
  }

  /** Hash of the inputs so far, 64 lower-case hexadecimal digits; more may be added after it. */
  public String inputSha256() {
    return hex(inputs);
  }

  /** Hash of the decisions so far. */
  public String decisionSha256() {
    return hex(decisions);
  }

  private static String hex(MessageDigest digest) {
    try {
      return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the platform's SHA-256 can be cloned", e);
    }
  }
}
