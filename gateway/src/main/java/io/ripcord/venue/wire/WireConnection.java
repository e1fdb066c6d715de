package io.ripcord.venue.wire;

import io.ripcord.event.DecisionSink;
import io.ripcord.event.EventSink;
import io.ripcord.event.EventSlotDescriptor;
import io.ripcord.event.Side;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * One end of a connection: frames in and out, heartbeats, and the decision that the other side is
 * gone. Nothing blocks: what the socket does not take waits in a bounded buffer, and a reader so
 * slow that it is full loses the connection. Any {@link IOException} means that the connection is
 * of no more use; close it. One thread.
 */
public final class WireConnection implements AutoCloseable {
  /** Version of the protocol in {@code docs/paper-wire.md}. */
  public static final int PROTOCOL_VERSION = 1;

  /** From one heartbeat to the next. */
  public static final long HEARTBEAT_NS = TimeUnit.SECONDS.toNanos(1);

  /** Silence after which the other side counts as gone. */
  public static final long DEAD_AFTER_NS = TimeUnit.SECONDS.toNanos(3);

  /** Frames that one call delivers at most, so that one connection cannot starve the rest. */
  private static final int FRAMES_PER_CALL = 1024;

  private final SocketChannel channel;
  private final FrameReader reader = new FrameReader();
  private final FrameWriter writer;
  private final SessionEncoder session;
  private final SessionDispatcher dispatcher = new SessionDispatcher();
  private final MessageShapes expected;
  private final Events events = new Events();
  private long lastHeardNs;
  private long nextHeartbeatNs;
  private boolean ended;

  /** Takes event messages of the other side. */
  @FunctionalInterface
  public interface EventReader {
    /** One message; the bytes are valid during the call only. */
    void onEvent(DirectBuffer buffer, int offset, int length) throws IOException;
  }

  /**
   * Takes over a connected channel and makes it non-blocking.
   *
   * @param expected event messages that the other side may send
   * @param outBytes bound of what waits for a slow reader
   */
  public WireConnection(SocketChannel channel, MessageShapes expected, int outBytes, long nowNs)
      throws IOException {
    this.channel = channel;
    this.expected = expected;
    writer = new FrameWriter(outBytes);
    session = new SessionEncoder(writer);
    lastHeardNs = nowNs;
    nextHeartbeatNs = nowNs + HEARTBEAT_NS;
    channel.configureBlocking(false);
    channel.setOption(java.net.StandardSocketOptions.TCP_NODELAY, true);
  }

  /**
   * Delivers what came.
   *
   * @return how many messages
   * @throws EOFException when the other side has closed, after what it sent before that
   */
  public int read(long nowNs, SessionListener sessions, EventReader eventReader)
      throws IOException {
    int count = deliver(sessions, eventReader, FRAMES_PER_CALL);
    if (count == FRAMES_PER_CALL || ended) {
      return count;
    }
    int taken = reader.fill(channel);
    if (taken > 0) {
      lastHeardNs = nowNs;
      count += deliver(sessions, eventReader, FRAMES_PER_CALL - count);
    } else if (taken < 0) {
      throw new EOFException("the other side closed the connection");
    }
    return count;
  }

  private int deliver(SessionListener sessions, EventReader eventReader, int most)
      throws IOException {
    int count = 0;
    while (count < most && !ended && reader.next()) {
      count++;
      DirectBuffer buffer = reader.buffer();
      int offset = reader.offset();
      int length = reader.length();
      if (SessionDispatcher.isSession(buffer, offset)) {
        dispatcher.dispatch(buffer, offset, length, sessions);
      } else {
        expected.check(buffer, offset, length);
        deliverEvent(eventReader, buffer, offset, length);
      }
    }
    return count;
  }

  private static void deliverEvent(
      EventReader eventReader, DirectBuffer buffer, int offset, int length) throws IOException {
    try {
      eventReader.onEvent(buffer, offset, length);
    } catch (IllegalArgumentException e) {
      // A value that no enumeration and no order id can have.
      ProtocolException broken = new ProtocolException(e.getMessage());
      broken.initCause(e);
      throw broken;
    }
  }

  /** Sends a heartbeat when one is due; notices silence and a reader that is too slow. */
  public void keepAlive(long nowNs) throws IOException {
    if (writer.isOverflowed()) {
      throw new IOException("the other side reads too slowly");
    }
    if (nowNs - lastHeardNs >= DEAD_AFTER_NS) {
      throw new IOException(
          "nothing heard for " + TimeUnit.NANOSECONDS.toMillis(nowNs - lastHeardNs) + " ms");
    }
    if (nowNs >= nextHeartbeatNs) {
      session.heartbeat(nowNs);
      nextHeartbeatNs = nowNs + HEARTBEAT_NS;
    }
  }

  /** Writes what waits, as far as the socket takes it, and returns how many bytes that was. */
  public int flush() throws IOException {
    return writer.flush(channel);
  }

  /** Whether nothing waits to be written. */
  public boolean isFlushed() {
    return writer.isEmpty();
  }

  /** Whether more waited than the bound allows; nothing further is written then. */
  public boolean isOverflowed() {
    return writer.isOverflowed();
  }

  /** Where a publisher puts events for the other side. */
  public EventSink events() {
    return events;
  }

  /** Where an encoder puts decisions for the other side. */
  public DecisionSink decisions() {
    return (cause, index, buffer, offset, length) -> writer.append(buffer, offset, length);
  }

  /** Asks to be let in. */
  public void logon(String clientName) {
    session.logon(PROTOCOL_VERSION, MessageShapes.eventSchemaVersion(), clientName);
  }

  /** Lets the client in. */
  public void logonAck(int instrumentCount) {
    session.logonAck(instrumentCount);
  }

  /** Names an instrument. */
  public void instrument(int number, String symbol, long priceIncrementE8, long lotE8) {
    session.instrument(number, symbol, priceIncrementE8, lotE8);
  }

  /** Books a holding. */
  public void hold(long requestId, long positionId, int instrument, Side side, long quantityE8) {
    session.hold(requestId, positionId, instrument, side, quantityE8);
  }

  /** Answers a booking. */
  public void holdAck(long requestId, boolean held) {
    session.holdAck(requestId, held);
  }

  /** Says goodbye, as far as the socket takes it, and closes. */
  public void close(LogoutReason reason) {
    if (!ended) {
      session.logout(reason);
      try {
        writer.flush(channel);
      } catch (IOException e) {
        // The other side is gone, which is what closing is about.
      }
    }
    close();
  }

  /** Closes; what was not written or not read never will be. */
  @Override
  public void close() {
    ended = true;
    try {
      channel.close();
    } catch (IOException e) {
      // Nothing can be done with it any more.
    }
  }

  private final class Events implements EventSink {
    private final UnsafeBuffer slot = new UnsafeBuffer(new byte[EventSlotDescriptor.SLOT_LENGTH]);

    @Override
    public MutableDirectBuffer claim() {
      return slot;
    }

    @Override
    public MutableDirectBuffer tryClaim() {
      return slot;
    }

    @Override
    public void publish(int length) {
      writer.append(slot, 0, length);
    }
  }
}
