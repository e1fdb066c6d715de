package io.ripcord.event;

/**
 * Where an event lies in its ring slot.
 *
 * <pre>
 *   0        8                         28                     length       128
 *   +--------+-------------------------+------------------------+------------+
 *   | header | origin (inputs only)    | fields of the message  | unused     |
 *   +--------+-------------------------+------------------------+------------+
 *   header: block length, template id, schema id, version, each uint16
 *   origin: ingress time int64, source sequence int64, source int32
 * </pre>
 */
public final class EventSlotDescriptor {
  /** Bytes of a slot; every message fits. */
  public static final int SLOT_LENGTH = 128;

  /** Every message's length is a multiple of this, so that frames need no padding. */
  public static final int ALIGNMENT = 8;

  private EventSlotDescriptor() {}
}
