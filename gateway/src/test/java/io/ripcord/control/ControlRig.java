package io.ripcord.control;

import io.ripcord.console.LiveState;
import io.ripcord.console.ReportFold;
import io.ripcord.engine.Engine;
import io.ripcord.event.DefinitionPublisher;
import io.ripcord.event.GroupScope;
import io.ripcord.event.MarketDataPublisher;
import io.ripcord.event.NodePublisher;
import io.ripcord.event.ReportPublisher;
import io.ripcord.event.SessionState;
import io.ripcord.event.Side;
import io.ripcord.event.Sources;
import io.ripcord.journal.ChronicleJournal;
import io.ripcord.journal.JournalContext;
import io.ripcord.journal.JournalDirectory;
import io.ripcord.journal.JournalTail;
import io.ripcord.money.E8;
import io.ripcord.pipeline.OrderSender;
import io.ripcord.pipeline.Pipeline;
import io.ripcord.pipeline.PipelineContext;
import io.ripcord.pipeline.RingSink;
import io.ripcord.rule.RuleKind;
import io.ripcord.rule.RuleSpec;
import io.ripcord.venue.paper.PaperSettings;
import io.ripcord.venue.paper.PaperVenue;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A node in small: the real pipeline with a real journal, a paper venue, a desk, and a thread that
 * steps the live state. One instrument ACME (increment 0.5, lot 1), one BETA; policies {@code
 * narrow} (stop 1 %), {@code wide} (stop 10 %, target 20 %, takes signals) and {@code fixed} (stop
 * at 95).
 */
public final class ControlRig implements AutoCloseable {
  static final long START_NS =
      Instant.parse("2026-01-05T10:00:00Z").getEpochSecond() * 1_000_000_000L;

  final List<String> held = new ArrayList<>();
  public final LiveState live;
  public final CommandDesk desk;
  final Pipeline pipeline;
  boolean venueReachable = true;
  private final JournalDirectory directory;
  private final ChronicleJournal journal;
  private final RingSink sink;
  private final MarketDataPublisher market;
  private final ReportPublisher reports;
  private final NodePublisher node;
  private final PaperVenue venue = new PaperVenue(PaperSettings.immediate());
  private final OrderSender sender;
  private final Thread follower;
  private final AtomicLong idleSteps = new AtomicLong();
  private volatile boolean running = true;
  private long nowNs = START_NS;

  public ControlRig(Path place) {
    directory = JournalDirectory.open(place);
    journal =
        new ChronicleJournal(
            new JournalContext()
                .directory(directory)
                .epoch(directory.nextEpoch(0))
                .blockSizeBytes(1 << 20)
                .preallocateBytes(1 << 18));
    pipeline =
        new Pipeline(
            new PipelineContext().ringSize(1024).outboundRingSize(1024).maxPositions(8), journal);
    pipeline.start();
    sink = pipeline.newSink();
    node = new NodePublisher(sink, Sources.NODE);
    market = new MarketDataPublisher(sink, Sources.FIRST_FEED);
    reports = new ReportPublisher(sink, Sources.PAPER_VENUE);
    sender = pipeline.newSender(venue);
    define();
    live = new LiveState(place, JournalTail.EMPTY, null, new ReportFold(row -> {}));
    desk = new CommandDesk(pipeline, live, this::hold, () -> nowNs, symbol -> Optional.empty());
    follower = new Thread(this::follow, "follower");
    follower.start();
    settle();
  }

  private void define() {
    node.engineStarted(nowNs, 0, 1, Engine.DECISION_VERSION, 8, "test", new byte[32]);
    DefinitionPublisher definitions = new DefinitionPublisher(sink, Sources.CONFIGURATION);
    instrument(definitions, 0, "ACME");
    instrument(definitions, 1, "BETA");
    definitions.nameDefined(nowNs, 3, "narrow");
    definitions.policyBegin(nowNs, 0, 3, 1, 1, false);
    definitions.rule(nowNs, 0, 0, new RuleSpec(RuleKind.STOP_LOSS, E8.NULL, 1_000_000, E8.NULL));
    definitions.policyEnd(nowNs, 0, 1, 1);
    definitions.nameDefined(nowNs, 4, "wide");
    definitions.policyBegin(nowNs, 1, 4, 1, 2, true);
    definitions.rule(nowNs, 1, 0, new RuleSpec(RuleKind.STOP_LOSS, E8.NULL, 10_000_000, E8.NULL));
    definitions.rule(nowNs, 1, 1, new RuleSpec(RuleKind.TAKE_PROFIT, E8.NULL, 20_000_000));
    definitions.policyEnd(nowNs, 1, 1, 2);
    definitions.nameDefined(nowNs, 5, "fixed");
    definitions.policyBegin(nowNs, 2, 5, 1, 1, false);
    definitions.rule(nowNs, 2, 0, new RuleSpec(RuleKind.STOP_LOSS, 95 * E8.ONE, E8.NULL, E8.NULL));
    definitions.policyEnd(nowNs, 2, 1, 1);
    reports.sessionStatus(nowNs, SessionState.CONNECTED);
  }

