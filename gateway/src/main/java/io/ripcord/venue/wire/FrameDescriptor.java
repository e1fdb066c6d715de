package io.ripcord.venue.wire;

/**
 * How a message lies on the connection.
 *
 * <pre>
 *   0              4                                     4 + length
 *   +--------------+-------------------------------------+
 *   | length int32 | message: SBE header, fixed block    |
 *   +--------------+-------------------------------------+
 *   little endian; length counts the message only
 *   SBE header: block length, template id, schema id, version, each uint16
 * </pre>
 */
final class FrameDescriptor {
  /** Bytes before the message. */
  static final int PREFIX_LENGTH = 4;

  /** Bytes of the smallest message: a header. */
  static final int MIN_MESSAGE_LENGTH = 8;

  /** Bytes of the largest frame. */
  static final int MAX_FRAME_LENGTH = 512;

  /** Bytes of the largest message. */
  static final int MAX_MESSAGE_LENGTH = MAX_FRAME_LENGTH - PREFIX_LENGTH;

  static final int TEMPLATE_OFFSET = 2;
  static final int SCHEMA_OFFSET = 4;
  static final int VERSION_OFFSET = 6;

  private FrameDescriptor() {}
}
