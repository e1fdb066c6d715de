package io.ripcord.venue.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/**
 * Passes bytes on between a client and a server, and cuts the connection after so many. Stepped.
 */
final class CutProxy implements AutoCloseable {
  /** Ways that the bytes flow. */
  static final int TO_SERVER = 0;

  static final int TO_CLIENT = 1;

  private static final int NEVER = Integer.MAX_VALUE;

  private final ServerSocketChannel listener;
  private final int serverPort;
  private final ByteBuffer bytes = ByteBuffer.allocate(64 * 1024);
  private final int[] left = {NEVER, NEVER};
  private SocketChannel client;
  private SocketChannel server;
  private int cuts;

  CutProxy(int serverPort) {
    this.serverPort = serverPort;
    try {
      listener = ServerSocketChannel.open();
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      listener.configureBlocking(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return listener.socket().getLocalPort();
  }

  /** Passes this many bytes on, then cuts; the next connection is whole again. */
  void cutAfter(int way, int count) {
    left[way] = count;
  }

  int cuts() {
    return cuts;
  }

  void step() {
    try {
      SocketChannel newClient = listener.accept();
      if (newClient != null) {
        drop();
        client = newClient;
        client.configureBlocking(false);
        server = SocketChannel.open(WireRig.address(serverPort));
        server.configureBlocking(false);
      }
      if (client != null) {
        pass(client, server, TO_SERVER);
      }
      if (client != null) {
        pass(server, client, TO_CLIENT);
      }
    } catch (IOException e) {
      drop();
    }
  }

  private void pass(SocketChannel from, SocketChannel to, int way) throws IOException {
    int allowed = left[way];
    bytes.clear().limit(Math.min(bytes.capacity(), allowed));
    int taken = allowed == 0 ? 0 : from.read(bytes);
    bytes.flip();
    while (bytes.hasRemaining()) {
      to.write(bytes);
    }
    if (allowed != NEVER) {
      left[way] -= Math.max(taken, 0);
    }
    if (left[way] == 0) {
      left[way] = NEVER;
      cuts++;
      drop();
    } else if (taken < 0) {
      drop();
    }
  }

  private void drop() {
    close(client);
    close(server);
    client = null;
    server = null;
  }

  private static void close(SocketChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    drop();
    listener.close();
  }
}
