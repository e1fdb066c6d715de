package io.ripcord.venue.paper;

import io.ripcord.event.ClOrdId;
import io.ripcord.event.ExitReason;
import io.ripcord.event.ExitSource;
import io.ripcord.event.OrderType;
import io.ripcord.event.Side;
import io.ripcord.money.E8;
import io.ripcord.venue.VenueGateway;
import io.ripcord.venue.paper.server.PaperServer;
import io.ripcord.venue.tape.Tapes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * A server and the adapters that trade with it, over real sockets but on one thread and with a
 * clock that only {@link #step} moves. The market stands still: ACME 99.5 / 100.5, BETA 9.5 / 10.5.
 */
public final class WireRig implements AutoCloseable {
  /** Node ids: the other way round than at the venue, and one that the venue does not list. */
  public static final Map<String, Integer> INSTRUMENTS = Map.of("BETA", 0, "ACME", 1, "GAMMA", 2);

  static final int ACME = 1;
  static final int BETA = 0;
  static final int GAMMA = 2;
  static final long STEP_NS = 5_000_000L;

  private static final long REAL_DEADLINE_NS = 20_000_000_000L;
  private static final long PARK_NS = 20_000L;

  private static final String TAPE =
      """
      time,symbol,last,quantity,bid,ask
      2026-01-05T10:00:00Z,ACME,100,1,99.5,100.5
      2026-01-05T10:00:00Z,BETA,10,1,9.5,10.5
      2026-01-05T10:00:01Z,BETA,10,1,9.5,10.5
      2026-01-06T10:00:00Z,ACME,100,1,99.5,100.5
      """;

  private final Path folder;
  private final PaperSettings settings;
  private final List<Runnable> others = new ArrayList<>();
  private final List<String> log = new ArrayList<>();
  private final List<RemotePaperVenue> nodes = new ArrayList<>();
  private PaperServer server;
  private int port;
  private boolean paused;
  private long stepNs = STEP_NS;
  private long nowNs = 1_800_000_000_000_000_000L;

  /** Starts a server with a ledger in this folder. */
  public WireRig(Path folder, PaperSettings settings) {
    this.folder = folder;
    this.settings = settings;
    startServer();
  }

  /** Starts it again on the same port, with the same ledger. */
  public void startServer() {
    try {
      Path tape = Files.writeString(folder.resolve("tape.csv"), TAPE);
      server =
          new PaperServer(
              address(port),
              settings,
              List.of(
                  new PaperInstrument("ACME", E8.parse("0.5"), E8.ONE),
                  new PaperInstrument("BETA", E8.parse("0.1"), E8.ONE)),
              LiveTape.recorded(List.of(Tapes.open(tape)), LiveTape.REAL_TIME_MILLI),
              PaperLedger.open(ledger()),
              log::add,
              nowNs);
      port = server.address().getPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops it; the ledger stays. */
  public void stopServer() {
    try {
      server.close();
      server = null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void pauseServer(boolean isPaused) {
    paused = isPaused;
  }

  Path ledger() {
    return folder.resolve("ledger.jsonl");
  }

  static InetSocketAddress address(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /** Port of the server. */
  public int port() {
    return port;
  }

  PaperServer server() {
    return server;
  }

  /** What the server logged. */
  public List<String> log() {
    return log;
  }

  long nowNs() {
    return nowNs;
  }

  /** An adapter of a client; it is stepped with the rest. */
  public RemotePaperVenue node(String client, NodeEvents events) {
    return node(client, events, port);
  }

  RemotePaperVenue node(String client, NodeEvents events, int atPort) {
    RemotePaperVenue node =
        new RemotePaperVenue(
            address(atPort), client, INSTRUMENTS, events.reports(), events.market(), 7);
    nodes.add(node);
    return node;
  }

  /** Ends a node as a kill would: without a word, as far as the venue can tell. */
  void forget(RemotePaperVenue node) {
    nodes.remove(node);
  }

  void alsoStep(Runnable other) {
    others.add(other);
  }

  /** How far a step moves the clock. */
  void stepNs(long newStepNs) {
    stepNs = newStepNs;
  }

  /** Moves the clock by one step and lets everybody work. */
  public void step() {
    nowNs += stepNs;
    try {
      if (server != null && !paused) {
        server.doWork(nowNs);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    others.forEach(Runnable::run);
    nodes.forEach(node -> node.doWork(nowNs));
  }

  /** Steps until this is so. */
  public void until(String what, BooleanSupplier condition) {
    long deadlineNs = System.nanoTime() + REAL_DEADLINE_NS;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadlineNs) {
        throw new AssertionError("never " + what + "; the server said " + log);
      }
      step();
      LockSupport.parkNanos(PARK_NS);
    }
  }

  void steps(int count) {
    for (int i = 0; i < count; i++) {
      step();
      LockSupport.parkNanos(PARK_NS);
    }
  }

  boolean hold(RemotePaperVenue node, long position, String symbol, Side side, String quantity) {
    var answer = node.requestHold(position, symbol, side, E8.parse(quantity));
    until("an answer to the booking of " + position, answer::isDone);
    return answer.join();
  }

  static long high(long position) {
    return ClOrdId.high(0, 1, (int) position);
  }

  static long low(long position, int attempt) {
    return ClOrdId.low((int) position, attempt, 0, ClOrdId.KIND_EXIT);
  }

  static void order(
      VenueGateway gateway,
      long position,
      int instrument,
      Side side,
      String quantity,
      int attempt) {
    gateway.onExitOrder(
        1,
        position,
        instrument,
        high(position),
        low(position, attempt),
        side,
        OrderType.MARKET,
        E8.parse(quantity),
        attempt,
        ExitReason.STOP_LOSS,
        ExitSource.MONITOR_SOFT,
        E8.NULL,
        E8.ONE,
        1);
  }

  static void entry(
      VenueGateway gateway,
      long position,
      int instrument,
      Side side,
      String quantity,
      int attempt) {
    gateway.onEntryOrder(
        1,
        position,
        instrument,
        high(position),
        ClOrdId.low((int) position, attempt, 0, ClOrdId.KIND_ENTRY),
        side,
        OrderType.MARKET,
        E8.parse(quantity),
        attempt,
        E8.NULL,
        E8.ONE);
  }

  static void ask(VenueGateway gateway, long queryId, long position, int instrument, int attempt) {
    gateway.onOrderQuery(1, queryId, position, instrument, high(position), low(position, attempt));
  }

  List<LedgerBook.Row> ledgerRows() {
    try {
      return PaperLedger.read(ledger()).rows();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    nodes.forEach(RemotePaperVenue::close);
    if (server != null) {
      stopServer();
    }
  }
}
