package io.ripcord.journal;

/**
 * Where the valid part of a generation ends: all that is needed to append to it, or to read on
 * later. Immutable.
 *
 * @param cycle number of the cycle file that holds the end
 * @param endOffset offset in that file behind the last valid record
 * @param crc checksum of the last frame, which the next one chains to
 * @param frames number of frames up to here
 * @param lastSequence of the last input, -1 if there is none
 * @param lastCause of the last decision, -1 if there is none
 * @param lastIndex of the last decision, -1 if there is none
 * @param epoch of the last frame, 0 if there is none
 */
public record JournalTail(
    int cycle,
    long endOffset,
    int crc,
    long frames,
    long lastSequence,
    long lastCause,
    int lastIndex,
    int epoch) {

  /** The tail of a generation without any frame. */
  public static final JournalTail EMPTY =
      new JournalTail(
          0,
          0,
          FrameDescriptor.FIRST_CRC,
          0,
          FrameOrder.NONE,
          FrameOrder.NONE,
          (int) FrameOrder.NONE,
          0);

  /** The beginning of a generation that follows another, whose tail this was. */
  public static JournalTail openingAfter(JournalTail tail) {
    return new JournalTail(
        0,
        0,
        FrameDescriptor.FIRST_CRC,
        0,
        tail.lastSequence(),
        tail.lastCause(),
        tail.lastIndex(),
        tail.epoch());
  }

  /** True if no frame lies before this tail. */
  public boolean isEmpty() {
    return frames == 0;
  }
}
