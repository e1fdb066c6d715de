package io.ripcord.event;

import io.ripcord.event.codec.MessageHeaderEncoder;
import io.ripcord.event.codec.OriginEncoder;
import org.agrona.MutableDirectBuffer;

/**
 * What all publishers share: the claimed buffer, the header and the origin. One publisher has one
 * source and one thread; it counts the inputs of that source.
 */
abstract class Publisher {
  /** Flyweight for the header, private to the publisher. */
  protected final MessageHeaderEncoder header = new MessageHeaderEncoder();

  private final EventSink sink;
  private final int source;
  private long sourceSequence;

  Publisher(EventSink sink, int source) {
    this.sink = sink;
    this.source = source;
    sourceSequence = sink.lastOf(source);
  }

  /** Number of the last input that was published. */
  public long sourceSequence() {
    return sourceSequence;
  }

  // A claimed slot must be published: what can be wrong is found before the claim.
  protected static void checkText(String name, String text, int maxLength) {
    if (text.length() > maxLength) {
      throw new IllegalArgumentException(
          name + " of " + text.length() + " characters, expected at most " + maxLength);
    }
  }

  protected static void checkSha256(String name, byte[] sha256) {
    if (sha256.length != Texts.SHA_256_LENGTH) {
      throw new IllegalArgumentException(
          name + " of " + sha256.length + " bytes, expected " + Texts.SHA_256_LENGTH);
    }
  }

  protected MutableDirectBuffer claim() {
    return sink.claim();
  }

  protected MutableDirectBuffer tryClaim() {
    return sink.tryClaim();
  }

  protected void stamp(OriginEncoder origin, long timeNs) {
    sourceSequence++;
    origin.timeNs(timeNs).sourceSequence(sourceSequence).source(source);
  }

  protected void publish(int blockLength) {
    sink.publish(MessageHeaderEncoder.ENCODED_LENGTH + blockLength);
  }
}
