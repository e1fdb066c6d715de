package io.ripcord.event;

import io.ripcord.event.codec.MessageHeaderDecoder;

/** Checks that bytes are a message of this schema before a decoder touches them. */
final class Headers {
  private Headers() {}

  static void check(MessageHeaderDecoder header, int length) {
    if (header.schemaId() != MessageHeaderDecoder.SCHEMA_ID) {
      throw new IllegalArgumentException(
          "schemaId=" + header.schemaId() + ", expected " + MessageHeaderDecoder.SCHEMA_ID);
    }
    if (MessageHeaderDecoder.ENCODED_LENGTH + header.blockLength() > length) {
      throw new IllegalArgumentException(
          "blockLength="
              + header.blockLength()
              + " passes the end of the message, length="
              + length);
    }
  }

  static IllegalArgumentException unknown(MessageHeaderDecoder header) {
    return new IllegalArgumentException("templateId=" + header.templateId() + " is not known here");
  }
}
