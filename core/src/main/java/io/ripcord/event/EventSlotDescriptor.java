package io.ripcord.event;

import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/**
 * Where an event lies in its ring slot.
 *
 * <pre>
 *   0        8                         28                     length       120     128
 *   +--------+-------------------------+------------------------+----------+-------+
 *   | header | origin (inputs only)    | fields of the message  | unused   | stamp |
 *   +--------+-------------------------+------------------------+----------+-------+
 *   header: block length, template id, schema id, version, each uint16
 *   origin: ingress time int64, source sequence int64, source int32
 *   stamp:  when it was published, the pipeline's own; never journalled
 * </pre>
 *
 * The length of an event follows from its header, and the stamp lies beside it: whoever takes an
 * event over from another core fetches the two cache lines of the slot and nothing else.
 */
public final class EventSlotDescriptor {
  /** Bytes of a slot. */
  public static final int SLOT_LENGTH = 128;

  /** Bytes of the longest message. */
  public static final int MAX_MESSAGE_LENGTH = 120;

  /** Where the stamp lies. */
  public static final int STAMP_OFFSET = MAX_MESSAGE_LENGTH;

  /** Every message's length is a multiple of this, so that frames need no padding. */
  public static final int ALIGNMENT = 8;

  private static final int HEADER_LENGTH = 8;
  private static final int BLOCK_LENGTH_MASK = 0xFFFF;

  private EventSlotDescriptor() {}

  /** Length of the message that begins here. */
  public static int messageLength(DirectBuffer buffer, int offset) {
    return HEADER_LENGTH + (buffer.getShort(offset, ByteOrder.LITTLE_ENDIAN) & BLOCK_LENGTH_MASK);
  }
}
