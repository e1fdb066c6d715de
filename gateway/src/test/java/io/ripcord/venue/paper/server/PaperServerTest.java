package io.ripcord.venue.paper.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.ripcord.event.Side;
import io.ripcord.money.E8;
import io.ripcord.venue.paper.NodeEvents;
import io.ripcord.venue.paper.PaperSettings;
import io.ripcord.venue.paper.RemotePaperVenue;
import io.ripcord.venue.paper.WireRig;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a client may do, and that one that does anything else hurts nobody but itself. */
@Timeout(120)
class PaperServerTest {
  @TempDir private Path folder;

  private WireRig rig;

  @BeforeEach
  void start() {
    rig = new WireRig(folder, PaperSettings.immediate());
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  private RawClient logon(String name) throws IOException {
    RawClient client = new RawClient(rig);
    client.connection().logon(name);
    until("logged on", client, () -> client.heard().size() >= 3);
    return client;
  }

  private void until(String what, RawClient client, java.util.function.BooleanSupplier condition) {
    rig.until(
        what,
        () -> {
          client.poll();
          return condition.getAsBoolean();
        });
  }

  @Test
  void shouldNameItsInstruments() throws IOException {
    try (RawClient client = logon("raw")) {
      assertThat(client.heard().subList(0, 3))
          .containsExactly("ack 2", "instrument 0 ACME", "instrument 1 BETA");
    }
  }

  @Test
  void shouldBookWhatCanBeHeld() throws IOException {
    try (RawClient client = logon("raw")) {
      client.connection().hold(1, 5, 0, Side.LONG, E8.ONE);
      client.connection().hold(2, 6, 2, Side.LONG, E8.ONE);
      client.connection().hold(3, 7, -1, Side.LONG, E8.ONE);
      client.connection().hold(4, 8, 1, Side.SHORT, 0);
      client.connection().hold(5, 9, 1, Side.SHORT, Long.MIN_VALUE);
      until("answered", client, () -> client.heard().contains("held 5 false"));

      assertThat(client.heard())
          .contains("held 1 true", "held 2 false", "held 3 false", "held 4 false");
    }
  }

  @Test
  void shouldEndASessionThatIsSilent() throws IOException {
    try (RawClient client = logon("raw")) {
      until("ended", client, client::isEnded);
      assertThat(rig.log()).anyMatch(line -> line.contains("nothing heard for 3"));
    }
  }

  @Test
  void shouldEndAConnectionThatDoesNotLogOn() throws IOException {
    try (RawClient client = new RawClient(rig)) {
      until("ended", client, client::isEnded);
      assertThat(client.heard()).containsExactly("logout SILENCE");
    }
  }

  @Test
  void shouldRefuseANameThatIsNone() throws IOException {
    try (RawClient client = new RawClient(rig)) {
      client.connection().logon("two words");
      until("ended", client, client::isEnded);
      assertThat(client.heard()).containsExactly("logout NAME");
    }
  }

  @Test
  void shouldRefuseAnotherVersion() throws IOException {
    try (RawClient client = new RawClient(rig)) {
      byte[] frame = logonFrame("raw");
      frame[12]++;
      client.send(frame);
      until("ended", client, client::isEnded);
      assertThat(client.heard()).containsExactly("logout VERSION");
    }
  }

  @Test
  void shouldRefuseMoreConnectionsThanItWantsToServe() throws IOException {
    List<RawClient> clients = new ArrayList<>();
    for (int i = 0; i < PaperServer.MAX_CONNECTIONS; i++) {
      clients.add(logon("raw-" + i));
    }
    try (RawClient one = new RawClient(rig)) {
      until("refused", one, one::isEnded);
    }
    assertThat(rig.log()).anyMatch(line -> line.contains("there are 16 already"));
    clients.forEach(RawClient::close);
  }

  private static byte[] logonFrame(String name) {
    ByteBuffer frame = ByteBuffer.allocate(84).order(ByteOrder.LITTLE_ENDIAN);
    frame.putInt(80).putShort((short) 72).putShort((short) 1).putShort((short) 7202);
    frame.putShort((short) 1).putInt(1).putInt(1);
    frame.put(name.getBytes(StandardCharsets.US_ASCII));
    return frame.array();
  }

  /** A Logon, a booking, an order and its queries, as bytes. */
  private static byte[] conversation() throws IOException {
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    out.write(logonFrame("fuzz"));
    try (java.nio.channels.ServerSocketChannel listener =
            java.nio.channels.ServerSocketChannel.open()
                .bind(
                    new java.net.InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), 0));
        java.nio.channels.SocketChannel to =
            java.nio.channels.SocketChannel.open(listener.getLocalAddress());
        java.nio.channels.SocketChannel from = listener.accept();
        io.ripcord.venue.wire.WireConnection connection =
            new io.ripcord.venue.wire.WireConnection(
                to, io.ripcord.venue.wire.MessageShapes.ofVenue(), 4096, 0)) {
      connection.hold(1, 5, 0, Side.LONG, E8.ONE);
      io.ripcord.event.DecisionEncoder encoder =
          new io.ripcord.event.DecisionEncoder(connection.decisions());
      encoder.onExitOrder(
          1,
          5,
          0,
          17,
          18,
          Side.LONG,
          io.ripcord.event.OrderType.MARKET,
          E8.ONE,
          1,
          io.ripcord.event.ExitReason.TIME,
          io.ripcord.event.ExitSource.TIME,
          1,
          1,
          1);
      encoder.onEntryOrder(
          1, 5, 0, 17, 19, Side.LONG, io.ripcord.event.OrderType.MARKET, E8.ONE, 1, 1, 1);
      encoder.onOrderQuery(1, 2, 5, 0, 17, 18);
      encoder.onPositionsQuery(1, 2, 5, 0);
      connection.flush();
      to.shutdownOutput();
      ByteBuffer bytes = ByteBuffer.allocate(4096);
      while (from.read(bytes) >= 0) {
        Thread.onSpinWait();
      }
      out.write(bytes.array(), 0, bytes.position());
    }
    return out.toByteArray();
  }

  @Test
  void shouldSurviveEveryFlippedByteAndServeOthers() throws IOException {
    NodeEvents events = new NodeEvents();
    RemotePaperVenue node = rig.node("node-a", events);
    rig.until("connected", node::isConnected);
    byte[] good = conversation();
    Random random = new Random(11);
    for (int at = 0; at < good.length; at++) {
      byte[] bad = good.clone();
      bad[at] ^= (byte) (1 << random.nextInt(8));
      talk(bad);
    }
    for (int i = 0; i < 100; i++) {
      byte[] garbage = new byte[1 + random.nextInt(2000)];
      random.nextBytes(garbage);
      talk(garbage);
    }

    assertThat(events.lines()).containsExactly("SESSION CONNECTED");
    assertThat(node.requestHold(1, "ACME", Side.LONG, E8.ONE)).isNotDone();
    rig.until("still serving", () -> rig.log().size() > 0 && node.isConnected());
  }

  private void talk(byte[] bytes) throws IOException {
    try (RawClient client = new RawClient(rig)) {
      client.send(bytes);
      for (int i = 0; i < 4; i++) {
        rig.step();
        client.poll();
      }
    }
  }

  @Test
  void shouldDropAReaderThatDoesNotRead() throws IOException {
    try (RawClient client = logon("raw")) {
      for (int i = 0; i < 3_000 && rig.log().stream().noneMatch(PaperServerTest::slow); i++) {
        for (int query = 0; query < 400; query++) {
          client.connection().hold(query, 5, 0, Side.LONG, E8.ONE);
        }
        client.connection().flush();
        rig.step();
      }
    }
    assertThat(rig.log()).anyMatch(PaperServerTest::slow);
  }

  private static boolean slow(String line) {
    return line.contains("reads too slowly");
  }
}
