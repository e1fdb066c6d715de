package io.ripcord.event;

import io.ripcord.event.codec.EngineStartedDecoder;
import io.ripcord.event.codec.MessageHeaderDecoder;
import org.agrona.DirectBuffer;

/** Reads from the first event of a journal what an engine must know before it is built. */
public final class EngineStarts {
  private EngineStarts() {}

  /**
   * Registrations that fit over the life of the engine.
   *
   * @throws IllegalArgumentException when these bytes are no {@code EngineStarted}
   */
  public static int maxPositions(DirectBuffer buffer, int offset, int length) {
    MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(buffer, offset);
    Headers.check(header, length);
    if (header.templateId() != EngineStartedDecoder.TEMPLATE_ID) {
      throw new IllegalArgumentException(
          "templateId=" + header.templateId() + ", expected EngineStarted first");
    }
    return new EngineStartedDecoder()
        .wrap(
            buffer,
            offset + MessageHeaderDecoder.ENCODED_LENGTH,
            header.blockLength(),
            header.version())
        .maxPositions();
  }
}
