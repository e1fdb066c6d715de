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
  }

  /** Number of the last input that was published. */
  public long sourceSequence() {
    return sourceSequence;
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
