package io.ripcord.venue.paper.server;

import io.ripcord.venue.paper.WireRig;
import io.ripcord.venue.wire.LogoutReason;
import io.ripcord.venue.wire.MessageShapes;
import io.ripcord.venue.wire.SessionListener;
import io.ripcord.venue.wire.WireConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** A client that does as it is told, right or wrong, and keeps what it hears. */
final class RawClient implements SessionListener, AutoCloseable {
  private final SocketChannel channel;
  private final WireConnection connection;
  private final List<String> heard = new ArrayList<>();
  private boolean ended;

  RawClient(WireRig rig) throws IOException {
    channel =
        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), rig.port()));
    connection = new WireConnection(channel, MessageShapes.ofVenue(), 64 * 1024, 0);
  }

  WireConnection connection() {
    return connection;
  }

  List<String> heard() {
    return heard;
  }

  boolean isEnded() {
    return ended;
  }

  void send(byte[] bytes) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    while (rest.hasRemaining()) {
      channel.write(rest);
    }
  }

  void poll() {
    if (ended) {
      return;
    }
    try {
      connection.flush();
      connection.read(0, this, (buffer, offset, length) -> heard.add("event"));
    } catch (IOException e) {
      ended = true;
    }
  }

  @Override
  public void onLogonAck(int instrumentCount) {
    heard.add("ack " + instrumentCount);
  }

  @Override
  public void onInstrument(int number, String symbol, long priceIncrementE8, long lotE8) {
    heard.add("instrument " + number + " " + symbol);
  }

  @Override
  public void onHoldAck(long requestId, boolean held) {
    heard.add("held " + requestId + " " + held);
  }

  @Override
  public void onLogout(LogoutReason reason) {
    heard.add("logout " + reason);
  }

  @Override
  public void close() {
    connection.close();
  }
}
