package io.ripcord.journal;

import org.agrona.DirectBuffer;

/** Receives what a {@link QueueFileScanner} finds; the bytes are its own, valid for the call. */
@FunctionalInterface
public interface FrameVisitor {
  /** For scans that only check. */
  FrameVisitor NONE = (buffer, offset, length, fileOffset) -> {};

  /**
   * One data record whose length a frame may have; nothing in it was verified.
   *
   * @param fileOffset of the frame in the cycle file
   */
  void onFrame(DirectBuffer buffer, int offset, int length, long fileOffset);
}