  private void instrument(DefinitionPublisher definitions, int id, String symbol) {
    definitions.nameDefined(nowNs, id + 1, symbol);
    definitions.instrumentDefined(nowNs, id, id + 1, E8.ONE / 2, E8.ONE, E8.ONE);
    venue.list(E8.ONE / 2, E8.ONE);
  }

  private boolean hold(long positionId, String symbol, Side side, long quantityE8) {
    if (!venueReachable) {
      return false;
    }
    held.add(positionId + " " + symbol + " " + side + " " + E8.format(quantityE8));
    venue.hold(positionId, symbol.equals("ACME") ? 0 : 1, side, quantityE8);
    return true;
  }

  private void follow() {
    while (running) {
      if (live.doWork(System.nanoTime()) == 0) {
        idleSteps.incrementAndGet();
        LockSupport.parkNanos(100_000);
      }
    }
  }

  /** A group, or the account, that exits at once at a loss. */
  ControlRig group(int id, String name, GroupScope scope, String loss) {
    DefinitionPublisher definitions = new DefinitionPublisher(sink, Sources.CONFIGURATION);
    definitions.nameDefined(nowNs, 6 + id, name);
    definitions.groupDefined(
        nowNs, id, 6 + id, E8.parse(loss), E8.NULL, E8.NULL, E8.NULL, E8.NULL, E8.NULL, scope);
    return settle();
  }

  /** A trade of ACME. */
  public ControlRig trade(String price) {
    nowNs += 1_000_000;
    market.tick(nowNs, 0, nowNs, E8.parse(price), E8.ONE, E8.NULL, E8.NULL);
    pipeline.awaitProcessed(pipeline.sequenceOf(sink.lastPublished()));
    venue.onMarketData(0, nowNs, E8.parse(price), E8.NULL, E8.NULL);
    return settle();
  }

  /** Lets orders and reports go to and fro until nothing moves, and the live state see it. */
  public ControlRig settle() {
    boolean moved = true;
    while (moved) {
      // The last input is the desk's or this rig's, whichever came later.
      long last = Math.max(live.sequence(), pipeline.sequenceOf(sink.lastPublished()));
      pipeline.awaitProcessed(last);
      moved = sender.doWork(nowNs) > 0;
      venue.now(nowNs);
      while (venue.nextReportNs() <= nowNs) {
        venue.publishNext(reports);
        moved = true;
      }
    }
    // All is journalled by now, so a step that begins from here on and finds nothing has seen all.
    long until = idleSteps.get() + 2;
    while (idleSteps.get() < until && follower.isAlive()) {
      LockSupport.parkNanos(100_000);
    }
    return this;
  }

  /** What the desk says, as one line. */
  String say(Command command) {
    CommandResult result = desk.submit(command);
    return (result.accepted() ? "yes: " : "no: ") + result.message();
  }

  static Command.Register register(long id, String symbol, String quantity, String policy) {
    return new Command.Register(
        id, symbol, Side.LONG, E8.parse(quantity), E8.NULL, E8.NULL, policy);
  }

  /** A long position of one ACME under policy wide. */
  public ControlRig holding(long id) {
    CommandResult result = desk.submit(register(id, "ACME", "1", "wide"));
    if (!result.accepted()) {
      throw new AssertionError(result.message());
    }
    return this;
  }

  void stopFollowing() {
    running = false;
    try {
      follower.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    stopFollowing();
    live.close();
    pipeline.close();
    journal.close();
    directory.close();
  }
}
