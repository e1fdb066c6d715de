package io.ripcord.venue.paper.server;

import io.ripcord.venue.paper.LiveTape;
import io.ripcord.venue.paper.PaperExchange;
import io.ripcord.venue.paper.PaperInstrument;
import io.ripcord.venue.paper.PaperLedger;
import io.ripcord.venue.paper.PaperSettings;
import io.ripcord.venue.wire.LogoutReason;
import io.ripcord.venue.wire.MessageShapes;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Serves a paper exchange over TCP. A client name is an account, and an account has one session: a
 * newer logon ends the older one, whose unread orders are never read. Facts are in the ledger
 * before a session is told of them. One thread; time is what {@link #doWork} is told.
 */
public final class PaperServer implements AutoCloseable {
  /** Connections at a time; further ones are closed at once. */
  public static final int MAX_CONNECTIONS = 16;

  private final PaperExchange exchange;
  private final ServerSocketChannel listener;
  private final Selector selector;
  private final Consumer<String> log;
  private final MessageShapes expected = MessageShapes.ofClient();
  private final List<PaperSession> sessions = new ArrayList<>();
  private final TreeMap<String, PaperDesk> desks = new TreeMap<>();
  private boolean marketEnded;

  /**
   * Listens.
   *
   * @param address where; port 0 takes a free one
   * @param ledger null for none; closed with the server
   * @param log takes a line when a session begins or ends
   * @throws IOException when the address cannot be used
   */
  public PaperServer(
      InetSocketAddress address,
      PaperSettings settings,
      List<PaperInstrument> instruments,
      LiveTape tape,
      PaperLedger ledger,
      Consumer<String> log,
      long nowNs)
      throws IOException {
    this.log = log;
    exchange = new PaperExchange(settings, instruments, tape, ledger, this::onTick, nowNs);
    listener = ServerSocketChannel.open();
    try {
      listener.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      listener.bind(address);
      listener.configureBlocking(false);
      selector = Selector.open();
      listener.register(selector, SelectionKey.OP_ACCEPT);
    } catch (IOException e) {
      listener.close();
      exchange.close();
      throw e;
    }
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return (InetSocketAddress) listener.socket().getLocalSocketAddress();
  }

  /** Waits until a client stirs, at most so long. */
  public void await(long millis) throws IOException {
    selector.select(millis);
  }

  /**
   * A bounded piece of work; never waits.
   *
   * @return how much was done, 0 for nothing
   */
  public int doWork(long nowNs) throws IOException {
    selector.selectNow();
    selector.selectedKeys().clear();
    int done = accept(nowNs);
    done += exchange.doWork(nowNs);
    // By index: a session's work may end another one, which is dropped below.
    for (int i = 0; i < sessions.size(); i++) {
      done += sessions.get(i).read(nowNs);
    }
    for (PaperDesk desk : desks.values()) {
      done += desk.publishDue(nowNs);
    }
    for (PaperSession session : sessions) {
      done += session.write(nowNs);
    }
    sessions.removeIf(PaperSession::isClosed);
    if (exchange.isMarketEnded() && !marketEnded) {
      marketEnded = true;
      log.accept("the tape is at its end; quotes stay as they are");
    }
    return done;
  }

  private int accept(long nowNs) throws IOException {
    SocketChannel channel = listener.accept();
    if (channel == null) {
      return 0;
    }
    if (sessions.size() >= MAX_CONNECTIONS) {
      channel.close();
      log.accept("a connection was refused: there are " + MAX_CONNECTIONS + " already");
      return 1;
    }
    try {
      PaperSession session = new PaperSession(this, channel, expected, nowNs);
      channel.register(selector, SelectionKey.OP_READ);
      sessions.add(session);
    } catch (IOException e) {
      channel.close();
    }
    return 1;
  }

  private void onTick(
      long nowNs,
      int instrument,
      long venueTimeNs,
      long lastE8,
      long lastQuantityE8,
      long bidE8,
      long askE8) {
    for (PaperSession session : sessions) {
      session.tick(nowNs, instrument, venueTimeNs, lastE8, lastQuantityE8, bidE8, askE8);
    }
  }

  List<PaperInstrument> instruments() {
    return exchange.instruments();
  }

  /** Gives the account of this name to a session; an older one loses it. */
  PaperDesk takeDesk(String client, PaperSession session) {
    PaperDesk desk = desks.computeIfAbsent(client, name -> new PaperDesk(exchange.account(name)));
    PaperSession older = desk.session();
    if (older != null) {
      older.end(LogoutReason.REPLACED, "a newer logon took its place");
    }
    desk.session(session);
    return desk;
  }

  void log(String line) {
    log.accept(line);
  }

  /** Ends every session and gives up the address and the ledger. */
  @Override
  public void close() throws IOException {
    sessions.forEach(session -> session.end(LogoutReason.REQUESTED, "the venue closes"));
    try (exchange;
        listener;
        selector) {
      sessions.clear();
    }
  }
}
