package io.ripcord.venue.paper;

import io.ripcord.event.MarketDataPublisher;
import io.ripcord.event.ReportPublisher;
import io.ripcord.event.SessionState;
import io.ripcord.event.Side;
import io.ripcord.event.Texts;
import io.ripcord.venue.ConflatingFeed;
import io.ripcord.venue.VenueAdapter;
import io.ripcord.venue.VenueGateway;
import io.ripcord.venue.wire.LogoutReason;
import io.ripcord.venue.wire.MessageShapes;
import io.ripcord.venue.wire.ProtocolException;
import io.ripcord.venue.wire.SessionListener;
import io.ripcord.venue.wire.WireConnection;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * A paper venue in a process of its own, over TCP. Connects, logs on, keeps the session alive and
 * builds it anew after a pause that grows. Without a session orders and queries are dropped,
 * nothing waits for the next session, and nothing is ever sent twice: {@link
 * SessionState#CONNECTED} makes the engine ask what became of everything under way, and the answers
 * decide.
 *
 * <p>Orders, queries and {@link #doWork} come from the venue thread and never block, but for
 * reports, which wait for a slot of the ring; {@link #hold} comes from any other thread.
 */
public final class RemotePaperVenue implements VenueAdapter {
  /** Longest wait for the answer to a booking. */
  public static final long HOLD_TIMEOUT_NS = TimeUnit.SECONDS.toNanos(2);

  private static final long SETUP_TIMEOUT_NS = TimeUnit.SECONDS.toNanos(3);
  private static final int OUT_BYTES = 1024 * 1024;
  private static final int HOLDS_WAITING = 4096;
  private static final int MAX_INSTRUMENTS = 65_536;

  private enum State {
    /** Until the pause is over. */
    PAUSED,
    /** The connection is being made. */
    CONNECTING,
    /** The venue has not named all its instruments yet. */
    LOGGING_ON,
    /** Orders get through. */
    ACTIVE,
    /** For good. */
    CLOSED
  }

  private final InetSocketAddress address;
  private final String client;
  private final InstrumentNumbers numbers;
  private final ReportPublisher reports;
  private final ConflatingFeed feed;
  private final RemoteReports inbound;
  private final RemoteGateway gateway;
  private final Backoff backoff;
  private final MessageShapes expected = MessageShapes.ofVenue();
  private final Session session = new Session();
  private final ArrayBlockingQueue<HoldRequest> newHolds = new ArrayBlockingQueue<>(HOLDS_WAITING);
  private final Long2ObjectHashMap<HoldRequest> sentHolds = new Long2ObjectHashMap<>();
  private long lastRequestId;
  private State state = State.PAUSED;
  private SessionState announced;
  private long deadlineNs = Long.MIN_VALUE;
  private long activeSinceNs;
  private long nowNs;
  private SocketChannel channel;
  private WireConnection connection;
  private volatile boolean connected;
  private volatile String problem = "";
  private volatile Thread worker;

  /**
   * Connects at the first {@link #doWork}.
   *
   * @param address of the venue, resolved
   * @param client name of the account at the venue: 1 to 64 printable ASCII characters, no space
   * @param instruments the node's ids by symbol
   * @param reports where reports, answers and session changes go
   * @param market where ticks go
   * @param seed of the pauses between attempts
   */
  public RemotePaperVenue(
      InetSocketAddress address,
      String client,
      Map<String, Integer> instruments,
      ReportPublisher reports,
      MarketDataPublisher market,
      long seed) {
    if (address.isUnresolved()) {
      throw new IllegalArgumentException(
          "address: found '" + address.getHostString() + "', expected a host that is known");
    }
    if (!Texts.isName(client)) {
      throw new IllegalArgumentException(
          "client: found '" + client + "', expected 1 to 64 printable ASCII characters, no space");
    }
    this.address = address;
    this.client = client;
    this.reports = reports;
    numbers = new InstrumentNumbers(instruments);
    feed = new ConflatingFeed(market);
    inbound = new RemoteReports(numbers, reports, feed);
    gateway = new RemoteGateway(numbers);
    backoff = new Backoff(seed);
  }

  @Override
  public VenueGateway gateway() {
    return gateway;
  }

  @Override
  public boolean isConnected() {
    return connected;
  }

  /** Why there was no session the last time, empty if there always was. Any thread. */
  public String problem() {
    return problem;
  }

  /** Orders and queries that were dropped because nobody could take them. The venue thread. */
  public long droppedCount() {
    return gateway.droppedCount();
  }

  @Override
  public int doWork(long newNowNs) {
    worker = Thread.currentThread();
    nowNs = newNowNs;
    inbound.now(newNowNs);
    int done = sendHolds();
    try {
      done +=
          switch (state) {
            case PAUSED -> connect();
            case CONNECTING -> finishConnect();
            case LOGGING_ON, ACTIVE -> converse();
            case CLOSED -> 0;
          };
    } catch (IOException e) {
      disconnect(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
      done++;
    }
    feed.flush();
    return done;
  }

  private int connect() throws IOException {
    if (nowNs < deadlineNs) {
      return 0;
    }
    state = State.CONNECTING;
    deadlineNs = nowNs + SETUP_TIMEOUT_NS;
    channel = SocketChannel.open();
    channel.configureBlocking(false);
    if (channel.connect(address)) {
      finishConnect();
    }
    return 1;
  }

  private int finishConnect() throws IOException {
    if (!channel.finishConnect()) {
      if (nowNs >= deadlineNs) {
        throw new IOException("no connection in time");
      }
      return 0;
    }
    connection = new WireConnection(channel, expected, OUT_BYTES, nowNs);
    connection.logon(client);
    connection.flush();
    state = State.LOGGING_ON;
    deadlineNs = nowNs + SETUP_TIMEOUT_NS;
    return 1;
  }

  private int converse() throws IOException {
    int done = connection.flush();
    done += connection.read(nowNs, session, session::onEvent);
    connection.keepAlive(nowNs);
    done += connection.flush();
    if (state == State.LOGGING_ON && nowNs >= deadlineNs) {
      throw new IOException("no answer to the logon in time");
    }
    return done;
  }

  private void activate() {
    state = State.ACTIVE;
    activeSinceNs = nowNs;
    gateway.open(connection.decisions());
    connected = true;
    announce(SessionState.CONNECTED);
  }

  /** What was on its way in either direction is lost with the connection. */
  private void disconnect(String reason) {
    problem = address.getHostString() + ":" + address.getPort() + ": " + reason;
    connected = false;
    gateway.close();
    if (state == State.ACTIVE && nowNs - activeSinceNs >= WireConnection.DEAD_AFTER_NS) {
      backoff.reset();
    }
    closeChannel();
    state = State.PAUSED;
    deadlineNs = nowNs + (session.isUnwelcome() ? backoff.longestNs() : backoff.nextNs());
    session.clear();
    failHolds();
    announce(SessionState.DISCONNECTED);
  }

  private void announce(SessionState sessionState) {
    if (announced != sessionState) {
      announced = sessionState;
      reports.sessionStatus(nowNs, sessionState);
    }
  }

  private void closeChannel() {
    if (connection != null) {
      connection.close();
    } else if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        // It never was of use.
      }
    }
    connection = null;
    channel = null;
  }

  @Override
  public boolean hold(long positionId, String symbol, Side side, long quantityE8) {
    if (Thread.currentThread() == worker) {
      throw new IllegalStateException("hold waits for the venue thread, which this is");
    }
    CompletableFuture<Boolean> answer = requestHold(positionId, symbol, side, quantityE8);
    try {
      return answer.get(HOLD_TIMEOUT_NS, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    }
  }

  /**
   * As {@link #hold}, without waiting: for the venue thread itself. Any thread. The answer comes
   * while {@link #doWork} runs; it is false when the session ends before the venue's word, or too
   * many wait.
   */
  public CompletableFuture<Boolean> requestHold(
      long positionId, String symbol, Side side, long quantityE8) {
    CompletableFuture<Boolean> answer = new CompletableFuture<>();
    if (!newHolds.offer(new HoldRequest(positionId, symbol, side, quantityE8, answer))) {
      answer.complete(false);
    }
    return answer;
  }

  private int sendHolds() {
    int count = 0;
    for (HoldRequest hold = newHolds.poll(); hold != null; hold = newHolds.poll()) {
      count++;
      int number = state == State.ACTIVE ? numbers.venueOf(hold.symbol()) : InstrumentNumbers.NONE;
      if (number == InstrumentNumbers.NONE) {
        hold.answer().complete(false);
        continue;
      }
      sentHolds.put(++lastRequestId, hold);
      connection.hold(lastRequestId, hold.positionId(), number, hold.side(), hold.quantityE8());
    }
    return count;
  }

  private void failHolds() {
    List<HoldRequest> failed = new ArrayList<>(sentHolds.values());
    sentHolds.clear();
    failed.forEach(hold -> hold.answer().complete(false));
  }

  @Override
  public void close() {
    if (connection != null) {
      connection.close(LogoutReason.REQUESTED);
    }
    closeChannel();
    connected = false;
    gateway.close();
    state = State.CLOSED;
    failHolds();
    newHolds.forEach(hold -> hold.answer().complete(false));
  }

  /** The venue's side of the conversation. */
  private final class Session implements SessionListener {
    private int rowsExpected = -1;
    private int rows;
    private boolean unwelcome;

    void clear() {
      rowsExpected = -1;
      rows = 0;
      unwelcome = false;
    }

    boolean isUnwelcome() {
      return unwelcome;
    }

    @Override
    public void onLogonAck(int instrumentCount) throws IOException {
      if (rowsExpected >= 0 || instrumentCount < 0 || instrumentCount > MAX_INSTRUMENTS) {
        throw new ProtocolException("a LogonAck of " + instrumentCount + " instruments");
      }
      rowsExpected = instrumentCount;
      numbers.clear(instrumentCount);
      activateWhenComplete();
    }

    @Override
    public void onInstrument(int number, String symbol, long priceIncrementE8, long lotE8)
        throws IOException {
      if (number != rows || rows >= rowsExpected) {
        throw new ProtocolException(
            "instrument " + number + ", expected " + rows + " of " + rowsExpected);
      }
      numbers.match(number, symbol);
      rows++;
      activateWhenComplete();
    }

    private void activateWhenComplete() {
      if (rows == rowsExpected) {
        activate();
      }
    }

    @Override
    public void onLogout(LogoutReason reason) throws IOException {
      unwelcome =
          reason == LogoutReason.REPLACED
              || reason == LogoutReason.VERSION
              || reason == LogoutReason.NAME;
      throw new IOException(reason.text());
    }

    @Override
    public void onHoldAck(long requestId, boolean held) throws IOException {
      HoldRequest hold = sentHolds.remove(requestId);
      if (hold == null) {
        throw new ProtocolException("an answer to a booking that was not asked for");
      }
      hold.answer().complete(held);
    }

    void onEvent(org.agrona.DirectBuffer buffer, int offset, int length) throws IOException {
      if (state != State.ACTIVE) {
        throw new ProtocolException("an event before the end of the logon");
      }
      inbound.onEvent(buffer, offset, length);
    }
  }
}
