package io.ripcord.venue.paper.server;

import io.ripcord.event.DecisionDispatcher;
import io.ripcord.event.EventSink;
import io.ripcord.event.MarketDataPublisher;
import io.ripcord.event.Side;
import io.ripcord.event.Sources;
import io.ripcord.event.Texts;
import io.ripcord.money.E8;
import io.ripcord.venue.OrderGateway;
import io.ripcord.venue.VenueOrder;
import io.ripcord.venue.paper.PaperInstrument;
import io.ripcord.venue.wire.LogoutReason;
import io.ripcord.venue.wire.MessageShapes;
import io.ripcord.venue.wire.ProtocolException;
import io.ripcord.venue.wire.SessionListener;
import io.ripcord.venue.wire.WireConnection;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.List;
import org.agrona.DirectBuffer;

/** A client's connection, from its first byte to its end. The server's thread. */
final class PaperSession implements SessionListener {
  /** What may wait for a slow reader: seconds of a busy market. */
  private static final int OUT_BYTES = 4 * 1024 * 1024;

  private final PaperServer server;
  private final WireConnection connection;
  private final DecisionDispatcher dispatcher = new DecisionDispatcher();
  private final MarketDataPublisher market;
  private final Orders orders = new Orders();
  private final long logonDeadlineNs;
  private final String peer;
  private PaperDesk desk;
  private boolean closed;

  PaperSession(PaperServer server, SocketChannel channel, MessageShapes expected, long nowNs)
      throws IOException {
    this.server = server;
    peer = String.valueOf(channel.getRemoteAddress());
    connection = new WireConnection(channel, expected, OUT_BYTES, nowNs);
    market = new MarketDataPublisher(connection.events(), Sources.FIRST_FEED);
    logonDeadlineNs = nowNs + WireConnection.DEAD_AFTER_NS;
  }

  boolean isClosed() {
    return closed;
  }

  EventSink events() {
    return connection.events();
  }

  /** Reads what came; a client that breaks the protocol loses its session and nothing else. */
  int read(long nowNs) {
    if (closed) {
      return 0;
    }
    try {
      int count = connection.read(nowNs, this, this::onEvent);
      if (desk == null && !closed && nowNs >= logonDeadlineNs) {
        end(LogoutReason.SILENCE, "no logon in time");
      }
      return count;
    } catch (ProtocolException e) {
      end(LogoutReason.PROTOCOL, e.getMessage());
    } catch (IOException e) {
      end(LogoutReason.REQUESTED, e.getMessage());
    }
    return 1;
  }

  /** Writes what waits, as far as the client takes it. */
  int write(long nowNs) {
    if (closed) {
      return 0;
    }
    try {
      int written = connection.flush();
      connection.keepAlive(nowNs);
      return written + connection.flush();
    } catch (IOException e) {
      LogoutReason reason =
          connection.isOverflowed() ? LogoutReason.TOO_SLOW : LogoutReason.SILENCE;
      end(reason, e.getMessage());
      return 1;
    }
  }

  void tick(
      long nowNs,
      int instrument,
      long venueTimeNs,
      long lastE8,
      long lastQuantityE8,
      long bidE8,
      long askE8) {
    if (desk != null && !closed) {
      market.tick(nowNs, instrument, venueTimeNs, lastE8, lastQuantityE8, bidE8, askE8);
    }
  }

  /** Ends the session; what was not read never will be. */
  void end(LogoutReason reason, String why) {
    if (closed) {
      return;
    }
    closed = true;
    connection.close(reason);
    if (desk != null && desk.session() == this) {
      desk.session(null);
    }
    server.log(peer + ": session ended: " + (why == null ? "the connection broke" : why));
  }

  @Override
  public void onLogon(int protocolVersion, int eventSchemaVersion, String clientName)
      throws IOException {
    if (desk != null) {
      throw new ProtocolException("a second Logon");
    }
    if (protocolVersion != WireConnection.PROTOCOL_VERSION
        || eventSchemaVersion != MessageShapes.eventSchemaVersion()) {
      end(
          LogoutReason.VERSION,
          "protocol " + protocolVersion + ", event schema " + eventSchemaVersion);
      return;
    }
    if (!Texts.isName(clientName)) {
      end(LogoutReason.NAME, "client name '" + clientName + "'");
      return;
    }
    desk = server.takeDesk(clientName, this);
    List<PaperInstrument> instruments = server.instruments();
    connection.logonAck(instruments.size());
    for (int i = 0; i < instruments.size(); i++) {
      PaperInstrument row = instruments.get(i);
      connection.instrument(i, row.symbol(), row.priceIncrementE8(), row.lotE8());
    }
    server.log(peer + ": session of client '" + clientName + "'");
  }

  @Override
  public void onLogout(LogoutReason reason) {
    end(LogoutReason.REQUESTED, "the client logged out");
  }

  @Override
  public void onHold(long requestId, long positionId, int instrument, Side side, long quantityE8)
      throws IOException {
    checkLoggedOn();
    boolean held = desk.account().hold(positionId, instrument, side, quantityE8);
    connection.holdAck(requestId, held);
  }

  private void onEvent(DirectBuffer buffer, int offset, int length) throws IOException {
    checkLoggedOn();
    dispatcher.dispatch(buffer, offset, length, orders);
  }

  private void checkLoggedOn() throws ProtocolException {
    if (desk == null) {
      throw new ProtocolException("a message before the Logon");
    }
  }

  /** Orders and queries, checked before the venue sees them. */
  private final class Orders extends OrderGateway {
    @Override
    protected void onOrder(VenueOrder order) {
      check("instrument", order.instrumentId(), 0, server.instruments().size() - 1L);
      check("quantityE8", order.quantityE8(), 1, E8.MAX_VALUE);
      check("attempt", order.attempt(), 1, Integer.MAX_VALUE);
      if (order.triggerPriceE8() != E8.NULL) {
        check("triggerPriceE8", order.triggerPriceE8(), -E8.MAX_VALUE, E8.MAX_VALUE);
      }
      order.tell(desk.account().gateway());
    }

    private void check(String name, long value, long lowest, long highest) {
      if (value < lowest || value > highest) {
        throw new IllegalArgumentException(
            name + "=" + value + ", expected " + lowest + " to " + highest);
      }
    }

    @Override
    public void onPositionsQuery(long timeNs, long queryId, long positionId, int instrumentId) {
      desk.account().gateway().onPositionsQuery(timeNs, queryId, positionId, instrumentId);
    }

    @Override
    public void onOrderQuery(
        long timeNs,
        long queryId,
        long positionId,
        int instrumentId,
        long clOrdIdHigh,
        long clOrdIdLow) {
      desk.account()
          .gateway()
          .onOrderQuery(timeNs, queryId, positionId, instrumentId, clOrdIdHigh, clOrdIdLow);
    }
  }
}
